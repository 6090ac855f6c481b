/** What is known of links, and what a check of them needs. Plain values: a cache keeps them. */
import type { Request } from '../network/contract';

/**
 * - `ok`: the page exists, or the DOI is registered.
 * - `redirected`: the page exists, at another address for now.
 * - `moved`: its host says that it is at another address permanently.
 * - `dead`: its host says that it does not exist (404, 410), or the host does not exist.
 * - `blocked`: its host refuses programs, or its answer does not tell whether the page exists.
 * - `unreachable`: no answer, or an error of the host (5xx), twice.
 * - `unchecked`: no request was made.
 */
export const LINK_STATES = ['ok', 'redirected', 'moved', 'dead', 'blocked', 'unreachable', 'unchecked'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Why a link is in its state, where no status says so. */
export type LinkReason =
  | 'name' // no host has the name
  | 'refused' // the connection was
  | 'timeout'
  | 'tls' // the certificate is not valid
  | 'redirects' // too many, in a circle, or to something other than the address of a page
  | 'headers' // they have no end
  | 'offline'
  | 'front-page' // it leads to the first page of its host
  | 'private' // an address that only this machine or its network can reach
  | 'mail'
  | 'example' // a name that is kept for examples (RFC 2606)
  | 'address' // it cannot be understood
  | 'limit'; // there were too many before it

export interface ArchivedCopy {
  readonly url: string;
  /** ISO 8601, the day on which it was made. */
  readonly date: string;
}

export interface LinkResult {
  readonly url: string;
  readonly state: LinkState;
  /** The last status of HTTP; null where there was none. */
  readonly status: number | null;
  readonly reason: LinkReason | null;
  /** The host that a redirect led to, which answered so or could not be asked. Absent where it is that of the address. */
  readonly host?: string;
  /** Of a link that has moved, where its page is now; null where that is not sure. */
  readonly movedTo: string | null;
  /** The archived copy of a dead link, or null. Absent if no archive was asked, or it did not answer. */
  readonly archived?: ArchivedCopy | null;
  /** When it was found out, in milliseconds since 1970. */
  readonly at: number;
}

export interface LinkCheck {
  /** Rejects with a `NetworkError` if there is no answer. */
  readonly request: Request;
  /** Where copies of dead pages are asked for; null: nowhere. */
  readonly archive: string | null;
  /** Whether addresses of this machine and its network may be asked for. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
  /** What is known already, by address; it is taken for true. */
  readonly known?: ReadonlyMap<string, LinkResult>;
  /** The days on which pages were read, by address, in ISO 8601: of copies, the nearest is asked for. */
  readonly accessed?: ReadonlyMap<string, string>;
  /** Is told each result when it is there, in any order. */
  readonly onResult?: (result: LinkResult) => void;
  readonly pace?: Partial<Pace>;
}

/** How hosts are spared. */
export interface Pace {
  /** Requests at once, at all hosts and at one. */
  readonly atOnce: number;
  readonly atOnceOfHost: number;
  /** Between the starts of two requests at one host. */
  readonly pauseMs: number;
  /** How long a host may ask us to wait (`Retry-After`). If it asks for longer, it gets no more requests. */
  readonly mostWaitMs: number;
  readonly timeoutMs: number;
  /** Of more links the others are not asked for. */
  readonly mostLinks: number;
}

export const PACE: Pace = {
  atOnce: 8,
  atOnceOfHost: 2,
  pauseMs: 250,
  mostWaitMs: 30_000,
  timeoutMs: 15_000,
  mostLinks: 1000,
};

/** The machine has no way to the network: nothing was found out. */
export class OfflineError extends Error {}

/** Who keeps copies of the web. */
export const INTERNET_ARCHIVE = 'https://archive.org';
