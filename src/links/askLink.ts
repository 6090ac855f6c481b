import type { NetworkAnswer } from '../network/contract';
import type { LinkCheck, LinkReason, LinkResult, Pace } from './link';
import type { Turns } from './turns';

/** Result of one request. */
type Asked = NetworkAnswer | Failure;

interface Failure {
  /** The `kind` of a `NetworkError`. */
  readonly failed: string;
  /** The host at which it failed, where a redirect led to it. */
  readonly host: string | null;
}

/** Most bytes of an answer's body that are read. The body isn't used. */
const MOST_BYTES = 16 * 1024;
const MOST_REDIRECTS = 10;

/** Statuses by which a host says that it does not answer, or not now. */
const TOO_MANY = 429;
const NOT_NOW = 503;

/**
 * Asks for a page by HEAD, and then by GET if that finds no page, as many hosts answer HEAD wrongly. If a host says when it
 * wants to be asked again, it is asked then, once.
 *
 * @param url of a page of the web
 * @throws the reason of the signal when that is given
 */
export async function askLink(url: URL, check: LinkCheck, pace: Pace, turns: Turns): Promise<LinkResult> {
  const ask = (method: 'HEAD' | 'GET') =>
    turns.take(url.host, async (): Promise<Asked> => {
      const { request, allowPrivate = false, signal } = check;
      try {
        return await request({
          url: url.href,
          method,
          headers: { accept: 'text/html, */*;q=0.8' },
          mostBytes: MOST_BYTES,
          mostRedirects: MOST_REDIRECTS,
          timeoutMs: pace.timeoutMs,
          allowPrivate,
          ...(signal ? { signal } : {}),
        });
      } catch (error) {
        signal?.throwIfAborted();
        return failureOf(error, url);
      }
    });
  let asked = await ask('HEAD');
  if (needsAnother(asked)) asked = await ask('GET');
  const waitMs = 'failed' in asked ? null : retryAfter(asked, Date.now());
  if (waitMs !== null && waitMs <= pace.mostWaitMs) {
    turns.hold(url.host, waitMs);
    asked = await ask('GET');
  }
  return { url: url.href, at: Date.now(), ...outcomeOf(url, asked) };
}

/** True if the answer to HEAD isn't certain, so that GET is tried. */
function needsAnother(asked: Asked): boolean {
  if ('failed' in asked) return /^(?:name|refused|unreadable|timeout|too-large|tls)$/.test(asked.failed);
  return asked.status >= 300 && asked.status !== TOO_MANY;
}

/** Returns the failure that a `NetworkError` describes; throws all other errors again. */
function failureOf(error: unknown, url: URL): Failure {
  if (!(error instanceof Error) || !('kind' in error) || typeof error.kind !== 'string') throw error;
  const host = 'host' in error ? String(error.host) : url.host;
  // An error about an address that can't be requested names that address instead of a host.
  return { failed: error.kind, host: host === url.host || url.href.startsWith(host) ? null : host };
}

/** For how long a host wants to be left alone (RFC 9110, 10.2.3), in milliseconds; null where it does not say so. */
export function retryAfter({ status, headers }: NetworkAnswer, now: number): number | null {
  const written = headers.get('retry-after');
  if (written === undefined || (status !== TOO_MANY && status !== NOT_NOW)) return null;
  const ms = /^\d{1,9}$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

type Outcome = Pick<LinkResult, 'state' | 'status' | 'reason' | 'movedTo' | 'host'>;

function outcomeOf(url: URL, asked: Asked): Outcome {
  if ('failed' in asked) return outcomeOfFailure(asked);
  const answered = parsed(asked.url, url)?.host;
  const outcome = outcomeOfAnswer(url, asked);
  return answered === undefined || answered === url.host ? outcome : { ...outcome, host: answered };
}

function outcomeOfAnswer(url: URL, asked: NetworkAnswer): Outcome {
  const { status, redirects } = asked;
  const plain = { status, reason: null, movedTo: null };
  if (isDoi(url)) {
    // A registered DOI is sent on for now, as that is what DOIs are for. What its publisher then says to programs does not matter.
    const isRegistered = redirects.length > 0 && status !== 404 && status !== 410;
    if (isRegistered || status < 300) return { ...plain, state: 'ok' };
  }
  if (status === 404 || status === 410) return { ...plain, state: 'dead' };
  if (status >= 500 || status === 408) return { ...plain, state: 'unreachable' };
  // A redirect that leads nowhere, and "not modified" where nobody asked for that, say nothing of the page.
  if (status >= 300) return { ...plain, state: 'blocked' };
  return outcomeOfRedirects(url, asked);
}

/** Pages to which sites send everybody. Such a redirect says nothing of the requested page. */
export const ELSEWHERE =
  /(?:^|\/)(?:404|error|(?:page-?)?not[-_]?found|log-?in|sign-?in|auth|sso|consent|captcha)(?:\.\w+)?(?:\/|$)/i;

const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

function outcomeOfRedirects(url: URL, { status, redirects }: NetworkAnswer): Outcome {
  const plain = { status, reason: null, movedTo: null };
  const temporary = redirects.findIndex((each) => !PERMANENT.has(each.status));
  const moved = redirects.slice(0, temporary === -1 ? redirects.length : temporary).at(-1)?.to;
  const to = moved === undefined ? null : parsed(moved, url);
  if (to === null || withoutFragment(to) === withoutFragment(url) || ELSEWHERE.test(to.pathname))
    return { ...plain, state: redirects.length > 0 ? 'redirected' : 'ok' };
  const isLost = to.pathname === '/' && to.search === '' && url.pathname + url.search !== '/';
  if (isLost) return { ...plain, state: 'moved', reason: 'front-page' };
  return { ...plain, state: 'moved', movedTo: withoutFragment(to) };
}

/** State and reason of a link for each kind of `NetworkError`. */
const FAILURES: Readonly<Record<string, readonly [LinkResult['state'], LinkReason]>> = {
  name: ['dead', 'name'],
  offline: ['unreachable', 'offline'],
  refused: ['unreachable', 'refused'],
  unreadable: ['unreachable', 'unreadable'],
  timeout: ['unreachable', 'timeout'],
  tls: ['unreachable', 'tls'],
  redirects: ['blocked', 'redirects'],
  'too-large': ['blocked', 'headers'],
  private: ['unchecked', 'private'],
  address: ['unchecked', 'address'],
};

/** States that differ where a redirect led there: the link's own host was asked, and answered. */
const REDIRECTED: typeof FAILURES = {
  private: ['blocked', 'private'],
  address: ['blocked', 'redirects'],
};

function outcomeOfFailure({ failed, host }: Failure): Outcome {
  const known = host === null ? FAILURES[failed] : (REDIRECTED[failed] ?? FAILURES[failed]);
  const [state, reason] = known ?? ['unreachable', 'unreadable'];
  const plain: Outcome = { state, status: null, reason, movedTo: null };
  // An invalid address has no host.
  return host === null || failed === 'address' ? plain : { ...plain, host };
}

function isDoi({ hostname, pathname }: URL): boolean {
  return /^(?:dx\.)?doi\.org$/.test(hostname) && /^\/10\.\d{4,9}\//.test(pathname);
}

function parsed(written: string, base: URL): URL | null {
  return URL.canParse(written, base.href) ? new URL(written, base.href) : null;
}

function withoutFragment({ href }: URL): string {
  return href.replace(/#.*$/s, '');
}
