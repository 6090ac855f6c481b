/** Finds quotations in a text, and their words in passages of sources. */
import { type Difference, differencesOf } from './differences';
import { type Part, partsOf } from './parts';
import { type Found, findNear, findSame } from './search';
import { type PreparedPassage, readWords, type Words } from './words';

export { correctQuotation } from './corrections';
export type { Difference } from './differences';
export { findQuotations } from './findQuotations';

/** The place of a quotation in a passage. */
export type QuotationMatch =
  | { readonly kind: 'found'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'altered';
      readonly start: number;
      readonly end: number;
      /** Differences in order; at least one. */
      readonly differences: readonly Difference[];
    };

export function preparePassage(text: string): PreparedPassage {
  return { text, words: readWords(text), joined: PARTED.test(text) ? readWords(text, { join: true }) : null };
}

const PARTED = /\p{L}[-‐\u00AD]\s*[\r\n]\s*\p{L}/u;

/**
 * Looks a quotation up in one passage. Only words count: white space, dashes, quotation marks, other punctuation, emphasis and
 * case don't. An ellipsis (`…`, `...`, `[...]`, `……`) or words in brackets stand for anything, so that the parts around it need
 * only come in order.
 *
 * @param quotation the words between the quotation marks
 * @param exactly looks for the very words only, which is many times cheaper
 * @returns `altered` if up to about a quarter of the words differ, null if more do
 */
export function matchQuotation(
  quotation: string,
  passage: string | PreparedPassage,
  exactly = false,
): QuotationMatch | null {
  const prepared = typeof passage === 'string' ? preparePassage(passage) : passage;
  const parts = partsOf(quotation);
  if (parts.length === 0) return null;
  return (
    matchIn(prepared.words, parts, prepared.text, findSame) ??
    (prepared.joined && matchIn(prepared.joined, parts, prepared.text, findSame)) ??
    (exactly ? null : matchIn(prepared.words, parts, prepared.text, findNear))
  );
}

/** Finds the parts one after the other. */
function matchIn(
  words: Words,
  parts: readonly Part[],
  text: string,
  find: (part: Words, words: Words, from: number) => Found | null,
): QuotationMatch | null {
  const differences: Difference[] = [];
  let from = 0;
  let start: number | null = null;
  let end = 0;
  for (const { words: part } of parts) {
    const found = findSame(part, words, from) ?? find(part, words, from);
    if (!found) return null;
    differences.push(...differencesOf(found.steps, part, words));
    start ??= words.spans[found.first]?.start ?? 0;
    end = words.spans[found.last]?.end ?? text.length;
    from = found.last + 1;
  }
  if (start === null) return null;
  return differences.length === 0 ? { kind: 'found', start, end } : { kind: 'altered', start, end, differences };
}
