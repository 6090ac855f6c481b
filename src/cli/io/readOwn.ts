import { readFileSync } from 'node:fs';
import { say } from '../../core/base/say';
import { CommandError, reasonOf } from '../commandError';

/**
 * Reads a text that belongs to this program.
 *
 * @param what it is, in the words of a message
 * @throws CommandError where it is not there
 */
export function readOwn(what: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError(say('cannot read {0}, "{1}": {2}. Build it again.', what, path, reasonOf(error)));
  }
}
