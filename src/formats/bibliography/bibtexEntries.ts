/** The entries of a BibTeX file as they are written. The work grows with the text, whatever it holds. */

import { say } from '../../core/base/say';
import { SOURCE_FIELDS, SOURCE_TEXTS } from '../../core/base/sourceFields';
import type { Span } from '../../core/base/text';
import { atOnce, type Steps } from '../steps';
import type { ReadError } from './declarations';

/** An entry with the fields that a source has, by names in lower case. TeX in values is left as it is. */
export interface BibtexEntry {
  /** Type of the entry, in lower case. */
  readonly type: string;
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly fields: ReadonlyMap<string, string>;
}

/** Fields that a source is made of. Other fields, such as abstracts, aren't kept. */
export const KEPT: ReadonlySet<string> = new Set([
  ...'author editor date year month urldate url doi crossref'.split(' '),
  ...SOURCE_TEXTS.flatMap((name) => SOURCE_FIELDS[name].bibtex ?? []),
]);

/** Longest value, in UTF-16 units. A list of a thousand authors has as many. */
const LONGEST_VALUE = 50_000;
/** Bound of the texts that `@string`s expand to: so many times the length of the file, and `LITTLE` more. */
const MOST_UNFOLDED = 2;
const LITTLE = 100_000;
/** Most errors. A file with more broken entries isn't a bibliography. */
const MOST_ERRORS = 1000;

const START = /@([A-Za-z][\w-]*)\s*([{(])/g;
const WHITE = /\s+|%[^\n]*/y;
const KEY = /[^\s,{}()"=]+/y;
const NAME = /[^\s,{}()"=#%@]+/y;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Thrown for an entry that can't be read. Its message is a sentence. */
class Unreadable extends Error {}

/** Number of braces in one step. Other steps are one entry each. */
const BRACES = 1000;

/** All entries that can be read, and the errors of the others. */
export interface BibtexEntries {
  readonly entries: BibtexEntry[];
  readonly errors: ReadError[];
}

/** Reads all entries like `entrySteps`, but at once. */
export function readEntries(text: string, wanted = KEPT): BibtexEntries {
  return atOnce(entrySteps(text, wanted));
}

/**
 * Reads all entries. An entry that cannot be read is an error, and does not affect the others.
 *
 * @param wanted the fields to keep
 */
export function* entrySteps(text: string, wanted = KEPT): Steps<BibtexEntries> {
  const reader = new EntryReader(text, wanted, yield* closingBraces(text));
  do yield;
  while (reader.next());
  return reader.ended();
}

/** Reads the entries of a text one after the other. */
class EntryReader {
  private readonly text: string;
  private readonly wanted: ReadonlySet<string>;
  /** Offsets of closing braces, by the offsets of their opening braces. */
  private readonly closed: ReadonlyMap<number, number>;
  private readonly entries: BibtexEntry[] = [];
  private readonly errors: ReadError[] = [];
  private readonly strings = new Map(MONTHS.map((name, i) => [name, String(i + 1)]));
  /** The entries by their keys, as they are written. */
  private readonly keys = new Map<string, string>();
  /** Offsets of entries that repeat an earlier one word for word. */
  private readonly repeats: number[] = [];
  /** Offsets at which entries without a key begin. */
  private readonly keyless: number[] = [];
  /** Total length of the texts that `@string`s have expanded to. */
  private unfolded = 0;
  private pos = 0;

  constructor(text: string, wanted: ReadonlySet<string>, closed: ReadonlyMap<number, number>) {
    this.text = text;
    this.wanted = wanted;
    this.closed = closed;
  }

  /** Reads the next entry. Returns true if there may be another one. */
  next(): boolean {
    START.lastIndex = this.pos;
    const match = START.exec(this.text);
    if (!match) return false;
    const [whole, name = '', open = ''] = match;
    const start = match.index;
    const isRead = !isCommentedOut(this.text, this.pos, start);
    this.pos = start + whole.length;
    try {
      if (isRead) this.readEntry(name.toLowerCase(), open, start);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.addError(error.message, start);
      this.pos = start + whole.length;
      if (this.errors.length < MOST_ERRORS) return true;
      this.addError(say('The rest is not read: there are too many errors before it.'), this.pos);
      return false;
    }
    return true;
  }

  ended(): BibtexEntries {
    const { entries, errors, keyless } = this;
    const [first] = keyless;
    if (first !== undefined)
      this.addError(
        keyless.length === 1
          ? say('This entry has no key, so it cannot be cited. Write one after its brace.')
          : say('{0} entries have no key, so they cannot be cited. Write one after each brace.', keyless.length),
        first,
      );
    const [repeat] = this.repeats;
    if (repeat !== undefined) {
      const count = this.repeats.length;
      const value =
        count === 1
          ? say('One entry stands twice in the same words. Remove one of them.')
          : say('{0} entries stand twice in the same words. Remove one of each.', count);
      this.addError(value, repeat, true);
    }
    return { entries, errors };
  }

  private readEntry(type: string, open: string, start: number): void {
    if (type === 'comment' || type === 'preamble') {
      if (open !== '{') return;
      this.pos--;
      this.braced();
    } else if (type === 'string') {
      const [short, long] = this.field(start);
      this.strings.set(short, long ?? '');
    } else this.source(type, open === '{' ? '}' : ')', start);
  }

  private source(type: string, close: string, start: number): void {
    this.skip();
    const keyStart = this.pos;
    const key = this.take(KEY);
    const fields = this.fields(close, start);
    if (this.text[this.pos] !== close) throw new Unreadable(say('A "," or "{0}" is expected in this entry.', close));
    this.pos++;
    const keySpan = { start: keyStart, end: keyStart + key.length };
    if (key === '') {
      this.keyless.push(start);
      return;
    }
    const written = this.text.slice(start, this.pos);
    const first = this.keys.get(key);
    if (first === undefined) this.keys.set(key, written);
    else if (isSameEntry(first, written)) this.repeats.push(start);
    else this.fail(say('"{0}" is given twice, and the first is used. Remove one.', key.slice(0, 80)), start);
    this.entries.push({ type, key, keySpan, span: { start, end: this.pos }, fields });
  }

  private fields(close: string, start: number): ReadonlyMap<string, string> {
    const fields = new Map<string, string>();
    for (this.skip(); this.text[this.pos] === ','; this.skip()) {
      this.pos++;
      this.skip();
      if (this.text[this.pos] === close) break;
      const [name, written] = this.field(start);
      if (!this.wanted.has(name) || fields.has(name)) continue;
      fields.set(name, written ?? '');
      if (written === null)
        this.addError(say('Its {0} is longer than {1} characters, so it is left out.', name, LONGEST_VALUE), start);
    }
    return fields;
  }

  private field(start: number): readonly [string, string | null] {
    this.skip();
    const name = this.take(NAME).toLowerCase();
    this.skip();
    if (name === '' || this.text[this.pos] !== '=')
      throw new Unreadable(
        name === ''
          ? say('A field is expected in this entry.')
          : say('"=" after "{0}" is expected in this entry.', name.slice(0, 80)),
      );
    this.pos++;
    return [name, this.value(start)];
  }

  /** Reads a value of pieces that `#` joins; null if it is too long. */
  private value(start: number): string | null {
    const parts: string[] = [];
    let length = 0;
    do {
      this.skip();
      const part = this.part(start);
      length += part.length;
      parts.push(length > LONGEST_VALUE ? '' : part);
      this.skip();
    } while (this.text[this.pos] === '#' && this.pos++ > 0);
    return length > LONGEST_VALUE ? null : parts.join('');
  }

  private part(start: number): string {
    const mark = this.text[this.pos];
    return mark === '{' ? this.braced() : mark === '"' ? this.quoted() : this.named(start);
  }

  private braced(): string {
    const close = this.closed.get(this.pos);
    if (close === undefined) throw new Unreadable(say('A brace in this entry is never closed.'));
    const inner = this.text.slice(this.pos + 1, close);
    this.pos = close + 1;
    return inner;
  }

  private quoted(): string {
    const { text, closed } = this;
    const start = this.pos + 1;
    const mark = /[\\{}"]/g;
    mark.lastIndex = start;
    for (let found = mark.exec(text); found; found = mark.exec(text)) {
      if (found[0] === '"') {
        this.pos = found.index + 1;
        return text.slice(start, found.index);
      }
      const close = found[0] === '{' ? closed.get(found.index) : undefined;
      if (found[0] === '\\') mark.lastIndex = found.index + 2;
      else if (close !== undefined) mark.lastIndex = close + 1;
      else break;
    }
    throw new Unreadable(say('A quotation mark in this entry is never closed.'));
  }

  private named(start: number): string {
    const name = this.take(NAME);
    if (name === '') throw new Unreadable(say('A value is expected in this entry.'));
    if (/^\d+$/.test(name)) return name;
    const meant = this.strings.get(name.toLowerCase());
    if (meant === undefined) this.fail(say('There is no @string "{0}".', name.slice(0, 80)), start);
    this.unfolded += meant?.length ?? 0;
    const most = MOST_UNFOLDED * this.text.length + LITTLE;
    if (this.unfolded > most) throw new Unreadable(say('A @string expands to more than {0} characters.', most));
    return meant ?? name;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.pos;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.pos += found.length;
    return found;
  }

  private skip(): void {
    while (this.take(WHITE) !== '');
  }

  /** Adds an error, unless there are many. */
  private fail(value: string, start: number): void {
    if (this.errors.length < MOST_ERRORS) this.addError(value, start);
  }

  private addError(value: string, start: number, isNote = false): void {
    const line = this.text.slice(start, start + 80).search(/[\r\n]/);
    const end = Math.min(this.text.length, start + (line > 0 ? line : 80));
    this.errors.push({ value, span: { start, end }, ...(isNote ? { isNote } : {}) });
  }
}

/** True if two entries differ in white space at most. */
function isSameEntry(one: string, other: string): boolean {
  return one === other || one.replace(/\s+/g, ' ') === other.replace(/\s+/g, ' ');
}

/** True if a `%` comes before on the same line, within 200 characters. */
function isCommentedOut(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - 200), at);
  return before.slice(before.lastIndexOf('\n') + 1).includes('%');
}

/** Finds the offset at which each closed brace ends. A brace after a backslash doesn't count. */
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
