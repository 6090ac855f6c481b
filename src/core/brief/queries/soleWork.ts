/** Tells whether a brief sums up one work, such as a talk or an article, whose address its head gives. */

import { hostOf } from '../../base/safeUrl';
import type { Brief } from '../types';

/** The part of a document in which the work that it sums up is named, in UTF-16 units. */
const HEAD = 1500;
const ADDRESS = /https?:\/\/[^\s"'<>()[\]]+/g;
/** Keys and labels of addresses that belong to the document itself: `cover: https://…`, `Repository: https://…` */
const OF_ITSELF =
  /^\W*(?:canonical|permalink|image|cover|thumb|logo|icon|social|home|web ?site|repo|demo|og[_:]|avatar|author|base)/i;
/** Most words beside an address that only names the work: `**Source:** [the whole talk](https://…)`. */
const MOST_WORDS = 8;

/**
 * True for a summary or notes of one work: a line of its head has nothing but an address and a few words, and all other
 * addresses of the document lead to the same site, and it lists no sources. Each statement of such a document rests on that work.
 */
export function sumsUpOneWork({ content, links, works, sources }: Brief): boolean {
  const head = content.slice(0, HEAD).split('\n').slice(0, -1).filter(namesWork);
  const hosts = new Set(head.flatMap(addressesIn).map(hostOf));
  const [site] = hosts;
  const isListed = works.length + sources.length > 0;
  return !isListed && hosts.size === 1 && links.every(({ url }) => hostOf(url.value) === site);
}

function addressesIn(line: string): string[] {
  return line.match(ADDRESS) ?? [];
}

function namesWork(line: string): boolean {
  if (OF_ITSELF.test(line) || line.includes('![') || addressesIn(line).length === 0) return false;
  const words = line.replace(ADDRESS, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words <= MOST_WORDS && !/[\p{L}\p{N}][.。!?！？]\s*$/u.test(line);
}
