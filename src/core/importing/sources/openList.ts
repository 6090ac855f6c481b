/** Gives a heading to a list of sources that stands at the end of a text without one. */

import { lineBreakOf, type Span } from '../../base/text';
import { layoutOf } from '../../brief/blocks/layout';
import { readEntryStart } from '../../brief/sources/sourceEntries';
import type { Brief } from '../../brief/types';
import { addressesIn } from '../../rules/fixes/sources/addresses';
import { sourcesHeading } from '../../rules/fixes/sources/heading';
import { edited } from '../edits';

/** Longest words behind the address of an entry, such as the day on which it was read. */
const MOST_BEHIND = 60;

/**
 * Puts a heading above the last lines of a text if each is an entry with an address, `[n] https://…` or `[n] Title https://…`.
 * The numbers must rise, and the text must cite one of them. An entry may have its address on a line of its own.
 */
export function headOpenList(brief: Brief): Brief {
  const list = openListOf(brief);
  if (!list) return brief;
  const { text, lines } = brief;
  const newLine = lineBreakOf(text);
  const line = lines.lineAt(list.start);
  const isApart = line === 0 || text.slice(lines.startOf(line - 1), lines.endOf(line - 1)).trim() === '';
  const heading = `${isApart ? '' : newLine}${newSourcesHeading(brief)}${newLine}${newLine}`;
  const headed = edited(brief, [{ span: { start: list.start, end: list.start }, newText: heading }]);
  const declared = new Set(headed.sources.flatMap(({ id, url }) => (url ? [id] : [])));
  return list.ids.every((id) => declared.has(id)) ? headed : brief;
}

/** The line of a heading for a new list of sources, on the level of the other sections. */
export function newSourcesHeading(brief: Brief): string {
  const { sections } = brief;
  const level = Math.min(...sections.map((each) => each.level), sections.length === 0 ? 2 : 6);
  return `${'#'.repeat(level)} ${sourcesHeading(brief)}`;
}

interface OpenList {
  /** Offset of its first line. */
  readonly start: number;
  readonly ids: readonly string[];
}

function openListOf(brief: Brief): OpenList | null {
  const { sections, citations, sources } = brief;
  if (sections.some(({ kind }) => kind === 'sources')) return null;
  const entries = lastEntries(brief);
  const first = entries[0];
  if (!first) return null;
  const ids = entries.map(({ id }) => id);
  const isRising = ids.every((id, i) => i === 0 || Number(id) > Number(ids[i - 1]));
  const known = new Set(sources.flatMap(({ id, declarations }) => (declarations.length > 0 ? [id] : [])));
  const isCited = citations.some(
    ({ span, items }) => span.start < first.start && items.some(({ id }) => ids.includes(id.replace(/^\^/, ''))),
  );
  return isRising && isCited && !ids.some((id) => known.has(id)) ? { start: first.start, ids } : null;
}

/** The entries that end a text, in order, each with the offset of its line. */
function lastEntries(brief: Brief): { readonly id: string; readonly start: number }[] {
  const { text, lines } = brief;
  const closed = layoutOf(brief).flatMap(({ kind, span }) => (kind === 'paragraph' || kind === 'list' ? [] : [span]));
  const entries: { id: string; start: number }[] = [];
  let address = false;
  for (let line = lines.count - 1; line >= 0; line--) {
    const start = lines.startOf(line);
    const words = text.slice(start, lines.endOf(line));
    if (words.trim() === '') continue;
    if (isWithin(closed, start + words.search(/\S/))) break;
    const id = entryOf(text, words, start, address);
    if (id !== null) entries.unshift({ id, start });
    else if (address || !/^[ \t]*<?https?:\/\/\S+$/i.test(words)) break;
    address = id === null;
  }
  return entries;
}

/** The number of the entry that a line opens; null if it opens none. @param address whether the next line is an address */
function entryOf(text: string, line: string, start: number, address: boolean): string | null {
  const entry = /^ {0,3}(?:[-*+][ \t]+)?\S/.test(line) ? readEntryStart(text, start) : null;
  if (!entry || entry.url || !/[[［【]/.test(text.slice(entry.idSpan.start - 1, entry.idSpan.start))) return null;
  const words = line.slice(entry.contentStart - start);
  const written = addressesIn(words);
  const end = written.at(-1)?.span.end;
  if (address) return written.length === 0 && words.trim() !== '' ? entry.id : null;
  return end !== undefined && words.length - end <= MOST_BEHIND ? entry.id : null;
}

function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}
