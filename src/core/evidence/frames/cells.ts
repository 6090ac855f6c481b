/** Which of the cells of a table a claim speaks of. */
import { decides } from './telling';
import type { Frame, FramedText, FrameTerm } from './types';

/**
 * Whether a claim surely names a cell, and not another one: it has all words that only the heads of this cell have, and one that both
 * have. Without the latter, a name is enough.
 *
 * @param claimed what the claim says of its amount
 * @param here the other cell
 * @param there the cell
 */
export function isCellNamed(claim: FramedText, claimed: Frame, here: Frame, there: Frame): boolean {
  const words = there.own.filter((term) => decides(term, claim.isForeign));
  const shared = words.filter(({ key }) => here.words.get(key)?.surely === 1);
  const said = words.flatMap((word) => (shared.includes(word) ? [] : [claimed.words.get(word.key)?.term]));
  if (!said.every((term) => term && !isOfCompound(claim, term, there))) return false;
  const isName = said.some((term) => term && /^\p{Lu}/u.test(claim.text.slice(term.start)));
  return isName || shared.length === 0 || shared.some(({ key }) => claimed.words.has(key));
}

/** Whether a word has another one right before it that a cell does not have: "operating profit" is not "profit". */
function isOfCompound({ text, terms, isForeign }: FramedText, { start }: FrameTerm, { words }: Frame): boolean {
  return terms.some(
    (before) =>
      before.end <= start &&
      decides(before, isForeign) &&
      COMPOUNDS.test(text.slice(before.end, start)) &&
      !words.has(before.key),
  );
}

const COMPOUNDS = /^[ -]?$/;
