import { print, printDocument } from '../io/output';
import { addUp, type Outcome, type Totals, type TotalsOfBaseline } from './outcome';
import type { ReportFormat } from './reports/reportFormat';

/**
 * Prints what came of files: at once, or in the formats that are one document at the end.
 *
 * @param baseline what one has of other files, where one is used
 * @param clear called before anything is printed
 */
export function startPrinting(
  format: ReportFormat,
  stream: NodeJS.WriteStream,
  baseline: TotalsOfBaseline | null,
  clear: () => void,
) {
  const { totals: sums, add } = addUp(baseline);
  const kept: Outcome['printed'][] = [];
  return {
    take: async (outcomes: readonly Outcome[]): Promise<void> => {
      const written: Outcome['printed'][] = [];
      for (const outcome of outcomes) {
        add(outcome);
        if (outcome.printed.length > 0) written.push(outcome.printed);
        if (outcome.output === undefined) continue;
        clear();
        await printDocument(outcome.output, undefined);
      }
      if (!format.streams) kept.push(...written);
      else if (written.length > 0) {
        clear();
        for (const piece of piecesOf(written)) await print(piece, stream);
      }
    },
    /** @param unchanged how many files were left out for that; null where it was not asked for */
    end: async (unchanged: number | null): Promise<Totals> => {
      clear();
      const totals = { ...sums, unchanged };
      const { before, between, after } = format.frame(totals);
      const parts = kept.flatMap((each, i) => [i === 0 ? before : between, each]);
      if (kept.length === 0) parts.push(before);
      parts.push(after);
      for (let at = 0; at < parts.length; at += PARTS_AT_ONCE)
        await print(Buffer.concat(piecesOf(parts.slice(at, at + PARTS_AT_ONCE))), stream);
      return totals;
    },
  };
}

const PARTS_AT_ONCE = 500;

/** The bytes of parts, in few pieces: what lies side by side, as in a file of the cache, is one without being copied. */
function piecesOf(parts: readonly Outcome['printed'][]): readonly Uint8Array[] {
  const pieces: { readonly buffer: ArrayBufferLike; readonly start: number; end: number }[] = [];
  for (const part of parts) {
    const { buffer, byteOffset: start, length } = typeof part === 'string' ? Buffer.from(part) : part;
    const last = pieces.at(-1);
    if (last?.buffer === buffer && last.end === start) last.end += length;
    else pieces.push({ buffer, start, end: start + length });
  }
  return pieces.map(({ buffer, start, end }) => new Uint8Array(buffer, start, end - start));
}
