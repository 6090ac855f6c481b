/** What a top-level block means, once it is known what the brief declares and what stands around the block. */
import type { Citation, Origin } from '../brief';
import { kept, NONE } from '../same';
import {
  type CitationReading,
  clustersOf,
  type Evidence,
  type FigureFacts,
  readCitations,
  type Targets,
} from './citations';
import type { InsightDraft, TableDraft } from './drafts';
import { buildInsights, type InsightSurroundings, type LeadIn, leadInOf } from './insights';
import type { TextReader } from './knownTexts';
import type { NumberScope } from './numberScopes';
import type { Part } from './readBody';
import type { Declared } from './resolve';

/** What the brief declares. Each is the same object as in the version before, where it says the same. */
export interface BriefFacts {
  readonly declared: Declared & { readonly ids: ReadonlySet<string> };
  readonly figures: FigureFacts;
  readonly targets: Targets;
  readonly language: string;
  readonly scopes: readonly NumberScope[];
}

/** A block's part of the model, in offsets from its start, and with indexes of its own insights. */
export interface ResolvedBlock extends Pick<CitationReading, 'citations' | 'figureReferences' | 'links' | 'slips'> {
  readonly insights: readonly Origin[];
  readonly clusters: readonly (readonly Citation[])[];
  readonly evidence: ReadonlyMap<InsightDraft | TableDraft, Evidence>;
  /** What it leads in with, should it lead into what follows. */
  readonly lead: LeadIn | null;
  /** What all of this rests on. */
  readonly basis: Basis;
}

interface Basis extends Omit<BriefFacts, 'targets' | 'declared' | 'scopes'>, InsightSurroundings {
  readonly suffix: string;
  readonly marksSection: boolean;
  /** That of the last version in which it says the same of all that the block asked about. */
  declared: Declared;
  /** The ids that the block asked about, and whether they are declared; null: it asked about none. */
  readonly asked: ReadonlyMap<string, boolean> | null;
  readonly reading: Part['reading'];
  /** Null where the block looked for none. */
  readonly targets: Targets | null;
}

/**
 * Resolves a block, or gives what it was resolved to before if that rests on the same.
 *
 * @param lead what the paragraph says that leads into the block
 * @param suffix what the numbers in it have behind them in ids (see `numberScopes.ts`)
 */
export function resolveBlock(
  part: Part,
  lead: LeadIn | null,
  suffix: string,
  facts: BriefFacts,
  texts: TextReader,
): ResolvedBlock {
  const { block, reading, sectionKind, ownSection, marksSection, leadsInto, computed } = part;
  const { declared, figures, targets, language } = facts;
  const before = block.known.resolved;
  if (before && before.basis.suffix === suffix && isSame(before.basis, part, lead, facts)) {
    before.basis.declared = declared;
    return before;
  }

  const { text, written } = block;
  let asked: Map<string, boolean> | null = null;
  const ask = (id: string) => {
    const isDeclared = declared.ids.has(id);
    asked ??= new Map();
    asked.set(id, isDeclared);
    return isDeclared;
  };
  const inScope = (id: string) => (suffix !== '' && ask(`${id}${suffix}`) ? `${id}${suffix}` : id);
  const asking = { ...declared, ids: { has: (id: string) => ask(inScope(id)) }, inScope };
  const found = readCitations(text, reading, asking, figures, targets);
  const { evidence } = found;
  for (const { items } of found.citations) for (const { id } of items) ask(id);
  const basis: Basis = {
    reading,
    declared,
    asked,
    figures,
    suffix,
    targets: found.usesTargets ? targets : null,
    language,
    sectionKind,
    ownSection,
    marksSection,
    leadIn: lead,
    leadsInto,
    computed,
  };
  const resolved: ResolvedBlock = {
    citations: found.citations,
    figureReferences: found.figureReferences,
    links: found.links,
    slips: found.slips,
    insights: buildInsights(written, reading, evidence, basis, texts),
    clusters: kept(clustersOf(text, found.citations)),
    evidence,
    lead: leadInOf(written, reading, evidence, lead),
    basis,
  };
  block.known.resolved = resolved;
  return resolved;
}

function isSame(before: Basis, part: Part, lead: LeadIn | null, facts: BriefFacts): boolean {
  return (
    before.reading === part.reading &&
    saysSame(before, facts.declared) &&
    before.figures === facts.figures &&
    before.language === facts.language &&
    before.sectionKind === part.sectionKind &&
    before.ownSection === part.ownSection &&
    before.marksSection === part.marksSection &&
    before.leadIn === lead &&
    before.leadsInto === part.leadsInto &&
    before.computed === part.computed &&
    (before.targets === null || before.targets === facts.targets)
  );
}

/** Whether the sources that are declared now mean the same to a block as those before. */
function saysSame({ declared, asked }: Basis, now: Declared): boolean {
  if (declared === now) return true;
  if (declared.keyed !== now.keyed || declared.brackets !== now.brackets) return false;
  if (declared.remarks !== now.remarks || declared.byAuthorYear !== now.byAuthorYear) return false;
  for (const [id, wasDeclared] of asked ?? NONE) if (now.ids.has(id) !== wasDeclared) return false;
  return true;
}
