import { archivedCopy } from './archive';
import { askLink } from './askLink';
import { type LinkCheck, type LinkReason, type LinkResult, OfflineError, PACE } from './link';
import { seemsOffline } from './offline';
import { createTurns } from './turns';

/** Number of links without a way, or of hosts without a name, after which the check stops, if no link was reached. */
const MOST_IN_VAIN = 6;

/**
 * Asks for each address whether its page is there, and for those that are dead whether there is an archived copy.
 *
 * @param urls each once: as `webLinks` gives them
 * @returns what was found out, in the order of `urls`
 * @throws OfflineError where this machine has no way to the network; the reason of the signal when that is given
 */
export async function checkLinks(urls: readonly string[], check: LinkCheck): Promise<readonly LinkResult[]> {
  const pace = { ...PACE, ...check.pace };
  const stop = new AbortController();
  const signal = check.signal ? AbortSignal.any([check.signal, stop.signal]) : stop.signal;
  const turns = createTurns(pace, signal);
  let reached = 0;
  let offline = 0;
  /** The hosts that were not found: their names are wrong, or this machine is offline. */
  const notFound = new Set<string>();
  let left = pace.mostLinks;

  const ask = async (written: string): Promise<LinkResult> => {
    const known = check.known?.get(written);
    const whyNot = reasonNotToAsk(written);
    if (whyNot !== null) return unasked(written, whyNot);
    if (known) return known.state === 'dead' && known.archived === undefined ? withCopy(known) : known;
    if (left-- <= 0) return unasked(written, 'limit');
    const result = { ...(await askLink(new URL(written), { ...check, signal }, pace, turns)), url: written };
    if (result.reason === 'offline') offline++;
    else if (result.reason === 'name' && result.host === undefined) notFound.add(new URL(written).host);
    else reached++;
    if (reached === 0 && offline + notFound.size >= MOST_IN_VAIN) stop.abort(new OfflineError());
    return result.state === 'dead' ? withCopy(result) : result;
  };

  const withCopy = async (result: LinkResult): Promise<LinkResult> => {
    const { archive, request, allowPrivate = false } = check;
    if (archive === null) return result;
    const near = check.accessed?.get(result.url);
    const options = { timeoutMs: pace.timeoutMs, signal, allowPrivate, near };
    const archived = await turns.take(archive, () => archivedCopy(request, archive, result.url, options));
    return archived === undefined ? result : { ...result, archived };
  };

  const results = await Promise.all(
    urls.map(async (url) => {
      const result = await ask(url);
      check.onResult?.(result);
      return result;
    }),
  );
  if ((reached === 0 && offline > 0) || seemsOffline(reached > 0, notFound)) throw new OfflineError();
  return results;
}

/** Names that are kept for examples and tests (RFC 2606, RFC 6761). */
const EXAMPLE = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/;

/** True if an address may be requested, unless it turns out to be of a private network. */
export function mayAsk(url: string): boolean {
  return reasonNotToAsk(url) === null;
}

function reasonNotToAsk(url: string): LinkReason | null {
  if (/^mailto:/i.test(url)) return 'mail';
  if (!URL.canParse(url)) return 'address';
  return EXAMPLE.test(new URL(url).hostname) ? 'example' : null;
}

function unasked(url: string, reason: LinkReason): LinkResult {
  return { url, state: 'unchecked', status: null, reason, movedTo: null, at: Date.now() };
}
