/** The entries of a BibTeX file as they are written. Work grows with the text, whatever it is made of. */

import { say } from '../../core/base/say';
import { SOURCE_FIELDS, SOURCE_TEXTS } from '../../core/base/sourceFields';
import type { Span } from '../../core/base/text';
import type { Field } from '../../core/brief/types';
import { atOnce, type Steps } from '../steps';

/** An entry with those of its fields that a source has, by names in lower case. TeX in them is as it was. */
export interface BibtexEntry {
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly fields: ReadonlyMap<string, string>;
}

/** What a source is made of; of other fields, such as abstracts, nothing is kept. */
export const KEPT: ReadonlySet<string> = new Set([
  ...'author editor date year month urldate url doi crossref'.split(' '),
  ...SOURCE_TEXTS.flatMap((name) => SOURCE_FIELDS[name].bibtex ?? []),
]);

/** In UTF-16 units. A list of a thousand authors has as many. */
const LONGEST_VALUE = 50_000;
/** So many times the length of its file what `@string` stands for may take, and a little more. */
const MOST_UNFOLDED = 2;
const LITTLE = 100_000;
/** A file of more broken entries is no bibliography. */
const MOST_ERRORS = 1000;

const START = /@([A-Za-z][\w-]*)\s*([{(])/g;
const WHITE = /\s+|%[^\n]*/y;
const KEY = /[^\s,{}()"=]+/y;
const NAME = /[^\s,{}()"=#%@]+/y;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Why an entry can not be read, as a sentence. */
class Unreadable extends Error {}

/** A step is one entry, or so many braces. */
const BRACES = 1000;

/** All entries that can be read, and what is wrong with the others. */
export interface BibtexEntries {
  readonly entries: BibtexEntry[];
  readonly errors: Field[];
}

/** As `entrySteps`, at once. */
export function readEntries(text: string, wanted = KEPT): BibtexEntries {
  return atOnce(entrySteps(text, wanted));
}

/**
 * Reads all entries. One that can not be read is an error, and costs itself only.
 *
 * @param wanted the fields that are kept
 */
export function* entrySteps(text: string, wanted = KEPT): Steps<BibtexEntries> {
  const entries: BibtexEntry[] = [];
  const errors: Field[] = [];
  const closed = yield* closingBraces(text);
  const strings = new Map(MONTHS.map((name, i) => [name, String(i + 1)]));
  const keys = new Set<string>();
  /** Where entries without a key begin. */
  const keyless: number[] = [];
  let unfolded = 0;
  let pos = 0;

  const addError = (value: string, start: number) => {
    const line = text.slice(start, start + 80).search(/[\r\n]/);
    const end = Math.min(text.length, start + (line > 0 ? line : 80));
    errors.push({ value, span: { start, end } });
  };
  const fail = (value: string, start: number) => {
    if (errors.length < MOST_ERRORS) addError(value, start);
  };
  const ended = (): BibtexEntries => {
    const [first] = keyless;
    if (first !== undefined)
      addError(
        keyless.length === 1
          ? say('This entry has no key, so nothing can cite it. Write one behind its brace.')
          : say(
              '{0} entries have no key, so nothing can cite them. Write one behind the brace of each.',
              keyless.length,
            ),
        first,
      );
    return { entries, errors };
  };
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = pos;
    const found = pattern.exec(text)?.[0] ?? '';
    pos += found.length;
    return found;
  };
  const skip = () => {
    while (take(WHITE) !== '');
  };
  const braced = (): string => {
    const close = closed.get(pos);
    if (close === undefined) throw new Unreadable(say('A brace in this entry is never closed.'));
    const inner = text.slice(pos + 1, close);
    pos = close + 1;
    return inner;
  };
  const quoted = (): string => {
    const start = pos + 1;
    const mark = /[\\{}"]/g;
    mark.lastIndex = start;
    for (let found = mark.exec(text); found; found = mark.exec(text)) {
      if (found[0] === '"') {
        pos = found.index + 1;
        return text.slice(start, found.index);
      }
      const close = found[0] === '{' ? closed.get(found.index) : undefined;
      if (found[0] === '\\') mark.lastIndex = found.index + 2;
      else if (close !== undefined) mark.lastIndex = close + 1;
      else break;
    }
    throw new Unreadable(say('A quotation mark in this entry is never closed.'));
  };
  const named = (start: number): string => {
    const name = take(NAME);
    if (name === '') throw new Unreadable(say('A value is expected in this entry.'));
    if (/^\d+$/.test(name)) return name;
    const meant = strings.get(name.toLowerCase());
    if (meant === undefined) fail(say('There is no @string "{0}".', name.slice(0, 80)), start);
    unfolded += meant?.length ?? 0;
    if (unfolded > MOST_UNFOLDED * text.length + LITTLE)
      throw new Unreadable(
        say('What @string stands for is longer than {0} characters.', MOST_UNFOLDED * text.length + LITTLE),
      );
    return meant ?? name;
  };
  /** A value of pieces that `#` joins; null where it is too long. */
  const value = (start: number): string | null => {
    const parts: string[] = [];
    let length = 0;
    do {
      skip();
      const part = text[pos] === '{' ? braced() : text[pos] === '"' ? quoted() : named(start);
      length += part.length;
      parts.push(length > LONGEST_VALUE ? '' : part);
      skip();
    } while (text[pos] === '#' && pos++ > 0);
    return length > LONGEST_VALUE ? null : parts.join('');
  };
  const field = (start: number): readonly [string, string | null] => {
    skip();
    const name = take(NAME).toLowerCase();
    skip();
    if (name === '' || text[pos] !== '=')
      throw new Unreadable(
        name === ''
          ? say('A field is expected in this entry.')
          : say('"=" after "{0}" is expected in this entry.', name.slice(0, 80)),
      );
    pos++;
    return [name, value(start)];
  };
  const entry = (type: string, close: string, start: number) => {
    skip();
    const keyStart = pos;
    const key = take(KEY);
    const fields = new Map<string, string>();
    for (skip(); text[pos] === ','; skip()) {
      pos++;
      skip();
      if (text[pos] === close) break;
      const [name, written] = field(start);
      if (!wanted.has(name) || fields.has(name)) continue;
      fields.set(name, written ?? '');
      if (written === null)
        addError(say('Its {0} is longer than {1} characters, and left out.', name, LONGEST_VALUE), start);
    }
    if (text[pos] !== close) throw new Unreadable(say('A "," or "{0}" is expected in this entry.', close));
    pos++;
    const keySpan = { start: keyStart, end: keyStart + key.length };
    if (key === '') {
      keyless.push(start);
      return;
    }
    if (keys.has(key)) fail(say('"{0}" is given twice; the first one counts. Remove one.', key.slice(0, 80)), start);
    keys.add(key);
    entries.push({ type, key, keySpan, span: { start, end: pos }, fields });
  };

  for (;;) {
    yield;
    START.lastIndex = pos;
    const match = START.exec(text);
    if (!match) return ended();
    const [whole, name = '', open] = match;
    const type = name.toLowerCase();
    const start = match.index;
    const before = pos;
    pos = start + whole.length;
    if (isCommentedOut(text, before, start)) continue;
    try {
      if (type === 'comment' || type === 'preamble') {
        pos--;
        if (open === '{') braced();
        else pos++;
      } else if (type === 'string') {
        const [short, long] = field(start);
        strings.set(short, long ?? '');
      } else entry(type, open === '{' ? '}' : ')', start);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      addError(error.message, start);
      pos = start + whole.length;
      if (errors.length < MOST_ERRORS) continue;
      addError(say('What follows is not read, as too much before it can not be.'), pos);
      return ended();
    }
  }
}

/** Whether a `%` stands before on the same line, or not far before. */
function isCommentedOut(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - 200), at);
  return before.slice(before.lastIndexOf('\n') + 1).includes('%');
}

/** Where each brace is closed that is; one after a backslash is none. */
function* closingBraces(text: string): Steps<ReadonlyMap<number, number>> {
  const closed = new Map<number, number>();
  const open: number[] = [];
  let passed = 0;
  for (const { 0: mark, index } of text.matchAll(/\\[\s\S]|[{}]/g)) {
    if (++passed % BRACES === 0) yield;
    const last = mark === '}' ? open.pop() : undefined;
    if (mark === '{') open.push(index);
    else if (last !== undefined) closed.set(last, index);
  }
  return closed;
}
