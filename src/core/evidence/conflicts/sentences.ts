/** The exact numbers of sentences, each with the words and the year that describe it. */
import { NONE } from '../../base/same';
import { contains, type InText, type TextSpan } from '../../base/text';
import type { InsightEvidence } from '../brief';
import { aroundOf } from '../frames/frame';
import { type Parting, partingsIn, piecesOf } from '../frames/pieces';
import { type Lexicon, lexiconOf } from '../frames/words';
import { withoutNumbers } from '../lookup/readable';
import { LONGEST } from '../lookup/readClaim';
import { sentenceAsRead } from '../lookup/statements';
import type { Amount, Quantity } from '../numbers';
import { spansOf } from '../numbers/matches';
import { directionWords } from '../saying/directions';
import type { NumberEvidence } from '../verdicts';
import { PlacedWords } from './placedWords';

/** A sentence, read for what it says of its numbers. */
export interface ReadSentence {
  /** Text as read: without marks, citations and code. */
  readonly text: string;
  /** All quantities of the sentence: counts and dates. */
  readonly quantities: readonly Quantity[];
  readonly amounts: readonly Amount[];
  /** Language tag without script and region. */
  readonly language: string;
  /** Its words, without numbers and years. */
  readonly words: readonly string[];
  /** Its exact numbers. */
  readonly numbers: readonly SaidNumber[];
}

/** A number that says something exact. */
export interface SaidNumber {
  readonly amount: Amount;
  readonly span: TextSpan;
  /** The year that the number is for; null if none is given, or more than one. */
  readonly year: string | null;
  /**
   * Equal for numbers with the same words and year. Without a year, their sentences must also have the same words. Null for a
   * small whole number without a unit, as such numbers are common.
   */
  readonly key: string | null;
  /**
   * Equal for numbers of one year that are said in the same words. More words count than for `key`. Null where `key` is null,
   * without a year in digits, and in a language without word lists.
   */
  readonly id: string | null;
}

/** A year in digits, from 1900 to 2099. */
export const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Returns the key of a year among words. */
export function yearKey(year: string): string {
  return `@${year}`;
}

/** Returns the key of a number among words: the 5.2 of "GPT-5.2", the 3 of "the 3 mg group". */
export function numberKey({ low, high }: Amount): string {
  return low === high ? `#${low}` : `#${low}-${high}`;
}

/** A number with its place in its insight. */
export type ReadNumber = Pick<InText<NumberEvidence>, 'quantity' | 'span'>;

/** Returns the sentences of an insight that have an exact number. */
export function sentencesIn({
  origin,
  unread,
  languages,
  evidence: { numbers },
}: InsightEvidence): readonly ReadSentence[] {
  const bySentence = new Map<number, InText<NumberEvidence>[]>();
  for (const number of numbers) {
    const { sentence } = number;
    if (sentence === null) continue;
    const known = bySentence.get(sentence);
    if (known) known.push(number);
    else bySentence.set(sentence, [number]);
  }
  const sentences: ReadSentence[] = [];
  for (const [index, inIt] of bySentence) {
    if (!inIt.some(isExact)) continue;
    const text = sentenceAsRead(origin, index, unread);
    const language = languages[index];
    const sentence = language === undefined ? null : readSentence(text, language, inIt);
    if (sentence) sentences.push(sentence);
  }
  return sentences;
}

interface ExactNumber extends ReadNumber {
  readonly quantity: Amount;
}

/** True if a number is exact and so may be wrong: no date, ordinal, range, estimate, bound or zero. */
export function isExact(number: ReadNumber): number is ExactNumber {
  const { quantity } = number;
  if (quantity.kind === 'date' || quantity.kind === 'ordinal' || !quantity.checkable) return false;
  const { low, high, approximate, bound } = quantity;
  return low === high && !approximate && bound === null && low !== 0;
}

function isCount({ unit, low }: Amount): boolean {
  return unit === null && Number.isInteger(low) && Math.abs(low) < MOST_COUNTED;
}

const MOST_COUNTED = 100;

/**
 * Reads a sentence for what it says of its numbers.
 *
 * @param text the sentence as read
 * @param language without script and region
 * @param numbers all numbers of the sentence
 * @returns null for a text longer than {@link LONGEST}
 */
export function readSentence(text: string, language: string, numbers: readonly ReadNumber[]): ReadSentence | null {
  if (text.length > LONGEST) return null;
  const lexicon = lexiconOf(language);
  const quantities = numbers.map(({ quantity }) => quantity);
  const amounts = quantities.filter((one): one is Amount => one.kind !== 'date');
  const words = new PlacedWords(withoutNumbers(text, quantities), language);
  const bare = words.without(lexicon ? spansOf(text, lexicon.is) : NONE);
  const partings = lexicon ? partingsIn(text, lexicon.parts) : NONE;
  const placed = { text, pieces: piecesOf(text, partings), quantities };
  const years = yearsIn(quantities).filter(({ span }) => !isOfSource(text, span));
  const hasYear = YEAR.test(text);
  const said: SaidNumber[] = [];
  for (const number of numbers) {
    if (!isExact(number)) continue;
    const { quantity: amount, span } = number;
    const stretch = lexicon ? stretchOf(text, amount, amounts, partings) : { start: 0, end: text.length };
    const year = onlyYear(years, stretch) ?? onlyYear(years);
    let key: string | null = null;
    let id: string | null = null;
    if (!isCount(amount)) {
      const beside = bare.keys(stretch);
      // "(up from 33% in 2023)" is said of what stands before it.
      const aside = asideWith(text, amount.span);
      if (aside) beside.push(...bare.keys({ start: 0, end: aside.start }));
      // "District 1" and "district 2" are two.
      for (const one of amounts) if (one !== amount && one.unit === null) beside.push(numberKey(one));
      key = `${year ?? ''}\n${amount.unit ?? ''}\n${sorted(beside)}\n${year === null ? sorted(bare.keys()) : ''}`;
      if (hasYear && year !== null && lexicon)
        id = `${language}\n${key}\n${sorted(bare.keys(aroundOf({ ...placed, lexicon }, amount)))}`;
    }
    said.push({ amount, span, year, key, id });
  }
  const ofSentence = words.without(emptyIn(text, language, lexicon));
  return { text, quantities, language, amounts, words: ofSentence.keys(), numbers: said };
}

/** Returns the keys of a number's year and of the other numbers in its sentence. */
export function wordsBeside({ amount, year }: SaidNumber, { amounts }: ReadSentence): string[] {
  const words: string[] = [];
  for (const one of amounts) if (one !== amount) words.push(numberKey(one));
  if (year !== null) words.push(yearKey(year));
  return words;
}

/** Joins words in order, each once. */
function sorted(words: readonly string[]): string {
  const inOrder = words.toSorted();
  let all = inOrder[0] ?? '';
  for (let i = 1; i < inOrder.length; i++) if (inOrder[i] !== inOrder[i - 1]) all += ` ${inOrder[i]}`;
  return all;
}

/** Finds the words of a text that tell nothing of its numbers. */
export function emptyIn(text: string, language: string, lexicon: Lexicon | null): readonly TextSpan[] {
  return [...directionWords(text, language), ...(lexicon ? spansOf(text, lexicon.empty) : NONE)];
}

/** A year that a date names. */
interface NamedYear {
  readonly span: TextSpan;
  readonly year: string;
}

function yearsIn(quantities: readonly Quantity[]): readonly NamedYear[] {
  const years: NamedYear[] = [];
  for (const { kind, value, span } of quantities) {
    const year = kind === 'date' ? /\d{4}/.exec(String(value))?.[0] : undefined;
    if (year !== undefined) years.push({ span, year });
  }
  return years;
}

/** True if a date stands in an aside as the date of a source: "(Acme Wire, 4 March 2025)", （新华社，2025-03-04）. */
function isOfSource(text: string, date: TextSpan): boolean {
  const aside = asideWith(text, date);
  if (!aside) return false;
  const leading = text.slice(aside.start + 1, date.start).trimEnd();
  return (
    text.slice(date.end, aside.end - 1).trim() === '' &&
    /\p{L}[^\p{L}\p{Nd}]?[,，、]$/u.test(leading) &&
    !/\p{Nd}/u.test(leading)
  );
}

/** Returns the text in parentheses, with them, that holds a stretch; null if none does. */
function asideWith(text: string, { start, end }: TextSpan): TextSpan | null {
  const opening = text.slice(0, start + 1).search(/[(（][^(（]*$/);
  const closing = /[)）]/.exec(text.slice(opening + 1));
  const close = opening + 1 + (closing?.index ?? 0);
  return opening >= 0 && closing && close >= end ? { start: opening, end: close + 1 } : null;
}

/** Returns the only year that stands in a stretch, or in all the text; null if there is none, or more than one. */
function onlyYear(years: readonly NamedYear[], stretch?: TextSpan): string | null {
  let only: string | null = null;
  for (const { span, year } of years) {
    if (stretch && !contains(stretch, span)) continue;
    if (only !== null && only !== year) return null;
    only = year;
  }
  return only;
}

/** Returns the stretch that may describe a number: from the last number or clause before it to the end of its clause. */
function stretchOf(text: string, { span }: Amount, amounts: readonly Amount[], partings: readonly Parting[]): TextSpan {
  let last = 0;
  let end = text.length;
  for (const { span: other } of amounts) {
    if (other.end <= span.start) last = Math.max(last, other.end);
    if (other.start >= span.end) end = Math.min(end, other.start);
  }
  let start = last;
  for (const parting of partings) {
    if (last > 0 && parting.start >= last && parting.end <= span.start) start = parting.end;
    if (parting.start < span.end) continue;
    end = Math.min(end, parting.start);
    break;
  }
  return { start, end };
}
