/** Tells why a number that no rule doubts earns its citation no ✓ all the same. */
import { derive } from '../../base/derive';
import { framesDifferInPlace, framesShareSubject } from '../frames/subject';
import { matchNumber } from '../matching';
import type { Quantity } from '../numbers';
import { namesIn } from '../ranking/names';
import type { Reservation } from '../verdicts';
import type { Cited } from './cited';
import { type Holder, sameAmounts } from './differences';
import { LONGEST, type ReadClaim } from './readClaim';
import { readIn } from './readIn';

/**
 * Returns `unread` for a number that isn't looked up, such as the "two" of "two plants", if no passage of the cited sources has
 * it. An ordinal is no amount.
 */
export function reservedAsUnread(quantity: Quantity, cited: Cited): Reservation | null {
  if (quantity.kind === 'ordinal') return null;
  const isHeld = cited.mayHold(quantity).some(({ facts }) => matchNumber(quantity, facts.numbers()) !== null);
  return isHeld ? null : 'unread';
}

/**
 * Returns the reason why a number that was found may be said of something else there; null if nothing tells so.
 *
 * - `language`: the passage is in another language, and nothing tells that it says the number of what the claim speaks of.
 * - `place`: each place of the number in the passage gives it to another country.
 *
 * @param index of the number in the statement
 */
export function reservedBySubject(
  claim: ReadClaim,
  quantity: Quantity,
  holder: Holder,
  index: number,
): Reservation | null {
  const { text, language } = claim.statement;
  const { facts } = holder;
  if (quantity.kind === 'date') return null;
  const isForeign = facts.language !== language || facts.mayBeInAnother();
  if (!isForeign && !namesCountry(claim)) return null;
  const framed = text.length > LONGEST ? null : claim.framed[Number(isForeign)]?.();
  if (!framed) return isForeign ? 'language' : null;
  const amounts = sameAmounts(facts.numbers(), holder.places[index]).map((written) => {
    const { facts: read, amount } = readIn(holder, written);
    return { amount, passage: read.passage.text.length > LONGEST ? null : read.frames(isForeign) };
  });
  if (isForeign) {
    const isOfSubject = amounts.some(
      ({ amount, passage }) => passage !== null && framesShareSubject(framed, quantity, passage, amount),
    );
    return isOfSubject ? null : 'language';
  }
  const isOfAnother = amounts.every(
    ({ amount, passage }) => passage !== null && framesDifferInPlace(framed, quantity, passage, amount),
  );
  return isOfAnother && amounts.length > 0 ? 'place' : null;
}

/** True if a claim names a country: only then is the passage read for the one that it names. */
const namesCountry = derive(({ statement: { text, language } }: ReadClaim): boolean => {
  for (const { key } of namesIn(text, language)) if (!/^@(?:month|day)/.test(key)) return true;
  return false;
});
