/** What insights say of their numbers, in a form in which two of them are easily compared. */
import { derive } from '../../base/derive';
import { once } from '../../base/once';
import type { ValueOfKey } from '../../base/runs';
import { kept, NONE } from '../../base/same';
import { contains, hashOf, type Span, withBlanks } from '../../base/text';
import { languageOfPart } from '../../document/language';
import type { InsightEvidence } from '../briefEvidence';
import { aroundOf, frameOf } from '../frames/frame';
import { readFramed } from '../frames/framedText';
import { type Parting, partingsIn, piecesOf } from '../frames/pieces';
import type { Frame, FramedText } from '../frames/types';
import { type Lexicon, lexiconOf } from '../frames/words';
import { LONGEST } from '../lookup/readClaim';
import { sentenceAsRead } from '../lookup/statements';
import { type Amount, findNumbers, type Quantity } from '../numbers';
import { spansOf } from '../numbers/matches';
import { directionWords } from '../saying/directions';
import type { NumberEvidence } from '../verdicts';
import { PlacedWords } from './placedWords';

/** A number of an insight that another one may contradict. */
export interface Said {
  readonly amount: Amount;
  /** Where it stands, from the start of its insight. */
  readonly span: Span;
  /** Its sentence, as it is read, and all that this counts or dates, itself among them. */
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** Without script and region. */
  readonly language: string;
  /** The words of its sentence, each once, and its year and other numbers by {@link yearKey} and {@link numberKey}. */
  readonly words: ReadonlySet<string>;
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
  /** What its sentence says that it is of; null where that cannot be told. */
  readonly framed: () => FramedNumber | null;
}

export interface FramedNumber {
  readonly claim: FramedText;
  readonly frame: Frame;
  /** As the frame knows it. */
  readonly amount: Amount;
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

/** Whether one among words is a number, of which frames know nothing. */
export function isNumberKey(word: string): boolean {
  return /^[@#=]/.test(word);
}

/** The numbers of an insight that say something exact. They are large, and kept of those that are looked at closely. */
export const saidIn = derive((insight: InsightEvidence): readonly Said[] => {
  const said: Said[] = [];
  for (const sentence of sentencesIn(insight)) said.push(...saidInSentence(sentence));
  return said;
});

/**
 * The same of a sentence alone.
 *
 * @param text as it is read
 * @param language without script and region
 */
export function saidInText(text: string, language: string): readonly Said[] {
  const numbers = findNumbers(text, language).map((quantity) => ({ quantity, span: quantity.span }));
  const sentence = readSentence(text, language, numbers);
  return sentence ? saidInSentence(sentence) : NONE;
}

/** What tells whether the numbers of an insight need a closer look. */
interface Outlined {
  /** Those that have a key, by its {@link hashOf}; the same of their ids, and where they start, from the start of the insight. */
  readonly numbers: readonly OutlinedNumber[];
  /** All words of its numbers, by {@link hashOf}. */
  readonly words: readonly number[];
}

interface OutlinedNumber extends ValueOfKey {
  readonly id: number | null;
  readonly start: number;
}

/** @returns what is kept of each insight of a brief */
export function outlined(insight: InsightEvidence): Outlined {
  return insight.evidence.numbers.some(isExact) ? outlineOf(insight) : NOTHING_SAID;
}

const NOTHING_SAID: Outlined = { numbers: NONE, words: NONE };

const outlineOf = derive((insight: InsightEvidence): Outlined => {
  const outline: OutlinedNumber[] = [];
  const words = new Set<string>();
  for (const sentence of sentencesIn(insight)) {
    for (const word of sentence.words) words.add(word);
    for (const number of sentence.numbers) {
      for (const word of wordsBeside(number, sentence)) words.add(word);
      const { key, id, amount, span } = number;
      if (key === null) continue;
      const idHash = id === null ? null : hashOf(id);
      outline.push({ key: hashOf(key), value: amount.low, id: idHash, start: span.start });
    }
  }
  return { numbers: kept(outline), words: Array.from(words, hashOf) };
});

type ReadNumber = Pick<NumberEvidence, 'quantity' | 'span'>;

/** The sentences of an insight that have a number that says something exact. */
function sentencesIn({ origin, unread, language, evidence: { numbers } }: InsightEvidence): readonly ReadSentence[] {
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
    const sentence = readSentence(text, languageOfPart(text, language), inIt);
    if (sentence) sentences.push(sentence);
  }
  return sentences;
}

interface ExactNumber extends ReadNumber {
  readonly quantity: Amount;
}

function isExact(number: ReadNumber): number is ExactNumber {
  const { quantity } = number;
  if (quantity.kind === 'date' || quantity.kind === 'ordinal' || !quantity.checkable) return false;
  const { low, high, approximate, bound } = quantity;
  return low === high && !approximate && bound === null && low !== 0;
}

function isCount({ unit, low }: Amount): boolean {
  return unit === null && Number.isInteger(low) && Math.abs(low) < MOST_COUNTED;
}

const MOST_COUNTED = 100;

/** A sentence, read for what it says of its numbers. */
interface ReadSentence extends Pick<Said, 'text' | 'quantities' | 'language'> {
  readonly amounts: readonly Amount[];
  /** Its own, without numbers and years. */
  readonly words: readonly string[];
  /** The exact ones. */
  readonly numbers: readonly SaidNumber[];
}

type SaidNumber = Pick<Said, 'amount' | 'span' | 'year' | 'key' | 'id'>;

/**
 * @param numbers all of the sentence
 * @returns null for a text that goes on for pages
 */
function readSentence(text: string, language: string, numbers: readonly ReadNumber[]): ReadSentence | null {
  if (text.length > LONGEST) return null;
  const lexicon = lexiconOf(language);
  const quantities = numbers.map(({ quantity }) => quantity);
  const amounts = quantities.filter((one): one is Amount => one.kind !== 'date');
  const words = new PlacedWords(withoutQuantities(text, quantities), language);
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
function wordsBeside({ amount, year }: SaidNumber, { amounts }: ReadSentence): string[] {
  const words: string[] = [];
  for (const one of amounts) if (one !== amount) words.push(numberKey(one));
  if (year !== null) words.push(yearKey(year));
  return words;
}

function saidInSentence(sentence: ReadSentence): readonly Said[] {
  const { text, quantities, language, words } = sentence;
  const read = once(() => (hasMultiple(quantities) ? findNumbers(text, language) : quantities));
  const claimed = once(() => readFramed(text, language, read(), { isClaim: true, isForeign: false }));
  return sentence.numbers.map((number): Said => {
    const { amount, span, year, key, id } = number;
    return {
      amount,
      span,
      text,
      quantities,
      language,
      words: new Set([...words, ...wordsBeside(number, sentence)]),
      year,
      key,
      id,
      framed: once(() => {
        const claim = claimed();
        const here = read().find((one): one is Amount => one.kind !== 'date' && one.span.start === amount.span.start);
        return claim && here ? { claim, amount: here, frame: frameOf(claim, here) } : null;
      }),
    };
  });
}

/** Whether some may be multiples in one word, "doubled", which frames do not know. */
function hasMultiple(quantities: readonly Quantity[]): boolean {
  return quantities.some((one) => one.kind !== 'date' && one.unit === 'times');
}

/** Each word once. */
function sorted(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}

/** A text with blanks in the place of the numbers that it says. */
export function withoutQuantities(text: string, quantities: readonly Quantity[]): string {
  const spans = quantities.map(({ span }) => span);
  return withBlanks(
    text,
    spans.sort((a, b) => a.start - b.start),
  );
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
