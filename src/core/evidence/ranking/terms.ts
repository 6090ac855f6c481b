/**
 * Terms by which a text is found: its words, pairs of CJK characters, names, and numbers by value. A term is a key, equal for
 * all spellings of one thing, with its place in the text.
 */
import { recent } from '../../base/recent';
import type { TextSpan } from '../../base/text';
import { findNumbers, type Quantity } from '../numbers';
import { matches } from '../numbers/matches';
import { COMMON_PAIR, COMMON_WORDS } from './commonWords';
import { stem } from './stem';

export type TermKind =
  // Words and pairs of CJK characters: words of grammar, all others, and words with a capital
  | 'common'
  | 'word'
  | 'pair'
  | 'name'
  // Numbers of one or two digits, and all others
  | 'count'
  | 'number'
  | BridgeKind;

/** Kinds of terms that texts in different languages share; see `bridges.ts`. */
export type BridgeKind = 'place' | 'concept' | 'shortSound' | 'sound';

export interface Term extends TextSpan {
  readonly kind: TermKind;
  readonly key: string;
}

/** Finds the numbers of a text in a language, which is a BCP 47 tag. */
type NumbersOf = (text: string, language: string) => readonly Quantity[];

/**
 * Finds the terms of a text.
 *
 * @param text running text, of any language
 * @param language a BCP 47 tag, for its numbers
 * @returns every term, as often as it occurs, the numbers first
 */
export function termsOf(text: string, language: string, numbersOf: NumbersOf = findNumbers): Term[] {
  const terms: Term[] = [];
  for (const quantity of numbersOf(text, language)) addNumber(quantity, text, terms);
  const hasCjk = CJK.test(text);
  for (const { 0: run, index } of matches(text, RUN)) {
    if (!hasCjk || !CJK.test(run)) addWord(run, index, text, terms);
    else for (const part of matches(run, ONE_SCRIPT)) addRun(part[0], index + part.index, text, terms);
  }
  return terms;
}

function addRun(run: string, index: number, text: string, terms: Term[]): void {
  if (CJK.test(run)) addPairs(run, index, terms);
  else if (/\p{L}/u.test(run)) addWord(run, index, text, terms);
}

export function isBridge({ kind }: Term): boolean {
  return kind === 'place' || kind === 'concept' || kind === 'sound' || kind === 'shortSound';
}

const CJK_SCRIPTS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々`;
const CJK = new RegExp(`[${CJK_SCRIPTS}]`, 'u');

/** A word with the marks, digits and apostrophes in it (`CO2`, `China's`), and the CJK characters around it. */
const RUN = /\p{L}[\p{L}\p{M}\p{Nd}ー々]*(?:['’]\p{L}+)*/gu;
const ONE_SCRIPT = new RegExp(`[${CJK_SCRIPTS}]+|[^${CJK_SCRIPTS}]+`, 'gu');

function addPairs(run: string, at: number, terms: Term[]): void {
  let start = at;
  let last = '';
  for (const character of run) {
    const pair = last + character;
    if (last !== '' || run.length === character.length) {
      terms.push({ kind: COMMON_PAIR.test(pair) ? 'common' : 'pair', key: pair, start, end: start + pair.length });
    }
    start += last.length;
    last = character;
  }
}

function addWord(written: string, start: number, text: string, terms: Term[]): void {
  const { kind, key } =
    written.length > LONGEST_KEPT ? readWord(written) : WORDS.take(written, (known) => known ?? readWord(written));
  const isAtStart = kind === 'name' && startsSentence(text, start);
  terms.push({ kind: isAtStart ? 'word' : kind, key, start, end: start + written.length });
}

/** A word, read without its sentence; a capital makes it a name. */
interface Word {
  readonly kind: 'common' | 'word' | 'name';
  readonly key: string;
}

/** The words read last, because texts repeat them. */
const WORDS = recent<Word>({ count: 2000 });
/** Longest word that is kept, in UTF-16 units. Longer ones may hold the text that they are cut out of in memory. */
const LONGEST_KEPT = 12;

function readWord(written: string): Word {
  const word = foldMarks(written.replace(/['’][sS]?$/u, ''));
  const folded = word.toLowerCase();
  if (COMMON_WORDS.has(folded)) return { kind: 'common', key: folded };
  return { kind: /^\p{Lu}/u.test(word) ? 'name' : 'word', key: stem(folded) };
}

/** Removes marks over and under letters, and applies compatibility form: `Ｃuraçao` becomes `Curacao`. */
export function foldMarks(word: string): string {
  // ASCII, as most words are, stays as it is.
  return /^[\0-\x7F]*$/.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** True at the start of a sentence, where a capital is no sign of a name. */
function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:。！？：\n])["“‘'(\s]*$/u.test(text.slice(Math.max(0, at - 4), at));
}

/**
 * Adds a quantity by value, so that `5亿` and `$500 million` are both `500000000`. A range is found by either of its ends, a
 * stretch of time by the two dates that it lies between.
 */
function addNumber(quantity: Quantity, text: string, terms: Term[]): void {
  const { start, end } = quantity.span;
  // Also in words: `two`, 三.
  const kind = /^(?:\d{1,2}|\p{L}+)$/u.test(text.slice(start, end)) ? 'count' : 'number';
  const ends = quantity.kind === 'date' ? quantity.value.split('/') : [String(quantity.low), String(quantity.high)];
  for (const value of new Set(ends)) terms.push({ kind, key: `#${value}`, start, end });
}
