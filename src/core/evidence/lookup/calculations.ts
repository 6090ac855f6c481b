/** Numbers of a claim that are worked out from those of a passage. */
import { once } from '../../base/once';
import type { Amount } from '../numbers';
import { calculationOf } from '../sums/stated';
import type { NamedCalculation } from '../verdicts';
import type { Cited } from './cited';
import { LONGEST, type ReadClaim } from './readClaim';
import type { Held } from './sides';

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
