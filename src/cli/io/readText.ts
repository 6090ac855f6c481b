import { Buffer, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { say } from '../../core/base/say';
import { digestOf } from '../check/cache/digest';
import { reasonOf } from '../commandError';
import { noteInput } from './inputs';

/**
 * A text that was read, whether it began with a byte order mark, and the digest of its bytes. `error` is the reason why it was
 * not read, in one clause: `it is larger than 10 MB`.
 */
export type ReadText =
  | { readonly text: string; readonly marked: boolean; readonly digest: string }
  | { readonly error: string };

const MAX_BYTES = 10 * 1024 * 1024;
const CHUNK = 64 * 1024;
/** Buffer that most files fit into, so that nothing is allocated for them. */
const chunk = Buffer.allocUnsafeSlow(CHUNK);

/** Reads a file as UTF-8, and never more of it than the limit. */
export function readTextFile(path: string): ReadText {
  const read = readFileBytes(path);
  return 'error' in read ? read : decode(read.bytes);
}

/**
 * Reads the bytes of a regular file; null if they can't be read. They are valid only until the next call. One read that does
 * not fill the buffer has the whole file.
 */
export function readRegularFile(path: string): Buffer | null {
  try {
    const file = openSync(path, 'r');
    try {
      const count = readSync(file, chunk, 0, CHUNK, null);
      if (count < CHUNK) return chunk.subarray(0, count);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
  const read = readFileBytes(path);
  return 'error' in read ? null : read.bytes;
}

/** Decodes bytes as UTF-8, as `readTextFile` does. */
export function textOfBytes(bytes: Buffer): ReadText {
  return bytes.length > MAX_BYTES ? tooLarge() : decode(bytes);
}

/**
 * Reads the bytes of a file, and never more of it than the limit. They are valid only until the next call.
 *
 * @param most the limit, in bytes
 */
export function readFileBytes(path: string, most = MAX_BYTES): { readonly bytes: Buffer } | { readonly error: string } {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    return { error: reasonOf(error) };
  }
  noteInput(path);
  try {
    const parts: Buffer[] = [];
    let total = 0;
    for (;;) {
      const start = total % CHUNK;
      const count = readSync(file, chunk, start, CHUNK - start, null);
      total += count;
      if (total > most)
        return most === MAX_BYTES ? tooLarge() : { error: say('it is larger than {0} MB', most / 1024 / 1024) };
      if (count === 0) {
        const last = chunk.subarray(0, start);
        return { bytes: parts.length === 0 ? last : Buffer.concat([...parts, last], total) };
      }
      if (total % CHUNK === 0) parts.push(Buffer.from(chunk));
    }
  } catch (error) {
    return { error: reasonOf(error) };
  } finally {
    closeSync(file);
  }
}

/** Reads standard input to its end, or to the limit. */
export async function readStandardInput(): Promise<ReadText> {
  const chunks: Buffer[] = [];
  let total = 0;
  noteInput(process.stdin.fd);
  try {
    for await (const chunk of process.stdin) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      chunks.push(bytes);
      total += bytes.length;
      if (total > MAX_BYTES) return tooLarge();
    }
  } catch (error) {
    return { error: reasonOf(error) };
  }
  return decode(Buffer.concat(chunks, total));
}

const tooLarge = () => ({ error: say('it is larger than 10 MB; split it into several files') });

/**
 * Decodes UTF-8 without a byte order mark, as editors do, so that columns agree. Other encodings are reported by name: read as
 * UTF-8, they would give many false problems.
 */
function decode(bytes: Buffer): ReadText {
  saveMemoryFor(bytes.length);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { error: say('it is UTF-16 text; save it as UTF-8') };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { error: say('it is not a text file: there is a NUL at byte {0}', nul) };
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) {
    const { line, byte } = firstInvalid(bytes, text);
    return { error: say('it is not valid UTF-8 at byte {0}, on line {1}; save it as UTF-8', byte, line) };
  }
  const marked = text.startsWith('\uFEFF');
  return { text: marked ? text.slice(1) : text, marked, digest: digestOf(bytes) };
}

/**
 * Finds the line and the byte where decoding first put a replacement character that the bytes do not have. The line counts from
 * 1, and the byte from 0.
 */
function firstInvalid(bytes: Buffer, text: string): { readonly line: number; readonly byte: number } {
  let byte = 0;
  let line = 1;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const isGenuine = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (code === 0xfffd && !isGenuine) break;
    if (char === '\n') line++;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return { line, byte };
}

/** Least size of a long text, in bytes. Shorter ones take memory far from any limit. */
const LONG = 1024 * 1024;

/**
 * Lets the heap grow by half at most before the next garbage collection, once a long text is read. On a machine with much
 * memory, V8 would let it double.
 */
function saveMemoryFor(bytes: number): void {
  if (bytes >= LONG) setFlagsFromString('--heap-growing-percent=50');
}
