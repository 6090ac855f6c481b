import { createInterface } from 'node:readline/promises';
import { CommandError } from '../commandError';

/**
 * Asks a yes or no on a terminal.
 *
 * @param unasked what to say where there is no terminal
 * @throws CommandError with that
 */
export async function agrees(question: string, unasked: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new CommandError(unasked);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*(?:y|yes|是)\s*$/i.test(await terminal.question(`${question} `));
  } finally {
    terminal.close();
  }
}
