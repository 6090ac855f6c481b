/** Asks for one page as its host wants it: in its turn, as its robots.txt allows, and again when the host says so. */
import { ELSEWHERE, mayAsk, type Pace, retryAfter, type Turns } from '../links';
import type { NetworkAnswer, NetworkRequest } from '../network/contract';
import { type KeepOptions, type MissingReason, NOT_ASKED, type Outcome } from './contract';
import type { CopyRecord } from './record';
import { allows, type RobotsRule, readRobots } from './robots';

export type Missing = Extract<Outcome, { readonly reason: MissingReason }>;

export interface Asking {
  readonly options: KeepOptions;
  readonly pace: Pace;
  readonly turns: Turns;
  readonly record: CopyRecord;
  /** Ends running requests. */
  readonly signal: AbortSignal;
  /** Rules of hosts that were asked, by origin. */
  readonly robots: Map<string, Promise<readonly RobotsRule[] | Missing>>;
  /** Hosts that want to be left alone. */
  readonly closed: Set<string>;
  /** Hosts that gave any answer in this run. */
  readonly answered: Set<string>;
}

/** Largest file that is read, in bytes. Users can add larger ones themselves. */
export const MOST_BYTES = 25 * 1024 * 1024;
const MOST_ROBOTS_BYTES = 500 * 1024;
const TIMEOUT_MS = 60_000;
const IDLE_MS = 15_000;
const MOST_REDIRECTS = 5;
const ACCEPT = 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5';

/**
 * Asks for a page, and follows its redirects. Each host on the way is asked in its own turn, by its own rules.
 *
 * @param isGiven true for an address of the user, which alone may be private
 * @param minds true to follow the rules for programs; false for an archive, which has an interface for programs
 * @throws the reason of the signal when that is given
 */
export async function askPage(
  start: string,
  asking: Asking,
  { isGiven, minds }: { readonly isGiven: boolean; readonly minds: boolean },
): Promise<NetworkAnswer | Missing> {
  let url = new URL(start);
  const first = url;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    if (!mayAsk(url.href)) return { reason: 'address', host: url.host };
    const mayBePrivate = isGiven && asking.options.allowPrivate === true && url.hostname === first.hostname;
    const step = { mayBePrivate, begins: isGiven && hops === 0 };
    const refused = minds ? await whyNot(url, asking, step) : null;
    if (refused) return refused;
    const answer = await askOnce(url, asking, step);
    if ('reason' in answer) return answer;
    const to = answer.redirects.at(-1)?.to;
    if (to === undefined) return answer;
    const next = new URL(to);
    if (ELSEWHERE.test(next.pathname) && !ELSEWHERE.test(first.pathname))
      return /404|found|error/i.test(next.pathname)
        ? { reason: 'gone', host: next.host }
        : { reason: 'sign-in', host: next.host };
    // Many sites redirect addresses of removed pages to their first page.
    if (isFront(next) && !isFront(first)) return { reason: 'gone', host: next.host };
    url = next;
  }
  return { reason: 'unreachable', host: url.host, detail: 'redirects' };
}

/** One of the requests for a page. */
interface Step {
  readonly mayBePrivate: boolean;
  /** True for the first request. A page that was begun is finished, so that nothing is asked for twice. */
  readonly begins: boolean;
}

function isFront({ pathname, search }: URL): boolean {
  return pathname === '/' && search === '';
}

async function whyNot(url: URL, asking: Asking, step: Step): Promise<Missing | null> {
  const { origin } = url;
  const pending = asking.robots.get(origin) ?? rulesOf(url, asking, step);
  asking.robots.set(origin, pending);
  const rules = await pending;
  if ('reason' in rules) return rules;
  return allows(rules, url) ? null : { reason: 'robots', host: url.host };
}

/**
 * Reads the rules of a host. A host without such a file lets all in. A host that can't give it now is left alone (RFC 9309,
 * 2.3.1).
 */
async function rulesOf(url: URL, asking: Asking, step: Step): Promise<readonly RobotsRule[] | Missing> {
  const { origin, host } = url;
  const known = asking.record.robots.get(origin);
  if (known) return known.rules;
  const answer = await ask(url, asking, step, { url: `${origin}/robots.txt`, mostBytes: MOST_ROBOTS_BYTES });
  if ('reason' in answer) return answer;
  const { status, body } = answer;
  if (status >= 500 || status === 429) return { reason: 'failed', host, detail: String(status) };
  const rules = status === 200 ? readRobots(new TextDecoder().decode(body)) : [];
  asking.record.robots.set(origin, { origin, day: asking.options.today, rules });
  return rules;
}

/** Asks once, and once more when a host says in how long. If a host wants a longer wait, it is asked for nothing else. */
async function askOnce(url: URL, asking: Asking, step: Step): Promise<NetworkAnswer | Missing> {
  const wanted = {
    url: url.href,
    headers: { accept: ACCEPT, 'accept-language': '*' },
    mostBytes: MOST_BYTES,
    stopsAtRedirect: true,
  };
  const answer = await ask(url, asking, step, wanted);
  const waitMs = 'reason' in answer ? null : retryAfter(answer, Date.now());
  if (waitMs === null) return answer;
  if (waitMs > asking.pace.mostWaitMs) return { reason: 'busy', host: url.host };
  asking.turns.hold(url.host, waitMs);
  return ask(url, asking, { ...step, begins: false }, wanted);
}

async function ask(url: URL, asking: Asking, step: Step, wanted: NetworkRequest): Promise<NetworkAnswer | Missing> {
  const { options, turns, signal, closed } = asking;
  const { host } = url;
  const { mayBePrivate: allowPrivate, begins } = step;
  return turns.take(host, async () => {
    if (begins) options.signal?.throwIfAborted();
    if (closed.has(host)) return { reason: 'busy', host, detail: NOT_ASKED };
    try {
      const answer = await options.request({ timeoutMs: TIMEOUT_MS, idleMs: IDLE_MS, signal, allowPrivate, ...wanted });
      asking.answered.add(host);
      // Requests that wait for their turn at this host are not sent any more.
      if ((retryAfter(answer, Date.now()) ?? 0) > asking.pace.mostWaitMs) closed.add(host);
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      return missingBy(error, host);
    }
  });
}

const REASONS: Readonly<Record<string, MissingReason>> = {
  offline: 'offline',
  name: 'name',
  timeout: 'timeout',
  private: 'private',
  address: 'address',
};

/** Returns the reason of a `NetworkError`; throws other errors again. */
function missingBy(error: unknown, asked: string): Missing {
  if (!(error instanceof Error) || !('kind' in error) || typeof error.kind !== 'string') throw error;
  const host = 'host' in error && /^[^\s/]+$/.test(String(error.host)) ? String(error.host) : asked;
  const reason = REASONS[error.kind];
  return reason ? { reason, host } : { reason: 'unreachable', host, detail: error.kind };
}
