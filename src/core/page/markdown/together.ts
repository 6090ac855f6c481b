/**
 * Keeps a chip that is a button on the line of its word. A browser breaks a line before and after a button whatever
 * characters stand there, so the word, the chip and the mark after it are put into an element that has no breaks.
 */
import type { Piece } from './pieces';
import { isCjk } from './scripts';

/** More chips than these may not fit in a line together. */
const MOST_CHIPS = 3;
/** The end of a text without a space; a longer word may not fit in a line with the chip. */
const LAST_WORD = /(?<!\S)\S{1,24}$/;
const MARK = /^[.,;:!?)\]}。，、；：！？）」』”’»]+/;

export function keepTogether(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some((piece) => piece.kind === 'ours' && piece.clings)) return pieces;
  const result: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const chips = piece.kind === 'ours' && piece.clings ? (piece.html.match(/<button/g)?.length ?? 0) : 0;
    const word = before?.kind === 'text' && chips > 0 && chips <= MOST_CHIPS ? lastWord(before.words) : '';
    if (before?.kind !== 'text' || word === '') {
      result.push(piece);
      continue;
    }
    before.words = before.words.slice(0, -word.length);
    const open: Piece = { kind: 'open', tag: 'span', attributes: ' class="together"', isEmphasis: false };
    result.push(open, { kind: 'text', words: word }, piece);
    const after = pieces[index + 1];
    const mark = after?.kind === 'text' ? (MARK.exec(after.words)?.[0] ?? '') : '';
    if (after?.kind === 'text' && mark !== '') {
      after.words = after.words.slice(mark.length);
      result.push({ kind: 'text', words: mark });
    }
    result.push({ kind: 'close', tag: 'span' });
  }
  return result;
}

/** Returns the last word of a text (in CJK, the last character) with a no-break space after it; empty if too long. */
function lastWord(text: string): string {
  const space = text.endsWith('\u00a0') ? '\u00a0' : '';
  const words = space === '' ? text : text.slice(0, -1);
  const last = words.at(-1) ?? '';
  const word = isCjk(last) ? last : (LAST_WORD.exec(words)?.[0] ?? '');
  return word === '' ? '' : word + space;
}
