/** Finds out which paragraphs of an article the numbers of its summary count, by where the summary's facts stand. */

import { isNumber } from '../../base/messages';
import { relink } from '../../brief/parseBrief';
import type { Brief, Passage } from '../../brief/types';
import { evidenceOf } from '../../evidence/brief';
import { rankerOf } from '../../evidence/candidates';
import { readByline } from '../text/byline';
import { isHeadingLike } from '../text/words';
import type { Fit } from './numbersRead';

export interface Numbering {
  readonly passages: readonly string[];
  readonly fit: Fit;
}

/**
 * Chooses the paragraphs that count as passages: all, all but the title and byline, or all but these and headings. The choice
 * that fits the claims best is taken. If two fit equally, the one that leaves out more is taken.
 *
 * @param brief cites the passages of a source, whose `text` is `path`
 */
export function numberPassages(brief: Brief, path: string, paragraphs: readonly string[]): Numbering {
  const all = paragraphs
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((each) => !SAYS_NOTHING.test(each));
  const withoutHead = all.slice(endOfHead(brief, all));
  const text = withoutHead.filter((each) => !isHeadingLike(each));
  let best: (Numbering & { readonly score: number }) | null = null;
  for (const passages of [text, withoutHead, all]) {
    if (passages.length === 0) continue;
    const { fit, score } = fitOf(brief, path, passages);
    if (!best || score > best.score) best = { passages, fit, score };
  }
  return best ?? { passages: all, fit: { found: 0, elsewhere: 0, notFound: 0 } };
}

/** Returns the numbers that a brief cites; empty if it cites in other ways, too. */
export function numbersCited({ citations }: Brief): readonly number[] {
  const ids = new Set(citations.flatMap(({ items }) => items.map(({ id }) => id)));
  return [...ids].every(isNumber) ? [...ids].map(Number) : [];
}

/** Fewest numbers and quotations that tell something about a fit. */
const FEWEST_TELLING = 4;

/**
 * Returns the reason why numbers can't cite passages of an article, if its text shows one; else null.
 *
 * @returns `beyond`: a number is higher than the last passage. `misfit`: facts stand in other passages
 */
export function whyNoPassages(numbers: readonly number[], passages: number, fit: Fit): 'beyond' | 'misfit' | null {
  if (Math.max(...numbers) > passages) return 'beyond';
  const { found, elsewhere, notFound } = fit;
  const isTelling = found + elsewhere + notFound >= FEWEST_TELLING;
  return isTelling && (found === 0 || found < elsewhere) ? 'misfit' : null;
}

/** A paragraph without letters, which a reader of copies takes for a rule or a page number. */
const SAYS_NOTHING = /^[^\p{L}]*$/u;

/** Counts the paragraphs at the start that give the title, the publisher and the date of the article. */
function endOfHead({ frontMatter, sources }: Brief, paragraphs: readonly string[]): number {
  const titles = new Set(
    [frontMatter?.title, ...sources.map(({ title }) => title)].map((title) => comparable(title?.value ?? '')),
  );
  const start = paragraphs.findIndex((each, i) => !titles.has(comparable(each)) && readByline(each, i === 0) === null);
  return Math.max(0, start);
}

function comparable(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function fitOf(brief: Brief, path: string, passages: readonly string[]): { readonly fit: Fit; readonly score: number } {
  const read = passages.map((text): Passage => ({ text, from: 'text', path }));
  const linked = relink(brief, { texts: [{ path, passages: read }] });
  const counts = { found: 0, elsewhere: 0, notFound: 0 };
  for (const { numbers, quotations } of evidenceOf(linked).insights)
    for (const { verdict } of [...numbers, ...quotations]) {
      if (verdict === 'found' || verdict === 'differs') counts.found++;
      else if (verdict === 'elsewhere') counts.elsewhere++;
      else if (verdict === 'notFound') counts.notFound++;
    }
  // A claim without numbers fits if it cites the passage that is most like it.
  const ranker = rankerOf(linked);
  const alike = linked.insights.filter(({ text, cites }) => cites.includes(ranker.alike(text)[0] ?? '')).length;
  return { fit: counts, score: 2 * counts.found + alike };
}
