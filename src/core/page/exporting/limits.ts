/** Limits on a brief in formats that are made in memory as a whole, so that no export takes 1 GB. */

import { say } from '../../base/say';
import type { Brief } from '../../brief/types';
import { exportContent } from './json';

/** Most citations of a page. Each takes up to 40 KB while it is written: its chip, its card, and the evidence of its claim. */
const MOST_CITATIONS = 20_000;
/** Most lines of one table, which is rendered as a whole. Each takes up to 10 KB. */
const MOST_LINES = 50_000;
/** Most elements of a Word document. Each takes up to 9 KB while it is written. */
const MOST_IN_WORD = 90_000;
/** Most elements of a PDF. Each takes up to 40 KB in the browser that prints it. */
const MOST_IN_PDF = 25_000;
/** Length of text that takes as much memory as an element, in UTF-16 units. */
const TEXT_OF_ELEMENT = 250;

/** Returns why a brief is too long for a page and for all formats that hold a page, in sentences. Null if it isn't too long. */
export function tooLongForPage({ blocks, citations, lines }: Brief): string | null {
  const count = citations.reduce((sum, { items }) => sum + items.length, 0);
  if (count > MOST_CITATIONS)
    return say('The brief has over 20,000 citations, too many for this format. Split it, or export it as Markdown.');
  for (const { kind, span } of blocks) {
    const first = lines.lineAt(span.start);
    if (kind === 'table' && lines.lineAt(span.end) - first > MOST_LINES)
      return say(
        'The table in line {0} has over 50,000 lines, too many for this format. Split it, or export the brief as Markdown.',
        String(first + 1),
      );
  }
  return null;
}

/**
 * Returns why the content of a page is too long for a Word document, in sentences. Null if it isn't too long.
 *
 * @param content without the data of images
 */
export function tooLongForWord(content: string): string | null {
  return elementsIn(content) <= MOST_IN_WORD
    ? null
    : say('The brief has too much text or too many cells for a Word document. Split it, or export it as HTML.');
}

/**
 * Returns why a brief is too long for a PDF, in sentences; null if it isn't. Cards of the page don't count: they aren't
 * printed.
 */
export function tooLongForPdf(brief: Brief): string | null {
  const why = tooLongForPage(brief);
  if (why !== null) return why;
  return elementsIn(exportContent(brief, {})) <= MOST_IN_PDF
    ? null
    : say('The brief has too much text or too many cells for a PDF. Split it, or export it as HTML.');
}

/** Counts the elements of some markup, and its text in elements. Nearly all elements have an end tag. */
function elementsIn(html: string): number {
  let ends = 0;
  for (let at = html.indexOf('</'); at >= 0; at = html.indexOf('</', at + 1)) ends++;
  return ends + html.length / TEXT_OF_ELEMENT;
}
