import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

export const ENCODINGS = 'gzip, deflate, br';

/**
 * Reads and unpacks what an answer holds. What unfolds without end is unpacked only up to the limit, piece by piece.
 *
 * @param most bytes, counted after they were unpacked
 * @throws Error where it breaks off or is damaged, or is packed in a way that was not asked for
 */
export async function readBody(
  answer: IncomingMessage,
  most: number,
): Promise<{ readonly body: Uint8Array; readonly isCut: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isCut = false;
  // To leave this loop ends the connection.
  for await (const piece of await unpacked(answer)) {
    const left = most - size;
    isCut = piece.length > left;
    pieces.push(isCut ? piece.subarray(0, left) : piece);
    size += piece.length;
    if (isCut) break;
  }
  return { body: new Uint8Array(Buffer.concat(pieces)), isCut };
}

async function unpacked(answer: IncomingMessage): Promise<Readable> {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return answer;
  const start = await startOf(answer);
  // Some servers name an encoding of nothing.
  if (start === null) return answer;
  const unpack = unpackerOf(encoding, start);
  // Each ends the other, whichever fails; the reader gets the error from what it reads.
  pipeline(answer, unpack, () => {});
  return unpack;
}

function unpackerOf(encoding: string, start: Buffer): Transform {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return hasHeaderOfZlib(start) ? createInflate() : createInflateRaw();
  throw new Error('an encoding that was not asked for');
}

/** Some servers leave the header of zlib away, which RFC 9110 asks for. Its first byte ends with 8 (RFC 1950). */
function hasHeaderOfZlib([first = 0]: Buffer): boolean {
  return (first & 15) === 8;
}

/** The first bytes, which are still to be read; null if there are none: it ends, or breaks off, without a word. */
async function startOf(answer: IncomingMessage): Promise<Buffer | null> {
  await new Promise<void>((done) => {
    for (const event of ['readable', 'end', 'close', 'error']) answer.once(event, () => done());
    if (answer.destroyed) done();
  });
  const start: Buffer | null = answer.read();
  if (start !== null) answer.unshift(start);
  return start;
}
