import { say } from '../../core/base/say';
import { refuseInputs } from './inputs';
import { escapeControls, escapeLines } from './terminal';

/** Writes to standard output, or error, and waits until it is taken, so that a slow reader loses nothing. */
export function print(text: string | Uint8Array, stream: NodeJS.WriteStream = process.stdout): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}

/** Least length of each chunk but the last, in UTF-16 units. */
const CHUNK = 1 << 16;

/** Joins pieces until they are worth a call of the system. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  yield waiting.join('');
}

/** Prints one line on standard error. */
export function printError(message: string): void {
  process.stderr.write(`brief: ${escapeControls(message)}\n`);
}

/** Prints lines on standard error about what was done. */
export function printNotes(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${escapeControls(line)}\n`);
}

/** Prints a fault of the program's own, with its stack trace. */
export function printFailure(error: unknown): void {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`brief: ${say('this should not have happened. {0}', escapeLines(trace))}\n`);
}

/**
 * Writes a document to `path`, or to standard output: byte for byte into a file or a pipe, and with its controls
 * shown on a terminal.
 *
 * @param document as a whole or in pieces, with no character cut in two
 */
export async function printDocument(document: string | Iterable<string>, path: string | undefined): Promise<void> {
  const chunks = inChunks(typeof document === 'string' ? [document] : document);
  if (path !== undefined) await writeOutput(path, chunks);
  else for (const chunk of chunks) await print(process.stdout.isTTY ? escapeLines(chunk) : chunk);
}

/**
 * Writes what a command makes to the file that its user names.
 *
 * @throws CommandError with what stood in the way, among it that the command has read this file
 */
export async function writeOutput(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  refuseInputs([path]);
  (await import('./writeFile')).writeWholeFile(path, content);
}
