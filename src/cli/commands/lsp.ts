import { join } from 'node:path';
import { say } from '../../core/base/say';
import { CommandError } from '../commandError';
import type { Arguments } from '../parseArguments';

/** Starts the language server, which is a bundle of its own beside this one and ends the process itself. */
export async function lsp(args: Arguments): Promise<number> {
  if (!args.has('stdio')) throw new CommandError(say('"brief lsp" needs --stdio, the only way to reach the server.'));
  const server = join(__dirname, 'server.js');
  await import(server);
  return 0;
}
