import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { zlib } from './seldom';

/**
 * Packs that are read at the start. The build packs the parts of our programs into few files instead of some hundred. The first
 * line of a pack lists its parts: `//` and, as JSON, a row for each part.
 */
const AT_START = ['shared.js', 'parts.pack'];
/** Packs that are read when something in them is needed. Each has a part of its own name. */
const LATER = ['formats.js', 'math.js', 'styles.js', 'word.js'];

/** Row of a part. `start` and `length` are bytes after the first line; `checksum` is the CRC-32 of the part itself. */
type Row = readonly [name: string, start: number, length: number, checksum: number, isCompressed: boolean];

export interface Part {
  /** The CRC-32 of its bytes. */
  readonly checksum: number;
  bytes(): Buffer;
}

const NEW_LINE = 10;
/** Bytes that are read of a pack for its first line; doubled where that is longer. */
const MOST_OF_HEADS = 8192;

const parts = new Map<string, Part>();
const read = new Set<string>();

/** Returns the part with a name; undefined if there is none. */
export function partOf(name: string): Part | undefined {
  readPacks(AT_START);
  if (LATER.includes(name)) readPacks([name]);
  return parts.get(name);
}

/** All parts, by their names. */
export function allParts(): ReadonlyMap<string, Part> {
  readPacks([...AT_START, ...LATER]);
  return parts;
}

function readPacks(names: readonly string[]): void {
  for (const name of names) {
    if (read.has(name)) continue;
    for (const [part, of] of partsIn(join(__dirname, name))) parts.set(part, of);
    read.add(name);
  }
}

/** Reads the list of a pack's parts. Their bytes are read only when they are used. */
function partsIn(path: string): readonly (readonly [string, Part])[] {
  const [head, written] = reading(path, (read, at) => {
    for (let length = MOST_OF_HEADS; ; length *= 2) {
      const bytes = read(0, length);
      const end = bytes.indexOf(NEW_LINE);
      if (end > 0) return [bytes.toString('latin1', '//'.length, end), at];
    }
  });
  const rows: readonly Row[] = JSON.parse(head);
  const body = '//'.length + head.length + 1;
  return rows.map(([name, start, length, checksum, isCompressed]) => {
    const bytes = () => {
      const packed = reading(path, (read, at) => {
        if (at !== written) throw new Error('Research Briefs is another version now. Start it again.');
        return read(body + start, length);
      });
      return isCompressed ? zlib().brotliDecompressSync(packed) : packed;
    };
    return [name, { checksum, bytes }];
  });
}

/** @param use gets a function that reads bytes, and the time when the file was written */
function reading<T>(path: string, use: (read: (start: number, length: number) => Buffer, written: number) => T): T {
  const file = openSync(path, 'r');
  try {
    const { mtimeMs } = fstatSync(file);
    return use((start, length) => {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, start));
    }, mtimeMs);
  } finally {
    closeSync(file);
  }
}
