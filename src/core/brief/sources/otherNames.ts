/** Names by which texts cite a source besides its id: a number of the same list, the label of a footnote, an address. */
import { doiUrl } from '../../base/safeUrl';
import type { Unplaced } from '../../base/text';
import { comparablePlace, comparableUrl } from '../../base/urls';
import type { SourceDeclaration } from '../types';
import { SUFFIXES } from './numberScopes';

/** The ids of sources by their other names. */
export type OtherNames = ReadonlyMap<string, string>;

/**
 * Returns the name of a link `[1](https://…)`: its number and its page. Without a number, the place on the page counts, too:
 * several sources may have places on one page.
 */
export function nameOfLink(address: string, number = ''): string {
  return number === '' ? ` ${comparablePlace(address)}` : `${number} ${comparableUrl(address)}`;
}

/** The links of a text that declare sources, with the ids that they get, and the names of all sources. */
export interface Named {
  readonly names: OtherNames;
  readonly inline: readonly SourceDeclaration[];
}

/**
 * Names sources. The address of a link `[1](https://…)` is what it cites: a source that the brief lists with this address, or
 * one of its own. A number without an entry cites the footnote with this label, and a footnote without text the entry.
 *
 * @param listed the declarations of sources apart from links
 * @param inline the links that declare a source each
 * @param linked true if the text has links with numbers
 */
export function namesOfSources(
  listed: readonly Unplaced<SourceDeclaration>[],
  inline: readonly SourceDeclaration[],
  linked: boolean,
): Named {
  const names = new Map<string, string>();
  const add = (name: string, id: string) => void (names.has(name) || names.set(name, id));
  const ids = new Set(listed.map(({ id }) => id));
  const found = new Set<string>();
  for (const { id, url, doi, numbers = [] } of listed) {
    if (url || doi) found.add(id);
    for (const number of numbers) if (!ids.has(number)) add(number, id);
    if (/^\^\d+$/.test(id) && !ids.has(id.slice(1))) add(id.slice(1), id);
    if (/^\d+$/.test(id) && !ids.has(`^${id}`)) add(`^${id}`, id);
    if (!linked) continue;
    for (const address of [url?.value, doi && doiUrl(doi.value)]) {
      if (!address) continue;
      add(nameOfLink(address, id), id);
      add(nameOfLink(address), id);
    }
  }
  const declaring: SourceDeclaration[] = [];
  for (const link of inline) {
    const { id: number, url } = link;
    const address = url?.value ?? '';
    const own = nameOfLink(address, number);
    // An entry without an address gets that of the link.
    const isOpen = ids.has(number) && !found.has(number);
    const known = names.get(own) ?? (isOpen ? number : names.get(nameOfLink(address)));
    const id = known ?? freeId(ids, number);
    add(own, id);
    if (known !== undefined && known !== number) continue;
    found.add(id);
    ids.add(id);
    declaring.push(id === number ? link : { ...link, id });
  }
  return { names, inline: declaring };
}

/** Returns a number, with a letter behind it if a source has the number already. */
function freeId(ids: ReadonlySet<string>, number: string): string {
  if (!ids.has(number)) return number;
  for (const letter of SUFFIXES) if (!ids.has(`${number}${letter}`)) return `${number}${letter}`;
  return number;
}
