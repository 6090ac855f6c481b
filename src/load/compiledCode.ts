import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { crc32 } from './seldom';

/**
 * File with the code that V8 has compiled from ours: a head that lists the pieces, then the pieces. Only the pieces that are
 * loaded are read.
 */
export interface CompiledCode {
  /** Returns the code compiled from a text with this checksum; undefined if none is kept. */
  of(name: string, ofText: number): Buffer | undefined;
  /**
   * Keeps new code together with the code that is already in the file. The file is replaced as a whole or not at all, whatever
   * else is running or comes between.
   *
   * @param isWanted tells whether something by that name is still loaded at times
   */
  keep(made: ReadonlyMap<string, Made>, isWanted: (name: string) => boolean): void;
}

/** Compiled code, and the checksum of the text that it was compiled from. */
export interface Made {
  readonly ofText: number;
  readonly code: Uint8Array;
}

/**
 * Pieces by name: the checksum of the compiled text; the start, length and checksum of the piece. Starts are bytes of the file.
 */
type Head = Readonly<Record<string, readonly [ofText: number, start: number, length: number, checksum: number]>>;

/** Bytes before the head: its checksum and its length, as 32 bits each. */
const BEFORE = 8;
/** Age in milliseconds at which files in the folder are removed: code that is kept for other versions of ours or of Node. */
const OLD = 90 * 24 * 60 * 60 * 1000;

/**
 * Opens the file. A file that others may write counts as empty.
 *
 * @param path of the file, in a folder that only the user may write, as its code is run
 */
export function openCompiledCode(path: string): CompiledCode {
  const head = readHead(path);
  return {
    of: (name, ofText) => {
      const known = head?.of[name];
      return head && known?.[0] === ofText ? readPiece(path, head.checksum, known) : undefined;
    },
    keep: (made, isWanted) => {
      const now = new Map(made);
      const before = readHead(path);
      for (const [name, known] of Object.entries(before?.of ?? {})) {
        if (!before || now.has(name) || !isWanted(name)) continue;
        const code = readPiece(path, before.checksum, known);
        if (code) now.set(name, { ofText: known[0], code });
      }
      write(path, now);
    },
  };
}

function readHead(path: string): { readonly of: Head; readonly checksum: number } | null {
  try {
    const { uid, mode } = lstatSync(path);
    const user = process.getuid?.() ?? uid;
    // The file's code is run: anybody else who may write it could have us run theirs.
    if (uid !== user || (process.platform !== 'win32' && (mode & 0o022) !== 0)) return null;
    return reading(path, (read) => {
      const before = read(0, BEFORE);
      const checksum = before.readUInt32LE();
      const head = read(BEFORE, before.readUInt32LE(4));
      return crc32(head) === checksum ? { of: JSON.parse(head.toString()), checksum } : null;
    });
  } catch {
    return null;
  }
}

/** Reads a piece and checks it for damage, as V8 runs any code without a check. Undefined if it can't be used. */
function readPiece(path: string, ofHead: number, [, start, length, checksum]: Head[string]): Buffer | undefined {
  try {
    return reading(path, (read) => {
      // Another program of ours may have put another file there.
      if (read(0, BEFORE).readUInt32LE() !== ofHead) return undefined;
      const piece = read(start, length);
      return crc32(piece) === checksum ? piece : undefined;
    });
  } catch {
    return undefined;
  }
}

function reading<T>(path: string, use: (read: (start: number, length: number) => Buffer) => T): T {
  const file = openSync(path, 'r');
  try {
    const { size } = statSync(path);
    return use((start, length) => {
      if (start + length > size) throw new RangeError('The file ends before.');
      const bytes = Buffer.allocUnsafeSlow(length);
      readSync(file, bytes, 0, length, start);
      return bytes;
    });
  } finally {
    closeSync(file);
  }
}

function write(path: string, pieces: ReadonlyMap<string, Made>): void {
  const folder = dirname(path);
  const written = `${path}.${process.pid}-${threadId}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(written, contentOf(pieces), { flush: true, mode: 0o600 });
    renameSync(written, path);
    for (const name of readdirSync(folder))
      if (Date.now() - statSync(join(folder, name)).mtimeMs > OLD) rmSync(join(folder, name));
  } catch {
    // A user without a folder of their own.
  }
}

function contentOf(pieces: ReadonlyMap<string, Made>): Buffer {
  const headAt = (start: number) => {
    let at = start;
    const rows = [...pieces].map(([name, { ofText, code }]) => {
      at += code.length;
      return [name, [ofText, at - code.length, code.length, crc32(code)]] as const;
    });
    return Buffer.from(JSON.stringify(Object.fromEntries(rows)));
  };
  // The starts of the pieces depend on the length of the head, which blanks round up.
  const start = BEFORE + headAt(Number.MAX_SAFE_INTEGER / 2).length;
  const head = Buffer.alloc(start - BEFORE, ' ');
  headAt(start).copy(head);
  const before = Buffer.alloc(BEFORE);
  before.writeUInt32LE(crc32(head));
  before.writeUInt32LE(head.length, 4);
  return Buffer.concat([before, head, ...[...pieces.values()].map(({ code }) => code)]);
}
