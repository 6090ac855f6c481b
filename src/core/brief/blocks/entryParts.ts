/** Reads the parts of an entry that stands in several blocks: a heading with its title, and fields below that. */
import type { Local, LocalSpan } from '../../base/text';
import { hasAddress } from '../../document/blocks/plainHeadings';
import { bareWords, isAboutSources, kindOfHeading } from '../needs/sectionWords';
import { accessedOn } from '../sources/referenceFields';
import {
  ADDRESS_ALONE,
  type EntryStart,
  readEntryStart,
  readReference,
  skipBlank,
  YEAR,
} from '../sources/sourceEntries';
import type { Field } from '../types';
import type { EntryHead, FieldsBlock } from './drafts';

/** The number of an entry behind a word for it: `Source 3: Title`, `来源3：标题`. */
const NUMBERED_WORD = /^[*_]*(?:\p{Script=Latin}{2,12}\s|\p{Script=Han}{1,4}\s?)(\d{1,3})\s*(?:[:：.–—-]\s*|$)/u;

/**
 * Reads a heading or a bold line in a list of sources.
 *
 * @param words the span of its words
 */
export function readHead(text: string, words: LocalSpan, span: LocalSpan, level: number): Local<EntryHead> {
  const written = text.slice(words.start, words.end);
  const start = entryStart(text, words);
  const content = { start: start?.contentStart ?? words.start, end: words.end };
  const bare = bareWords(written);
  return {
    id: start?.id ?? '',
    idSpan: start?.idSpan ?? { start: words.start, end: words.start },
    ...{ span, level, declaredIn: 'section', quotes: [] },
    isMarked: start !== null && /[[［【]/.test(text[start.idSpan.start - 1] ?? ''),
    isOfList: kindOfHeading(bare, false) === 'sources' || (start === null && isAboutSources(bare)),
    ...readReference(text, content),
    ...(start?.url ? { url: start.url } : {}),
  };
}

function entryStart(text: string, words: LocalSpan): EntryStart | null {
  const start = readEntryStart(text, words.start);
  if (start && start.contentStart <= words.end) return YEAR.test(start.id) ? null : start;
  const [whole = '', id = ''] = NUMBERED_WORD.exec(text.slice(words.start, words.end)) ?? [];
  if (id === '') return null;
  const at = words.start + whole.lastIndexOf(id);
  return { id, idSpan: { start: at, end: at + id.length }, contentStart: words.start + whole.length };
}

/** A field of a source, by the places of its name and its value. */
export interface FieldLine {
  readonly line: LocalSpan;
  readonly value: LocalSpan;
}

/** The name of a field with its colon, as in `**URL**: …` or `URL: …`. */
const NAME = /^[*_]{0,3}\p{L}[^:：\n*_[\]<>|"“”]{0,30}[*_]{0,3}\s?[:：](?!\/\/)[*_]{0,3}[ \t]*/u;

/** Reads lines as fields. @returns null if one of them has no name, unless it is the only one */
export function fieldLines(text: string, lines: readonly LocalSpan[]): FieldLine[] | null {
  const found = lines.map((line) => {
    const name = NAME.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
    return { line, value: { start: line.start + name, end: line.end } };
  });
  return lines.length > 1 && found.some(({ line, value }) => line.start === value.start) ? null : found;
}

/**
 * Reads a block of fields of one source. One of them is an address and nothing else, and no more than half of them are. A list in which
 * each line has an address has a work in each.
 *
 * @returns null if the block is anything else
 */
export function readFields(
  text: string,
  fields: readonly FieldLine[] | null,
  span: LocalSpan,
): Local<FieldsBlock> | null {
  if (!fields) return null;
  const isAddress = ({ value }: FieldLine) => ADDRESS_ALONE.test(text.slice(value.start, value.end));
  const addresses = fields.filter(isAddress);
  const others = fields.filter((field) => !addresses.includes(field));
  const [address] = addresses;
  if (!address || (fields.length > 1 && addresses.length > others.length)) return null;
  const { url, doi } = readReference(text, address.value);
  const accessed = others.map(({ line }) => accessedOn(text, line)).find((date) => date !== null);
  const rest = others.filter(({ line }) => !accessedOn(text, line));
  const title = rest.flatMap(({ value }) => titleIn(text, value))[0];
  return {
    id: url?.value ?? doi?.value ?? '',
    idSpan: { start: span.start, end: span.start },
    ...{ span, count: fields.length, declaredIn: 'section', authors: [], quotes: [] },
    ...(url ? { url } : {}),
    ...(doi ? { doi } : {}),
    ...(title ? { title } : {}),
    ...(accessed ? { accessed } : {}),
    ...(rest.length > 0
      ? { besides: rest.map(({ line }) => ({ value: text.slice(line.start, line.end), span: line })) }
      : {}),
  };
}

/** The value of a field as the title of its source, if it has words and no address. */
function titleIn(text: string, value: LocalSpan): Local<Field>[] {
  const written = text.slice(value.start, value.end);
  const { title } = readReference(text, value);
  return title && !hasAddress(written) && /\p{L}{2}|\p{Script=Han}/u.test(title.value) ? [title] : [];
}

/** Returns the lines of a stretch of text that aren't blank, without the white space around each. */
export function linesIn(text: string, { start, end }: LocalSpan): LocalSpan[] {
  const lines: LocalSpan[] = [];
  for (let at = start; at < end; ) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 || next > end ? end : next;
    const from = skipBlank(text, at);
    const to = from + text.slice(from, stop).trimEnd().length;
    if (from < to) lines.push({ start: from, end: to });
    at = stop + 1;
  }
  return lines;
}
