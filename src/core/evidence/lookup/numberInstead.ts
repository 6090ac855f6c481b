import { inBaseUnit, type Quantity } from '../numbers';
import { foldMarks } from '../ranking/terms';
import type { NumberInstead, PassagePlace } from '../verdicts';
import type { SourceFacts } from './passageFacts';
import type { Statement } from './statements';
import type { Topic } from './topic';

/**
 * The number of the cited sources that a claim likely means: of the same kind and unit, in the passage that shares most
 * with the statement; of several there, the one among the most similar words, then the nearest in value.
 *
 * @param isFree whether no other number of the statement was found at a place
 */
export function numberInstead(
  claimed: Quantity,
  statement: Statement,
  cited: readonly SourceFacts[],
  topic: Topic,
  isFree: (place: PassagePlace) => boolean,
): NumberInstead | null {
  let chosen: NumberInstead | null = null;
  let most = [Number.NEGATIVE_INFINITY, 0, 0];
  const around = wordsAround(statement.text, statement.text.indexOf(claimed.surface), claimed.surface.length);
  for (const { id: source, passages } of cited) {
    for (const [passage, facts] of passages.entries()) {
      const pages = statement.pages.get(source);
      const offPage = pages && facts.passage.page !== undefined && !pages.has(facts.passage.page) ? 1000 : 0;
      let shared: number | null = null;
      for (const quantity of facts.numbers().quantities) {
        if (!isAlike(claimed, quantity)) continue;
        const place: NumberInstead = { source, passage, ...quantity.span, quantity };
        if (!isFree(place)) continue;
        shared ??= topic.sharedWith(facts) - offPage;
        if (shared <= 0 && !facts.passage.context) continue;
        const beside = wordsAround(facts.passage.text, place.start, place.end - place.start);
        const common = [...around].filter((word) => beside.has(word)).length;
        const rank = [shared, common, -distance(claimed, quantity)];
        if (!isGreater(rank, most)) continue;
        most = rank;
        chosen = place;
      }
    }
  }
  return chosen;
}

function isAlike(claimed: Quantity, other: Quantity): boolean {
  if (claimed.kind !== other.kind) return false;
  if (claimed.kind === 'date' || other.kind === 'date')
    return claimed.value.toString().length === other.value.toString().length;
  if ((claimed.low === claimed.high) !== (other.low === other.high)) return false;
  if (claimed.unit === null || other.unit === null) return claimed.unit === other.unit;
  return inBaseUnit(claimed.unit).unit === inBaseUnit(other.unit).unit;
}

/** How far apart two values are, as a ratio; dates in order of their text. */
function distance(claimed: Quantity, other: Quantity): number {
  if (claimed.kind === 'date' || other.kind === 'date') return claimed.value === other.value ? 0 : 1;
  const factor = (unit: string | null) => (unit === null ? 1 : inBaseUnit(unit).factor);
  const a = Math.abs(claimed.high * factor(claimed.unit));
  const b = Math.abs(other.high * factor(other.unit));
  return a === 0 || b === 0 ? Number(a !== b) : Math.abs(Math.log(a / b));
}

function isGreater(some: readonly number[], others: readonly number[]): boolean {
  for (const [i, value] of some.entries()) if (value !== others[i]) return value > (others[i] ?? 0);
  return false;
}

const REACH = 40;

/** The words, or CJK characters, within some characters of a number. */
function wordsAround(text: string, at: number, length: number): Set<string> {
  const near = `${text.slice(Math.max(0, at - REACH), at)} ${text.slice(at + length, at + length + REACH)}`;
  return new Set(
    foldMarks(near)
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}]{3,}/gu) ?? [],
  );
}
