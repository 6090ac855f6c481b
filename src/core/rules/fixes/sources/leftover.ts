/** What a mark that a chat assistant left says of its source. The rule that reports marks and the import both ask here. */

import { safeUrl } from '../../../base/safeUrl';
import { siteOf } from '../../../base/urls';
import { readLeftover } from '../../../document/citations/artifacts';
import { cleanAddress, titleOfWords } from './addresses';
import type { NewSource } from './newSource';

/** What would be lost with a mark. */
export interface Held {
  /** Numbers, which may be those of a list of sources. */
  readonly ids: readonly string[];
  /** What the mark says of a source; null where it says nothing. */
  readonly source: Omit<NewSource, 'id'> | null;
  /** The title of that source is the name of a file. */
  readonly isFile: boolean;
  /** The lines of that file, as a locator has them; null: none. */
  readonly lines: string | null;
  /** Words of the sentence that the mark stands in. */
  readonly words: string | null;
}

/**
 * Reads what a mark holds.
 *
 * @param written the whole mark, with the address in parentheses behind it
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

/** Lines in a mark such as `【F:src/kiln.js†L130-L131】`. */
function linesIn(written: string): string | null {
  const [, first = '', last = first] = /†L(\d+)(?:[-–]L?(\d+))?】$/.exec(written) ?? [];
  if (first === '') return null;
  return first === last ? `line ${first}` : `lines ${first}-${last}`;
}

/** A citation such as `[1]`, of the lines that a mark names. */
export function ofLines(citation: string, { lines }: Held): string {
  return lines === null ? citation : citation.replace(/\]$/, () => `, ${lines}]`);
}

const SITE = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,12}$/i;
const FILE =
  /\.(?:pdf|docx?|odt|rtf|txt|md|tex|xlsx?|ods|csv|tsv|pptx?|odp|json|ya?ml|xml|html?|epub|zip|png|jpe?g|gif|svg|webp|mp[34]|ipynb|py|js|tsx?|c|cpp|h|rs|go|java|rb|sh|sql|css)$/i;

/** The address of a web page, with its scheme; null for anything else. */
function webAddress(written: string): string | null {
  if (/^https?:\/\/[^\s/]/i.test(written)) return written;
  const host = /^([^\s/]+)\/\S*$/.exec(written)?.[1] ?? '';
  return SITE.test(host) || /^www\.\S+\.\S+$/i.test(written) ? `https://${written}` : null;
}

/** Whether an address is that of a file beside the brief, rather than one in a chat: `sandbox:/mnt/data/a.pdf`. */
function isBeside(target: string): boolean {
  return !/^[a-z][a-z\d+.-]*:|^[#/]/i.test(target) && safeUrl(target) !== null;
}

function isFileName(name: string): boolean {
  return FILE.test(name) || /^[^\s/]+\/\S+$/.test(name);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
