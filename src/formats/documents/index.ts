/** Cuts the local copy of a source into passages: its paragraphs, headings, list items and table rows. */

import { say } from '../../core/base/say';
import type { Passage } from '../../core/brief/types';
import { passagesOf } from './blocks';
import { readHtml } from './html';
import { readMarkdown } from './markdown';
import { readPlainText } from './plainText';

/** A text of more passages than this is not a source to cite from, but a data set. */
const MOST_PASSAGES = 20_000;

export type DocumentReading = { readonly passages: readonly Passage[] } | { readonly refused: string };

/**
 * Reads a text, a Markdown file or a web page. Never throws.
 *
 * @param text the whole file; spans of the passages are UTF-16 offsets in it
 * @param file its path as the brief writes it, whose extension tells the format, and its URI
 * @returns its passages in order, or why it is not read: a sentence
 */
export function readDocument(text: string, file: { readonly path: string; readonly uri: string }): DocumentReading {
  const whole = { start: 0, end: text.length };
  const read = /\.html?$/i.test(file.path) ? readHtml : /\.md$/i.test(file.path) ? readMarkdown : readPlainText;
  const passages = passagesOf(read(text, whole), file);
  if (passages.length > MOST_PASSAGES)
    return {
      refused: say('It has more than {0} paragraphs and rows. Keep the part that the brief cites.', MOST_PASSAGES),
    };
  return { passages };
}
