/** Shows hosts so that people can't take them for other ones. */

import { hostOf } from '../../base/safeUrl';
import { element, type Html, join, nothing, text } from '../html';

/** Returns a host in the form to show: labels outside ASCII, which may imitate others, become Punycode. */
export function shownHost(host: string): string {
  return host
    .normalize('NFKC')
    .toLowerCase()
    .split(/[.\u3002]/)
    .map((label) => (/^[\0-\x7f]*$/.test(label) ? label : `xn--${punycode(label.slice(0, LONGEST_LABEL))}`))
    .join('.');
}

/** Longest label of a host (RFC 1034, section 3.1). */
const LONGEST_LABEL = 63;

/** True if a host has a letter outside ASCII, as it is or in Punycode. */
export function isInternational(host: string): boolean {
  return /[^\0-\x7f]/.test(host) || /(?:^|\.)xn--/i.test(host);
}

/**
 * Returns the host of a link, to show after it if its words could be taken for another host.
 *
 * @param words text of the link
 * @param href target of the link, as `safeUrl` returned it
 */
export function hostBeside(words: string, href: string): Html {
  const host = hostOf(href);
  const shown = host === null ? null : hostToShow(words, host);
  // Isolated, since characters before it may turn the direction of what follows them.
  return shown === null ? nothing : join([text(' ('), element('bdi', { class: 'link-host' }, text(shown)), text(')')]);
}

/** Endings of file names, which aren't taken for the end of a host. */
const FILES = /\.(?:pdf|csv|tsv|html?|xlsx?|docx?|pptx?|json|xml|txt|js|css|png|jpe?g|gif|svg|webp)$/i;
const NAMED =
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})[.\u3002]){1,10}\p{L}{2,63}(?![\p{L}\p{N}-])/gu;

/**
 * Returns the host to show beside a link, so that nobody takes its words for another address.
 *
 * @param words text of the link
 * @param host host of the link's target
 * @returns null if the words name no other host
 */
export function hostToShow(words: string, host: string): string | null {
  const plain = (name: string) => shownHost(name).replace(/^www\./, '');
  const leads = plain(host);
  const seen = words.normalize('NFKC');
  if (isInternational(host) && !seen.toLowerCase().includes(shownHost(host))) return shownHost(host);
  for (const [named] of seen.slice(0, MOST_WORDS).matchAll(NAMED)) {
    const name = plain(named);
    if (!FILES.test(name) && name !== leads && !leads.endsWith(`.${name}`)) return shownHost(host);
  }
  return null;
}

/** Number of characters of a link's words that are checked; no reader looks further. */
const MOST_WORDS = 2000;

// RFC 3492, section 5.
const [BASE, T_MIN, T_MAX, SKEW, DAMP] = [36, 1, 26, 38, 700];

/** Returns a label in Punycode, without `xn--` (RFC 3492, section 6.3). */
function punycode(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  let written = points
    .filter((point) => point < 0x80)
    .map((point) => String.fromCodePoint(point))
    .join('');
  const basic = written.length;
  let done = basic;
  if (basic > 0) written += '-';
  let [n, delta, bias] = [0x80, 0, 72];
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (done + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      let rest = delta;
      for (let k = BASE; ; k += BASE) {
        const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
        if (rest < threshold) break;
        written += digit(threshold + ((rest - threshold) % (BASE - threshold)));
        rest = Math.floor((rest - threshold) / (BASE - threshold));
      }
      written += digit(rest);
      bias = adapted(delta, done + 1, done === basic);
      delta = 0;
      done++;
    }
    delta++;
    n++;
  }
  return written;
}

function digit(value: number): string {
  return String.fromCharCode(value < 26 ? value + 97 : value + 22);
}

function adapted(change: number, count: number, isFirst: boolean): number {
  let delta = Math.floor(change / (isFirst ? DAMP : 2));
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}
