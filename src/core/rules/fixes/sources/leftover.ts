/** The source in a mark that a chat assistant left, for the rule that reports such marks and for the import. */

import { safeUrl } from '../../../base/safeUrl';
import { siteOf } from '../../../base/urls';
import { readLeftover } from '../../../document/citations/artifacts';
import { cleanAddress, titleOfWords } from './addresses';
import type { NewSource } from './newSource';

/** Content of a mark that would be lost with it. */
export interface Held {
  /** Numbers that may be in a list of sources. */
  readonly ids: readonly string[];
  /** The source's details in the mark; null if there are none. */
  readonly source: Omit<NewSource, 'id'> | null;
  /** True if the title of that source is the name of a file. */
  readonly isFile: boolean;
  /** The lines of that file as a locator, such as `lines 3-5`; null if there are none. */
  readonly lines: string | null;
  /** Words in the mark that are part of the sentence around it. */
  readonly words: string | null;
}

/** True for a mark that is lost without a trace, unless its numbers are in a list of sources. */
export function holdsNothing({ source, words }: Held): boolean {
  return source === null && words === null;
}

/**
 * Reads the content of a mark.
 *
 * @param written the whole mark, with the address in parentheses after it
 */
export function heldBy(written: string): Held {
  const { ids, names, target, words = null } = readLeftover(written);
  const parts = target === undefined ? names : [target, ...names];
  const url = parts.map(webAddress).find((one) => one !== null) ?? (target && isBeside(target) ? target : undefined);
  const titles = names.filter((name) => webAddress(name) === null);
  const file = [...titles, ...(target && webAddress(target) === null ? [lastPart(target)] : [])].find(isFileName);
  const title = file ?? titles.map(titleOfWords).find((one) => one !== null) ?? undefined;
  const publisher = title === undefined ? (siteOf(url ?? '') ?? titles.find((one) => SITE.test(one))) : undefined;
  const source = {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url: cleanAddress(url) }),
  };
  const isFile = file !== undefined;
  const lines = isFile ? linesIn(written) : null;
  return { ids, source: Object.keys(source).length > 0 ? source : null, isFile, lines, words };
}

/** Returns the lines in a mark such as `【F:src/kiln.js†L130-L131】`, as a locator; null if there are none. */
function linesIn(written: string): string | null {
  const [, first = '', last = first] = /†L(\d+)(?:[-–]L?(\d+))?】$/.exec(written) ?? [];
  if (first === '') return null;
  return first === last ? `line ${first}` : `lines ${first}-${last}`;
}

/** Adds the lines that a mark names to a citation such as `[1]`. */
export function ofLines(citation: string, { lines }: Held): string {
  return lines === null ? citation : citation.replace(/\]$/, () => `, ${lines}]`);
}

const SITE = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,12}$/i;
const FILE =
  /\.(?:pdf|docx?|odt|rtf|txt|md|tex|xlsx?|ods|csv|tsv|pptx?|odp|json|ya?ml|xml|html?|epub|zip|png|jpe?g|gif|svg|webp|mp[34]|ipynb|py|js|tsx?|c|cpp|h|rs|go|java|rb|sh|sql|css)$/i;

/** Returns the address of a web page, with its scheme; null for anything else. */
function webAddress(written: string): string | null {
  if (/^https?:\/\/[^\s/]/i.test(written)) return written;
  const host = /^([^\s/]+)\/\S*$/.exec(written)?.[1] ?? '';
  return SITE.test(host) || /^www\.\S+\.\S+$/i.test(written) ? `https://${written}` : null;
}

/** True for the address of a file beside the brief, rather than in a chat, such as `sandbox:/mnt/data/a.pdf`. */
function isBeside(target: string): boolean {
  return !/^[a-z][a-z\d+.-]*:|^[#/]/i.test(target) && safeUrl(target) !== null;
}

function isFileName(name: string): boolean {
  return FILE.test(name) || /^[^\s/]+\/\S+$/.test(name);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
