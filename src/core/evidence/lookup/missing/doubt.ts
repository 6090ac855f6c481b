/** Tells why a passage may lack a number although the claim is right. */
import { once } from '../../../base/once';
import { isComparable } from '../../frames/comparable';
import type { Amount, CalendarDate, Quantity } from '../../numbers';
import { reachesToday, relatesToToday } from '../../numbers/relative';
import { isWordedAsDerived } from '../../sums/operations';
import type { Doubt } from '../../verdicts';
import type { Cited } from '../cited';
import type { Statement } from '../statements';
import { countShared, type Topic } from '../topic';
import type { PassageFacts } from '../types';
import { isAlike, passagesAbout, termsNear } from './numberInstead';
import { mayBeInRange } from './within';

/**
 * Returns the reason why a number that no passage has may be right all the same; null if the passages would have it.
 *
 * @param quantity a number of the statement that wasn't found and wasn't worked out
 * @param hasLikely true if a passage has another number that the claim likely means
 */
export function doubtOf(
  quantity: Quantity,
  statement: Statement,
  cited: Cited,
  topic: Topic,
  hasLikely: () => boolean,
): Doubt | null {
  const { text, language, cell } = statement;
  if (cell) return null;
  const { start, end } = quantity.span;
  const about = once(() => passagesAbout(statement, cited.sources, topic).map(({ facts }) => facts));
  if (quantity.kind === 'date') {
    const noun = isYear(quantity) ? describedAt(text, start, end) : null;
    if (noun !== null && !about().some((facts) => describesToo(noun, facts))) return 'attribute';
    if (about().some((facts) => namesYearOfSeason(quantity, facts))) return 'season';
    return about().some((facts) => isExcerpt(facts, topic)) ? 'excerpt' : null;
  }
  if (relatesToToday(text, quantity, language) || reachesToday(text, quantity, language))
    return about().some(namesDay) ? 'today' : null;
  if (isWordedAsDerived(text, quantity, language))
    return hasOperands(quantity, about()) &&
      !hasLikely() &&
      !about().some((facts) => saysIt(quantity, statement, facts))
      ? 'derived'
      : null;
  if (isFarFromSmall(quantity) && about().some((facts) => mayBeInRange(quantity, facts))) return 'bounded';
  if (about().some((facts) => isExcerpt(facts, topic))) return 'excerpt';
  return isBoundedCount(quantity) && !about().some((facts) => alikeIn(quantity, facts).some(({ value }) => value !== 0))
    ? 'counted'
    : null;
}

function namesDay(facts: PassageFacts): boolean {
  return facts.numbers().dates.sorted.length > 0;
}

/** True if passages have two numbers from which an amount may be worked out. */
function hasOperands(amount: Amount, passages: readonly PassageFacts[]): boolean {
  const isRatio = amount.unit === '%' || amount.unit === 'times';
  const amounts = passages.flatMap((facts) =>
    facts.numbers().quantities.filter((one): one is Amount => one.kind !== 'date' && one.kind !== 'ordinal'),
  );
  const operands = isRatio ? amounts : amounts.filter((one) => isComparable(amount, one) || amount.unit === 'pp');
  return operands.some((one, i) => operands.some((other, k) => k < i && isComparable(one, other)));
}

/** True if a passage gives such a number among the words of the claim: then the claim's number need not be worked out. */
function saysIt(amount: Amount, { text, language }: Statement, facts: PassageFacts): boolean {
  if (facts.language !== language) return false;
  const around = termsNear(text, amount.span, language);
  return alikeIn(amount, facts).some(
    ({ span }) => countShared(around, termsNear(facts.passage.text, span, language)) >= FEWEST_SHARED,
  );
}

/** Fewest words that stand beside both numbers. */
const FEWEST_SHARED = 2;

function alikeIn(quantity: Quantity, facts: PassageFacts): readonly Quantity[] {
  return facts.numbers().quantities.filter((other) => isAlike(quantity, other));
}

function isYear({ kind, value }: Quantity): boolean {
  return kind === 'date' && /^\d{4}$/.test(String(value));
}

/** Returns the noun that a year describes behind an article, as in "the 1943 novel"; else null. */
function describedAt(text: string, start: number, end: number): string | null {
  if (!ARTICLE_BEFORE.test(text.slice(Math.max(0, start - LONGEST_ARTICLE), start))) return null;
  return /^ \p{Ll}+/u.exec(text.slice(end, end + LONGEST_NOUN))?.[0] ?? null;
}

/** True if another year describes the same noun in a passage: "a 2022 release". */
function describesToo(noun: string, facts: PassageFacts): boolean {
  return facts
    .numbers()
    .quantities.some((other) => isYear(other) && facts.passage.text.startsWith(noun, other.span.end));
}

const LONGEST_NOUN = 24;

const ARTICLE_BEFORE = /(?:^|[^\p{L}])(?:the|an?|this|that|its|his|her|their)(?: \p{L}{4,9})? $/iu;
const LONGEST_ARTICLE = 16;

/** True for money, measures and large counts: small bare numbers stand everywhere, and most lie in any range. */
function isFarFromSmall({ kind, unit, low }: Amount): boolean {
  return kind !== 'percent' && (unit !== null || low >= FEWEST_OF_LARGE);
}

const FEWEST_OF_LARGE = 1000;

/** True for a passage of several paragraphs that shares many words with the claim: it may say the same in other words. */
function isExcerpt(facts: PassageFacts, topic: Topic): boolean {
  return facts.passage.text.length > LONG && topic.sharedWith(facts) > MANY_SHARED;
}

/** Length of a long passage in UTF-16 units. */
const LONG = 1100;
const MANY_SHARED = 6;

/** True if a passage names one of the two years of a season: 2008 for "2007-08". */
function namesYearOfSeason({ value, surface }: CalendarDate, facts: PassageFacts): boolean {
  const [first, last] = /^(\d{4})\/(\d{4})$/.exec(value)?.slice(1) ?? [];
  if (first === undefined || Number(last) - Number(first) !== 1 || /\d{4}.+\d{4}/.test(surface)) return false;
  const { years } = facts.numbers().dates;
  return years.has(first) || years.has(last ?? '');
}

/** True for "more than 5 choirs": the passage may name them one by one. */
function isBoundedCount({ kind, bound, unit, high }: Amount): boolean {
  return kind === 'number' && unit === null && bound !== null && Number.isInteger(high) && high <= MOST_LISTED;
}

const MOST_LISTED = 100;
