/** Turns the numbers of sources into keys, and keys into numbers, wherever they stand. */

import { derive } from '../../base/derive';
import type { TextEdit } from '../../base/text';
import { writesIds } from '../../brief/citations';
import { isElsewhere, occurrencesOf } from '../../brief/queries/occurrences';
import type { Brief, Citation, CitationItem, Source, SourceDeclaration } from '../../brief/types';
import { readCitation } from '../../document/citations';
import { keysFor } from '../../rules/fixes/sources/sourceKeys';
import { renameInCitation, renameLabel } from '../rename/citations';
import { renameInDeclaration, renameInYaml, takesNumbersOnly } from '../rename/declarations';
import { isNumeral, keyText } from '../rename/newNames';
import { idsByFirstUse } from './firstUse';
import { isOwn } from './renumber';
import { keepingMeaning } from './sameModel';

export type IdKind = 'keys' | 'numbers';

/**
 * Gives all sources of one kind the other: numbers become keys, made from author or publisher and year; keys become
 * numbers in the order of their first use. Ids of a bibliography stay, and so do numbers where a key isn't possible, as in
 * `[1](https://…)`.
 *
 * @returns null if nothing can be converted, or the meaning of the text would change
 */
export function convertCitations(brief: Brief, to: IdKind): readonly TextEdit[] | null {
  const ids = newIds(brief, to);
  if (ids.size === 0) return null;
  const edits: TextEdit[] = [];
  const citations = new Set<Citation>();
  for (const [from, id] of ids) {
    for (const occurrence of occurrencesOf(brief, { kind: 'source', id: from })) {
      if (isElsewhere(occurrence)) continue;
      if (occurrence.in === 'citation') citations.add(occurrence.citation);
      else if (occurrence.in === 'declaration') edits.push(...renameInDeclaration(brief, occurrence, id));
      else edits.push(renameInYaml(brief.text, occurrence.nameSpan, id));
    }
  }
  for (const citation of citations) edits.push(...convertCitation(brief, citation, ids));
  return keepingMeaning(brief, edits, (id) => ids.get(id) ?? id, { forms: true });
}

/** True if the id of a source can be converted. Cheap enough for every move of the cursor. */
export function isConvertible(brief: Brief, source: Source, to: IdKind): boolean {
  return (
    isOwn(source) &&
    source.cite === undefined &&
    !source.id.startsWith('^') &&
    isNumeral(source.id) === (to === 'keys') &&
    (to === 'numbers' || source.declarations.every((declaration) => takesKeys(brief, declaration)))
  );
}

/** True if a declaration can have a key. A link definition is a source by its number, or because it's cited. */
function takesKeys(brief: Brief, declaration: SourceDeclaration): boolean {
  if (declaration.declaredIn === 'definition') return citedInText(brief).has(declaration.id);
  return !takesNumbersOnly(brief, declaration);
}

const citedInText = derive(
  ({ citations }: Brief): ReadonlySet<string> =>
    new Set(
      citations.flatMap(({ form, items }) =>
        form === 'reference-link' || form === 'footnote' || !writesIds({ form }) ? [] : items.map(({ id }) => id),
      ),
    ),
);

function newIds(brief: Brief, to: IdKind): ReadonlyMap<string, string> {
  const used = idsByFirstUse(brief);
  const convertible = brief.sources.filter((source) => isConvertible(brief, source, to));
  const taken = new Set([...used, ...brief.sources.map(({ id }) => id)]);
  if (to === 'keys') return keysFor(convertible, taken);
  const rank = new Map(used.map((id, i) => [id, i]));
  const rankOf = ({ id }: Source) => rank.get(id) ?? used.length;
  let next = 1;
  return new Map(
    [...convertible]
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map(({ id }) => {
        while (taken.has(String(next))) next++;
        return [id, String(next++)];
      }),
  );
}

function convertCitation(brief: Brief, citation: Citation, ids: ReadonlyMap<string, string>): TextEdit[] {
  const { text } = brief;
  const { form, items, span } = citation;
  const [only] = items;
  const to = only && ids.get(only.id);
  if (form === 'reference-link') return only && to ? [renameLabel(text, only.span, to)] : [];
  if (only && to && items.length === 1 && isKeyed(citation)) {
    const declared = new Set([...brief.sources.map(({ id }) => ids.get(id) ?? id)]);
    return renameInCitation(text, citation, { from: only.id, to, declared });
  }
  const written = isKeyed(citation) ? numbersOf(text, citation, ids) : keysOf(citation, ids);
  // A raised number follows its word without a space, a bracket with one.
  const lead = form === 'superscript' && /[\p{Script=Latin}\p{N}]/u.test(text[span.start - 1] ?? '') ? ' ' : '';
  return [{ span, newText: `${lead}${written}` }];
}

function isKeyed({ form }: Citation): boolean {
  return form === 'keyed' || form === 'narrative';
}

/** Writes `[@usgs, p. 3; @doe]` for `[1, p. 3; 2]`; numbers that stay get a bracket of their own. */
function keysOf({ items }: Citation, ids: ReadonlyMap<string, string>): string {
  return runsOf(items, ids)
    .map((run) => {
      const isNew = run.some(({ id }) => ids.has(id));
      const names = run.map(({ id, locator }) => {
        const key = ids.get(id);
        return `${key === undefined ? id : keyText(key)}${locator ? `, ${locator}` : ''}`;
      });
      return `[${names.join(isNew ? '; ' : ', ')}]`;
    })
    .join('');
}

/** Writes `[1, p. 3; 2]` for `[@usgs, p. 3; @doe]`. Words that only a keyed citation can have keep its form: `[see @1]`. */
function numbersOf(text: string, citation: Citation, ids: ReadonlyMap<string, string>): string {
  const parts = runsOf(citation.items, ids).map((run) => {
    if (!run.some(({ id }) => ids.has(id))) return `[${run.map((item) => written(item, keyText(item.id))).join('; ')}]`;
    const inNumbers = numberList(run.map((item) => ({ ...item, id: ids.get(item.id) ?? item.id })));
    return inNumbers ?? `[${run.map((item) => written(item, `@${ids.get(item.id) ?? item.id}`)).join('; ')}]`;
  });
  return parts.join('');

  function written({ prefix, locator, span }: CitationItem, name: string): string {
    const hides = /-@\{?$/.test(text.slice(Math.max(0, span.start - 3), span.start)) ? '-' : '';
    return `${prefix ? `${prefix} ` : ''}${hides}${name}${locator ? `, ${locator}` : ''}`;
  }
}

/** Writes items as a list of numbers; null if its grammar has no place for their prefixes and locators. */
function numberList(items: readonly CitationItem[]): string | null {
  let list = '';
  for (const [i, { id, locator, prefix }] of items.entries()) {
    if (prefix) return null;
    const joint = i === 0 ? '' : items[i - 1]?.locator ? '; ' : ', ';
    list += `${joint}${id}${locator ? `, ${locator}` : ''}`;
  }
  const read = readCitation(`[${list}]`, 0);
  const same =
    read?.kind === 'citation' &&
    read.items.length === items.length &&
    read.items.every(({ id, locator }, i) => id === items[i]?.id && locator === items[i]?.locator);
  return same ? `[${list}]` : null;
}

/** Splits items into runs of items that are converted and runs of items that aren't. */
function runsOf(items: readonly CitationItem[], ids: ReadonlyMap<string, string>): CitationItem[][] {
  const runs: CitationItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && ids.has(last.id) === ids.has(item.id)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}
