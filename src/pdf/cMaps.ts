/**
 * The tables that CJK fonts are encoded by, in one file: the names of all as JSON on the first line, each with its length in bytes;
 * then their bytes, in that order. The build packs it.
 *
 * @returns reads the table of a name
 * @throws RangeError for a name that is not there, by what it returns
 */
export function cMapsIn(packed: Uint8Array): (name: string) => Uint8Array {
  const head = packed.indexOf(LINE_BREAK);
  const lengths: readonly (readonly [name: string, length: number])[] = JSON.parse(
    new TextDecoder().decode(packed.subarray(0, head)),
  );
  const tables = new Map<string, Uint8Array>();
  let start = head + 1;
  for (const [name, length] of lengths) {
    tables.set(name, packed.subarray(start, start + length));
    start += length;
  }
  return (name) => {
    const table = tables.get(name);
    if (!table) throw new RangeError(`There is no table ${name}.`);
    return table;
  };
}

const LINE_BREAK = 10;
