/** A text that a report sums up. The report's numbers cite passages of that text. */

import type { SourceTexts } from '../../brief/types';

export interface Article {
  /** Paragraphs, headings and list items of the article, in order. */
  readonly paragraphs: readonly string[];
  /** Fields of the source, as the article itself gives them. */
  readonly source: SourceTexts;
  /** Path of its copy, relative to the brief. */
  readonly path: string;
}

/** A copy that is to be written. */
export interface ArticleCopy {
  readonly path: string;
  readonly text: string;
}

/**
 * Returns the path for a copy of an article. The caller counts up until a name is free. No name is one that an author would
 * use.
 */
export function articlePath(count: number): string {
  return `sources/article${count === 1 ? '' : `-${count}`}.txt`;
}

/** A copy in which each paragraph is one line, so that it has the passages that were counted. */
export function copyOf(passages: readonly string[]): string {
  return `${passages.join('\n\n')}\n`;
}
