/** Works out what a top-level block means, from the declarations of the brief and the surroundings of the block. */
import { kept, NONE } from '../../base/same';
import type { BriefFacts } from '../briefFacts';
import { clustersOf, readCitations } from '../citations';
import type { TextReader } from '../needs/knownTexts';
import { buildInsights, type LeadIn, leadInOf } from './insights';
import type { Dependencies, ResolvedBlock } from './parsedBlock';
import type { Part } from './readBody';
import type { Declared } from './resolve';

/**
 * Resolves a block, or returns its earlier result if all its dependencies are the same.
 *
 * @param lead the paragraph that leads into the block
 * @param suffix the suffix of the ids that numbers in the block stand for (see `numberScopes.ts`)
 */
export function resolveBlock(
  part: Part,
  lead: LeadIn | null,
  suffix: string,
  facts: Omit<BriefFacts, 'scopes'>,
  texts: TextReader,
): ResolvedBlock {
  const { block, reading, sectionKind, ownSection, marksSection, leadsInto, computed, noted } = part;
  const { declared, figures, targets, language } = facts;
  const before = block.last.resolved;
  if (before && before.dependencies.suffix === suffix && isSame(before.dependencies, part, lead, facts)) {
    before.dependencies.declared = declared;
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
  const asking = {
    ...declared,
    ids: { has: (id: string) => ask(inScope(id)) },
    inScope,
    ...(noted === '' ? {} : { noted: new Set(noted.split(',')) }),
  };
  const found = readCitations(text, reading, asking, figures, targets);
  const { evidence } = found;
  for (const { items } of found.citations) for (const { id } of items) ask(id);
  const dependencies: Dependencies = {
    reading,
    declared,
    asked,
    figures,
    suffix,
    noted,
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
    insights: buildInsights(written, reading, evidence, dependencies, texts),
    clusters: kept(clustersOf(text, found.citations)),
    evidence,
    lead: leadInOf(written, reading, evidence, lead),
    dependencies,
    text,
    raw: block.raw,
    unclosed: block.unclosed,
  };
  block.last.resolved = resolved;
  return resolved;
}

function isSame(
  dependencies: Dependencies,
  part: Part,
  lead: LeadIn | null,
  facts: Omit<BriefFacts, 'scopes'>,
): boolean {
  return (
    dependencies.reading === part.reading &&
    saysSame(dependencies, facts.declared) &&
    dependencies.figures === facts.figures &&
    dependencies.language === facts.language &&
    dependencies.sectionKind === part.sectionKind &&
    dependencies.ownSection === part.ownSection &&
    dependencies.marksSection === part.marksSection &&
    dependencies.leadIn === lead &&
    dependencies.leadsInto === part.leadsInto &&
    dependencies.noted === part.noted &&
    dependencies.computed === part.computed &&
    (dependencies.targets === null || dependencies.targets === facts.targets)
  );
}

/** True if the present declarations answer all that a block asked in the same way as the earlier ones. */
function saysSame({ declared, asked }: Dependencies, now: Declared): boolean {
  if (declared === now) return true;
  if (declared.keyed !== now.keyed || declared.brackets !== now.brackets || declared.glued !== now.glued) return false;
  if (declared.remarks !== now.remarks || declared.byAuthorYear !== now.byAuthorYear || declared.names !== now.names)
    return false;
  for (const [id, wasDeclared] of asked ?? NONE) if (now.ids.has(id) !== wasDeclared) return false;
  return true;
}
