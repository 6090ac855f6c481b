import { applyEdits, type Span } from '../../../../src/core/base/text';
import { type Page, pageOf, type Writing } from '../../../../src/core/editor/writing';

/** A text in which `‸` is a cursor and `«…»` a selection: what writing keys begin with. */
export function unmarked(marked: string): { readonly page: Page; readonly selections: readonly Span[] } {
  const selections: Span[] = [];
  let text = '';
  let start = 0;
  for (const character of marked) {
    if (character === '‸') selections.push({ start: text.length, end: text.length });
    else if (character === '«') start = text.length;
    else if (character === '»') selections.push({ start, end: text.length });
    else text += character;
  }
  return { page: pageOf(text), selections };
}

/** The text after a key, marked in the same way; null where the key does not apply. */
export function after(marked: string, key: (page: Page, selections: readonly Span[]) => Writing | null): string | null {
  const { page, selections } = unmarked(marked);
  const writing = key(page, selections);
  if (!writing) return null;
  const marks = writing.selections.flatMap(({ start, end }) =>
    start === end
      ? [{ span: { start, end: start }, newText: '‸' }]
      : [
          { span: { start, end: start }, newText: '«' },
          { span: { start: end, end }, newText: '»' },
        ],
  );
  return applyEdits(applyEdits(page.text, writing.edits), marks);
}
