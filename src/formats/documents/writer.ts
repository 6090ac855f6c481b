import type { Span } from '../../core/base/text';
import type { Piece } from '../../core/brief/types';

/** A text put together from stretches of a document. */
export interface Written {
  readonly text: string;
  /** The span from its first stretch to its last. */
  readonly span: Span;
  /** Absent if the document holds the text as it is. */
  readonly pieces?: readonly Piece[];
}

/** Puts a text together, and remembers where each part of it comes from. */
export interface Writer {
  /** Takes a stretch of the document as it is. */
  copy(start: number, end: number): void;
  /** Writes a text in place of a stretch of the document. */
  put(text: string, span: Span): void;
  /** White space, written only between two parts. The first gap counts, but a wrap gives way to any gap except a space. */
  gap(text: ' ' | '\n' | ' | ' | '', span: Span): void;
  /** A line's end without meaning. It is white space as well, but not between Chinese or Japanese characters. */
  wrap(text: ' ' | '\n', span: Span): void;
  append(written: Written): void;
  /** Returns the written text, and starts over; null if nothing visible was written. */
  take(): Written | null;
}

interface Gap {
  readonly text: string;
  readonly span: Span;
  readonly wraps: boolean;
}

/** Scripts that put no space between words, with their punctuation. */
const UNSPACED = /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF01-\uFF60]/;

export function createWriter(document: string): Writer {
  let text = '';
  // Kept apart, since looking into a text that grows copies it.
  let lastCharacter = '';
  let pieces: Piece[] = [];
  let end = 0;
  let gap: Gap | null = null;

  const add = (part: string, span: Span) => {
    const last = pieces.at(-1);
    const goesOn =
      last && span.start === end && end - last.span.start === text.length - last.at && isAsLong(part, span);
    if (last && goesOn) pieces[pieces.length - 1] = { at: last.at, span: { start: last.span.start, end: span.end } };
    else pieces.push({ at: text.length, span });
    text += part;
    lastCharacter = part.charAt(part.length - 1);
    end = span.end;
  };
  const closeGap = (next: string) => {
    if (gap && text !== '' && gap.text !== '' && !(gap.wraps && joins(lastCharacter, next.charAt(0))))
      add(gap.text, gap.span);
    gap = null;
  };
  const put = (part: string, span: Span) => {
    if (part === '') return;
    closeGap(part);
    add(part, span);
  };

  return {
    copy: (start, to) => put(document.slice(start, to), { start, end: to }),
    put,
    gap: (white, span) => {
      if (gap === null || (gap.wraps && white !== ' ')) gap = { text: white, span, wraps: false };
    },
    wrap: (white, span) => {
      gap ??= { text: white, span, wraps: true };
    },
    append: (written) => {
      closeGap(written.text);
      const parts = written.pieces ?? [{ at: 0, span: written.span }];
      parts.forEach(({ at, span }, i) => {
        add(written.text.slice(at, parts[i + 1]?.at), span);
      });
    },
    take: () => {
      const [first] = pieces;
      const verbatim = pieces.length === 1 && first && document.startsWith(text, first.span.start);
      const written =
        first && text.trim() !== ''
          ? {
              text,
              span: { start: first.span.start, end: Math.max(first.span.start, end) },
              ...(verbatim ? {} : { pieces }),
            }
          : null;
      text = '';
      pieces = [];
      gap = null;
      return written;
    },
  };
}

function isAsLong(part: string, { start, end }: Span): boolean {
  return part.length === end - start;
}

/** True if a line may end between two characters without a space between them: `产量为5` and `亿吨`. */
function joins(before: string, after: string): boolean {
  return UNSPACED.test(before) ? UNSPACED.test(after) || /\d/.test(after) : /\d/.test(before) && UNSPACED.test(after);
}
