/** Numbers of a claim that are worked out from those of a passage. */
import { once } from '../../base/once';
import { NONE } from '../../base/same';
import { type InText, overlaps } from '../../base/text';
import type { Amount } from '../numbers';
import { multiplesIn, ownChanges } from '../sums/ownChange';
import { calculationOf } from '../sums/stated';
import type { NamedCalculation, NumberEvidence } from '../verdicts';
import type { Cited } from './cited';
import { LONGEST, type ReadClaim } from './readClaim';
import type { Held } from './sides';
import type { Statement } from './statements';

/**
 * Finds how a number that no passage has is worked out: from the quotes of the cited sources, and the passages that hold the
 * statement's other numbers. A whole copy has so many numbers that some come to anything.
 */
export function calculator(
  { statement: { text, language }, framed: claims }: ReadClaim,
  { sources }: Cited,
  holders: readonly Held[],
): (amount: Amount) => NamedCalculation | null {
  const passages = once(() => {
    const quotes = sources.flatMap(({ id, passages: all }) =>
      all.flatMap((facts, passage): Held[] => (facts.passage.from === 'quote' ? [{ source: id, passage, facts }] : [])),
    );
    return [...holders, ...quotes].slice(0, MOST_PASSAGES);
  });
  return (amount) => {
    if (text.length > LONGEST) return null;
    let wrong: NamedCalculation | null = null;
    for (const { source, passage, facts } of passages()) {
      const isForeign = facts.language !== language;
      const claim = claims[Number(isForeign)]?.();
      const framed = claim && facts.passage.text.length <= LONGEST ? facts.frames(isForeign) : null;
      const found = claim && framed ? calculationOf(amount, claim, { source, passage, framed }) : null;
      if (found?.isRight) return found;
      wrong ??= found;
    }
    return wrong;
  };
}

const MOST_PASSAGES = 12;

/**
 * The numbers of a statement with what its own ends make of the changes that it states: "rose by 90% from 40,000 to 80,000". What
 * a passage says so itself stays as it is.
 *
 * @param numbers what was found of each
 * @returns with changes in words, such as "tripled", where they are wrong; in order
 */
export function withOwnChanges(
  { text, language, numbers: stated, sentence, spanOf, cell }: Statement,
  numbers: readonly InText<NumberEvidence>[],
): readonly InText<NumberEvidence>[] {
  const quantities = stated.map(({ quantity }) => quantity);
  const changes = cell || text.length > LONGEST ? NONE : ownChanges(text, quantities, language);
  if ((changes.length === 0 && numbers.length === stated.length) || !spanOf) return numbers;
  const all = [...numbers];
  for (const { amount, ends, calculation } of changes) {
    const indexOf = ({ span }: Amount) => quantities.findIndex((one) => one.span.start === span.start);
    const index = indexOf(amount);
    if (index < 0 && all.some(({ quantity }) => quantity.span.start === amount.span.start)) continue;
    const number = all[index];
    const { isRight } = calculation;
    if (number?.verdict === 'found' || number?.verdict === 'differs') continue;
    const wrong = { verdict: 'notFound' as const, at: null, otherwise: null, calculation, ...NOTHING_ELSE };
    if (!number) {
      if (!isRight) all.push({ quantity: amount, span: spanOf(amount.span), sentence, checkedAgainst: NONE, ...wrong });
    } else if (!isRight) all[index] = { ...number, ...wrong };
    else {
      const areFound = ends.every((end) => numbers[indexOf(end)]?.verdict === 'found');
      all[index] = { ...number, ...wrong, verdict: areFound ? 'found' : null };
    }
  }
  return all.sort((a, b) => a.span.start - b.span.start);
}

const NOTHING_ELSE = { isWithin: false, doubt: null, instead: () => null, reservation: null };

/** The multiples that a statement says in a word, such as "doubled", where the passages give two numbers that make another one. */
export function wrongMultiples(
  { text, language, numbers, cites, cell, sentence, spanOf }: Statement,
  calculate: (amount: Amount) => NamedCalculation | null,
  checkedAgainst: readonly string[],
): readonly InText<NumberEvidence>[] {
  if (cell || !spanOf || cites.length === 0 || text.length > LONGEST) return NONE;
  return multiplesIn(text, language).flatMap((quantity): InText<NumberEvidence>[] => {
    const { span } = quantity;
    if (numbers.some((other) => overlaps(other.quantity.span, span))) return [];
    const calculation = calculate(quantity);
    if (!calculation || calculation.isRight) return [];
    const wrong = { verdict: 'notFound' as const, at: null, otherwise: null, calculation, ...NOTHING_ELSE };
    return [{ quantity, span: spanOf(span), sentence, checkedAgainst, ...wrong }];
  });
}
