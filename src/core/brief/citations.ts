/** Turns what the grammar found in the leaves of a block into citations, figure references, links and slips. */

import { derive } from '../base/derive';
import { kept, NONE } from '../base/same';
import { say } from '../base/say';
import type { Local, LocalSpan, Span } from '../base/text';
import { isCitedColumn } from '../document/citations/glued';
import type { CitationSyntax } from '../document/citations/types';
import { inside } from '../document/moved';
import type { BlockReading, Definition, InsightDraft, Leaf, TableDraft } from './blocks/drafts';
import type { LinkSyntax } from './blocks/leafFacts';
import { type Declared, isRaised, longestDeclaredPrefix, resolveCitation } from './blocks/resolve';
import type { Citation, Figure, FigureReference, InlineLink, Slip } from './types';

type SlipSyntax = Extract<CitationSyntax, { readonly reason: string }>;

/** All that one insight or table can rest on by its own texts. */
export interface Evidence {
  citations: readonly Local<Citation>[];
  own: boolean;
  link: boolean;
  textual: boolean;
}

/** {@link Evidence} while it is gathered. */
interface Held extends Evidence {
  citations: Local<Citation>[];
}

/** Returns citations in order of their starts. Most lists are in order already, and stay the same object. */
function inOrder(citations: readonly Local<Citation>[]): readonly Local<Citation>[] {
  const isInOrder = citations.every(({ span }, i) => i === 0 || (citations[i - 1]?.span.start ?? 0) <= span.start);
  return isInOrder ? citations : citations.toSorted((a, b) => a.span.start - b.span.start);
}

/** Sources and own judgement of figures, by their ids. A text that names a figure takes these over. */
export type FigureFacts = ReadonlyMap<string, { readonly cites: readonly string[]; readonly own: boolean }>;

/** The addresses of the brief's link definitions, by their labels in normal form. */
export type Targets = ReadonlyMap<string, { readonly target: string; readonly url: Span }>;

/** A link of a block. */
export interface LocalLink {
  /** The link. If its address stands in a definition elsewhere, the span of `url` is that of the link. */
  readonly link: Local<InlineLink>;
  /** The address in that definition; null if it stands in the link. */
  readonly definedAt: Span | null;
}

/** Citations, links and slips of a block, with indexes of its own insights. */
export interface CitationReading {
  readonly citations: readonly Local<Citation>[];
  readonly figureReferences: readonly Local<FigureReference>[];
  readonly links: readonly LocalLink[];
  readonly slips: readonly Local<Slip>[];
  readonly evidence: ReadonlyMap<InsightDraft | TableDraft, Evidence>;
  /** True if the block looked for the definition of a link. */
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
  const reader = new CitationReader(text, declared, figures, targets);
  for (const leaf of reading.leaves)
    reader.readLeaf(leaf, leaf.footnote !== null && !!reading.footnotes[leaf.footnote]?.source);
  return reader.found();
}

/** The leaf that is being read, the index of its insight, and the evidence of its insight or table. */
interface Here {
  readonly leaf: Leaf;
  readonly isWork: boolean;
  readonly insight: number | null;
  readonly held: Held;
}

type Mark<K extends CitationSyntax['kind']> = Extract<CitationSyntax, { readonly kind: K }>;

/** Reads the leaves of one block. */
class CitationReader {
  private readonly text: string;
  private readonly declared: Declared;
  private readonly figures: FigureFacts;
  private readonly targets: Targets;
  private readonly citations: Local<Citation>[] = [];
  private readonly figureReferences: Local<FigureReference>[] = [];
  private readonly links: LocalLink[] = [];
  private readonly slips: Local<Slip>[] = [];
  private readonly gathered = new Map<InsightDraft | TableDraft, Held>();
  private usesTargets = false;

  constructor(text: string, declared: Declared, figures: FigureFacts, targets: Targets) {
    this.text = text;
    this.declared = declared;
    this.figures = figures;
    this.targets = targets;
  }

  /** @param isWork true for the text of a footnote that is a source */
  readLeaf(leaf: Leaf, isWork: boolean): void {
    const owner = leaf.draft ?? leaf.table;
    const held: Held = (owner && this.gathered.get(owner)) ?? {
      citations: [],
      own: false,
      link: false,
      textual: false,
    };
    if (owner) this.gathered.set(owner, held);
    const here: Here = { leaf, isWork, insight: leaf.draft?.index ?? null, held };
    let citedLinks: Set<number> | null = null;
    const declares = leaf.entryContent ? ownNumbers(leaf.entryContent) : null;
    for (const mark of leaf.facts.marks) {
      if (declares && (mark.kind !== 'citation' || declares(leaf.start + mark.span.start))) continue;
      if (this.readMark(mark, here) === 'link') {
        citedLinks ??= new Set();
        citedLinks.add(mark.span.start);
      }
    }
    if (leaf.entryContent || leaf.footnote !== null) return;
    for (const link of leaf.facts.links) if (!citedLinks?.has(link.span.start)) this.readLink(link, here);
  }

  found(): CitationReading {
    const evidence: ReadonlyMap<InsightDraft | TableDraft, Evidence> = this.gathered;
    for (const held of evidence.values()) held.citations = kept(inOrder(held.citations));
    return {
      citations: kept(inOrder(this.citations)),
      figureReferences: kept(this.figureReferences),
      links: kept(this.links),
      slips: kept(this.slips),
      evidence,
      usesTargets: this.usesTargets,
    };
  }

  private cite(citation: Local<Citation>, { held }: Here): void {
    this.citations.push(citation);
    held.citations.push(citation);
  }

  /** @returns `link` where the mark is a link that was taken for a citation */
  private readMark(mark: CitationSyntax, here: Here): 'link' | null {
    switch (mark.kind) {
      case 'citation':
        return this.readCitation(mark, here);
      case 'figure-value':
        this.readValue(mark, here);
        return null;
      case 'figure-mention':
        this.readMention(mark, here);
        return null;
      case 'own':
        here.held.own = true;
        return null;
      default:
        this.readSlip(mark, here);
        return null;
    }
  }

  private readCitation(mark: Mark<'citation'>, here: Here): 'link' | null {
    const { leaf, isWork, insight, held } = here;
    if (leaf.entryContent && mark.form !== 'numbered' && mark.form !== 'keyed') return null;
    // In a table, such a sign marks a note of its own, unless the text cites by signs only.
    if (leaf.table && mark.ifDeclared && isRaised(mark) && (this.declared.brackets || this.declared.glued)) return null;
    if (mark.bare === 'cell' && !(leaf.table && citedCells(leaf.table).has(leaf.start))) return null;
    // The authors and the number of a work are its own.
    if (isWork && mark.form === 'author-year') return null;
    const found = resolveCitation(
      isWork && mark.form === 'numbered' ? { ...mark, ifDeclared: true } : mark,
      this.declared,
    );
    const span = inside(mark.span, leaf);
    if (found.kind === 'mention')
      this.slips.push({ kind: 'undeclared-mention', span, reason: say('nothing declares this name'), insight });
    else if (found.kind === 'work') held.textual = true;
    else if (found.kind === 'citation') {
      const items = found.items.map((item) => ({ ...item, span: inside(item.span, leaf) }));
      const url = mark.url && { value: mark.url.value, span: inside(mark.url.span, leaf) };
      const whole = { start: span.start, end: leaf.start + found.end };
      const cited: Local<Citation> = { form: mark.form, span: whole, items, insight };
      this.cite(url ? { ...cited, url } : cited, here);
      if (mark.ifDeclared && mark.form === 'inline-link') return 'link';
    } else if (mark.otherwise) this.readSlip(mark.otherwise, here);
    return null;
  }

  private readValue({ id, span: written, idSpan: writtenId, shown: words }: Mark<'figure-value'>, here: Here): void {
    const { leaf, insight, held } = here;
    const [span, idSpan] = [inside(written, leaf), inside(writtenId, leaf)];
    const shownSpan = words && inside(words, leaf);
    const shown = shownSpan && { value: this.text.slice(shownSpan.start, shownSpan.end), span: shownSpan };
    this.figureReferences.push({ id, idSpan, span, kind: 'value', insight, ...(shown ? { shown } : {}) });
    const figure = this.figures.get(id);
    if (figure && figure.cites.length > 0)
      this.cite(
        { form: 'key-number', span, items: figure.cites.map((cited) => ({ id: cited, span: idSpan })), insight },
        here,
      );
    else if (figure?.own) held.own = true;
  }

  /** Like a key in running text, a mention without brackets ends where the longest declared id does. */
  private readMention(mark: Mark<'figure-mention'>, { leaf, insight }: Here): void {
    const span = inside(mark.span, leaf);
    const bare = mark.idSpan.end === mark.span.end && !this.figures.has(mark.id);
    const id = (bare && longestDeclaredPrefix(mark.id, this.figures)) || mark.id;
    const cut = mark.id.length - id.length;
    const idSpan = inside({ start: mark.idSpan.start, end: mark.idSpan.end - cut }, leaf);
    this.figureReferences.push({ id, idSpan, span: { ...span, end: span.end - cut }, kind: 'mention', insight });
  }

  private readSlip({ kind, reason, replacement, ...mark }: SlipSyntax, { leaf, insight, held }: Here): void {
    const span = inside(mark.span, leaf);
    if (kind === 'textual') held.textual = true;
    if (kind === 'artifact' && isLink(this.text.slice(span.start, span.end))) held.link = true;
    this.slips.push({ kind, span, reason, insight, ...(replacement ? { replacement } : {}) });
  }

  private readLink(link: LinkSyntax, here: Here): void {
    const { leaf, insight, held } = here;
    const { text } = this;
    const shown = inside(link.textSpan, leaf);
    const label = link.label && inside(link.label, leaf);
    const name = label ? text.slice(label.start + 1, label.end - 1) : null;
    if (label && name && (/^[0-9]{1,4}$/.test(name) || name.startsWith('@'))) {
      const id = name.replace(/^@/, '');
      const items = [{ id, span: { start: label.end - 1 - id.length, end: label.end - 1 } }];
      this.cite({ form: 'reference-link', span: label, items, insight }, here);
      return;
    }
    this.usesTargets ||= !link.url;
    const found = link.url
      ? { target: text.slice(leaf.start + link.url.start, leaf.start + link.url.end) }
      : this.targets.get(normalLabel(name ?? text.slice(shown.start, shown.end)));
    if (leadsElsewhere(text, link, shown, found?.target)) held.link = true;
    if (!found?.target || !isWebLink(found.target)) return;
    held.link = true;
    const span = inside(link.span, leaf);
    const url = { value: found.target, span: link.url ? inside(link.url, leaf) : span };
    const definedAt = 'url' in found ? found.url : null;
    this.links.push({ link: { span, text: text.slice(shown.start, shown.end), url, insight }, definedAt });
  }
}

/**
 * True for a link whose address a program puts in when it makes a site: `[the survey][survey 2023]` with a label that is
 * defined in another file, `[the survey]({{base}}/2023)`.
 *
 * @param shown the words of the link
 */
function leadsElsewhere(
  text: string,
  { url, label }: LinkSyntax,
  shown: LocalSpan,
  target: string | undefined,
): boolean {
  if (url) return target?.startsWith('{{') === true;
  const words = text.slice(shown.start, shown.end);
  return (
    label !== null &&
    target === undefined &&
    /\p{L}{2}/u.test(words) &&
    !/[\p{L}\p{N}]/u.test(text[shown.start - 2] ?? '')
  );
}

/**
 * Makes a test for the own `[n]` of entries in a sources section, which declares a source and doesn't cite it. Only
 * citations count in such entries.
 *
 * @returns tells whether a place is in an entry's own number; must be asked about places in order
 */
function ownNumbers(entryContent: ReadonlyMap<number, number>): (at: number) => boolean {
  const numbers = [...entryContent];
  let next = 0;
  return (at) => {
    while (next < numbers.length && (numbers[next]?.[1] ?? 0) < at) next++;
    return at >= (numbers[next]?.[0] ?? Number.POSITIVE_INFINITY);
  };
}

/** Gathers what texts take over from the figures that they name. If several figures have one id, the last counts. */
export function figureFacts(figures: readonly Figure[]): FigureFacts {
  const facts = new Map<string, { cites: readonly string[]; own: boolean }>();
  for (const { id, cites, own } of figures)
    if (id) facts.set(id.value, { cites: cites.map(({ value }) => value), own });
  return facts;
}

/** Gathers the addresses of link definitions. If several definitions have one label, the first counts. */
export function targetsOf(definitions: readonly Definition[]): Targets {
  const targets = new Map<string, { target: string; url: Span }>();
  for (const { label, target, url } of definitions) {
    const name = normalLabel(label);
    if (!targets.has(name)) targets.set(name, { target, url });
  }
  return targets;
}

/** Returns a label as it is compared: without regard to case and runs of white space (CommonMark 0.31, "matches"). */
function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** True if the mark that an assistant left behind has the address of its source. */
function isLink(artifact: string): boolean {
  return /\]\((?:https?:\/\/|www\.)/i.test(artifact);
}

function isWebLink(url: string): boolean {
  return /^(?:https?:\/\/|www\.|doi:)/i.test(url);
}

/** True if the ids that a citation cites are written in it. A key number and an author with a year name them in other words. */
export function writesIds({ form }: Pick<Citation, 'form'>): boolean {
  return form !== 'key-number' && form !== 'author-year';
}

/** Groups citations of one insight into runs, with at most blanks and a comma between them. */
export function clustersOf(text: string, citations: readonly Local<Citation>[]): (readonly Local<Citation>[])[] {
  const clusters: Local<Citation>[][] = [];
  for (const citation of citations) {
    // Such a citation is text of its sentence, and joins no run.
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

/** The offsets of the cells in the columns of a table that cite by numbers without brackets. */
const citedCells = derive(({ rows: [, ...rows] }: TableDraft): ReadonlySet<number> => {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const cells = Array.from({ length: columns }, (_, column) => rows.flatMap((row) => row[column] ?? []));
  const cited = cells.filter((column) => isCitedColumn(column.map(({ value }) => value)));
  return new Set(cited.flatMap((column) => column.map(({ span }) => span.start)));
});
