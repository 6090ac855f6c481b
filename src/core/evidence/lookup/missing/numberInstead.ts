import { derive } from '../../../base/derive';
import { once } from '../../../base/once';
import type { TextSpan } from '../../../base/text';
import { inBaseUnit, type Quantity } from '../../numbers';
import type { NumberInstead, PassagePlace } from '../../verdicts';
import { termKeys } from '../passageFacts';
import type { Statement } from '../statements';
import { countShared, type Topic } from '../topic';
import type { PassageFacts, SourceFacts } from '../types';

/**
 * Returns the number of the cited sources that a claim likely means. It has the same kind and unit, is in a passage about the
 * same thing, among the same words, and is written almost the same. Among equals, the nearest in value wins. If only the kind
 * matches, there is no result, because a number about something else doesn't help.
 *
 * @param isFree true if no other number of the statement was found at a place
 */
export function numberInstead(
  claimed: Quantity,
  statement: Statement,
  cited: readonly SourceFacts[],
  topic: Topic,
  isFree: (place: PassagePlace) => boolean,
): NumberInstead | null {
  const { text, language } = statement;
  const around = termsNear(text, claimed.span, language);
  let chosen: NumberInstead | null = null;
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const { source, passage, facts, shared } of passagesAbout(statement, cited, topic)) {
    for (const quantity of facts.numbers().quantities) {
      const place = { source, passage, ...quantity.span, quantity };
      if (!isAlike(claimed, quantity) || !isNear(claimed, quantity) || !isFree(place)) continue;
      // The year in a title is the year of the work.
      if (quantity.kind === 'date' && facts.passage.from === 'title') continue;
      const beside = termsNear(facts.passage.text, quantity.span, facts.language);
      const words = countShared(around, beside);
      const apart = distance(claimed, quantity);
      const likeness = likenessOf(claimed, quantity, apart);
      // Words of two languages can't be compared, so a near number of the passage is enough.
      const besides = facts.language === language ? words : Math.max(words, 1);
      if (likeness === 0 && besides < wordsNeeded(claimed, shared, apart)) continue;
      const score = shared + 2 * words + likeness;
      if (score < most || (score === most && apart >= least)) continue;
      most = score;
      least = apart;
      chosen = place;
    }
  }
  return chosen;
}

/** Largest number of passages that are looked through. */
export const MOST_PASSAGES = 12;

/** A passage that shares names or terms with a statement. */
interface About {
  readonly source: string;
  readonly passage: number;
  readonly facts: PassageFacts;
  /** How much it shares. */
  readonly shared: number;
}

/**
 * Returns the passages that share most with a statement. A quote is also about what its title names. Passages off the pages that
 * the statement names come last.
 */
export const allAbout = derive(
  ({ pages }: Statement, cited: readonly SourceFacts[], topic: Topic): readonly About[] => {
    const isOffPage = (source: string, { page }: PassageFacts['passage']) =>
      page !== undefined && pages.has(source) && !pages.get(source)?.has(page);
    return cited
      .flatMap(({ id, passages }) => {
        const isTitled = once(() =>
          passages.some((facts) => facts.passage.from === 'title' && topic.sharedWith(facts) > 0),
        );
        return passages.flatMap((facts, passage): About[] => {
          const { context, from } = facts.passage;
          // A row of a table is about what its header says.
          const shared = topic.sharedWith(facts) || Number(context !== undefined || (from === 'quote' && isTitled()));
          if (shared === 0) return [];
          return [{ source: id, passage, facts, shared: isOffPage(id, facts.passage) ? shared / 100 : shared }];
        });
      })
      .sort((a, b) => b.shared - a.shared);
  },
);

/** Returns those of them that have numbers. */
export const passagesAbout = derive(
  (statement: Statement, cited: readonly SourceFacts[], topic: Topic): readonly About[] => {
    const about: About[] = [];
    for (const one of allAbout(statement, cited, topic)) {
      if (one.facts.numbers().quantities.length > 0) about.push(one);
      if (about.length === MOST_PASSAGES) break;
    }
    return about;
  },
);

export function isAlike(claimed: Quantity, other: Quantity): boolean {
  if (claimed.kind !== other.kind) return false;
  if (claimed.kind === 'date' || other.kind === 'date') return formOf(claimed) === formOf(other);
  if ((claimed.low === claimed.high) !== (other.low === other.high)) return false;
  if (claimed.unit === null || other.unit === null) return claimed.unit === other.unit;
  return inBaseUnit(claimed.unit).unit === inBaseUnit(other.unit).unit;
}

/** Returns the form of a date, with 0 for every digit: a year, a quarter of a year, a day without a year. */
function formOf({ value }: Quantity): string {
  return String(value).replace(/\d/g, '0');
}

/** True if two dates are at most ten years apart, or two values at most a factor of ten, or any power of ten. */
function isNear(claimed: Quantity, other: Quantity): boolean {
  if (claimed.kind === 'date' || other.kind === 'date') {
    const [a, b] = [claimed, other].map(({ value }) => Number(/\d{4}/.exec(String(value))?.[0]));
    return !(Math.abs((a ?? 0) - (b ?? 0)) > 10);
  }
  const powers = distance(claimed, other) / Math.LN10;
  return powers <= 1 || Math.abs(powers - Math.round(powers)) < 1e-9;
}

/** Returns the distance of two values: the logarithm of their ratio. For dates, and beside 0, 0 if equal, else 1. */
function distance(claimed: Quantity, other: Quantity): number {
  if (claimed.kind === 'date' || other.kind === 'date') return claimed.value === other.value ? 0 : 1;
  const factor = (unit: string | null) => (unit === null ? 1 : inBaseUnit(unit).factor);
  const a = Math.abs(claimed.high * factor(claimed.unit));
  const b = Math.abs(other.high * factor(other.unit));
  return a === 0 || b === 0 ? Number(a !== b) : Math.abs(Math.log(a / b));
}

/** Returns how likely one number is the other mistyped, badly rounded or in another scale; 0 if it isn't. */
function likenessOf(claimed: Quantity, other: Quantity, apart: number): number {
  // All years of a decade are alike.
  if (claimed.kind === 'date') return 0;
  const powers = apart / Math.LN10;
  // One digit alone proves nothing: 0.05 isn't 50 in another scale; 5 % may be 50 %.
  const isTelling = claimed.unit !== null || !/^\d0*$/.test(digitsOf(claimed.surface));
  const isScaled = isTelling && apart > 0 && Math.abs(powers - Math.round(powers)) < 1e-9;
  if (isScaled || isSlip(claimed.surface, other.surface)) return 3;
  return apart <= CLOSE ? 2 : 0;
}

/** Returns the number of words that must stand around both numbers if nothing else is alike in them. */
function wordsNeeded({ kind }: Quantity, shared: number, apart: number): number {
  if (kind === 'date') return shared < 2 ? 1 : 0;
  return apart <= TWICE ? 1 : 2;
}

/** Distances of two values, as logarithms of their ratio. */
const CLOSE = Math.log(1.05);
const TWICE = Math.LN2;

/** True if two numbers differ in one digit only, or in two that changed places. */
function isSlip(some: string, other: string): boolean {
  const [a, b] = [digitsOf(some), digitsOf(other)];
  if (a.length < 2 || a.length !== b.length) return false;
  const differing = [...a].filter((digit, i) => digit !== b[i]).length;
  return differing === 1 || (differing === 2 && [...a].sort().join() === [...b].sort().join());
}

/** Returns the digits without leading noughts. */
function digitsOf(surface: string): string {
  return surface.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');
}

/** Returns the keys of the words around a number. */
export function termsNear(text: string, { start, end }: TextSpan, language: string): ReadonlySet<string> {
  return termKeys(near(text, start, end - start), language);
}

const REACH = 40;

/** Returns the text within {@link REACH} UTF-16 units of a number, as whole words. */
function near(text: string, at: number, length: number): string {
  const before = text.slice(Math.max(0, at - REACH), at).replace(at > REACH ? /^[\p{Script=Latin}\p{M}]+/u : '', '');
  const rest = text.slice(at + length, at + length + REACH);
  const after = at + length + REACH < text.length ? rest.replace(/[\p{Script=Latin}\p{M}]+$/u, '') : rest;
  return `${before} ${after}`;
}
