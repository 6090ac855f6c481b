import { withEscapes } from '../../base/messages';
import { say } from '../../base/say';
import { forSearch } from '../../brief/searchText';
import type { Source } from '../../brief/types';
import type { Completion } from './completion';

/** A source as completion shows it. The place decides how it is put in. */
export type SourceItem = Pick<Completion, 'kind' | 'detail' | 'description' | 'source'>;

export function describe(source: Source): SourceItem {
  const { id, title, publisher, url, doi, published } = source;
  const name = wordsOfPassage(source) ?? (title ?? publisher ?? url ?? doi)?.value ?? '';
  if (source.partOf !== undefined)
    return { kind: 'source', detail: oneLine(name, 160), description: say('passage {0}', id), source: id };
  const by = title ? (publisher?.value ?? source.authors[0]?.value ?? '') : '';
  return {
    kind: 'source',
    detail: oneLine(name, 160),
    // Where there is little room, the end is cut off.
    description: [yearOf(published?.value), oneLine(by, 40)].filter((part) => part !== '').join(' · '),
    source: id,
  };
}

/** Returns the words of a numbered passage, by which it is chosen; undefined for any other source. */
function wordsOfPassage({ partOf, passages }: Source): string | undefined {
  return partOf === undefined ? undefined : passages.find(({ from }) => from === 'text')?.text;
}

/** Editors look no further: VS Code compares at most 128 UTF-16 units of a text. */
const LONGEST_FILTER = 128;

/**
 * Returns the text by which a source is found: its id, title, authors, publisher and year; names with accents without them,
 * too.
 *
 * @param start the sign that the typed text starts with, such as `@`
 */
export function filterTextOf(source: Source, start = ''): string {
  const { id, title, authors, publisher, published } = source;
  const name = wordsOfPassage(source) ?? (title ?? source.url ?? source.doi)?.value ?? '';
  const names = oneLine(authors.map(({ value }) => value).join(' '), 28);
  const plain = forSearch(names);
  const rest = [
    yearOf(published?.value),
    names,
    plain === names.toLowerCase() ? '' : plain,
    oneLine(publisher?.value ?? '', 28),
  ].filter((part) => part !== '');
  const room = LONGEST_FILTER - start.length - id.length - rest.join(' ').length - 2;
  return [start + id, oneLine(name, Math.max(0, room)), ...rest].filter((part) => part !== '').join(' ');
}

function yearOf(date: string | undefined): string {
  return /^\d{4}/.exec(date ?? '')?.[0] ?? '';
}

/** Returns the start of a text, on one line and without characters that could change how it is shown. */
export function oneLine(text: string, most: number): string {
  const line = text
    .slice(0, most * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return withEscapes(line.length > most ? line.slice(0, most).replace(/[\ud800-\udbff]$/, '') : line);
}
