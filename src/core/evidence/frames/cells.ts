/** Tells which cell of a table a claim speaks of. */
import { decides } from './telling';
import type { Frame, FramedText, FrameTerm } from './types';

/**
 * True if a claim surely names one cell and not another. It must have all words that only the heads of this cell have. If both
 * cells share words, it must also have one of these, or a name.
 *
 * @param claimed frame of the claim's amount
 * @param here frame of the other cell
 * @param there frame of the cell
 */
export function isCellNamed(claim: FramedText, claimed: Frame, here: Frame, there: Frame): boolean {
  const words = there.own.filter((term) => decides(term, claim.isForeign));
  const shared = words.filter(({ key }) => here.words.get(key)?.surely === 1);
  const said = words.flatMap((word) => (shared.includes(word) ? [] : [claimed.words.get(word.key)?.term]));
  if (!said.every((term) => term && !isOfCompound(claim, term, there))) return false;
  const isName = said.some((term) => term && /^\p{Lu}/u.test(claim.text.slice(term.start)));
  return isName || shared.length === 0 || shared.some(({ key }) => claimed.words.has(key));
}

/** True if a word that the cell doesn't have stands right before a word: "operating profit" isn't "profit". */
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
