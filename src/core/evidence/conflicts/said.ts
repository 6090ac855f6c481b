/** What insights say of their numbers, in a form in which two of them are easily compared. */
import { derive } from '../../base/derive';
import { once } from '../../base/once';
import type { ValueOfKey } from '../../base/runs';
import { kept, NONE } from '../../base/same';
import { withBlanks as blanked, contains, hashOf, type Span } from '../../base/text';
import { languageOfPart } from '../../document/language';
import type { InsightEvidence } from '../briefEvidence';
import { aroundOf, frameOf } from '../frames/frame';
import { readFramed } from '../frames/framedText';
import { piecesOf } from '../frames/pieces';
import type { Frame, FramedText } from '../frames/types';
import { type Lexicon, lexiconOf } from '../frames/words';
import { termKeys } from '../lookup/passageFacts';
import { LONGEST } from '../lookup/readClaim';
import { sentenceAsRead } from '../lookup/statements';
import { type Amount, findNumbers, type Quantity } from '../numbers';
import { matches, spansOf } from '../numbers/matches';
import { directionWords } from '../saying/directions';
import type { NumberEvidence } from '../verdicts';

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
export const saidIn = derive(readSaid);

/** The same, which nobody keeps. */
function readSaid({ origin, unread, language, evidence: { numbers } }: InsightEvidence): readonly Said[] {
  if (!numbers.some(isExact)) return NONE;
  return [...bySentence(numbers)].flatMap(([sentence, inIt]) => {
    if (!inIt.some(isExact)) return NONE;
    const text = sentenceAsRead(origin, sentence, unread);
    return saidInSentence(text, languageOfPart(text, language), inIt);
  });
}

/**
 * The same of a sentence alone.
 *
 * @param text as it is read
 * @param language without script and region
 */
export function saidInText(text: string, language: string): readonly Said[] {
  return saidInSentence(
    text,
    language,
    findNumbers(text, language).map((quantity) => ({ quantity, span: quantity.span })),
  );
}

/** What tells whether the numbers of an insight need a closer look. */
interface Outlined {
  /** Those that have a key, by its {@link hashOf}; the same of their ids, and where they start, from the start of the insight. */
  readonly numbers: readonly (ValueOfKey & { readonly id: number | null; readonly start: number })[];
  /** All words of its numbers, by {@link hashOf}. */
  readonly words: readonly number[];
}

/** @returns what is kept of each insight of a brief */
export function outlined(insight: InsightEvidence): Outlined {
  return insight.evidence.numbers.some(isExact) ? outlineOf(insight) : NOTHING_SAID;
}

const NOTHING_SAID: Outlined = { numbers: NONE, words: NONE };

const outlineOf = derive((insight: InsightEvidence): Outlined => {
  const all = readSaid(insight);
  return {
    numbers: kept(
      all.flatMap(({ key, id, amount, span }) =>
        key === null
          ? []
          : { key: hashOf(key), value: amount.low, id: id === null ? null : hashOf(id), start: span.start },
      ),
    ),
    words: [...new Set(all.flatMap(({ words }) => [...words]))].map(hashOf),
  };
});

type ReadNumber = Pick<NumberEvidence, 'quantity' | 'span'> & Partial<Pick<NumberEvidence, 'calculation'>>;

function bySentence(numbers: readonly NumberEvidence[]): ReadonlyMap<number, readonly NumberEvidence[]> {
  const found = new Map<number, NumberEvidence[]>();
  for (const number of numbers) {
    const { sentence } = number;
    if (sentence === null) continue;
    const known = found.get(sentence);
    if (known) known.push(number);
    else found.set(sentence, [number]);
  }
  return found;
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

function saidInSentence(text: string, language: string, numbers: readonly ReadNumber[]): readonly Said[] {
  if (text.length > LONGEST) return NONE;
  const lexicon = lexiconOf(language);
  const quantities = numbers.map(({ quantity }) => quantity);
  const ofSentence = wordsOf(withoutEmpty(text, quantities, language, lexicon), language);
  const bare = withBlanks(text, [...quantities.map((one) => one.span), ...(lexicon ? spansOf(text, lexicon.is) : [])]);
  const amounts = quantities.filter((one): one is Amount => one.kind !== 'date');
  const whole = once(() => wordsOf(bare, language));
  // A change in words, such as "doubled", may stand among them: a frame knows nothing of it.
  const read = once(() => (numbers.some(({ calculation }) => calculation) ? findNumbers(text, language) : quantities));
  const pieces = once(() => (lexicon ? piecesOf(text, lexicon.parts) : NONE));
  const claimed = once(() => readFramed(text, language, read(), { isClaim: true, isForeign: false }));
  return numbers.filter(isExact).map(({ quantity: amount, span }): Said => {
    const stretch = lexicon ? stretchOf(text, amount, amounts, lexicon) : { start: 0, end: text.length };
    const own = yearsIn(quantities.filter((one) => contains(stretch, one.span)));
    const all = own.length > 0 ? own : yearsIn(quantities);
    const year = all.length === 1 ? (all[0] ?? null) : null;
    const words = wordsOf(bare.slice(stretch.start, stretch.end), language);
    const others = amounts.filter((one) => one !== amount);
    // "District 1" and "district 2" are two.
    const bareOnes = others.flatMap((one) => (one.unit === null ? numberKey(one) : []));
    const key = isCount(amount) ? null : keyOf(year, amount, [...words, ...bareOnes], year === null ? whole() : NONE);
    const around = () => lexicon && aroundOf({ text, pieces: pieces(), quantities, lexicon }, amount);
    return {
      ...{ amount, span, text, quantities, language, year, key },
      id: key === null || year === null || !YEAR.test(text) ? null : idOf(key, bare, around(), language),
      words: new Set([...ofSentence, ...others.map(numberKey), ...(year === null ? [] : [yearKey(year)])]),
      framed: once(() => {
        const claim = claimed();
        const here = read().find((one): one is Amount => one.kind !== 'date' && one.span.start === amount.span.start);
        return claim && here ? { claim, amount: here, frame: frameOf(claim, here) } : null;
      }),
    };
  });
}

/** @param around what may be said of the number; null: that cannot be told */
function idOf(key: string, text: string, around: Span | null, language: string): string | null {
  return around && `${language}\n${key}\n${sorted(wordsOf(text.slice(around.start, around.end), language))}`;
}

/** @param whole the words of the sentence, where those that stand with the number are not enough */
function keyOf(year: string | null, { unit }: Amount, words: readonly string[], whole: readonly string[]): string {
  return [year ?? '', unit ?? '', sorted(words), sorted(whole)].join('\n');
}

function sorted(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}

/** The words of a text that tell what a number is of, as they are compared; and the digits in it: of "T-400", of "district 1". */
export function wordsOf(text: string, language: string): string[] {
  return [...termKeys(text, language), ...(text.match(DIGITS) ?? []).map((digits) => `=${digits}`)];
}

const DIGITS = /\p{Nd}+(?:\.\p{Nd}+)?/gu;

/** A text with blanks in the place of the numbers that it says, and of words that tell nothing of them. */
export function withoutEmpty(
  text: string,
  quantities: readonly Quantity[],
  language: string,
  lexicon: Lexicon | null,
): string {
  const empty = lexicon ? spansOf(text, lexicon.empty) : [];
  return withBlanks(text, [...quantities.map(({ span }) => span), ...directionWords(text, language), ...empty]);
}

function withBlanks(text: string, spans: readonly Span[]): string {
  return blanked(
    text,
    spans.toSorted((a, b) => a.start - b.start),
  );
}

/** The years that dates name. */
function yearsIn(quantities: readonly Quantity[]): string[] {
  const years = quantities.flatMap(({ kind, value }) => (kind === 'date' ? (/\d{4}/.exec(String(value)) ?? []) : []));
  return [...new Set(years)];
}

/** What may be said of a number: what stands before it, from the number before that on, and its clause behind it. */
function stretchOf(text: string, { span }: Amount, amounts: readonly Amount[], { parts }: Lexicon): Span {
  const others = amounts.map((other) => other.span);
  const last = Math.max(0, ...others.flatMap(({ end }) => (end <= span.start ? [end] : [])));
  let start = last;
  let end = Math.min(text.length, ...others.flatMap((other) => (other.start >= span.end ? [other.start] : [])));
  for (const { 0: mark, index } of matches(text, parts, span.end)) {
    if (last > 0 && index >= last && index + mark.length <= span.start) start = index + mark.length;
    if (index < span.end) continue;
    end = Math.min(end, index);
    break;
  }
  return { start, end };
}
