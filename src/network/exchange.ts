// By the whole module: VS Code puts functions of its own in their place, which know the user's proxy and certificates.
import * as http from 'node:http';
import * as https from 'node:https';
import { ENCODINGS } from './body';
import { timeoutAt } from './failure';
import { isPublicAddress } from './publicAddress';
import { privateHost, type Target } from './target';

/** Put in by the bundler, from `package.json`. */
declare const BRIEF_VERSION: string;
declare const BRIEF_ADDRESS: string;

/** Says what we are and nothing about the user. */
const USER_AGENT = `ResearchBriefs/${BRIEF_VERSION} (+${BRIEF_ADDRESS})`;
const MOST_HEADER_BYTES = 16 * 1024;

export interface Exchange {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly idleMs: number;
  readonly signal: AbortSignal;
  readonly allowsPrivate: boolean;
}

/**
 * Asks one server once.
 *
 * @returns its answer as soon as its headers are there
 * @throws errors of Node's
 */
export function ask({ url, lookup }: Target, exchange: Exchange): Promise<http.IncomingMessage> {
  const { method, idleMs, signal, allowsPrivate } = exchange;
  return new Promise((done, fail) => {
    const options: https.RequestOptions = {
      method,
      lookup,
      signal,
      headers: {
        accept: '*/*',
        ...exchange.headers,
        'user-agent': USER_AGENT,
        'accept-encoding': ENCODINGS,
        connection: 'close',
      },
      maxHeaderSize: MOST_HEADER_BYTES,
    };
    const request = (url.protocol === 'https:' ? https : http).request(url, options);
    let pending: http.ClientRequest | http.IncomingMessage = request;
    request.setTimeout(idleMs, () => pending.destroy(timeoutAt(url.host, idleMs)));
    request.on('socket', ({ remoteAddress }) => {
      // A connection that something else had made, to an address that was not looked at.
      if (request.reusedSocket && !allowsPrivate && !isPublicAddress(remoteAddress ?? ''))
        request.destroy(privateHost(url, remoteAddress));
    });
    request.on('response', (answer) => {
      pending = answer;
      done(answer);
    });
    request.on('error', fail);
    request.end();
  });
}
