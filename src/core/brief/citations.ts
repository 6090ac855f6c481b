/** Turns what the grammar found in the leaves of a block into citations, figure references, links and slips. */

import { kept, NONE } from '../base/same';
import { say } from '../base/say';
import type { Span } from '../base/text';
import type { CitationSyntax } from '../document/citations/types';
import type { BlockReading, Definition, InsightDraft, Leaf, TableDraft } from './blocks/drafts';
import { movedItem } from './blocks/move';
import { type Declared, longestDeclaredPrefix, resolveCitation } from './blocks/resolve';
import type { Citation, Figure, FigureReference, InlineLink, Slip } from './types';

type SlipSyntax = Extract<CitationSyntax, { readonly reason: string }>;

/** What the texts of one insight or table hold. */
export interface Evidence {
  citations: readonly Citation[];
  own: boolean;
  link: boolean;
  textual: boolean;
}

/** The same, as long as it is gathered. */
interface Held extends Evidence {
  citations: Citation[];
}

/** By place, as most are found. */
function inOrder(citations: readonly Citation[]): readonly Citation[] {
  const isInOrder = citations.every(({ span }, i) => i === 0 || (citations[i - 1]?.span.start ?? 0) <= span.start);
  return isInOrder ? citations : citations.toSorted((a, b) => a.span.start - b.span.start);
}

/** What a figure of the brief brings along where it is named. */
export type FigureFacts = ReadonlyMap<string, { readonly cites: readonly string[]; readonly own: boolean }>;

/** The addresses of the brief's link definitions, by their labels in normal form. */
export type Targets = ReadonlyMap<string, { readonly target: string; readonly url: Span }>;

/** A link whose address stands in the block, or in a definition elsewhere: then `url` has its place in the document. */
export interface LocalLink {
  readonly link: InlineLink;
  readonly isUrlElsewhere: boolean;
}

/** In offsets from the block's start and indexes of its own insights. */
export interface CitationReading {
  readonly citations: readonly Citation[];
  readonly figureReferences: readonly FigureReference[];
  readonly links: readonly LocalLink[];
  readonly slips: readonly Slip[];
  readonly evidence: ReadonlyMap<InsightDraft | TableDraft, Evidence>;
  /** It looked for the definition of a link. */
  readonly usesTargets: boolean;
}

const NOTHING_READ: CitationReading = {
  citations: NONE,
  figureReferences: NONE,
  links: NONE,
  slips: NONE,
  evidence: new Map(),
  usesTargets: false,
};

/** @param text the block's text */
export function readCitations(
  text: string,
  reading: BlockReading,
  declared: Declared,
  figures: FigureFacts,
  targets: Targets,
): CitationReading {
  if (reading.leaves.length === 0) return NOTHING_READ;
  const citations: Citation[] = [];
  const figureReferences: FigureReference[] = [];
  const links: LocalLink[] = [];
  const slips: Slip[] = [];
  const gathered = new Map<InsightDraft | TableDraft, Held>();
  const insightOf = new Map(reading.drafts.map((draft, index) => [draft, index]));
  let usesTargets = false;

  for (const leaf of reading.leaves) {
    const owner = leaf.draft ?? leaf.table;
    const held: Held = (owner && gathered.get(owner)) ?? { citations: [], own: false, link: false, textual: false };
    if (owner) gathered.set(owner, held);
    const insight = leaf.draft ? (insightOf.get(leaf.draft) ?? null) : null;
    const at = (span: Span): Span => ({ start: leaf.start + span.start, end: leaf.start + span.end });
    const cite = (found: Citation) => {
      citations.push(found);
      held.citations.push(found);
    };

    const slip = ({ kind, reason, replacement, ...mark }: SlipSyntax) => {
      const span = at(mark.span);
      if (kind === 'textual') held.textual = true;
      if (kind === 'artifact' && isLink(text.slice(span.start, span.end))) held.link = true;
      slips.push({ kind, span, reason, insight, ...(replacement ? { replacement } : {}) });
    };

    const citedLinks = new Set<number>();
    const declares = leaf.entryContent ? ownNumbers(leaf.entryContent) : null;
    for (const mark of leaf.facts.marks) {
      const span = at(mark.span);
      if (declares && (mark.kind !== 'citation' || declares(span.start))) continue;
      switch (mark.kind) {
        case 'citation': {
          if (leaf.entryContent && mark.form !== 'numbered' && mark.form !== 'keyed') break;
          const found = resolveCitation(mark, declared);
          if (found.kind === 'mention') {
            slips.push({ kind: 'undeclared-mention', span, reason: say('nothing declares this name'), insight });
          } else if (found.kind === 'citation') {
            const items = found.items.map((item) => movedItem(item, leaf.start));
            const url = mark.url && { value: mark.url.value, span: at(mark.url.span) };
            const whole = { start: span.start, end: leaf.start + found.end };
            const cited: Citation = { form: mark.form, span: whole, items, insight };
            cite(url ? { ...cited, url } : cited);
            if (mark.ifDeclared && mark.form === 'inline-link') citedLinks.add(mark.span.start);
          } else if (found.kind === 'work') held.textual = true;
          else if (mark.otherwise) slip(mark.otherwise);
          break;
        }
        case 'figure-value': {
          const idSpan = at(mark.idSpan);
          const shown = mark.shown && {
            value: text.slice(leaf.start + mark.shown.start, leaf.start + mark.shown.end),
            span: at(mark.shown),
          };
          figureReferences.push({ id: mark.id, idSpan, span, kind: 'value', insight, ...(shown ? { shown } : {}) });
          const figure = figures.get(mark.id);
          if (figure && figure.cites.length > 0) {
            cite({ form: 'key-number', span, items: figure.cites.map((id) => ({ id, span: idSpan })), insight });
          } else if (figure?.own) held.own = true;
          break;
        }
        case 'figure-mention': {
          // Like a key in running text, one without brackets ends where the longest declared one does.
          const bare = mark.idSpan.end === mark.span.end && !figures.has(mark.id);
          const id = (bare && longestDeclaredPrefix(mark.id, figures)) || mark.id;
          const cut = mark.id.length - id.length;
          const idSpan = at({ start: mark.idSpan.start, end: mark.idSpan.end - cut });
          figureReferences.push({ id, idSpan, span: { ...span, end: span.end - cut }, kind: 'mention', insight });
          break;
        }
        case 'own':
          held.own = true;
          break;
        default:
          slip(mark);
      }
    }
    if (!leaf.entryContent && leaf.footnote === null) readLinks(leaf, insight, held, citedLinks);
  }

  function readLinks(leaf: Leaf, insight: number | null, held: Held, cited: ReadonlySet<number>): void {
    const at = (span: Span): Span => ({ start: leaf.start + span.start, end: leaf.start + span.end });
    for (const link of leaf.facts.links) {
      if (cited.has(link.span.start)) continue;
      const shown = at(link.textSpan);
      const label = link.label && at(link.label);
      const name = label ? text.slice(label.start + 1, label.end - 1) : null;
      if (label && name && (/^[0-9]{1,4}$/.test(name) || name.startsWith('@'))) {
        const id = name.replace(/^@/, '');
        const citation: Citation = {
          form: 'reference-link',
          span: label,
          items: [{ id, span: { start: label.end - 1 - id.length, end: label.end - 1 } }],
          insight,
        };
        citations.push(citation);
        held.citations.push(citation);
        continue;
      }
      usesTargets ||= !link.url;
      const found = link.url
        ? { url: at(link.url), target: text.slice(leaf.start + link.url.start, leaf.start + link.url.end) }
        : targets.get(normalLabel(name ?? text.slice(shown.start, shown.end)));
      if (!found?.target || !isWebLink(found.target)) continue;
      held.link = true;
      const url = { value: found.target, span: found.url };
      links.push({
        link: { span: at(link.span), text: text.slice(shown.start, shown.end), url, insight },
        isUrlElsewhere: !link.url,
      });
    }
  }

  const evidence: ReadonlyMap<InsightDraft | TableDraft, Evidence> = gathered;
  for (const held of evidence.values()) held.citations = kept(inOrder(held.citations));
  return {
    citations: kept(inOrder(citations)),
    figureReferences: kept(figureReferences),
    links: kept(links),
    slips: kept(slips),
    evidence,
    usesTargets,
  };
}

/**
 * In an entry of a sources section only citations count, and its own `[n]` declares.
 *
 * @returns whether a place is in the own number of an entry, to be asked of places in order
 */
function ownNumbers(entryContent: ReadonlyMap<number, number>): (at: number) => boolean {
  const numbers = [...entryContent];
  let next = 0;
  return (at) => {
    while (next < numbers.length && (numbers[next]?.[1] ?? 0) < at) next++;
    return at >= (numbers[next]?.[0] ?? Number.POSITIVE_INFINITY);
  };
}

/** What the figures of a brief bring along; of several with one id, the last counts. */
export function figureFacts(figures: readonly Figure[]): FigureFacts {
  const facts = new Map<string, { cites: readonly string[]; own: boolean }>();
  for (const { id, cites, own } of figures)
    if (id) facts.set(id.value, { cites: cites.map(({ value }) => value), own });
  return facts;
}

/** The addresses of link definitions; of several with one label, the first counts. */
export function targetsOf(definitions: readonly Definition[]): Targets {
  const targets = new Map<string, { target: string; url: Span }>();
  for (const { label, target, url } of definitions) {
    const name = normalLabel(label);
    if (!targets.has(name)) targets.set(name, { target, url });
  }
  return targets;
}

/** Labels match without regard to case and runs of white space (CommonMark 0.31, "matches"). */
function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Whether what an assistant left has the address of its source behind it. */
function isLink(artifact: string): boolean {
  return /\]\((?:https?:\/\/|www\.)/i.test(artifact);
}

function isWebLink(url: string): boolean {
  return /^(?:https?:\/\/|www\.|doi:)/i.test(url);
}

/** Whether a citation writes the ids that it cites: a key number and the names of authors bring them along in other words. */
export function writesIds({ form }: Pick<Citation, 'form'>): boolean {
  return form !== 'key-number' && form !== 'author-year';
}

/** Runs of citations with nothing but white space, a comma or nothing between them. */
export function clustersOf(text: string, citations: readonly Citation[]): (readonly Citation[])[] {
  const clusters: Citation[][] = [];
  for (const citation of citations) {
    // These are text of their sentence; that they cite does not join them to the citations beside them.
    if (!writesIds(citation)) continue;
    const cluster = clusters.at(-1);
    const before = cluster?.at(-1);
    const close =
      before &&
      before.insight === citation.insight &&
      /^[ \t]*[,，]?[ \t]*$/.test(text.slice(before.span.end, citation.span.start));
    if (cluster && close) cluster.push(citation);
    else clusters.push([citation]);
  }
  return clusters;
}
