/** Changes that a claim states together with both of their ends: "tripled from 40,000 to 80,000". */
import { NONE } from '../../base/same';
import type { TextSpan } from '../../base/text';
import { type Pattern, patternsOfLists } from '../../languages/wordLists';
import { isComparable } from '../frames/comparable';
import { type Lexicon, lexiconOf } from '../frames/words';
import { type Amount, inBaseUnit, type Quantity } from '../numbers';
import { fold } from '../numbers/fold';
import { readHedge } from '../numbers/hedges';
import { has, matches, spansOf } from '../numbers/matches';
import { changesBy, directionWords, roleOf } from '../saying/directions';
import type { WrittenCalculation } from '../verdicts';
import { operationsOf } from './operations';
import { nearestTo, says } from './written/results';

/** A change that a claim states, and its calculation from the two ends. */
export interface OwnChange {
  readonly amount: Amount;
  /** The numbers that it changed from and to. */
  readonly ends: readonly [Amount, Amount];
  readonly calculation: WrittenCalculation;
}

/**
 * Returns the changes that a sentence states beside "from A to B", each with its calculation from A and B. A change is a
 * percentage, a difference, percentage points or a multiple, in digits or in words ("doubled", 翻番). It is left out if the words
 * leave open what changed.
 *
 * @param quantities of the text, in order
 * @param language without script and region
 */
export function ownChanges(text: string, quantities: readonly Quantity[], language: string): readonly OwnChange[] {
  const words = patternsIn(language);
  const lexicon = lexiconOf(language);
  if (!words || !lexicon || quantities.length === 0 || !has(text, words.from)) return NONE;
  const amounts = quantities.filter((one): one is Amount => one.kind !== 'date' && one.kind !== 'ordinal');
  const ends = endsOf(text, amounts, words);
  if (!ends) return NONE;
  const whole = { start: Math.min(...ends.map(startOf)), end: Math.max(...ends.map(endOf)) };
  const isOther = (one: Amount) => one.span.start >= whole.end || one.span.end <= whole.start;
  const stated = [...amounts.filter(isOther), ...multiplesIn(text, language)];
  return stated.flatMap((amount): OwnChange[] => {
    const ways = waysOf(text, amount, ends, language);
    if (ways.length === 0 || !isOfThose(text, amount, whole, language, lexicon)) return [];
    const [right, only] = [ways.find((way) => isRight(amount, way, ends)), ways.length === 1 ? ways[0] : undefined];
    const way = right ?? only;
    return way ? [{ amount, ends, calculation: calculationOf(amount, way, ends, right !== undefined) }] : [];
  });
}

const patternsIn = patternsOfLists(({ changes }) => changes);

/** Word lists of multiples, each with its factor. */
const MULTIPLES: readonly (readonly [list: 'double' | 'triple' | 'quadruple' | 'half', times: number])[] = [
  ['double', 2],
  ['triple', 3],
  ['quadruple', 4],
  ['half', 0.5],
];

/** Finds the multiples that a text says in one word: "doubled". */
export function multiplesIn(text: string, language: string): Amount[] {
  const words = patternsIn(language);
  if (!words) return [];
  return MULTIPLES.flatMap(([list, times]) =>
    spansOf(text, words[list]).map((span): Amount => {
      const surface = text.slice(span.start, span.end);
      const { approximate, bound } = readHedge(fold(text), span.start, span.end);
      const value = { value: times, low: times, high: times, step: times / 10, lowStep: times / 10 };
      return { kind: 'number', unit: 'times', surface, span, approximate, bound, checkable: true, ...value };
    }),
  );
}

const startOf = ({ span }: Amount) => span.start;
const endOf = ({ span }: Amount) => span.end;

/** Returns the numbers that a text says something went from and to; null if it has none, or more. */
function endsOf(
  text: string,
  amounts: readonly Amount[],
  { from, to }: Readonly<Record<'from' | 'to', Pattern>>,
): readonly [Amount, Amount] | null {
  const leads = (pattern: Pattern) =>
    amounts.filter(({ span }) => endsWith(text.slice(0, span.start).replace(YEAR, ''), pattern));
  const [first, ...moreFirst] = leads(from);
  if (!first || moreFirst.length > 0) return null;
  // "From 40,000 to 80,000" is read as a range.
  if (first.low !== first.high) return [endOfRange(first, 'low'), endOfRange(first, 'high')];
  const [last, ...moreLast] = leads(to).filter((one) => one !== first);
  if (!last || moreLast.length > 0 || last.low !== last.high || first.low === 0) return null;
  if (isComparable(first, last)) return [first, last];
  // "From 200 to 250 million" leaves unit and scale to the second.
  return null;
}

/** 从2022年的4万台 */
const YEAR = /\d{4}年(?:末|底)?的?$/;

function endOfRange(range: Amount, end: 'low' | 'high'): Amount {
  const value = range[end];
  const written = range.surface.match(/\p{Nd}[\p{Nd}.,]*/gu) ?? [];
  const surface = (end === 'low' ? written[0] : written.at(-1)) ?? range.surface;
  return { ...range, value, low: value, high: value, surface, step: end === 'low' ? range.lowStep : range.step };
}

function endsWith(text: string, pattern: Pattern): boolean {
  const near = text.slice(-LONGEST_WORD);
  return spansOf(near, pattern).some(({ end }) => near.slice(end).trim() === '');
}

/** Length of the text before a number that is searched for "from" or "to", in UTF-16 units. */
const LONGEST_WORD = 24;

/** Way to work out a change from its ends. */
type Way = keyof typeof WORK;

const WORK = {
  'Δ%': (a: number, b: number) => Math.abs(b / a - 1) * 100,
  '−': (a: number, b: number) => Math.abs(b - a),
  '÷': (a: number, b: number) => b / a,
  'Δ÷': (a: number, b: number) => Math.abs(b / a - 1),
};

const FORMULAS: Readonly<Record<Way, (a: string, b: string) => string>> = {
  'Δ%': (a, b) => `(${b} − ${a}) ÷ ${a}`,
  '−': (a, b) => `${b} − ${a}`,
  '÷': (a, b) => `${b} ÷ ${a}`,
  'Δ÷': (a, b) => `(${b} − ${a}) ÷ ${a}`,
};

/** Returns the ways in which a stated change may be worked out. */
function waysOf(text: string, amount: Amount, [first, last]: readonly [Amount, Amount], language: string): Way[] {
  const named = operationsOf(text, amount, language);
  const isChange = changesBy(text, amount, language) || roleOf(text, amount, language)?.role === 'change';
  const isLevel = !isChange && roleOf(text, amount, language)?.role === 'level';
  if (isLevel && amount.unit !== 'times') return [];
  // No temperature is a part or a multiple of another one.
  if (TEMPERATURE.test(first.unit ?? '') && !isComparable(amount, last)) return [];
  if (amount.unit === 'times') {
    // "Increased twofold" is doubled, 增长两倍 is tripled.
    if (!/\p{Nd}|倍/u.test(amount.surface)) return ['÷'];
    return isChange ? ['Δ÷'] : isLevel ? ['÷'] : ['÷', 'Δ÷'];
  }
  const moves = isChange || named.some(({ operation, isSure }) => operation === 'change' && isSure);
  if (amount.unit === '%' && first.unit !== '%') return moves ? ['Δ%'] : [];
  if (amount.unit === '%') return moves ? ['Δ%', '−'] : [];
  const isPoints = amount.unit === 'pp' && first.unit === '%';
  if (!isPoints && !isComparable(amount, last)) return [];
  return isPoints || isChange ? ['−'] : [];
}

/**
 * True if a change is about the two ends. After the last comma between them, no word may name another thing that could change.
 */
function isOfThose(
  text: string,
  { span }: Amount,
  whole: TextSpan,
  language: string,
  { parts, empty }: Lexicon,
): boolean {
  const [start, end] = span.end <= whole.start ? [span.end, whole.start] : [whole.end, span.start];
  const between = text.slice(start, end);
  const marks = [...matches(between, parts)];
  if (marks.some(({ 0: mark }) => !COMMA.test(mark))) return false;
  const last = marks.at(-1);
  let bare = last ? between.slice(last.index + last[0].length) : between;
  for (const word of directionWords(bare, language).toReversed())
    bare = bare.slice(0, word.start) + bare.slice(word.end);
  for (const word of spansOf(bare, empty).toReversed()) bare = `${bare.slice(0, word.start)} ${bare.slice(word.end)}`;
  for (const pattern of WORDS_OF_CHANGE) bare = bare.replace(pattern, ' ');
  return !/\p{L}/u.test(bare);
}

const COMMA = /^[,，、(（]$/;
/** Words that may stand beside a word of direction: "or an increase of 90%", 增幅为90%. */
const WORDS_OF_CHANGE = [
  /(?<!\p{L})(?:up|down|from|or|i\.e\.|that is|which is|an?|the|of|by|in|over|about|nearly|some)(?!\p{L})/giu,
  /[即为约达了幅从由年在]/g,
];

const TEMPERATURE = /^°[CF]?$/;

function isRight(amount: Amount, way: Way, [first, last]: readonly [Amount, Amount]): boolean {
  const work = (a: number, b: number) => inUnitOf(amount, first, WORK[way](a, b), way);
  const around = ({ low, step }: Amount) => [low - step / 2, low, low + step / 2];
  const results = around(first).flatMap((a) => around(last).map((b) => work(a, b)));
  const size = Math.abs(amount.low);
  return (
    results.some((result) => says(amount, result)) || (Math.min(...results) <= size && size <= Math.max(...results))
  );
}

/** Converts a difference from the unit of the ends to the unit of the change. */
function inUnitOf({ unit }: Amount, of: Amount, value: number, way: Way): number {
  if (way !== '−' || unit === null || of.unit === null || unit === 'pp') return value;
  return (value * inBaseUnit(of.unit).factor) / inBaseUnit(unit).factor;
}

function calculationOf(amount: Amount, way: Way, ends: readonly [Amount, Amount], right: boolean): WrittenCalculation {
  const [first, last] = ends;
  const value = inUnitOf(amount, first, WORK[way](first.low, last.low), way);
  return {
    operands: ends.map(({ surface }) => ({ surface, at: null })),
    formula: FORMULAS[way](first.surface, last.surface),
    result: /\p{Nd}/u.test(amount.surface) ? nearestTo(amount, [value]) : Number(value.toPrecision(2)),
    isRight: right,
  };
}
