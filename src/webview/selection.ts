/** The words that are selected in the page. */

export interface SelectedWords {
  readonly words: string;
  /** The number of times that the words occur before these in their block. */
  readonly nth: number;
}

/** The most UTF-16 units of selected words. More are of no use to find a place. */
const LONGEST = 500;

/** The element in which the selection starts; null: nothing is selected. */
export function selectedPlace(): Element | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer } = selection.getRangeAt(0);
  return startContainer instanceof Element ? startContainer : startContainer.parentElement;
}

/** Returns the selected words; null if nothing is selected, or the selection starts outside of the block. */
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
