// Whole modules are imported: VS Code replaces their functions by its own, which know the user's proxy and certificates.
import * as http from 'node:http';
import * as https from 'node:https';
import { ENCODINGS } from './body';
import { codeOf, timeoutAt } from './failure';
import { proxyFailure, type UserProxy } from './proxy';
import { isPublicAddress } from './publicAddress';
import { privateHost, type Target } from './target';
import { addressOf, loginFor, PROXY_LOGIN, tunnelTo } from './tunnel';

/** Put in by the bundler, from `package.json`. */
declare const BRIEF_VERSION: string;
declare const BRIEF_ADDRESS: string;

/** Says what we are and nothing about the user. */
const USER_AGENT = `ResearchBriefs/${BRIEF_VERSION} (+${BRIEF_ADDRESS})`;
const MOST_HEADER_BYTES = 16 * 1024;

export interface Exchange {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Body that is sent; absent: none. */
  readonly body?: string;
  readonly idleMs: number;
  readonly signal: AbortSignal;
  readonly allowsPrivate: boolean;
  /** Proxy of the request; null: none. */
  readonly proxy: UserProxy | null;
}

/**
 * Asks one server once, through a proxy if there is one: by its whole address, or by a tunnel for a safe connection.
 *
 * @returns the answer as soon as its headers are there
 * @throws errors of Node's; NetworkError where a proxy is of no use
 */
export async function ask({ url, lookup }: Target, exchange: Exchange): Promise<http.IncomingMessage> {
  const { proxy } = exchange;
  if (proxy === null) return send(url, exchange, (options) => protocolOf(url).request(url, { ...options, lookup }));
  if (url.protocol === 'https:') {
    const tunnel = await tunnelTo(url, proxy, exchange);
    return send(url, exchange, (options) => https.request(url, { ...options, createConnection: () => tunnel }));
  }
  const headers = { host: url.host, ...loginFor(proxy) };
  try {
    const answer = await send(url, exchange, (options) =>
      protocolOf(proxy.url).request({
        ...{ ...options, ...addressOf(proxy), path: url.href },
        headers: { ...options.headers, ...headers },
      }),
    );
    if (answer.statusCode !== PROXY_LOGIN) return answer;
    answer.destroy();
  } catch (error) {
    if (!isOfConnecting(error)) throw error;
    throw proxyFailure(proxy, codeOf(error));
  }
  throw proxyFailure(proxy, String(PROXY_LOGIN));
}

function protocolOf(url: URL): typeof http | typeof https {
  return url.protocol === 'https:' ? https : http;
}

/** True if an error of Node's came before anything was sent. */
function isOfConnecting(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isOfConnecting);
  return error instanceof Error && 'syscall' in error && /^(?:connect|getaddrinfo)$/.test(String(error.syscall));
}

interface SendOptions extends https.RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
}

/** @param start makes the request, with these options and those of its connection */
function send(
  url: URL,
  { method, idleMs, signal, allowsPrivate, headers, proxy, body }: Exchange,
  start: (options: SendOptions) => http.ClientRequest,
): Promise<http.IncomingMessage> {
  return new Promise((done, fail) => {
    const request = start({
      method,
      signal,
      headers: {
        accept: '*/*',
        ...headers,
        'user-agent': USER_AGENT,
        'accept-encoding': ENCODINGS,
        connection: 'close',
      },
      maxHeaderSize: MOST_HEADER_BYTES,
    });
    let pending: http.ClientRequest | http.IncomingMessage = request;
    request.setTimeout(idleMs, () => pending.destroy(timeoutAt(url.host, idleMs)));
    request.on('socket', ({ remoteAddress }) => {
      // A connection that other code had made, to an address that was not checked.
      if (proxy === null && request.reusedSocket && !allowsPrivate && !isPublicAddress(remoteAddress ?? ''))
        request.destroy(privateHost(url, remoteAddress));
    });
    request.on('response', (answer) => {
      pending = answer;
      done(answer);
    });
    request.on('error', fail);
    request.end(body);
  });
}
