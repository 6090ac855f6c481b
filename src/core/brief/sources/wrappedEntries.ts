/** Entries that go on in blocks of their own: fields below a heading, or paragraphs as converters of PDF leave them. */
import { derive } from '../../base/derive';
import { contains, firstFrom, type Span, startingIn } from '../../base/text';
import type { EntryHead, FieldsBlock, PlacedReading } from '../blocks/drafts';
import type { Field, SourceDeclaration } from '../types';

/** The parts of lists of sources, each kind in document order. */
export type EntryParts = Pick<PlacedReading, 'entries' | 'works' | 'heads' | 'fields'>;

/** Most units of white space and marks between the parts of an entry that stand next to each other. */
const NEXT = 8;
/** The share of the headings of one level that must be entries. */
const MOST_HEADS = 0.8;
/** Fewest fields that make a single heading an entry. */
const LEAST_FIELDS = 2;

/** A heading that is an entry, and the parts below it. */
interface Headed {
  readonly head: EntryHead;
  /** Its fields; for a number in brackets, else the first work below it. */
  readonly fields: FieldsBlock | SourceDeclaration | null;
  /** The span of the whole entry, as far as it was read. */
  readonly end: number;
}

/**
 * Joins headings with the fields below them, and entries without an address with the fields right behind them: each is one source.
 */
export function joinHeaded(body: EntryParts): EntryParts {
  const { heads, fields, entries, works } = body;
  if (heads.length === 0 && (fields.length === 0 || entries.length === 0)) return body;
  const headed = headedIn(body, heads, Number.POSITIVE_INFINITY);
  const made = headed.map(({ head, fields: below, end }) => entryOf(head, below, end));
  const isTaken = within(made);
  const parts = new Map<SourceDeclaration, FieldsBlock>();
  for (const block of fields) {
    const entry = entries[firstFrom(entries, block.span.start) - 1];
    if (entry && !isTaken(block) && !parts.has(entry) && isOf(entry, block, heads)) parts.set(entry, block);
  }
  if (headed.length === 0 && parts.size === 0) return body;
  const isPart = within([...parts.values()]);
  const isLeft = (one: SourceDeclaration) => !isTaken(one) && !isPart(one);
  const joined = entries.filter(isLeft).map((entry) => {
    const block = parts.get(entry);
    return block ? entryOf(entry, block, Math.max(entry.span.end, block.span.end)) : entry;
  });
  const isNumbered = ({ idSpan }: SourceDeclaration) => idSpan.start < idSpan.end;
  return {
    ...body,
    entries: [...joined, ...made.filter(isNumbered)].sort(inOrder),
    works: [...works.filter(isLeft), ...made.filter((one) => !isNumbered(one))].sort(inOrder),
  };
}

/** True if a block of fields belongs to an entry: it stands in it, or right behind it, and the entry has no address. */
function isOf(entry: SourceDeclaration, { span }: FieldsBlock, heads: readonly EntryHead[]): boolean {
  if (contains(entry.span, span)) return true;
  const isNext =
    span.start - entry.span.end <= NEXT && startingIn(heads, { start: entry.span.end, end: span.start }).length === 0;
  return isNext && !entry.url && !entry.doi;
}

function inOrder(one: SourceDeclaration, other: SourceDeclaration): number {
  return one.span.start - other.span.start;
}

/** Makes a function that tells whether something stands in one of several stretches, which are in order and apart. */
function within(outer: readonly { readonly span: Span }[]): (one: SourceDeclaration) => boolean {
  return ({ span }) => {
    const last = outer[firstFrom(outer, span.start + 1) - 1];
    return last !== undefined && contains(last.span, span);
  };
}

/** @param end where the text ends that `heads` stand over */
function headedIn(body: EntryParts, heads: readonly EntryHead[], end: number): Headed[] {
  if (heads.length === 0) return [];
  const level = Math.min(...heads.map((head) => head.level));
  const starts = heads.flatMap((head, index) => (head.level === level ? [{ head, index }] : []));
  const first = starts[0]?.index ?? 0;
  const found = starts.map(({ head, index }, i) => {
    const next = starts[i + 1]?.index ?? heads.length;
    const stop = heads[next]?.span.start ?? end;
    return { ...entryUnder(body, head, stop), below: heads.slice(index + 1, next), stop };
  });
  const likely = found.filter(({ head }) => !head.isOfList);
  const headed = likely.filter(({ isEntry }) => isEntry);
  const isSure =
    headed.length > 1 || headed.some(({ head, fields }) => head.isMarked || countOf(fields) >= LEAST_FIELDS);
  const areEntries = isSure && headed.length >= likely.length * MOST_HEADS;
  return [
    ...headedIn(body, heads.slice(0, first), heads[first]?.span.start ?? end),
    ...found.flatMap((one) => (areEntries && one.isEntry ? [one] : headedIn(body, one.below, one.stop))),
  ];
}

function countOf(fields: Headed['fields']): number {
  return fields && 'count' in fields ? fields.count : 0;
}

/** Tells whether a heading is an entry: it has an address itself, or below it stand the fields of one source. */
function entryUnder(body: EntryParts, head: EntryHead, stop: number): Headed & { readonly isEntry: boolean } {
  const below = nearBelow(head, stop, [body.fields, body.entries, body.works]);
  const [fields = []] = below;
  const isOther = ({ span }: SourceDeclaration) => !fields.some((block) => contains(block.span, span));
  const [entries, works] = [below[1]?.filter(isOther) ?? [], below[2]?.filter(isOther) ?? []];
  const addressed = works.filter(({ url, doi }) => url ?? doi);
  const [first = null] = [...fields, ...(head.isMarked ? addressed : [])];
  const isAlone = head.isMarked || (fields.length <= 1 && addressed.length === 0);
  const isEntry =
    !head.isOfList && entries.length === 0 && isAlone && (head.isMarked || head.url !== undefined || first !== null);
  const end = Math.max(head.span.end, ...below.flat().map(({ span }) => span.end));
  return { head, fields: first, end, isEntry };
}

/** Returns the parts of each list that stand below a heading, each near the part before it. */
function nearBelow(
  { span }: EntryHead,
  stop: number,
  lists: readonly (readonly SourceDeclaration[])[],
): readonly (readonly SourceDeclaration[])[] {
  const all = lists.map((list) => startingIn(list, { start: span.end, end: stop }));
  let end = span.end;
  for (const part of all.flat().sort((a, b) => a.span.start - b.span.start)) {
    if (part.span.start - end > FARTHEST) break;
    end = Math.max(end, part.span.end);
  }
  return all.map((list) => list.filter((part) => part.span.end <= end));
}

const entryOf = derive(
  (
    entry: EntryHead | SourceDeclaration,
    below: FieldsBlock | SourceDeclaration | null,
    end: number,
  ): SourceDeclaration => {
    const span = { start: entry.span.start, end };
    const { title = below?.title, url = below?.url, doi = below?.doi, accessed = below?.accessed } = entry;
    const { publisher = below?.publisher, published = below?.published } = entry;
    const other = entry.title && below?.title && !('count' in below) ? [below.title] : [];
    const besides = [...(entry.besides ?? []), ...other, ...(below?.besides ?? [])].filter(isBeside(title));
    return {
      id: entry.id === '' ? (url?.value ?? doi?.value ?? '') : entry.id,
      ...{ idSpan: entry.idSpan, span, declaredIn: 'section', quotes: [] },
      authors: entry.authors.length > 0 ? entry.authors : (below?.authors ?? []),
      ...(title ? { title } : {}),
      ...(url ? { url } : {}),
      ...(doi ? { doi } : {}),
      ...(publisher ? { publisher } : {}),
      ...(published ? { published } : {}),
      ...(accessed ? { accessed } : {}),
      ...(besides.length > 0 ? { besides } : {}),
    };
  },
);

/** True for a field that isn't the title. */
function isBeside(title: Field | undefined): (field: Field) => boolean {
  return ({ span }) => !title || !contains(span, title.span);
}

/** Fewest entries of such a list. */
const LEAST_ENTRIES = 3;
/** How many entries of a list have numbers for each work without one behind them, if all its works have numbers. */
const FEWEST_NUMBERED = 4;
/** Most units between an entry and what follows it. */
const FARTHEST = 1500;

/**
 * Joins the parts of a numbered list to their entries: paragraphs behind an entry that have no number, and either no
 * address or the address that the entry lacks. They are no works of their own.
 *
 * @param body its entries and works, in document order
 */
export function joinWrapped(body: EntryParts): EntryParts {
  const { entries, works } = body;
  if (entries.length < LEAST_ENTRIES || !works.some(isParagraph)) return body;
  const end = entries.at(-1)?.span.end ?? 0;
  const isLong = works.filter(({ span }) => span.start >= end).length * FEWEST_NUMBERED <= entries.length;
  const parts = new Map<SourceDeclaration, SourceDeclaration>();
  let next = 0;
  const rest = works.filter((work) => {
    while ((entries[next]?.span.end ?? Number.POSITIVE_INFINITY) <= work.span.start) next++;
    const [entry, following] = [entries[next - 1], entries[next]];
    if (!isParagraph(work) || !entry || work.doi || Number(following?.id ?? 2) < 2) return true;
    // Behind a long list whose entries have numbers, a paragraph without address is what the document ends with.
    if (!following && !work.url && isLong) return false;
    if (!isNear(entry, following ?? work)) return true;
    if (!work.url) return false;
    // The first line of a paragraph of entries is no work of its own.
    if (!following || entry.url || parts.has(entry)) return following?.span.start !== work.span.end + 1;
    parts.set(entry, work);
    return false;
  });
  if (rest.length === works.length) return body;
  const joined = parts.size === 0 ? entries : entries.map((entry) => withAddress(entry, parts.get(entry) ?? null));
  return { ...body, entries: joined, works: rest };
}

/** True for a work without authors that is no item of a list. An item begins before its text. */
function isParagraph({ span, idSpan, authors }: SourceDeclaration): boolean {
  return span.start === idSpan.start && authors.length === 0;
}

function isNear(entry: SourceDeclaration, following: SourceDeclaration): boolean {
  return following.span.start - entry.span.end <= FARTHEST;
}

const withAddress = derive(
  (entry: SourceDeclaration, part: SourceDeclaration | null): SourceDeclaration =>
    part?.url ? { ...entry, url: part.url } : entry,
);
