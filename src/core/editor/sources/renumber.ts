/** Finds new numbers for sources, and writes them in all places. */

import { isNumber } from '../../base/messages';
import type { Span, TextEdit } from '../../base/text';
import { isElsewhere, type Name, occurrencesOf } from '../../brief/queries/occurrences';
import { footnotesOf } from '../../brief/queries/targets';
import type { Brief, Citation, CitationItem, Source } from '../../brief/types';
import { superscriptOf } from '../../document/citations/superscripts';
import { type Entry, entryRuns } from '../../rules/fixes/sources/entries';
import { type Group, groupsOf } from '../rename/numberLists';
import { idsByFirstUse, labelsByFirstUse } from './firstUse';

/** New ids by old ones, without the ids that stay the same. */
export type Renumbering = ReadonlyMap<string, string>;

/**
 * Counts the numbered sources in the order of their first use, uncited ones last, and numbered footnotes by themselves. A
 * number that is cited but not declared stays free, or its citations would lead to a source. A number of a shared
 * bibliography stays free, too.
 */
export function renumbering(brief: Brief): Renumbering {
  const used = idsByFirstUse(brief);
  const declared = new Map(brief.sources.map((source) => [source.id, source]));
  const own = (id: string) => isNumber(id) && isOwn(declared.get(id));
  const ids = new Set([...used.filter(own), ...[...declared.keys()].filter(own)]);
  const taken = new Set([...used, ...declared.keys()].filter((id) => !ids.has(id)));
  return new Map([...counted(ids, taken, ''), ...footnoteRenumbering(brief)].filter(([from, to]) => from !== to));
}

/** True if a source is declared only in the brief itself. */
export function isOwn(source: Source | undefined): boolean {
  return (
    source?.declarations.every(({ declaredIn, uri }) => declaredIn !== 'bibliography' && uri === undefined) ?? false
  );
}

function* counted(ids: Iterable<string>, taken: ReadonlySet<string>, sign: string): Iterable<[string, string]> {
  let next = 1;
  for (const id of ids) {
    while (taken.has(`${sign}${next}`)) next++;
    yield [id, `${sign}${next++}`];
  }
}

/** Counts footnotes in the order of their references, remarks among them: readers see one row of numbers. */
function footnoteRenumbering(brief: Brief): Iterable<[string, string]> {
  const referred = labelsByFirstUse(brief);
  const defined = new Set(footnotesOf(brief).map(({ label }) => label));
  const isNumbered = (label: string) => /^\^\d+$/.test(label) && defined.has(label);
  const labels = new Set([...referred, ...defined].filter(isNumbered));
  const taken = new Set([...referred, ...defined].filter((label) => !labels.has(label)));
  return counted(labels, taken, '^');
}

/** The edits that give all sources their new numbers, in all places of the brief. */
export function renumberEdits(brief: Brief, numbers: Renumbering): TextEdit[] {
  const edits: TextEdit[] = [];
  const citations = new Set<Citation>();
  const counted = placesThatCount(brief);
  for (const [from, to] of numbers) {
    const name: Name = { kind: from.startsWith('^') ? 'footnote' : 'source', id: from };
    for (const occurrence of occurrencesOf(brief, name)) {
      const { nameSpan } = occurrence;
      if (isElsewhere(occurrence) || counted.has(nameSpan.start)) continue;
      if (occurrence.in === 'citation') citations.add(occurrence.citation);
      else edits.push(...asWritten(brief.text, nameSpan, from, to));
    }
  }
  for (const citation of citations) edits.push(...renumberCitation(brief.text, citation, numbers));
  return edits;
}

/** Offsets of the typed numbers of a list that counts itself, "1. 1. 1.". They aren't the ids, and stay. */
function placesThatCount(brief: Brief): ReadonlySet<number> {
  const isTyped = ({ id, idSpan }: Entry) =>
    !/^\d/.test(brief.content.slice(idSpan.start, idSpan.end)) || brief.content.slice(idSpan.start, idSpan.end) === id;
  const runs = entryRuns(brief).filter((run) => !run.every(isTyped));
  return new Set(runs.flatMap((run) => run.map(({ idSpan }) => idSpan.start)));
}

/** Writes a number in the kind of digits of the old one: plain, full-width or raised. */
function asWritten(text: string, span: Span, from: string, to: string): TextEdit[] {
  if (from === to) return [];
  const written = text.slice(span.start, span.end);
  if (written === superscriptOf(from)) return [{ span, newText: superscriptOf(to) }];
  if (written === toFullWidth(from)) return [{ span, newText: toFullWidth(to) }];
  return written === from ? [{ span, newText: to }] : [];
}

function renumberCitation(text: string, citation: Citation, numbers: Renumbering): TextEdit[] {
  const numberOf = ({ id }: CitationItem) => numbers.get(id) ?? id;
  return groupsOf(text, citation).flatMap((group): TextEdit[] => {
    const { items, range } = group;
    if (!isRange(group)) {
      return items.flatMap((item) => [
        ...asWritten(text, item.span, item.id, numberOf(item)),
        ...asWritten(text, secondOf(text, item), item.id, numberOf(item)),
      ]);
    }
    const next = items.map(numberOf);
    const before = text.slice(range.start, range.end);
    const newText = rangeText(text, citation, group, next);
    return newText === before ? [] : [{ span: range, newText }];
  });
}

/** The span of the second 2 in `[2-2]`, which is read as 2; else an empty span. */
function secondOf(text: string, { id, span: { end } }: CitationItem): Span {
  const again = /^\s?[-–—−~～]\s?(?=(\d+))/.exec(text.slice(end, end + 10));
  const start = end + (again?.[0].length ?? 0);
  return { start, end: again?.[1] === id ? start + id.length : start };
}

/** True for a range such as `5-7`, which doesn't write all its numbers. */
function isRange({ items }: Group): boolean {
  const first = items[0];
  const last = items.at(-1);
  return items.length > 1 && Number(last?.id) - Number(first?.id) === items.length - 1;
}

/** Writes `5-7` with other numbers: as a range if they follow one another, else as a list. */
function rangeText(text: string, citation: Citation, { items, range }: Group, next: readonly string[]): string {
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return text.slice(range.start, range.end);
  const dash = text.slice(first.span.end, last.span.start);
  // A locator belongs to the last number, so that number has to stay last.
  const ordered = last.locator ? next : [...next].sort((a, b) => Number(a) - Number(b));
  const parts = dash.includes('[') ? '][' : separatorOf(text, citation);
  return runsOf(ordered.map(Number))
    .map((run) =>
      run.length > 2 || (run.length === 2 && run.length === items.length)
        ? `${run[0]}${dash}${run.at(-1)}`
        : run.join(parts),
    )
    .join(parts);
}

/** The text between the first two numbers of a list. */
function separatorOf(text: string, citation: Citation): string {
  const [first, second] = groupsOf(text, citation);
  return first && second && !first.items.at(-1)?.locator ? text.slice(first.span.end, second.range.start) : ', ';
}

/** Groups numbers that follow one another. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

function toFullWidth(number: string): string {
  return number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
