/** The numbers of insights with the words that describe them, in a form that makes two of them easy to compare. */
import { derive } from '../../base/derive';
import { once } from '../../base/once';
import type { ValueOfKey } from '../../base/runs';
import { detached, kept, NONE } from '../../base/same';
import { hashOf, type TextSpan } from '../../base/text';
import type { NumberFact } from '../../brief/config/workspace';
import type { InsightEvidence } from '../brief';
import { frameOf } from '../frames/frame';
import { readFramed } from '../frames/framedText';
import type { Frame, FramedText } from '../frames/types';
import { type Amount, findNumbers, type Quantity } from '../numbers';
import { isExact, type ReadSentence, readSentence, type SaidNumber, sentencesIn, wordsBeside, YEAR } from './sentences';

/** A number of an insight that another one may contradict. */
export interface Said extends SaidNumber {
  /** Its sentence as read, and all quantities in it, this number among them. */
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** Language tag without script and region. */
  readonly language: string;
  /** Words of its sentence, each once, with its year and the other numbers by {@link yearKey} and {@link numberKey}. */
  readonly words: ReadonlySet<string>;
  /** Returns the number with the words that describe it in its sentence; null if they can't be told. */
  readonly framed: () => FramedNumber | null;
}

export interface FramedNumber {
  readonly claim: FramedText;
  readonly frame: Frame;
  /** The number, as the framed text has it. */
  readonly amount: Amount;
}

/** True if a word is the key of a number, of which frames know nothing. */
export function isNumberKey(word: string): boolean {
  return /^[@#=]/.test(word);
}

/**
 * Returns the exact numbers of an insight. They take much memory, so they are read only for insights that need a closer look.
 */
export const saidIn = derive((insight: InsightEvidence): readonly Said[] => {
  const said: Said[] = [];
  for (const sentence of sentencesIn(insight)) said.push(...saidInSentence(sentence));
  return said;
});

/**
 * Returns the exact numbers of a single sentence.
 *
 * @param text the sentence as read
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

/** A number that may be compared with the numbers of other briefs. */
export interface ClaimNumber extends Pick<NumberFact, 'id' | 'value' | 'language' | 'sentence'> {
  readonly span: TextSpan;
}

/** Summary of an insight, which shows whether its numbers need a closer look. */
interface Outlined {
  /** Values of the numbers that have a key, by its {@link hashOf}. */
  readonly numbers: readonly ValueOfKey[];
  /** Hashes ({@link hashOf}) of all words of its numbers. */
  readonly words: readonly number[];
  /** Numbers to compare with other briefs. Their texts are copies, so that they don't keep the document in memory. */
  readonly compared: readonly ClaimNumber[];
}

/** Returns the summary of an insight, empty if it has no exact number. */
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
 * Returns the numbers of a sentence that may be compared with the numbers of other briefs.
 *
 * @param text the sentence as read
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

/** True if a text has a year in digits. Most sentences have none and needn't be read further. */
export function mayCompare(text: string): boolean {
  return YEAR.test(text);
}

/** Returns the id under which a number is compared: a hash of its {@link SaidNumber.id}. */
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

/** True if a quantity may be a multiple in one word, "doubled", which frames don't know. */
function hasMultiple(quantities: readonly Quantity[]): boolean {
  return quantities.some((one) => one.kind !== 'date' && one.unit === 'times');
}
