import { lookup } from 'node:dns/promises';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/**
 * The addresses of a host, as this machine looks up names.
 *
 * @throws an error with a `code` if there is none
 */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export const resolveName: Resolve = (host) => lookup(host, { all: true });
