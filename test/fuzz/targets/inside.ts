import assert from 'node:assert/strict';

/** Of these keys the spans are offsets in something else than the brief: a passage, another file, a text to come. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'at',
  'quantity',
  'pieces',
  'newSource',
  'source',
  'lines',
  'workspace',
]);

/** Throws unless all spans in a value lie in a text of this length; those of other files are left out. */
export function assertInside(length: number, value: unknown, what: string): void {
  const seen = new Set<object>();
  const look = (inner: unknown, path: string): void => {
    if (inner === null || typeof inner !== 'object' || seen.has(inner)) return;
    seen.add(inner);
    const { start, end, uri, elsewhere }: { start?: unknown; end?: unknown; uri?: unknown; elsewhere?: unknown } =
      inner;
    if (uri !== undefined || (elsewhere !== undefined && !Array.isArray(elsewhere))) return;
    if (typeof start === 'number' && typeof end === 'number')
      assert.ok(0 <= start && start <= end && end <= length, `${path} is ${start}–${end} of ${length}`);
    // What a source says is merged of its declarations, of which some may stand in other files.
    const parts = 'declarations' in inner ? { declarations: inner.declarations } : inner;
    for (const [key, each] of Object.entries(parts)) if (!ELSEWHERE.has(key)) look(each, `${path}.${key}`);
  };
  look(value, what);
}
