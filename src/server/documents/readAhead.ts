/** In UTF-16 units. */
const PIECE = 1 << 18;
const LONG = 4 * PIECE;

/** Whether a text is read piece by piece. */
export function isLong(text: string): boolean {
  return text.length > LONG;
}

export interface ReadAhead {
  /** Reads and checks a text of which most may be known from the one before. */
  readonly read: (text: string) => void;
  /** Lets others have their turn. Returns whether to go on. */
  readonly pause: () => Promise<boolean>;
}

/**
 * Reads and checks a long text piece by piece, so that no other document waits for all of it. The end comes along with
 * the first piece, as a brief most often has its sources there. After it the whole is read like after an edit.
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

/** Where a block may begin: behind the first empty line from an offset on. */
function blockAfter(text: string, offset: number): number {
  const pattern = /\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/g;
  pattern.lastIndex = offset;
  return pattern.exec(text) ? pattern.lastIndex : text.length;
}
