/** The things of a list whose amounts stand in another list: "A and B rose by 3 and 4%, respectively". */

import type { TextSpan } from '../../base/text';
import { JOINS } from '../../languages/han';
import type { Pattern } from '../../languages/wordLists';
import type { Quantity } from '../numbers';
import { matches } from '../numbers/matches';
import { isComparable } from './comparable';
import type { Piece } from './pieces';
import type { Lexicon } from './words';

/** Returns the words for each amount in such a list; null if they can't be told. */
export function thingsOfLists(
  text: string,
  pieces: readonly Piece[],
  quantities: readonly Quantity[],
  { isCjk, respectively, leads }: Lexicon,
): ReadonlyMap<Quantity, TextSpan | null> {
  const things = new Map<Quantity, TextSpan | null>();
  for (const { index } of matches(text, respectively)) {
    const at = pieces.findIndex(({ end }) => end > index);
    const piece = pieces[at];
    if (!piece) continue;
    const inSentence = pieces.filter(({ sentence }) => sentence === piece.sentence);
    const [from, to] = [inSentence[0]?.start ?? 0, inSentence.at(-1)?.end ?? 0];
    const amounts = quantities.filter(({ kind, span }) => kind !== 'date' && span.start >= from && span.end <= to);
    // In Chinese and Japanese the word stands before the amounts.
    const listed = isCjk ? amounts.filter(({ span }) => span.start > index) : alike(amounts);
    const before = isCjk ? beforeWord(text, pieces, at, index) : beforeAmount(pieces, listed[0]);
    const named = withoutHead(text, before.slice(-listed.length), leads);
    const areTold = listed.length > 1 && named.length === listed.length;
    for (const [i, amount] of listed.entries()) things.set(amount, areTold ? (named[i] ?? null) : null);
  }
  return things;
}

/** Returns the amounts that are comparable with the last one. */
function alike(amounts: readonly Quantity[]): readonly Quantity[] {
  const last = amounts.at(-1);
  return last ? amounts.filter((amount) => isComparable(last, amount)) : [];
}

/**
 * Cuts off the words before the first thing of a list, as they describe all: "Ferries to Gozo and Comino" are ferries to both.
 */
function withoutHead(text: string, [first, ...others]: readonly TextSpan[], leads: Pattern): readonly TextSpan[] {
  if (!first) return [];
  const last = [...matches(text.slice(first.start, first.end), leads)].at(-1);
  const start = last ? first.start + last.index + last[0].length : first.start;
  return [{ start, end: first.end }, ...others];
}

function beforeAmount(pieces: readonly Piece[], first: Quantity | undefined): readonly TextSpan[] {
  if (!first) return [];
  const own = pieces.findIndex(({ end }) => end > first.span.start);
  return [...pieces.slice(0, own), { start: pieces[own]?.start ?? 0, end: first.span.start }];
}

/**
 * Returns the pieces that name the things. In "A和B分别为" the piece of the word has the last one; in "A为1，B为2，两者分别" it doesn't.
 */
function beforeWord(text: string, pieces: readonly Piece[], at: number, index: number): readonly TextSpan[] {
  const { start = 0 } = pieces[at] ?? {};
  const before = pieces.slice(0, at);
  return ENDS_JOINING.test(text.slice(0, start)) ? [...before, { start, end: index }] : before;
}

const ENDS_JOINING = new RegExp(`(?:${JOINS}|、)$`);
