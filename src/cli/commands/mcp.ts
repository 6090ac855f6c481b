import { pipeline } from 'node:stream';
import { say } from '../../core/base/say';
import { serveTools } from '../../mcp';
import { messagesOf } from '../assistant/messages';
import { placesOf } from '../assistant/places';
import { createTools } from '../assistant/tools';
import { printError } from '../io/output';
import type { Arguments } from '../parseArguments';

declare const BRIEF_VERSION: string;

/** `brief mcp [PATH…]`: serves the tools for assistants over standard input and output, until its input ends. */
export async function mcp(args: Arguments): Promise<number> {
  const places = placesOf(args.operands, args.has('allow-write'));
  const writable = places.filter(({ writes }) => writes);
  const shown = ({ folder, file }: (typeof places)[number]) =>
    JSON.stringify(file === null ? folder : `${folder}/${file}`);
  const failed = (error: unknown) => printError(say('a request failed. {0}', traceOf(error)));
  const messages = messagesOf(process.stdout);
  pipeline(process.stdin, messages, (error) => {
    if (error) failed(error);
  });
  await serveTools(createTools(places), {
    version: BRIEF_VERSION,
    instructions: [
      'Research briefs: every claim cites a source, and every number is traced to a passage of it.',
      `Briefs are read from ${places.map(shown).join(', ')}. Paths are relative to these folders.`,
      writable.length === 0
        ? 'No file is written.'
        : `Only cite writes, and only to ${writable.map(shown).join(', ')}.`,
      'Find evidence for a claim before you write it, cite it, then check the brief.',
    ].join(' '),
    writes: writable.length > 0,
    input: messages,
    output: process.stdout,
    failed,
  });
  // Nothing more is read, so that the process can end.
  process.stdin.unpipe(messages).pause();
  return process.stdin.readableEnded ? 0 : 2;
}

/** Returns the kind and the place of an error. Its message is left out: it may quote a document. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something that is no error was thrown.';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 3).map((frame) => frame.trim())].join(' ');
}
