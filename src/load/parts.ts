import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { zlib } from './seldom';

/**
 * The parts of our programs, as the build has packed them: few files instead of some hundred. A pack starts with a line that says
 * what lies in it: `//` and, as JSON, a row for each part.
 */
const AT_START = ['shared.js', 'parts.pack'];
/** These are read when something in them is needed. Each has a part of its own name. */
const LATER = ['formats.js', 'math.js', 'styles.js', 'word.js'];

/** `start` and `length` are bytes after the first line; `checksum` is the CRC-32 of the part itself. */
type Row = readonly [name: string, start: number, length: number, checksum: number, isCompressed: boolean];

export interface Part {
  /** The CRC-32 of its bytes. */
  readonly checksum: number;
  bytes(): Buffer;
}

const NEW_LINE = 10;
/** Bytes that are read of a pack for its first line, and again where that is longer. */
const MOST_OF_HEADS = 8192;

const parts = new Map<string, Part>();
const read = new Set<string>();

/** The part of a name; undefined where there is none. */
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

/** Of a pack, only what is loaded is read. */
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

/** @param use is handed what reads bytes, and when the file was written */
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
