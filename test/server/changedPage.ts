import type { RenderChanges, RenderedPart } from '../../src/server/protocol';

/** The parts of a page after changes, as a client has them. */
export function changed(parts: readonly RenderedPart[], { base, splices, moves }: RenderChanges): RenderedPart[] {
  const result = base === null ? [] : [...parts];
  for (const { start, removed, parts: added } of [...splices].reverse()) result.splice(start, removed, ...added);
  for (const [from, count, lines] of moves) {
    for (let i = from; i < from + count; i++) {
      const part = result[i];
      if (part) result[i] = { ...part, line: part.line + lines };
    }
  }
  return result;
}
