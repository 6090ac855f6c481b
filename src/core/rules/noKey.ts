import type { UnknownKey } from '../base/problem';
import { say } from '../base/say';

/** Says that a key means nothing where it stands. */
export function noKeyOf(key: string, owner: UnknownKey['owner']): string {
  switch (owner) {
    case 'front matter':
      return say('{0} is not a key of the front matter.', key);
    case 'source':
      return say('{0} is not a key of a source.', key);
    case 'figure':
      return say('{0} is not a key of a figure.', key);
    case 'quote':
      return say('{0} is not a key of a quote.', key);
    case 'configuration':
      return say('{0} is not a key of the configuration.', key);
  }
}
