import { lookup } from 'node:dns/promises';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/**
 * Returns the addresses of a host, as this machine looks up names.
 *
 * @throws an error with a `code` if there is none
 */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export const resolveName: Resolve = (host) => lookup(host, { all: true });

/** Longest look-up, in milliseconds, of a name that a proxy looks up too. */
const SOON_MS = 2_000;

/**
 * Looks up a name, but does not wait for it long: behind a proxy, a machine may have nobody to ask.
 *
 * @returns the addresses that are known in time; none is no failure
 */
export function resolveSoon(resolve: Resolve): Resolve {
  return (host) =>
    new Promise((done, fail) => {
      const timer = setTimeout(() => done([]), SOON_MS);
      resolve(host)
        .then(done, fail)
        .finally(() => clearTimeout(timer));
    });
}
