/** Types of a request to the network and of its answer. Nothing of Node is in here, so that all code may use them. */

export interface NetworkRequest {
  /** An absolute address, `http:` or `https:`. */
  readonly url: string;
  /** `GET` unless told; `json` is always sent by `POST`. */
  readonly method?: 'GET' | 'HEAD';
  /**
   * A body to send, to the host of `url` alone: no redirect is followed, and without https only this machine is asked.
   */
  readonly json?: NetworkBody;
  /** Headers beside those that are always sent. Headers that tell who the user is are left out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes after which the body is cut, counted after it was unpacked; 5 MB unless told. */
  readonly mostBytes?: number;
  /** Milliseconds for all of it, redirects included; 20 s unless told. */
  readonly timeoutMs?: number;
  /** Milliseconds between one sign of life and the next; 10 s unless told. */
  readonly idleMs?: number;
  /** 5 unless told. */
  readonly mostRedirects?: number;
  /** True if a redirect is the answer, and not followed. The last of its `redirects` says where it leads. */
  readonly stopsAtRedirect?: boolean;
  /** Ends the request at once, with an error of the kind `cancelled`. */
  readonly signal?: AbortSignal;
  /**
   * True if the host of `url` may be on this machine or its own network. Applies to that host alone, and to no host that it
   * redirects to.
   */
  readonly allowPrivate?: boolean;
  /** Other private hosts that the user has allowed, as `NetworkError.host` names them. */
  readonly privateHosts?: readonly string[];
}

export interface NetworkBody {
  /** JSON. */
  readonly text: string;
  /** Key that the host knows the user by; empty: none is sent. */
  readonly key: string;
}

export interface NetworkAnswer {
  readonly status: number;
  /** Address that answered, after all redirects. */
  readonly url: string;
  readonly redirects: readonly { readonly status: number; readonly from: string; readonly to: string }[];
  /** Headers by name, in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Body, unpacked whatever its encoding was; empty for `HEAD`. */
  readonly body: Uint8Array;
  /** True if the body was longer than `mostBytes`. */
  readonly isCut: boolean;
}

export type Request = (request: NetworkRequest) => Promise<NetworkAnswer>;

/** Exports of the network bundle, for code that gets it handed in and can't import it. */
export interface Network {
  readonly request: Request;
  /** The bundle's own class, to recognize its errors by. */
  readonly NetworkError: typeof NetworkError;
}

export type NetworkErrorKind =
  | 'offline'
  /** Nobody knows a host of that name. */
  | 'name'
  /** Nothing answers there. */
  | 'refused'
  /** What answers is no HTTP, is damaged or breaks off. */
  | 'unreadable'
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
  /** Not an address that may be asked. */
  | 'address'
  /** A proxy of the environment that can't be used, for this request and all others. */
  | 'proxy';

/** Error of a request without an answer. The message says in one or two sentences what, where, and what to do. */
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
