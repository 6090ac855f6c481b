import { isIP, type LookupFunction } from 'node:net';
import { isPrivateName, safeUrl } from '../core/base/safeUrl';
import { say } from '../core/base/say';
import { NetworkError } from './contract';
import { isPublicAddress } from './publicAddress';
import type { Address, Resolve } from './resolveName';

/** Address that may be asked, with the IP addresses that it leads to, which were checked. */
export interface Target {
  readonly url: URL;
  /** Look-up for the connection, which is made to these addresses and no others. */
  readonly lookup: LookupFunction;
}

/** Lowest port besides those of the web. Lower ports belong to services that could take a request for one of theirs. */
const LEAST_OTHER_PORT = 1024;

/**
 * Reads an address that may be asked.
 *
 * @throws NetworkError where it is none: other schemes, user names, ports of other services
 */
export function readUrl(written: string): URL {
  const gated = safeUrl(written);
  const url = gated !== null && /^https?:/i.test(gated) && URL.canParse(gated) ? new URL(gated) : null;
  if (url === null)
    throw new NetworkError(
      'address',
      written.slice(0, 200),
      say(
        'No request can be sent to {0}. Write an address that begins with http:// or https:// and has no user name.',
        written.slice(0, 200),
      ),
    );
  if (url.port !== '' && Number(url.port) < LEAST_OTHER_PORT && url.port !== '80' && url.port !== '443')
    throw new NetworkError(
      'address',
      url.host,
      say('No request was sent to {0}: {1} is not a web port.', url.host, url.port),
    );
  url.hash = '';
  return url;
}

/**
 * Looks up where an address leads, once, and restricts the connection to that: a moment later, the name can lead to another
 * address.
 *
 * A proxy of the user's looks up names itself, and no `lookup` of ours is called. Names that only the proxy knows are let
 * through to it, unless they are names of private networks by their form.
 *
 * @throws NetworkError where it leads to this machine or its network, and that is not allowed
 */
export async function targetOf(url: URL, resolve: Resolve, allowsPrivate: boolean): Promise<Target> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) {
    if (!allowsPrivate && !isPublicAddress(host)) throw privateHost(url, host);
    return { url, lookup: (_host, _options, done) => done(null, [{ address: host, family: isIP(host) }]) };
  }
  if (!allowsPrivate && isPrivateName(host)) throw privateHost(url);
  let addresses: readonly Address[];
  try {
    addresses = await resolve(host);
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    return { url, lookup: (_host, _options, done) => done(failure, []) };
  }
  const refused = allowsPrivate ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
  if (refused) throw privateHost(url, refused.address);
  return {
    url,
    lookup: (_host, { all }, done) => {
      const [first] = addresses;
      if (all) done(null, [...addresses]);
      else if (first) done(null, first.address, first.family);
      else done(new Error('no address'), []);
    },
  };
}

/** @param address which the name leads to */
export function privateHost(url: URL, address?: string): NetworkError {
  const where = address === undefined || url.hostname.includes(address) ? url.host : `${url.host} (${address})`;
  return new NetworkError(
    'private',
    url.host,
    say('No request was sent to {0}: it is on this machine or its local network, not on the public internet.', where),
  );
}
