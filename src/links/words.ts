import type { LinkReason, LinkResult, LinkState } from './link';

/** Puts values into a sentence, in the language of the reader: `{0}` is the first. */
export type Say = (sentence: string, ...values: readonly (string | number)[]) => string;

const inEnglish: Say = (sentence, ...values) =>
  sentence.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));

/** Returns the code of the diagnostic for a link; null if there is none. */
export function codeOfLink({ state }: LinkResult): string | null {
  return CODES[state];
}

const CODES: Readonly<Record<LinkState, string | null>> = {
  ok: null,
  redirected: null,
  moved: 'link/moved',
  dead: 'link/dead',
  blocked: 'link/blocked',
  unreachable: 'link/unreachable',
  unchecked: null,
};

/**
 * Returns the severity of a link's diagnostic: `error` only if the link is certainly dead, `hint` if it may well be in order.
 */
export function severityOfLink({ state }: LinkResult): 'error' | 'information' | 'hint' {
  return state === 'dead' ? 'error' : state === 'blocked' ? 'hint' : 'information';
}

/**
 * Describes what was found out about a link, and what to do, in one or two sentences.
 *
 * @param locale language in which days are written: BCP 47
 */
export function wordsOfLink(result: LinkResult, say: Say = inEnglish, locale = 'en'): string {
  const { state, status, reason, movedTo, archived } = result;
  const host = result.host ?? hostOf(result.url);
  if (state === 'dead') {
    const gone =
      status === null
        ? result.host === undefined
          ? say('No host is called {0}.', host)
          : say('This page does not exist: it leads to {0}, and no host has that name.', host)
        : say('This page does not exist: {0} answers {1}.', host, status);
    if (archived)
      return `${gone} ${say('The Internet Archive has a copy of {0}: {1}', dayOf(archived.date, locale), archived.url)}`;
    return archived === null ? `${gone} ${say('The Internet Archive has no copy of it.')}` : gone;
  }
  if (state === 'moved')
    return movedTo === null
      ? say('This address now leads to the front page of {0}. Look for its page on that site.', host)
      : say('This page has moved permanently: {0}', movedTo);
  if (state === 'blocked') return blocked(reason, host, status, say);
  if (state === 'unreachable')
    return status === null
      ? unreachable(reason, host, say)
      : say('This page could not be reached: {0} answers {1}. Try again later.', host, status);
  if (state === 'unchecked') return unchecked(reason, host, say);
  return say('This page exists.');
}

function blocked(reason: LinkReason | null, host: string, status: number | null, say: Say): string {
  if (reason === 'redirects')
    return say('This page could not be checked: the redirect of {0} cannot be followed. Open it in a browser.', host);
  if (reason === 'private')
    return say('This page could not be checked: it leads to {0}, which is on this machine or its local network.', host);
  if (reason === 'headers')
    return say('This page could not be checked: {0} sends endless headers. Open it in a browser.', host);
  return say('This page could not be checked: {0} answers {1} to programs. Open it in a browser.', host, status ?? 0);
}

function unreachable(reason: LinkReason | null, host: string, say: Say): string {
  if (reason === 'timeout') return say('This page could not be reached: {0} did not answer in time.', host);
  if (reason === 'tls') return say('This page could not be reached: the certificate of {0} is not trusted.', host);
  if (reason === 'offline') return say('This page could not be reached: there is no route to {0}.', host);
  if (reason === 'unreadable')
    return say('This page could not be reached: the answer of {0} cannot be read. Open it in a browser.', host);
  return say('This page could not be reached: {0} refuses the connection.', host);
}

function unchecked(reason: LinkReason | null, host: string, say: Say): string {
  if (reason === 'private') return say('Not checked: {0} is on this machine or its local network.', host);
  if (reason === 'example') return say('Not checked: {0} is a name for examples.', host);
  if (reason === 'mail') return say('Not checked: it is an e-mail address.');
  if (reason === 'limit') return say('Not checked: over the limit of links.');
  return say('Not checked: it is not the address of a page.');
}

/** Writes a day in ISO 8601 as people read it: 7 August 2025, 2025年8月7日. */
export function dayOf(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
