import { bashCompletions } from '../completions/bash';
import { type Completed, completed } from '../completions/completed';
import { fishCompletions } from '../completions/fish';
import { zshCompletions } from '../completions/zsh';
import { print } from '../io/output';
import type { Arguments } from '../parseArguments';

const WRITERS: ReadonlyMap<string, (all: Completed) => string> = new Map([
  ['bash', bashCompletions],
  ['zsh', zshCompletions],
  ['fish', fishCompletions],
]);

/** `brief completions SHELL`: prints the script for a shell, with descriptions in the language of messages. */
export async function completions({ operands: [shell = ''] }: Arguments): Promise<number> {
  const write = WRITERS.get(shell);
  if (write) await print(write(completed()));
  return 0;
}
