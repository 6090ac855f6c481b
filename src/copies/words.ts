import type { Say } from '../links';
import { type CopyState, NO_ARCHIVE, type Outcome } from './contract';

/** Says in one or two sentences why there is no copy of a source, and what to do. */
export function wordsOfMissing(missing: Extract<Outcome, { readonly reason: unknown }>, say: Say): string {
  const { reason, host = '', detail = '' } = missing;
  switch (reason) {
    case 'no-address':
      return say('It has no address.');
    case 'address':
      return say('Its address is not a web page.');
    case 'private':
      return say('{0} is on this machine or its local network, so no request was sent.', host);
    case 'robots':
      return say('{0} blocks automated access to this page. Open it in a browser, and add its text as a file.', host);
    case 'gone':
      return detail === NO_ARCHIVE
        ? say('The page does not exist any more.')
        : say('The page does not exist any more, and no archived copy was found.');
    case 'refused':
      return say('{0} blocks automated access to this ({1}). Open it in a browser.', host, detail);
    case 'failed':
      return say('{0} has an error at the moment ({1}). Try again later.', host, detail);
    case 'busy':
      return say('{0} limits requests at the moment. Try again later.', host);
    case 'name':
      return say('The host {0} was not found. Check its name, and that this machine is online.', host);
    case 'unreachable':
      return say('{0} cannot be reached. Open it in a browser to see what is wrong.', host);
    case 'timeout':
      return say('{0} did not answer in time. Try again later.', host);
    case 'offline':
      return say('{0} cannot be reached: this machine seems to be offline.', host);
    case 'too-large':
      return say('It is larger than {0} MB. Download it, and add the part that you cite as a file.', detail);
    case 'type':
      return say('{0} sent {1}, which has no readable text.', host, detail === '' ? say('no type') : detail);
    case 'unreadable':
      return say('Its document cannot be read: {0}.', detail);
    case 'empty':
      return say('Its page has no text.');
    case 'paywall':
      return say('{0} shows the text only to those who pay. If you may read it, add it as a file.', host);
    case 'sign-in':
      return say('{0} shows the text only to those who sign in. If you may read it, add it as a file.', host);
    case 'scripts':
      return say('{0} shows the text only in a browser. Save the page there, and add it as a file.', host);
    case 'write':
      return detail === ''
        ? say('Its copy was not written: too many files have its name.')
        : say('Its copy was not written: {0}', detail);
    case 'place':
      return say('The brief has no entry that could name its copy. Declare the source in the front matter.');
  }
}

/** Says in one sentence how many copies there are of each state. */
export function wordsOfCopies(states: readonly CopyState[], missing: number, say: Say): string {
  const partial = states.filter((state) => state !== 'whole').length;
  const kept =
    partial === 0
      ? say('Copies kept: {0}.', states.length)
      : say('Copies kept: {0}. Only an abstract or excerpt: {1}.', states.length, partial);
  return missing === 0 ? kept : `${kept} ${say('Not downloaded: {0}.', missing)}`;
}
