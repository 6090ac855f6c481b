/** Reads RIS as sources, line by line. */

import { say } from '../../core/base/say';
import { eachSourceText, SOURCE_FIELDS } from '../../core/base/sourceFields';
import type { Field, SourceDeclaration } from '../../core/brief/types';
import { atOnce, type Steps } from '../steps';
import { type Bibliography, named } from './declarations';
import { isoDate } from './isoDate';

/** A line such as `TY  - JOUR`: its tag, and its value with its span. Lines without a tag continue the one before. */
interface Tagged {
  readonly tag: string;
  /** The text on each of its lines. The lines are joined once, as a field may have very many. */
  readonly parts: string[];
  readonly span: { readonly start: number; end: number };
}

interface Entry {
  readonly lines: readonly Tagged[];
  /** Offset of the value of its `TY`. Its `end` is the end of its `ER`, or of its last value. */
  readonly start: number;
  readonly end: number;
}

const TAG = /^([A-Z][A-Z0-9]) {1,2}-(?: |$)/;

/** Types of CSL by the types of RIS. Other types are documents. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    JOUR: 'article-journal',
    EJOUR: 'article-journal',
    JFULL: 'article-journal',
    MGZN: 'article-magazine',
    NEWS: 'article-newspaper',
    BOOK: 'book',
    EBOOK: 'book',
    EDBOOK: 'book',
    CHAP: 'chapter',
    ECHAP: 'chapter',
    CONF: 'paper-conference',
    CPAPER: 'paper-conference',
    RPRT: 'report',
    GOVDOC: 'report',
    STAND: 'standard',
    THES: 'thesis',
    UNPB: 'manuscript',
    MANSCPT: 'manuscript',
    ELEC: 'webpage',
    WEB: 'webpage',
    BLOG: 'post-weblog',
    DATA: 'dataset',
    AGGR: 'dataset',
    PAT: 'patent',
    STAT: 'legislation',
    LEGAL: 'legislation',
    BILL: 'bill',
    CASE: 'legal_case',
    HEAR: 'hearing',
    COMP: 'software',
    MAP: 'map',
    VIDEO: 'motion_picture',
    MPCT: 'motion_picture',
    SOUND: 'song',
    PCOMM: 'personal_communication',
    ENCYC: 'entry-encyclopedia',
    DICT: 'entry-dictionary',
  }),
);

/**
 * Reads RIS (the format of Research Information Systems, as reference managers, publishers and library catalogues export it).
 * An entry without an `ID` line gets an id from the surname of its first author and its year (`smith2024`, the second such
 * `smith2024b`). Its `idSpan` is then the value of its first line.
 */
export function* risSteps(text: string): Steps<Bibliography> {
  const { read, errors } = yield* entrySteps(text);
  return { declarations: read.map(({ declaration }) => declaration), errors };
}

/** The fields of an entry that are not empty, by their tags. */
export type RisFields = ReadonlyMap<string, readonly Field[]>;

interface RisEntries {
  readonly read: readonly { readonly declaration: SourceDeclaration; readonly fields: RisFields }[];
  readonly errors: Field[];
}

/** Reads RIS with all fields of its entries, at once. */
export function readRisEntries(text: string): RisEntries {
  return atOnce(entrySteps(text));
}

function* entrySteps(text: string): Steps<RisEntries> {
  const errors: Field[] = [];
  const ids = new Map<string, number>();
  const read: RisEntries['read'][number][] = [];
  for (const entry of yield* entriesOf(text, errors)) {
    const fields = fieldsOf(entry);
    const declaration = declarationOf(entry, fields, ids, errors);
    if (declaration) read.push({ declaration, fields });
    yield;
  }
  return { read, errors };
}

function* entriesOf(text: string, errors: Field[]): Steps<Entry[]> {
  const entries: Entry[] = [];
  let lines: Tagged[] = [];
  let isLost = false;
  const finish = (end: number) => {
    const [first] = lines;
    if (first) entries.push({ lines, start: first.span.start, end });
    lines = [];
  };
  for (const { start, end } of linesOf(text)) {
    yield;
    const line = text.slice(start, end);
    const tag = TAG.exec(line);
    const { value, span } = fieldAt(text, start + (tag?.[0].length ?? 0), end);
    const tagged = (name: string): Tagged => ({ tag: name, parts: [value], span: { ...span } });
    const last = lines.at(-1);
    if (tag?.[1] === 'TY') {
      if (last) errors.push({ value: notClosed(), span: lines[0]?.span ?? span });
      finish(last?.span.end ?? start);
      lines = [tagged('TY')];
      isLost = false;
    } else if (tag?.[1] === 'ER') finish(end);
    else if (tag?.[1] && last) lines.push(tagged(tag[1]));
    else if (last && value !== '') {
      last.parts.push(value);
      last.span.end = span.end;
    } else if (!last && value !== '' && !isLost) {
      errors.push({
        value: say('This line belongs to no entry: begin one with a line such as "TY  - JOUR".'),
        span: { start, end },
      });
      isLost = true;
    }
  }
  if (lines[0]) errors.push({ value: notClosed(), span: lines[0].span });
  finish(text.trimEnd().length);
  return entries;
}

function notClosed(): string {
  return say('This entry is not closed: end it with a line "ER  - ".');
}

function fieldOf({ parts, span }: Tagged): Field {
  return { value: parts.join(' ').trim(), span };
}

function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  const breaks = /\r\n?|\n|$/g;
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; ) {
    breaks.lastIndex = start;
    const end = breaks.exec(text);
    yield { start, end: end?.index ?? text.length };
    start = end?.[0] ? end.index + end[0].length : text.length;
  }
}

/** Returns the text between two offsets, without the white space around it. */
function fieldAt(text: string, start: number, end: number): Field {
  const written = text.slice(start, end);
  const value = written.trim();
  const from = start + written.length - written.trimStart().length;
  return { value, span: value === '' ? { start, end: start } : { start: from, end: from + value.length } };
}

function fieldsOf(entry: Entry): RisFields {
  const byTag = new Map<string, Field[]>();
  for (const line of entry.lines) {
    const field = fieldOf(line);
    if (field.value === '') continue;
    const same = byTag.get(line.tag);
    if (same) same.push(field);
    else byTag.set(line.tag, [field]);
  }
  return byTag;
}

function declarationOf(
  entry: Entry,
  byTag: RisFields,
  ids: Map<string, number>,
  errors: Field[],
): SourceDeclaration | null {
  const first = (...tags: string[]) => tags.flatMap((tag) => byTag.get(tag)?.slice(0, 1) ?? []).at(0);
  const [kind] = entry.lines;
  if (!kind) return null;
  const type = fieldOf(kind);
  const people = ['AU', 'A1', 'ED', 'A2'].map((tag) => byTag.get(tag) ?? []).find(({ length }) => length > 0) ?? [];
  const title = first('TI', 'T1', 'CT', 'BT');
  const published = publishedIn(first('DA'), first('PY', 'Y1'));
  const id = first('ID', 'LB') ?? derivedId(people[0], title, published, type, ids);
  if (!id) {
    errors.push({
      value: say('This entry has neither an ID nor an author or a title: add a line "ID  - name".'),
      span: type.span,
    });
    return null;
  }
  const url = first('UR', 'L2');
  return {
    id: id.value,
    idSpan: id.span,
    span: { start: entry.start, end: entry.end },
    declaredIn: 'bibliography',
    authors: people.map(({ value, span }) => ({ value: spoken(value), span })),
    quotes: [],
    ...eachSourceText((name) => first(...(SOURCE_FIELDS[name].ris ?? []))),
    ...named('title', title),
    ...named('published', published),
    ...named('accessed', dateOf(first('Y2'))),
    ...named('url', url && { ...url, value: url.value.split(/[;\s]/, 1)[0] ?? url.value }),
    ...named('doi', doiOf(first('DO', 'M3'))),
    ...named('type', { value: TYPES.get(type.value.toUpperCase()) ?? 'document', span: type.span }),
  };
}

/**
 * Makes an id such as `smith2024`. Without an author, it begins with the first longer word of the title. Ids that would be the
 * same get a letter.
 */
function derivedId(
  author: Field | undefined,
  title: Field | undefined,
  published: Field | undefined,
  { span }: Field,
  ids: Map<string, number>,
): Field | undefined {
  const name =
    author?.value.split(',', 1)[0] ?? title?.value.split(/\s/).find((word) => word.length > 3) ?? title?.value;
  const base = (name ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 40);
  if (base === '') return undefined;
  const id = `${base}${/^\d{4}/.exec(published?.value ?? '')?.[0] ?? ''}`;
  const count = ids.get(id) ?? 0;
  ids.set(id, count + 1);
  return { value: count === 0 ? id : `${id}${suffix(count)}`, span };
}

/** Returns b, c, …, z, and then numbers. */
function suffix(count: number): string {
  return count < 26 ? String.fromCharCode(97 + count) : `-${count + 1}`;
}

/** Returns `Doe, Jane, Jr.` as one says it. */
function spoken(name: string): string {
  const [last = '', first, suffixed] = name.split(',').map((part) => part.trim());
  return [first, last, suffixed].filter(Boolean).join(' ');
}

/**
 * Reads a day, a month or a year: `2024/01/15/`, `2024/01//spring`, `2024-01-15`. A text that begins with no year stays as it
 * is.
 */
function dateOf(field: Field | undefined): Field | undefined {
  const match = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?!\d)/.exec(field?.value ?? '');
  if (!field || !match) return field;
  const parts = match.slice(1, 4).filter((part) => part !== undefined);
  return { ...field, value: parts.map((part) => part.padStart(2, '0')).join('-') };
}

/** Returns the day that an entry names. A day without a year, such as "July" or "14 July", is one of its year. */
function publishedIn(day: Field | undefined, year: Field | undefined): Field | undefined {
  const [dated, inYear] = [dateOf(day), dateOf(year)];
  if (!day || !year || !dated || /^\d{4}/.test(dated.value)) return dated ?? inYear;
  const named = isoDate(day.value) ?? isoDate(`${day.value} ${inYear?.value.slice(0, 4) ?? ''}`);
  return named === undefined ? inYear : { ...day, value: named };
}

function doiOf(field: Field | undefined): Field | undefined {
  const doi = /10\.\d{4,9}\/\S+/.exec(field?.value ?? '')?.[0];
  return field && doi ? { ...field, value: doi } : undefined;
}
