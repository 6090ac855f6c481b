/** The state that all parts of a document share while it is written. */
import type { ICommentOptions } from 'docx';
import { isSourceList, type Notes } from './notes';
import { type Element, elementsBelow, findIn, hasClass, textOf } from './page';

export interface Writing {
  readonly notes: Notes;
  /** The names of bookmarks, by the anchors that links of the page lead to, with their `#`. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** The anchors of figures that have a number. */
  readonly numbered: ReadonlySet<string>;
  /** Files that were read from the brief's folder, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The width of the text, in twentieths of a point. */
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
  /** The heading of the page's list of sources; empty if there is none. */
  readonly sources: string;
  /** The comments of people, in the order of the text; filled while it is written. */
  readonly comments: ICommentOptions[];
  /** True within a footnote, which can't hold a table. */
  readonly inNote: boolean;
  /** Counts the numbered lists. Each starts at its own number. */
  readonly nextList: () => number;
}

/** Twentieths of a point in a pixel of a picture. */
export const TWIPS_IN_PIXEL = 15;

/** The bookmarks of headings, figures and tiles: of all that keeps its anchor in the document. */
export function bookmarksOf(page: Element): Map<string, string> {
  const bookmarks = new Map<string, string>();
  for (const element of elementsBelow(page)) {
    const { id } = element.attributes;
    if (!id) continue;
    const isKept = element.name === 'figure' || /^h[1-6]$/.test(element.name) || hasClass(element, 'tile');
    // Names have only letters and digits. Word doesn't list names that start with "_" among the author's own.
    if (isKept) bookmarks.set(`#${id}`, `_place${bookmarks.size + 1}`);
  }
  return bookmarks;
}

/** The heading of the list of sources, or empty. */
export function sourcesHeading(page: Element): string {
  let heading: Element | null = null;
  for (const element of elementsBelow(page)) {
    if (/^h[1-6]$/.test(element.name)) heading = element;
    if (isSourceList(element)) return heading ? textOf(heading) : '';
  }
  return '';
}

export function numberedIn(page: Element): Set<string> {
  const figures = [...elementsBelow(page)].filter(({ name }) => name === 'figure');
  const named = figures.filter((figure) => numberOf(findIn(figure, (each) => hasClass(each, 'figure-name'))) !== null);
  return new Set(named.map(({ attributes }) => `#${attributes['id']}`));
}

/** "Figure 2" as its word and its number. */
export function numberOf(name: Element | null): { readonly word: string; readonly number: string } | null {
  const [, word = '', number] = /^(.*?)(\d+)$/s.exec(name ? textOf(name) : '') ?? [];
  return number === undefined ? null : { word: word.replace(/ $/, '\u00a0'), number };
}

/** Returns the property of a paragraph that tells its direction. */
export function sideOf(direction: string): { readonly bidirectional?: true } {
  return direction === 'rtl' ? { bidirectional: true } : {};
}
