import { say } from '../core/base/say';
import { readBody } from './body';
import { type NetworkAnswer, type NetworkBody, NetworkError, type NetworkRequest, type Request } from './contract';
import { ask } from './exchange';
import { failureOf, timeoutAt } from './failure';
import { type FindProxy, isOfThisMachine } from './proxy';
import { type Resolve, resolveSoon } from './resolveName';
import { readUrl, targetOf } from './target';

const MOST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
const IDLE_MS = 10_000;
const MOST_REDIRECTS = 5;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Headers that tell who the user is, or that are not the caller's to set. */
const NOT_SENT =
  /^(?:cookie|authorization|proxy-.*|host|connection|referer|user-agent|accept-encoding|te|transfer-.*|content-.*|upgrade)$/i;

/**
 * @param resolve looks up names: a test brings its own
 * @param findProxy returns the proxy that an address is asked through; without it, none is used
 */
export function createRequest(resolve: Resolve, findProxy: FindProxy = () => null): Request {
  return async (wanted) => {
    const { timeoutMs = TIMEOUT_MS, signal } = wanted;
    const ended = new AbortController();
    const end = () => ended.abort();
    const deadline = setTimeout(end, timeoutMs);
    signal?.addEventListener('abort', end);
    let host = wanted.url;
    try {
      if (signal?.aborted) end();
      return await follow(wanted, { resolve, findProxy }, ended.signal, (next) => {
        host = next;
      });
    } catch (error) {
      if (signal?.aborted) throw new NetworkError('cancelled', host, say('The request to {0} was cancelled.', host));
      throw ended.signal.aborted ? timeoutAt(host, timeoutMs) : failureOf(error, host);
    } finally {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', end);
    }
  };
}

/** @param onHost is called with the next host that is asked */
async function follow(
  wanted: NetworkRequest,
  { resolve, findProxy }: { readonly resolve: Resolve; readonly findProxy: FindProxy },
  signal: AbortSignal,
  onHost: (host: string) => void,
): Promise<NetworkAnswer> {
  const { method = 'GET', mostBytes = MOST_BYTES, idleMs = IDLE_MS, mostRedirects = MOST_REDIRECTS } = wanted;
  const start = readUrl(wanted.url);
  const { json } = wanted;
  if (json) refuseOpen(start);
  const headers = {
    ...Object.fromEntries(Object.entries(wanted.headers ?? {}).filter(([name]) => !NOT_SENT.test(name))),
    ...(json && headersOfBody(json)),
  };
  const redirects: { readonly status: number; readonly from: string; readonly to: string }[] = [];
  for (let url = start; ; ) {
    onHost(url.host);
    const allowsPrivate =
      (wanted.allowPrivate === true && url.hostname === start.hostname) ||
      wanted.privateHosts?.includes(url.host) === true;
    const proxy = findProxy(url);
    const target = await orAborted(targetOf(url, proxy ? resolveSoon(resolve) : resolve, allowsPrivate), signal);
    const answer = await ask(target, {
      method: json ? 'POST' : method,
      headers,
      idleMs,
      signal,
      allowsPrivate,
      proxy,
      ...(json && { body: json.text }),
    });
    const status = answer.statusCode ?? 0;
    const to = REDIRECTS.has(status) ? answer.headers.location : undefined;
    if (to === undefined || json) {
      const { body, isCut } =
        method === 'HEAD' ? { body: new Uint8Array(), isCut: false } : await readBody(answer, mostBytes);
      answer.destroy();
      return { status, url: url.href, redirects, headers: headersOf(answer.headers), body, isCut };
    }
    answer.destroy();
    const next = nextHop(url, to);
    if (redirects.length >= mostRedirects)
      throw new NetworkError(
        'redirects',
        start.host,
        say(
          '{0} redirects more than {1} times, last to {2}. Open it in a browser to see where it leads.',
          start.host,
          mostRedirects,
          next.host,
        ),
      );
    redirects.push({ status, from: url.href, to: next.href });
    if (wanted.stopsAtRedirect === true)
      return {
        status,
        url: url.href,
        redirects,
        headers: headersOf(answer.headers),
        body: new Uint8Array(),
        isCut: false,
      };
    url = next;
  }
}

/** @throws NetworkError where others could read what is sent on its way */
function refuseOpen(url: URL): void {
  if (url.protocol === 'https:' || isOfThisMachine(url)) return;
  throw new NetworkError(
    'address',
    url.host,
    say('Nothing was sent to {0}: without https, others can read it. Use https, or a host of this machine.', url.host),
  );
}

function headersOfBody({ text, key }: NetworkBody): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
  };
}

/**
 * Returns the address that a redirect leads to.
 *
 * @throws NetworkError where that may not be asked, or leads from a safe connection to one that others can read
 */
export function nextHop(from: URL, location: string): URL {
  const next = readUrl(URL.canParse(location, from.href) ? new URL(location, from).href : location);
  if (from.protocol === 'https:' && next.protocol === 'http:')
    throw new NetworkError(
      'redirects',
      from.host,
      say(
        '{0} redirects from https to http at {1}, where others can read and change what is sent, so it was not followed.',
        from.host,
        next.host,
      ),
    );
  return next;
}

function headersOf(headers: NodeJS.Dict<string | string[]>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined || name === 'set-cookie' ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** Returns the result of a promise that can't be cancelled, such as a look-up of a name; fails as soon as the signal aborts. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    const end = () => fail(new Error('aborted'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    promise.then(done, fail).finally(() => signal.removeEventListener('abort', end));
  });
}
