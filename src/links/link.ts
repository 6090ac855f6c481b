/** Results of link checks, and options of a check. Results are plain values: a cache keeps them. */
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

/** Reason for a link's state, where no status gives it. */
export type LinkReason =
  | 'name' // no host has the name
  | 'refused' // the connection was
  | 'unreadable' // what answers is no HTTP, is damaged or breaks off
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
  /** Day on which the copy was made, in ISO 8601. */
  readonly date: string;
}

export interface LinkResult {
  readonly url: string;
  readonly state: LinkState;
  /** The last status of HTTP; null where there was none. */
  readonly status: number | null;
  readonly reason: LinkReason | null;
  /** Host that a redirect led to, which gave this answer or could not be asked. Absent if it is the host of the address. */
  readonly host?: string;
  /** New address of a page that has moved; null if that isn't certain. */
  readonly movedTo: string | null;
  /** The archived copy of a dead link, or null. Absent if no archive was asked, or it did not answer. */
  readonly archived?: ArchivedCopy | null;
  /** Time at which it was found out, in milliseconds since 1970. */
  readonly at: number;
}

export interface LinkCheck {
  /** Rejects with a `NetworkError` if there is no answer. */
  readonly request: Request;
  /** Origin of the service that is asked for copies of dead pages; null: none is asked. */
  readonly archive: string | null;
  /** True if addresses of this machine and its network may be asked for. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
  /** Known results by address. They are believed and not checked again. */
  readonly known?: ReadonlyMap<string, LinkResult>;
  /** Days on which pages were read, by address, in ISO 8601. The copy nearest to that day is asked for. */
  readonly accessed?: ReadonlyMap<string, string>;
  /** Called with each result as soon as it is there, in any order. */
  readonly onResult?: (result: LinkResult) => void;
  readonly pace?: Partial<Pace>;
}

/** Limits that spare hosts. */
export interface Pace {
  /** Most requests at once, at all hosts and at one. */
  readonly atOnce: number;
  readonly atOnceOfHost: number;
  /** Milliseconds between the starts of two requests at one host. */
  readonly pauseMs: number;
  /**
   * Longest time in milliseconds that a host may ask us to wait (`Retry-After`). If it asks for longer, it gets no more
   * requests.
   */
  readonly mostWaitMs: number;
  readonly timeoutMs: number;
  /** Most links that are asked for. The others stay `unchecked`. */
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

/** Origin of the Internet Archive, which keeps copies of the web. */
export const INTERNET_ARCHIVE = 'https://archive.org';
