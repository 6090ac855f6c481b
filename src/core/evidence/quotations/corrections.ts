import type { InText, TextEdit } from '../../base/text';
import { inside } from '../../document/moved';
import { changesOf } from './differences';
import { partsOf } from './parts';
import { findNear, findSame, type Step } from './search';
import type { PreparedPassage, Words } from './words';

/**
 * Returns the edits that make the words of a quotation the words of a passage. Each stretch that differs is replaced, inserted
 * or removed; all else is left as it is, ellipses too.
 *
 * @returns edits of the quotation, empty if nothing differs; null if the passage has no words that are near
 */
export function correctQuotation(quotation: string, { words, text }: PreparedPassage): InText<TextEdit>[] | null {
  const edits: InText<TextEdit>[] = [];
  let from = 0;
  for (const part of partsOf(quotation)) {
    const found = findSame(part.words, words, from) ?? findNear(part.words, words, from);
    if (!found) return null;
    for (const change of changesOf(found.steps, part.words, words)) {
      const { span, newText } = editOf(change, found.steps, part.words, words, text);
      edits.push({ span: inside(span, part), newText });
    }
    from = found.last + 1;
  }
  return edits;
}

function editOf(
  change: readonly Step[],
  steps: readonly Step[],
  part: Words,
  source: Words,
  text: string,
): InText<TextEdit> {
  const quoted = placesOf(part, change, 'quoted');
  const said = placesOf(source, change, 'source');
  const at = steps.indexOf(change[0] ?? { quoted: null, source: null });
  const before = steps[at - 1];
  const after = steps[at + change.length];
  const endBefore = (words: Words, side: Side) => words.spans[before?.[side] ?? -1]?.end;
  const startAfter = (words: Words, side: Side) => words.spans[after?.[side] ?? -1]?.start;
  if (quoted && said) return edit(quoted.start, quoted.end, text.slice(said.start, said.end));
  if (said) {
    // The text includes what separates these words from their neighbour in the source.
    const end = endBefore(part, 'quoted');
    if (end !== undefined) return edit(end, end, text.slice(endBefore(source, 'source') ?? said.start, said.end));
    const start = startAfter(part, 'quoted') ?? 0;
    return edit(start, start, text.slice(said.start, startAfter(source, 'source') ?? said.end));
  }
  const start = quoted?.start ?? 0;
  const end = quoted?.end ?? 0;
  const previous = endBefore(part, 'quoted');
  return previous === undefined ? edit(start, startAfter(part, 'quoted') ?? end, '') : edit(previous, end, '');
}

type Side = 'quoted' | 'source';

function placesOf({ spans }: Words, change: readonly Step[], side: Side) {
  const present = change.flatMap((step) => step[side] ?? []);
  const first = spans[present[0] ?? -1];
  const last = spans[present.at(-1) ?? -1];
  return first && last ? { start: first.start, end: last.end } : null;
}

function edit(start: number, end: number, newText: string): InText<TextEdit> {
  return { span: { start, end }, newText: newText.replace(/\s+/g, ' ') };
}
