/** Length of a piece, in UTF-16 units. */
const PIECE = 1 << 18;
const LONG = 4 * PIECE;

/** True if a text is long enough to be read piece by piece. */
export function isLong(text: string): boolean {
  return text.length > LONG;
}

export interface ReadAhead {
  /** Reads and checks a text. Most of it may be known from the one before. */
  readonly read: (text: string) => void;
  /** Lets others have their turn. Tells whether to go on. */
  readonly pause: () => Promise<boolean>;
}

/**
 * Reads and checks a long text piece by piece, so that no other document waits for all of it. The end is read along with the
 * first piece, as a brief most often has its sources there. Afterwards the whole text is read like after an edit.
 */
export async function readAhead(text: string, { read, pause }: ReadAhead): Promise<void> {
  const tail = text.slice(blockAfter(text, text.length - PIECE));
  const end = text.length - tail.length;
  for (let at = blockAfter(text, PIECE); at < end; at = blockAfter(text, at + PIECE)) {
    if (!(await pause())) return;
    read(text.slice(0, at) + tail);
  }
  await pause();
}

/** Returns an offset at which a block may begin: after the first empty line from `offset` on, or the end of the text. */
function blockAfter(text: string, offset: number): number {
  const pattern = /\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/g;
  pattern.lastIndex = offset;
  return pattern.exec(text) ? pattern.lastIndex : text.length;
}
