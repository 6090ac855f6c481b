import { isIP } from 'node:net';
import { say } from '../core/base/say';
import { NetworkError } from './contract';

/** A proxy that the user's environment names. */
export interface UserProxy {
  /** `http:` or `https:`, without a name and a password. */
  readonly url: URL;
  /** Header with its name and password, sent to nobody else; null if it has none. */
  readonly authorization: string | null;
  /** The variable that names it. */
  readonly variable: string;
}

/** Returns the proxy that an address is asked through; null: none. */
export type FindProxy = (url: URL) => UserProxy | null;

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. The same names in lower case take precedence. This machine is never asked
 * through a proxy.
 *
 * @returns the proxy for each address; it throws a `NetworkError` where a variable names none that can be used
 */
export function proxiesOf(env: NodeJS.ProcessEnv): FindProxy {
  const valueOfVariable = (name: string): string => env[name.toLowerCase()] || env[name] || '';
  return (url) => {
    const variable = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    const value = valueOfVariable(variable).trim();
    return value === '' || isOfThisMachine(url) || isExcepted(url, valueOfVariable('NO_PROXY'))
      ? null
      : readProxy(value, variable);
  };
}

/** @throws NetworkError where the proxy speaks something other than HTTP, or where it is no address */
function readProxy(value: string, variable: string): UserProxy {
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new NetworkError(
      'proxy',
      variable,
      say('{0} does not name a usable proxy. Set it to http://HOST:PORT, or unset it.', variable),
    );
  const login = `${decoded(url.username)}:${decoded(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, authorization: login === ':' ? null : `Basic ${Buffer.from(login).toString('base64')}`, variable };
}

/** Decodes a name or a password. A stray percent sign leaves the text as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True if an address names this machine itself, by a loopback address or `localhost`. */
export function isOfThisMachine({ hostname }: URL): boolean {
  const host = bareHost(hostname);
  return /^(?:.+\.)?localhost\.?$/.test(host) || (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';
}

/**
 * @param exceptions `NO_PROXY`: names, each with all below it, and IP addresses, with a port or without; `*` is all
 */
function isExcepted(url: URL, exceptions: string): boolean {
  const host = bareHost(url.hostname).replace(/\.$/, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some((each) => {
      if (each === '' || each === '*') return each === '*';
      const [, bracketed, plain = '', ofPort] = /^(?:\[(.*)\]|(.*?))(?::(\d+))?$/.exec(each) ?? [];
      const name = (isIP(each) ? each : (bracketed ?? plain)).replace(/^\*?\./, '');
      const isPort = isIP(each) !== 0 || ofPort === undefined || ofPort === port;
      return isPort && (host === name || (isIP(host) === 0 && host.endsWith(`.${name}`)));
    });
}

export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** Returns the error for a proxy that can't be used, which applies to all requests through it. */
export function proxyFailure({ url, variable }: UserProxy, reason: string): NetworkError {
  return new NetworkError(
    'proxy',
    url.host,
    say('The proxy {0} cannot be used ({1}). Start it, or correct {2} in the environment.', url.host, reason, variable),
  );
}
