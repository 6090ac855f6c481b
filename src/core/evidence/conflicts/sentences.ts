/** What sentences say of their exact numbers: of which words and year each of them is. */
import { NONE } from '../../base/same';
import { contains, type Span } from '../../base/text';
import type { InsightEvidence } from '../briefEvidence';
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
  /** As it is read. */
  readonly text: string;
  /** All that it counts or dates. */
  readonly quantities: readonly Quantity[];
  readonly amounts: readonly Amount[];
  /** Without script and region. */
  readonly language: string;
  /** Its words, without numbers and years. */
  readonly words: readonly string[];
  /** The exact ones. */
  readonly numbers: readonly SaidNumber[];
}

/** A number that says something exact. */
export interface SaidNumber {
  readonly amount: Amount;
  /** Where it stands, from the start of its insight. */
  readonly span: Span;
  /** The year that it is of; null: none is said, or more than one. */
  readonly year: string | null;
  /**
   * Equal for numbers with the same words and year; of those without a year, for those whose sentences have the same words. Null
   * for a small whole number without a unit: such stand everywhere.
   */
  readonly key: string | null;
  /**
   * Equal for numbers that are said in the same words, of a year; more words count than for `key`. Null as there, and without a year
   * in digits.
   */
  readonly id: string | null;
}

/** A year in digits. */
export const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** A year among words. */
export function yearKey(year: string): string {
  return `@${year}`;
}

/** A number among words: the 5.2 of "GPT-5.2", the 3 of "the 3 mg group". */
export function numberKey({ low, high }: Amount): string {
  return low === high ? `#${low}` : `#${low}-${high}`;
}

/** A number with its place from the start of its insight. */
export type ReadNumber = Pick<NumberEvidence, 'quantity' | 'span'>;

/** The sentences of an insight that have a number that says something exact. */
export function sentencesIn({
  origin,
  unread,
  languages,
  evidence: { numbers },
}: InsightEvidence): readonly ReadSentence[] {
  const bySentence = new Map<number, NumberEvidence[]>();
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

/** Whether a number says something exact, that may be wrong. */
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
 * @param text as it is read
 * @param language without script and region
 * @param numbers all of the sentence
 * @returns null for a text that goes on for pages
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
  const years = yearsIn(quantities);
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

/** What stands among the words of a number besides those of its sentence. */
export function wordsBeside({ amount, year }: SaidNumber, { amounts }: ReadSentence): string[] {
  const words: string[] = [];
  for (const one of amounts) if (one !== amount) words.push(numberKey(one));
  if (year !== null) words.push(yearKey(year));
  return words;
}

/** Each word once. */
function sorted(words: readonly string[]): string {
  const inOrder = words.toSorted();
  let all = inOrder[0] ?? '';
  for (let i = 1; i < inOrder.length; i++) if (inOrder[i] !== inOrder[i - 1]) all += ` ${inOrder[i]}`;
  return all;
}

/** The words of a text that tell nothing of its numbers. */
export function emptyIn(text: string, language: string, lexicon: Lexicon | null): readonly Span[] {
  return [...directionWords(text, language), ...(lexicon ? spansOf(text, lexicon.empty) : NONE)];
}

/** A year that a date names. */
interface NamedYear {
  readonly span: Span;
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

/** The one of some years that stands in a stretch, or at all; null: there is none, or more than one. */
function onlyYear(years: readonly NamedYear[], stretch?: Span): string | null {
  let only: string | null = null;
  for (const { span, year } of years) {
    if (stretch && !contains(stretch, span)) continue;
    if (only !== null && only !== year) return null;
    only = year;
  }
  return only;
}

/** What may be said of a number: what stands before it, from the number before that on, and its clause behind it. */
function stretchOf(text: string, { span }: Amount, amounts: readonly Amount[], partings: readonly Parting[]): Span {
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
