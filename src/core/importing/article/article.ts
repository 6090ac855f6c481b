/** A text that a report sums up, whose passages the numbers of that cite. */

import type { SourceTexts } from '../../brief/types';

export interface Article {
  /** Its paragraphs, headings and list items, in order. */
  readonly paragraphs: readonly string[];
  /** What it says of itself. */
  readonly source: SourceTexts;
  /** The path that its copy takes beside the brief. */
  readonly path: string;
}

/** A copy that is to be written. */
export interface ArticleCopy {
  readonly path: string;
  readonly text: string;
}

/** Where copies of articles are kept, by the first name that is free. None of the names is an author's. */
export function articlePath(count: number): string {
  return `sources/article${count === 1 ? '' : `-${count}`}.txt`;
}

/** A copy in which each paragraph is one line, so that it has the passages that were counted. */
export function copyOf(passages: readonly string[]): string {
  return `${passages.join('\n\n')}\n`;
}
