/** All that entries of a bibliography say of works, in the words of CSL: what a style of lists of sources is given. */
import { bibtexDetails } from './bibtexDetails';
import { readItems } from './csl';
import type { CslMap, CslNode } from './cslNode';
import { type DateParts, type EntryDetails, type NameParts, plainDate } from './entryDetails';
import { risDetails } from './risDetails';

/**
 * Reads entries of a bibliography again, in full.
 *
 * @param path as the brief names the file; its extension tells the format
 * @param ids of the entries that are wanted
 */
export function readDetails(text: string, path: string, ids: ReadonlySet<string>): ReadonlyMap<string, EntryDetails> {
  if (/\.bib$/i.test(path)) return bibtexDetails(text, ids);
  return /\.ris$/i.test(path) ? risDetails(text, ids) : cslDetails(text, ids);
}

const NAMES: ReadonlySet<string> = new Set(
  'author collection-editor composer container-author contributor curator director editor editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator'.split(
    ' ',
  ),
);
const DATES: ReadonlySet<string> = new Set(
  'accessed available-date event-date issued original-date submitted'.split(' '),
);
/** Variables and types are written so. */
const VARIABLE = /^[A-Za-z][A-Za-z_-]{0,40}$/;
const NAME_PART = /^(?:family|given|literal|suffix|(?:non-)?dropping-particle)$/;

function cslDetails(text: string, ids: ReadonlySet<string>): Map<string, EntryDetails> {
  const found = new Map<string, EntryDetails>();
  for (const item of readItems(text)) {
    const id = item.kind === 'map' ? item.pairs.get('id') : undefined;
    if (item.kind === 'map' && id?.kind === 'text' && ids.has(id.value) && !found.has(id.value))
      found.set(id.value, detailsOf(item));
  }
  return found;
}

function detailsOf(item: CslMap): EntryDetails {
  const details: Record<string, EntryDetails[string]> = {};
  for (const [key, node] of item.pairs) {
    if (key === 'id' || !VARIABLE.test(key)) continue;
    const value = DATES.has(key) ? dateOf(node) : NAMES.has(key) ? namesOf(node) : textOf(node);
    if (value !== undefined) details[key] = value;
  }
  return details;
}

function textOf(node: CslNode): string | undefined {
  return node.kind === 'text' && node.value !== '' ? node.value : undefined;
}

function namesOf(node: CslNode): NameParts[] | undefined {
  const names = (node.kind === 'list' ? node.items : []).flatMap((person): NameParts[] => {
    const parts = person.kind === 'map' ? [...person.pairs] : [];
    const written = parts.flatMap(([part, value]): [string, string][] => {
      const words = NAME_PART.test(part) ? textOf(value) : undefined;
      return words === undefined ? [] : [[part, words]];
    });
    return written.length === 0 ? [] : [Object.fromEntries(written)];
  });
  return names.length === 0 ? undefined : names;
}

function dateOf(node: CslNode): DateParts | undefined {
  if (node.kind !== 'map') return plainDate(textOf(node));
  const lists = node.pairs.get('date-parts');
  const dates = (lists?.kind === 'list' ? lists.items : []).map((date) =>
    (date.kind === 'list' ? date.items : []).slice(0, 3).map((part) => Number(textOf(part))),
  );
  if (dates.length > 0 && dates.every((date) => date.length > 0 && date.every(Number.isInteger)))
    return { 'date-parts': dates.slice(0, 2) };
  const literal = node.pairs.get('literal');
  return plainDate(textOf(node.pairs.get('raw') ?? literal ?? node));
}
