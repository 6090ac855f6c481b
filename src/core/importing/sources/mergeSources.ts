/** Merges sources that a list has twice. */

import type { TextEdit } from '../../base/text';
import { comparablePlace, siteOf } from '../../base/urls';
import type { Brief, Citation, Source, SourceDeclaration } from '../../brief/types';
import { citationOf } from '../../rules/fixes/cite';
import { edited } from '../../rules/fixes/edited';
import { entryRuns } from '../../rules/fixes/sources/entries';
import { removeEntries } from '../../rules/fixes/sources/removeEntries';
import { inBrackets } from '../edits';
import type { Notes } from '../report';

/**
 * Takes out each entry whose address and title an earlier entry has, and cites that one instead. Two entries with the same
 * address that say different things both stay.
 */
export function mergeSources(given: Brief, notes: Notes): Brief {
  if (twins(given).size === 0) return given;
  // In an ordered list, the items that follow would change their numbers.
  const brief = inBrackets(given);
  const into = twins(brief);
  const edits = brief.clusters.flatMap((cluster) => citing(cluster, into));
  const gone = entryRuns(brief)
    .flat()
    .filter(({ id, span, idSpan }) => into.has(id) && idSpan.start >= span.start);
  const merged = edited(brief, [...edits, ...removeEntries(brief, gone)]);
  const left = new Set(merged.sources.map(({ id }) => id));
  if ([...into.keys()].some((id) => left.has(id)) || merged.sources.length !== brief.sources.length - into.size)
    return given;
  for (const [from, to] of into) notes.merged.push({ from, into: to });
  for (const { id, title } of brief.sources) if (title && into.has(id)) notes.named.push({ words: title.value, id });
  return merged;
}

/** The ids to remove, each with the id that replaces it. */
function twins(brief: Brief): ReadonlyMap<string, string> {
  const first = new Map<string, Source>();
  const into = new Map<string, string>();
  const locked = lockedIds(brief);
  for (const source of brief.sources) {
    const only = source.declarations.length === 1 ? source.declarations[0] : undefined;
    if (only?.declaredIn !== 'section' || !only.url) continue;
    const key = comparablePlace(only.url.value);
    const other = first.get(key);
    if (!other) first.set(key, source);
    else if (!locked.has(source.id) && saysTheSame(other, only)) into.set(source.id, other.id);
  }
  return into;
}

function saysTheSame({ title, url }: Source, other: SourceDeclaration): boolean {
  const site = siteOf(url?.value ?? '') ?? '';
  const wordsOf = (text: string | undefined) =>
    (text ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const named = [wordsOf(title?.value), wordsOf(other.title?.value)].map((words) =>
    words === wordsOf(site) ? '' : words,
  );
  return named[1] === '' || named[0] === named[1];
}

/** Returns the ids of sources that have to stay: a citation of them names a page, has a prefix or isn't a plain number. */
function lockedIds({ citations }: Brief): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const citation of citations) if (!isPlain(citation)) for (const { id } of citation.items) ids.add(id);
  return ids;
}

const PLAIN: ReadonlySet<Citation['form']> = new Set(['numbered', 'full-width', 'superscript']);

function isPlain({ form, items }: Citation): boolean {
  return PLAIN.has(form) && items.every(({ locator, prefix }) => locator === undefined && prefix === undefined);
}

/** Adjacent citations are written again together, because they may now cite one source twice. */
function citing(cluster: readonly Citation[], into: ReadonlyMap<string, string>): TextEdit[] {
  const parts = cluster.every(isPlain) ? [cluster] : cluster.map((citation) => [citation]);
  return parts.flatMap((part): TextEdit[] => {
    const ids = part.flatMap(({ items }) => items.map(({ id }) => id));
    const [start, end] = [part[0]?.span.start, part.at(-1)?.span.end];
    if (start === undefined || end === undefined || !ids.some((id) => into.has(id))) return [];
    const newText = [...new Set(ids.map((id) => into.get(id) ?? id))].map(citationOf).join('');
    return [{ span: { start, end }, newText }];
  });
}
