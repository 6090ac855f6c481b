/** Tells why a number that no rule doubts earns its citation no ✓ all the same. */
import { framesShareSubject } from '../frames/subject';
import { matchNumber } from '../matching';
import type { Quantity } from '../numbers';
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
 * Returns `language` for a number that was found in a passage in another language, if nothing tells that the passage says it of
 * what the claim speaks of.
 *
 * @param index of the number in the statement
 */
export function reservedByLanguage(
  claim: ReadClaim,
  quantity: Quantity,
  holder: Holder,
  index: number,
): Reservation | null {
  const { text, language } = claim.statement;
  const { facts } = holder;
  if (quantity.kind === 'date') return null;
  if (facts.language === language && !facts.mayBeInAnother()) return null;
  const framed = text.length > LONGEST ? null : claim.framed[1]?.();
  if (!framed) return 'language';
  const isOfSubject = sameAmounts(facts.numbers(), holder.places.get(index)).some((written) => {
    const { facts: read, amount } = readIn(holder, written);
    const passage = read.passage.text.length > LONGEST ? null : read.frames(true);
    return passage !== null && framesShareSubject(framed, quantity, passage, amount);
  });
  return isOfSubject ? null : 'language';
}
