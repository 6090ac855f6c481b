/** Entries of a numbered list that go on in paragraphs of their own, as converters of PDF leave them. */
import { derive } from '../../base/derive';
import type { SourceDeclaration } from '../types';

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
export function joinWrapped<
  T extends { readonly entries: readonly SourceDeclaration[]; readonly works: readonly SourceDeclaration[] },
>(body: T): T {
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
