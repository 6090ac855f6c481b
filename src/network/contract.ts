/** What may be asked of the network, and what comes back. Nothing of Node is in here, so that all may know these words. */

export interface NetworkRequest {
  /** An absolute address, `http:` or `https:`. */
  readonly url: string;
  /** `GET` unless told. */
  readonly method?: 'GET' | 'HEAD';
  /** Beside those that are always sent. None that tells who the user is is let through. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body is cut after so many bytes, counted after it was unpacked; 5 MB unless told. */
  readonly mostBytes?: number;
  /** For all of it, redirects included; 20 s unless told. */
  readonly timeoutMs?: number;
  /** Between one sign of life and the next; 10 s unless told. */
  readonly idleMs?: number;
  /** 5 unless told. */
  readonly mostRedirects?: number;
  /** Whether a redirect is the answer, and not followed. Its last redirect says where it leads. */
  readonly stopsAtRedirect?: boolean;
  /** Ends the request at once, with an error of the kind `cancelled`. */
  readonly signal?: AbortSignal;
  /**
   * Whether the host of `url` may be one of this machine or of its own network. It holds for that host alone, and for none
   * that it redirects to.
   */
  readonly allowPrivate?: boolean;
  /** Other hosts of that kind that the user has allowed, as `NetworkError.host` names them. */
  readonly privateHosts?: readonly string[];
}

export interface NetworkAnswer {
  readonly status: number;
  /** Where it came from, after all redirects. */
  readonly url: string;
  readonly redirects: readonly { readonly status: number; readonly from: string; readonly to: string }[];
  /** By name, in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Unpacked, whatever its encoding was; empty for `HEAD`. */
  readonly body: Uint8Array;
  /** Whether the body was longer than `mostBytes`. */
  readonly isCut: boolean;
}

export type Request = (request: NetworkRequest) => Promise<NetworkAnswer>;

/** What the bundle has, for who is handed it where there is one, and knows none of its code. */
export interface Network {
  readonly request: Request;
  /** Its own, to know its errors by. */
  readonly NetworkError: typeof NetworkError;
}

export type NetworkErrorKind =
  | 'offline'
  /** Nobody knows a host of that name. */
  | 'name'
  /** Nothing answers there, or what answers breaks off. */
  | 'refused'
  | 'timeout'
  /** Headers without end. A body that is too large is cut instead. */
  | 'too-large'
  /** A host of this machine or of its own network. */
  | 'private'
  /** A certificate that is not trusted. */
  | 'tls'
  /** Too many redirects, or one from https to http. */
  | 'redirects'
  | 'cancelled'
  /** No address that may be asked. */
  | 'address'
  /** A proxy of the environment that is of no use, for this request and all others. */
  | 'proxy';

/** Why there is no answer. The message says in one sentence or two what, where, and what to do. */
export class NetworkError extends Error {
  readonly kind: NetworkErrorKind;
  /** The host that was asked, or the address where it names none. */
  readonly host: string;

  constructor(kind: NetworkErrorKind, host: string, message: string) {
    super(message);
    this.name = 'NetworkError';
    this.kind = kind;
    this.host = host;
  }
}
