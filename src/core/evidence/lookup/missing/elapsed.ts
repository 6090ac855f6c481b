/** Works out ages and other stretches of years from the dates of a passage. */
import type { Amount, CalendarDate } from '../../numbers';
import type { NamedCalculation } from '../../verdicts';
import type { Statement } from '../statements';
import type { Topic } from '../topic';
import type { PassageFacts, SourceFacts } from '../types';
import { passagesAbout } from './numberInstead';

/**
 * Returns the two dates of a passage between which as many years lie as a claim says: "was 61" for "(1891–1953)". They must
 * stand in one sentence, or the passage must have few others.
 */
export function elapsedBetween(
  amount: Amount,
  statement: Statement,
  cited: readonly SourceFacts[],
  topic: Topic,
): NamedCalculation | null {
  const years = yearsIn(amount);
  if (years === null || amount.bound !== null) return null;
  for (const { source, passage, facts } of passagesAbout(statement, cited, topic)) {
    const dates = facts.numbers().dates.sorted.filter(({ value }) => DATED.test(value));
    const isFew = new Set(dates.map(yearOf)).size <= FEW;
    if (dates.length > MOST_DATES) continue;
    for (const [i, from] of dates.entries())
      for (const to of dates.slice(i + 1)) {
        if (!isApart(from, to, years) || !(isFew || isInOneSentence(from, to, facts))) continue;
        const operands = [to, from].map(({ surface, span }) => ({ surface, at: { source, passage, ...span } }));
        return { sign: '−', operands, result: amount.low, isRight: true };
      }
  }
  return null;
}

/** A year, a month or a day. */
const DATED = /^\d{4}(?:-\d\d){0,2}$/;
/** Most years of a passage of which any two may be meant. */
const FEW = 3;
/** Most dates that are compared: among more, some two lie any number of years apart. */
const MOST_DATES = 12;

/** Returns the number of years in a stretch of time; null for other amounts. */
function yearsIn({ unit, low, high }: Amount): number | null {
  if (low !== high || low < 1) return null;
  return unit === 'year' ? low : unit === 'decade' ? low * 10 : null;
}

function yearOf({ first }: CalendarDate): number {
  return Number(first?.slice(0, 4));
}

/** True if so many years lie between two dates. Of two bare years, a birthday may lie between. */
function isApart(from: CalendarDate, to: CalendarDate, years: number): boolean {
  const apart = yearOf(to) - yearOf(from);
  const [start = '', end = ''] = [from.first?.slice(4), to.first?.slice(4)];
  if (from.value.length === to.value.length && to.value.length > 7) return apart - Number(end < start) === years;
  return apart === years || apart - 1 === years;
}

function isInOneSentence(a: CalendarDate, b: CalendarDate, { passage: { text } }: PassageFacts): boolean {
  const [from, to] = a.span.start < b.span.start ? [a, b] : [b, a];
  return !/[.!?]\s|[。！？\n]/.test(text.slice(from.span.end, to.span.start));
}
