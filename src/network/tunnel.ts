import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type Socket } from 'node:net';
import * as tls from 'node:tls';
import { say } from '../core/base/say';
import { NetworkError } from './contract';
import { codeOf, timeoutAt } from './failure';
import { bareHost, proxyFailure, type UserProxy } from './proxy';

/** The status of a proxy that wants a name and a password. */
export const PROXY_LOGIN = 407;

/**
 * Lets a proxy connect to a server, and makes a safe connection through it. The proxy sees the name of the host, and no more.
 *
 * @returns the safe connection, whose certificate is that of the host
 * @throws NetworkError where the proxy does not answer or refuses; errors of Node's
 */
export function tunnelTo(url: URL, proxy: UserProxy, { idleMs, signal }: TunnelOptions): Promise<Socket> {
  const target = `${url.hostname}:${url.port || '443'}`;
  return new Promise((done, fail) => {
    const request = (proxy.url.protocol === 'https:' ? https : http).request({
      ...addressOf(proxy),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...loginFor(proxy) },
      agent: false,
      signal,
    });
    request.setTimeout(idleMs, () => request.destroy(timeoutAt(url.host, idleMs)));
    request.on('error', (error) => fail(error instanceof NetworkError ? error : proxyFailure(proxy, codeOf(error))));
    request.on('response', (answer) => answer.destroy());
    request.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode === 200) {
        const host = bareHost(url.hostname);
        done(tls.connect({ socket, host, servername: isIP(host) ? '' : host }));
        return;
      }
      socket.destroy();
      fail(statusCode === PROXY_LOGIN ? proxyFailure(proxy, String(statusCode)) : refusedBy(proxy, url, statusCode));
    });
    request.end();
  });
}

export interface TunnelOptions {
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

/** Returns the host and port of a proxy, as options for Node. */
export function addressOf({ url }: UserProxy): { readonly host: string; readonly port: string } {
  return { host: bareHost(url.hostname), port: url.port || (url.protocol === 'https:' ? '443' : '80') };
}

export function loginFor({ authorization }: UserProxy): Readonly<Record<string, string>> {
  return authorization === null ? {} : { 'proxy-authorization': authorization };
}

function refusedBy(proxy: UserProxy, url: URL, status: number): NetworkError {
  return new NetworkError(
    'refused',
    url.host,
    say('No request was sent to {0}: the proxy {1} could not connect to it ({2}).', url.host, proxy.url.host, status),
  );
}
