/** What insights say of their numbers, in a form in which two of them are easily compared. */
import { derive } from '../../base/derive';
import { once } from '../../base/once';
import type { ValueOfKey } from '../../base/runs';
import { kept, NONE } from '../../base/same';
import { detached, hashOf, type Span } from '../../base/text';
import type { NumberFact } from '../../brief/config/workspace';
import type { InsightEvidence } from '../briefEvidence';
import { frameOf } from '../frames/frame';
import { readFramed } from '../frames/framedText';
import type { Frame, FramedText } from '../frames/types';
import { type Amount, findNumbers, type Quantity } from '../numbers';
import { isExact, type ReadSentence, readSentence, type SaidNumber, sentencesIn, wordsBeside, YEAR } from './sentences';

/** A number of an insight that another one may contradict. */
export interface Said extends SaidNumber {
  /** Its sentence, as it is read, and all that this counts or dates, itself among them. */
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** Without script and region. */
  readonly language: string;
  /** The words of its sentence, each once, and its year and other numbers by {@link yearKey} and {@link numberKey}. */
  readonly words: ReadonlySet<string>;
  /** What its sentence says that it is of; null where that cannot be told. */
  readonly framed: () => FramedNumber | null;
}

export interface FramedNumber {
  readonly claim: FramedText;
  readonly frame: Frame;
  /** As the frame knows it. */
  readonly amount: Amount;
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
  const sentence = sentenceOf(text, language);
  return sentence ? saidInSentence(sentence) : NONE;
}

function sentenceOf(text: string, language: string): ReadSentence | null {
  const numbers = findNumbers(text, language).map((quantity) => ({ quantity, span: quantity.span }));
  return readSentence(text, language, numbers);
}

/** A number that may be compared with those of other briefs. */
export interface ClaimNumber extends Pick<NumberFact, 'id' | 'value' | 'language' | 'sentence'> {
  /** Where it stands, from the start of its insight. */
  readonly span: Span;
}

/** What is kept of an insight: it tells whether its numbers need a closer look. */
interface Outlined {
  /** Those that have a key, by its {@link hashOf}. */
  readonly numbers: readonly ValueOfKey[];
  /** All words of its numbers, by {@link hashOf}. */
  readonly words: readonly number[];
  /** Copies alone. */
  readonly compared: readonly ClaimNumber[];
}

/** @returns what is kept of each insight of a brief */
export function outlined(insight: InsightEvidence): Outlined {
  return insight.evidence.numbers.some(isExact) ? outlineOf(insight) : NOTHING_SAID;
}

const NOTHING_SAID: Outlined = { numbers: NONE, words: NONE, compared: NONE };

const outlineOf = derive((insight: InsightEvidence): Outlined => {
  const numbers: ValueOfKey[] = [];
  const words = new Set<string>();
  const compared: ClaimNumber[] = [];
  const isCompared = mayCompare(insight.origin.text);
  for (const sentence of sentencesIn(insight)) {
    for (const word of sentence.words) words.add(word);
    for (const number of sentence.numbers) {
      for (const word of wordsBeside(number, sentence)) words.add(word);
      if (number.key !== null) numbers.push({ key: hashOf(number.key), value: number.amount.low });
    }
    if (isCompared) addCompared(sentence, compared);
  }
  return { numbers: kept(numbers), words: Array.from(words, hashOf), compared: kept(compared) };
});

/**
 * The numbers of a sentence that may be compared with those of other briefs.
 *
 * @param text as it is read
 * @param language without script and region
 */
export function comparedInText(text: string, language: string): readonly ClaimNumber[] {
  const compared: ClaimNumber[] = [];
  const sentence = mayCompare(text) ? sentenceOf(text, language) : null;
  if (sentence) addCompared(sentence, compared);
  return compared;
}

function addCompared({ text, language, numbers }: ReadSentence, compared: ClaimNumber[]): void {
  let sentence: string | null = null;
  for (const { id, span, amount } of numbers) {
    if (id === null) continue;
    sentence ??= detached(text);
    const { start, end } = span;
    compared.push({ id: factId(id), span: { start, end }, value: detached(amount.surface), sentence, language });
  }
}

/** A year in digits: of most sentences no more need be read. */
export function mayCompare(text: string): boolean {
  return YEAR.test(text);
}

/** Of the id of a number, as it is compared. */
export function factId(id: string): string {
  return `\n${hashOf(id)}`;
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
