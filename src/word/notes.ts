/**
 * The notes of a Word document: an endnote for each cited source, a footnote for each remark.
 *
 * In Word, a note has one reference. The first citation of a source is that reference, and later citations are fields that
 * repeat its number. Word counts the notes, so whoever goes on writing there gets the next number. Its count would skip a mark
 * of our own, and LibreOffice would show it twice.
 */
import { type Element, elementsBelow, hasClass, isElement, textOf } from './page';

export interface Note {
  /** The number of the note, counted from 1 in the order of the text. */
  readonly id: number;
  /** The text that its reference shows. */
  readonly mark: string;
  /** Its entry in the lists of the page. */
  readonly entry: Element;
  /** The citation, or link, that is the reference. */
  readonly anchor: Element;
}

export interface Notes {
  /** Notes by the anchors of their entries, with the `#` that leads to them. */
  readonly sources: ReadonlyMap<string, Note>;
  readonly remarks: ReadonlyMap<string, Note>;
  /** Entries of sources that nothing cites. */
  readonly uncited: readonly Element[];
  /** Remarks that nothing refers to. */
  readonly unused: readonly Element[];
}

export const isSourceList = (element: Element): boolean => hasClass(element, 'sources');
export const isRemarkList = (element: Element): boolean => hasClass(element, 'notes');
export const isChip = (element: Element): boolean => hasClass(element, 'chip') && element.name === 'a';
/** True for content that a page shows only on demand, or keeps for its own script. */
export const isHidden = (element: Element): boolean =>
  (element.name === 'details' && !hasClass(element, 'fold')) ||
  hasClass(element, 'meters') ||
  hasClass(element, 'hidden') ||
  hasClass(element, 'back');

export function readNotes(page: Element): Notes {
  const lists = [...elementsBelow(page)].filter((element) => element.name === 'ol');
  const entriesOf = (list: Element | undefined) =>
    new Map(entries(list).map((entry) => [`#${entry.attributes['id']}`, entry]));
  const sources = entriesOf(lists.find(isSourceList));
  const remarks = entriesOf(lists.find(isRemarkList));
  const text = [
    ...elementsBelow(page, (element) => isSourceList(element) || isRemarkList(element) || isHidden(element)),
  ];
  const sourceNotes = new Map<string, Note>();
  const marks = anchorsOf(page, text);
  for (const anchor of marks) {
    const href = anchor.attributes['href'] ?? '';
    const entry = sources.get(href);
    if (!entry || sourceNotes.has(href)) continue;
    const id = sourceNotes.size + 1;
    sourceNotes.set(href, { id, mark: String(id), entry, anchor });
  }
  const remarkNotes = new Map<string, Note>();
  for (const anchor of text) {
    const href = anchor.attributes['href'] ?? '';
    const entry = hasClass(anchor, 'note-link') ? remarks.get(href) : undefined;
    if (!entry || remarkNotes.has(href)) continue;
    const id = remarkNotes.size + 1;
    remarkNotes.set(href, { id, mark: letters(id), entry, anchor });
  }
  return {
    sources: sourceNotes,
    remarks: remarkNotes,
    uncited: [...sources].filter(([href]) => !sourceNotes.has(href)).map(([, entry]) => entry),
    unused: [...remarks].filter(([href]) => !remarkNotes.has(href)).map(([, entry]) => entry),
  };
}

/**
 * Returns the chips that may be references. A chip of a tile, which stands before the text, may be one only if no chip of the
 * text cites its source.
 */
function anchorsOf(page: Element, text: readonly Element[]): Element[] {
  const head = new Set(
    [...elementsBelow(page)].filter((element) => hasClass(element, 'tile')).flatMap((tile) => [...elementsBelow(tile)]),
  );
  const inText = new Set(text.filter((each) => isChip(each) && !head.has(each)).map((each) => each.attributes['href']));
  return text.filter((each) => isChip(each) && (!head.has(each) || !inText.has(each.attributes['href'])));
}

function entries(list: Element | undefined): Element[] {
  return list?.children.filter(isElement) ?? [];
}

/** Returns the text of a chip without its locator. */
export function labelOf(chip: Element): string {
  return chip.children
    .filter((child) => !hasClass(child, 'locator'))
    .map(textOf)
    .join('');
}

export function locatorOf(chip: Element): string {
  const { href, 'data-source': cited = '' } = chip.attributes;
  // The number of a passage, which leads to the entry of its source.
  if (/^\d+$/.test(cited) && href?.startsWith('#') && href !== `#source-${cited}`) return `¶\u00a0${cited}`;
  const locator = chip.children.find((child) => hasClass(child, 'locator'));
  return locator === undefined ? '' : textOf(locator).replace(/^[,\s]+/, '');
}

/** Writes a number in letters as Word does: a, b, …, z, aa, bb, … */
function letters(id: number): string {
  return String.fromCharCode(97 + ((id - 1) % 26)).repeat(Math.ceil(id / 26));
}
