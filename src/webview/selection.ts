/** The words that are selected in the page. */

export interface SelectedWords {
  readonly words: string;
  /** How often the words stand before these in their block. */
  readonly nth: number;
}

/** More words are of no use to find a place. */
const LONGEST = 500;

/** The element in which the selection starts; null: nothing is selected. */
export function selectedPlace(): Element | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer } = selection.getRangeAt(0);
  return startContainer instanceof Element ? startContainer : startContainer.parentElement;
}

/** What is selected in a block; null: nothing, or more than the block has. */
export function selectedWords(block: Element): SelectedWords | null {
  const place = selectedPlace();
  const range = place && block.contains(place) ? window.getSelection()?.getRangeAt(0) : null;
  const words = range?.toString().trim().slice(0, LONGEST) ?? '';
  if (!range || words === '') return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return { words, nth: before.toString().split(words).length - 1 };
}
