/** The report of an import, as a value. `reportText.ts` puts it in words. */

import type { ArticleCopy } from '../article/article';
import type { NumbersRead } from '../article/numbersRead';

/** Kind of text that an import recognised. */
export type ImportShape =
  /** A text that is a brief already: its front matter has sources or figures. */
  | 'brief'
  /** Markdown with headings. */
  | 'markdown'
  /** A text without Markdown headings, whose headings and lists were found. */
  | 'text'
  | 'web-page'
  | 'word-document';

/** Ways in which a text says where its claims come from. */
export type CitationShape =
  | 'links'
  | 'numbers'
  | 'raised numbers'
  | 'bare numbers'
  | 'footnotes'
  | 'keys'
  | 'names and years'
  | 'marks of an assistant';

/** A piece of the input that the report speaks of. */
export interface Place {
  readonly text: string;
  /** The line of the input, from 1; absent where the input has no lines, or the piece is no longer found in it. */
  readonly line?: number;
}

/** Something that the import could not place, and why. */
export interface Unplaced extends Place {
  readonly why: string;
}

export type RemovedKind = 'mark of an assistant' | 'button or notice' | 'invisible character';

export interface Removed {
  readonly kind: RemovedKind;
  readonly count: number;
  /** The first of them, at most `MOST_EXAMPLES`. */
  readonly examples: readonly Place[];
  /** All of them. */
  readonly places: readonly Place[];
}

export interface ImportReport {
  readonly shape: ImportShape;
  /** Ways in which the text cites, in the order of the type. */
  readonly citedBy: readonly CitationShape[];
  /** Counts of citations and sources in the brief. */
  readonly citations: number;
  readonly sources: number;
  /** Meaning of its numbers, if a report sums up one article, or somebody gave one; else null. */
  readonly numbers: NumbersRead | null;
  readonly links: {
    /** Count of links in the text that became citations. */
    readonly cited: number;
    /** The ids of the sources that they made. */
    readonly made: readonly string[];
  };
  /** Count of entries in lists of sources that had no number and got one. */
  readonly numbered: number;
  /** Sources that were listed twice: the removed id, and the id that replaces it. */
  readonly merged: readonly { readonly from: string; readonly into: string }[];
  /** Count of addresses that lost parameters about where a reader came from, or words to mark on the page. */
  readonly shortened: number;
  /** True if its lists of sources count from 1 again: then links and numbers stay as they are. */
  readonly countsAgain: boolean;
  readonly removed: readonly Removed[];
  /** Citations of sources that the text does not name: each has an empty entry now. */
  readonly withoutSource: readonly Place[];
  /** Marks of a source that can't be known any more. They are gone, and their claims are uncited. */
  readonly lost: readonly Place[];
  /** Marks of sources that only a chat knows. Each cites an empty entry now. */
  readonly keptMarks: readonly Place[];
  /** Words of the text that are not in the brief. */
  readonly lostWords: readonly Place[];
  /** Links that stay as they are. */
  readonly left: readonly Unplaced[];
  /** Sources that are known by the name of their site only. */
  readonly untitled: readonly string[];
}

export const MOST_EXAMPLES = 3;

/** The parts of a report that the stages of an import write, each in the order of the text. */
export interface Notes {
  readonly removed: Map<RemovedKind, string[]>;
  readonly lost: string[];
  readonly keptMarks: string[];
  readonly made: Set<string>;
  readonly merged: { from: string; into: string }[];
  readonly stubs: Set<string>;
  readonly untitled: Set<string>;
  readonly citedBy: Set<CitationShape>;
  /** Texts that were removed on purpose. The report or the documentation mentions them. */
  readonly said: string[];
  /** Words that are gone because a source has that name: words of links, and of entries that were listed twice. */
  readonly named: { readonly words: string; readonly id: string }[];
  /** True if lines above the body name a publisher and a date. */
  hasByline: boolean;
  /** Meaning of the numbers, once it is known. */
  numbers: NumbersRead | null;
  /** The text of the article that is summed up, to be kept beside the brief. */
  copy: ArticleCopy | null;
  /** Count of links that became citations. */
  cited: number;
  numbered: number;
  shortened: number;
  countsAgain: boolean;
}

export function createNotes(): Notes {
  return {
    removed: new Map(),
    lost: [],
    keptMarks: [],
    made: new Set(),
    merged: [],
    stubs: new Set(),
    untitled: new Set(),
    citedBy: new Set(),
    said: [],
    named: [],
    hasByline: false,
    numbers: null,
    copy: null,
    cited: 0,
    numbered: 0,
    shortened: 0,
    countsAgain: false,
  };
}

/**
 * Notes one thing that was taken out.
 *
 * @param kept the words of it that stay
 */
export function noteRemoved({ removed, said }: Notes, kind: RemovedKind, text: string, kept = ''): void {
  said.push(text.replace(kept, () => ' '));
  const texts = removed.get(kind);
  if (texts) texts.push(text);
  else removed.set(kind, [text]);
}
