import { today } from '../../core/base/dates';
import { say } from '../../core/base/say';
import { sourceEntry } from '../../core/editor';
import { CommandError } from '../commandError';
import { askNetwork } from '../io/askNetwork';
import { print, printError } from '../io/output';
import { escapeLines } from '../io/terminal';
import type { Arguments } from '../parseArguments';

/** `brief look-up TEXT`: asks for what is known of a source, and prints it as an entry for `sources`. */
export async function lookUpCommand(args: Arguments): Promise<number> {
  const written = args.operands.join(' ');
  const { LookUpError, lookUp, recognize } = await import('../../lookUps');
  const subject = recognize(written);
  if (!subject)
    throw new CommandError(
      say(
        '"{0}" cannot be looked up. Write a DOI, an arXiv id, an ISBN with the right check digit, "PMID: 123", or an address that begins with http:// or https://.',
        written,
      ),
    );
  const { NetworkError } = await import('../../network');
  try {
    const { source } = await lookUp(subject, {
      request: askNetwork,
      today: today(),
      allowPrivate: args.has('allow-private'),
    });
    await print(escapeLines(sourceEntry(source)));
    return 0;
  } catch (error) {
    if (error instanceof NetworkError) {
      const isPrivate = error.kind === 'private' && !args.has('allow-private');
      const help = say('If it is yours, add --allow-private.');
      throw new CommandError(isPrivate ? say('{0} {1}', error.message, help) : error.message);
    }
    if (!(error instanceof LookUpError)) throw error;
    if (error.kind !== 'unknown') throw new CommandError(error.message);
    printError(error.message);
    return 1;
  }
}
