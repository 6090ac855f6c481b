import type { TextEdit } from '../../base/text';

/** A stretch of the old text that is still there, or text that was put in. */
type Piece = { readonly start: number; readonly end: number } | { readonly put: string };

/**
 * The edits that do at once what lists of edits do one after the other.
 *
 * @param length of the text that the first list speaks of; each other list speaks of what the one before it left
 * @returns edits of the first text, in document order, that neither overlap nor touch
 */
export function joinEdits(length: number, rounds: readonly (readonly TextEdit[])[]): TextEdit[] {
  let pieces: readonly Piece[] = [{ start: 0, end: length }];
  for (const edits of rounds) pieces = withEdits(pieces, edits);
  const joined: TextEdit[] = [];
  let from = 0;
  let put = '';
  const flush = (to: number) => {
    if (put !== '' || to > from) joined.push({ span: { start: from, end: to }, newText: put });
    put = '';
  };
  for (const piece of pieces) {
    if ('put' in piece) put += piece.put;
    else {
      flush(piece.start);
      from = piece.end;
    }
  }
  flush(length);
  return joined;
}

function withEdits(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const ordered = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.order - b.order);
  const result: Piece[] = [];
  let next = 0;
  let piece: Piece | undefined = pieces[next++];
  let at = 0;
  /** Goes on to a place, and keeps what lies before it or drops it. */
  const goTo = (end: number, keeps: boolean) => {
    while (piece && at < end) {
      const length = lengthOf(piece);
      const [head, tail] = cut(piece, Math.min(length, end - at));
      if (keeps) result.push(head);
      at += lengthOf(head);
      piece = tail ?? pieces[next++];
    }
  };
  for (const { span, newText } of ordered) {
    goTo(span.start, true);
    goTo(span.end, false);
    if (newText !== '') result.push({ put: newText });
  }
  goTo(Number.POSITIVE_INFINITY, true);
  return result;
}

function lengthOf(piece: Piece): number {
  return 'put' in piece ? piece.put.length : piece.end - piece.start;
}

function cut(piece: Piece, at: number): [Piece, Piece | null] {
  if (at === lengthOf(piece)) return [piece, null];
  if ('put' in piece) return [{ put: piece.put.slice(0, at) }, { put: piece.put.slice(at) }];
  const middle = piece.start + at;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}
