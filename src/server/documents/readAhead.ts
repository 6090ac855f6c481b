import type { Brief } from '../../core/checking';

/** In UTF-16 units. */
const PIECE = 1 << 18;
const LONG = 4 * PIECE;

/** Whether a text is read piece by piece. */
export function isLong(text: string): boolean {
  return text.length > LONG;
}

export interface ReadAhead {
  /** Reads and checks a text of which most may be known from the one before. */
  readonly read: (text: string, previous: Brief | undefined) => Brief;
  /** Lets others have their turn. Returns whether to go on. */
  readonly pause: () => Promise<boolean>;
}

/**
 * Reads and checks a long text piece by piece, so that no other document waits for all of it. The end comes along with
 * the first piece, as a brief most often has its sources there.
 *
 * @returns what was read of it, from which the whole is read like after an edit; undefined where it was given up
 */
export async function readAhead(text: string, { read, pause }: ReadAhead): Promise<Brief | undefined> {
  const tail = text.slice(blockAfter(text, text.length - PIECE));
  const end = text.length - tail.length;
  let previous: Brief | undefined;
  for (let at = blockAfter(text, PIECE); at < end; at = blockAfter(text, at + PIECE)) {
    if (!(await pause())) return undefined;
    previous = read(text.slice(0, at) + tail, previous);
  }
  return (await pause()) ? previous : undefined;
}

/** Where a block may begin: behind the first empty line from an offset on. */
function blockAfter(text: string, offset: number): number {
  const pattern = /\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/g;
  pattern.lastIndex = offset;
  return pattern.exec(text) ? pattern.lastIndex : text.length;
}
