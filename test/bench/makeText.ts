/** How texts of any size are made of small pieces, for benchmarks of what costs more than its length. */

/** Makes a text of about as many characters, never more. */
export type MakeText = (size: number) => string;

/** A unit again and again. */
export const again =
  (unit: string, before = '', after = ''): MakeText =>
  (size) =>
    before + unit.repeat(Math.max(1, Math.floor((size - before.length - after.length) / unit.length))) + after;

/** As many of one thing as of another, around a core. */
export const around =
  (open: string, core: string, close: string): MakeText =>
  (size) => {
    const times = Math.floor((size - core.length) / (open.length + close.length));
    return open.repeat(times) + core + close.repeat(times);
  };

/** Pieces that differ, until there are enough. */
export const pieces =
  (piece: (n: number) => string, before = '', after = ''): MakeText =>
  (size) => {
    const parts = [before];
    let length = before.length + after.length;
    for (let n = 0; ; n++) {
      const next = piece(n);
      length += next.length;
      if (length > size) break;
      parts.push(next);
    }
    parts.push(after);
    return parts.join('');
  };
