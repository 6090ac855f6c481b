/** Reads the lines of an input as messages of JSON-RPC. Other lines get an error here, and go no further. */
import { Transform, type Writable } from 'node:stream';
import { type Fault, faultOf, LONGEST_MESSAGE, tooLarge } from '../../mcp';
import { createIdFinder, type IdFinder } from './findId';

const NEW_LINE = 10;
const LEAST_ROOM = 64 * 1024;

/**
 * Lets messages through, each as one chunk that ends with a line break. Writes an error for every other line. Of a message that
 * is too large, only the id is kept.
 *
 * @param output gets the answers, one on a line
 */
export function messagesOf(output: Writable): Transform {
  let held = Buffer.alloc(LEAST_ROOM);
  let size = 0;
  let skipped: IdFinder | null = null;

  const take = (piece: Buffer): void => {
    if (skipped === null && size + piece.length > LONGEST_MESSAGE) {
      skipped = createIdFinder();
      skipped.read(held.subarray(0, size));
      held = Buffer.alloc(LEAST_ROOM);
    }
    if (skipped !== null) {
      skipped.read(piece);
      return;
    }
    if (size + piece.length > held.length) {
      const larger = Buffer.alloc(Math.max(2 * held.length, size + piece.length));
      held.copy(larger, 0, 0, size);
      held = larger;
    }
    piece.copy(held, size);
    size += piece.length;
  };
  /** Answers that are not written yet. */
  let answers: string[] = [];
  const answer = ({ id, ...error }: Fault): void => {
    answers.push(`${JSON.stringify({ jsonrpc: '2.0', id, error })}\n`);
  };
  /**
   * Writes the answers, and goes on once there is room: a client that doesn't read answers gets no more of its messages read.
   */
  const writeAnswers = (done: () => void): void => {
    if (answers.length > 0) output.write(answers.join(''));
    answers = [];
    if (output.writableNeedDrain) output.once('drain', done);
    else done();
  };
  /** @returns the message of the line that ends; null where it has none */
  const endOfLine = (): string | null => {
    const finder = skipped;
    const line = held.toString('utf8', 0, size);
    size = 0;
    skipped = null;
    if (finder === null && line.trim() === '') return null;
    const fault = finder === null ? faultOf(line) : tooLarge(finder.id());
    if (fault === null) return `${line}\n`;
    if (fault !== 'ignored') answer(fault);
    return null;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let start = 0;
      for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, start)) {
        take(chunk.subarray(start, end));
        const message = endOfLine();
        if (message !== null) this.push(message);
        start = end + 1;
      }
      take(chunk.subarray(start));
      writeAnswers(() => done());
    },
    flush(done) {
      // A message that the end of the input cuts off is dropped. Too large a message gets an error.
      if (skipped !== null) endOfLine();
      writeAnswers(() => done());
    },
  });
}
