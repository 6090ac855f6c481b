/** Tells whether a passage says an amount of what a claim speaks of. */
import type { Amount } from '../numbers';
import { frameOf } from './frame';
import type { Belongs, FramedText } from './types';

/**
 * True if a passage speaks of all places of the claim where it has the amount, and gives the amount to one of the claim's names.
 * In a claim without names, a shared concept does, such as "unemployment".
 *
 * @param claim read in words that other languages share, as the passage is
 * @param here the claim's amount as the passage has it
 */
export function framesShareSubject(claim: FramedText, amount: Amount, passage: FramedText, here: Amount): boolean {
  const said = [...frameOf(claim, amount).words.values()].filter(({ term }) => term.kind === 'bridge');
  const found = frameOf(passage, here).words;
  const concepts = said.filter(({ term }) => !term.isName);
  // A capital at the start of a sentence makes no name: "Unemployment was 5.2%".
  const names = said.filter(({ term }) => term.isName && !concepts.some((one) => one.term.start === term.start));
  const belongs = ({ term }: Belongs) => found.get(term.key);
  const areThere = names.every((name) => !name.term.key.startsWith('@') || (belongs(name)?.perhaps ?? 0) > 0);
  return areThere && (names.length > 0 ? names : concepts).some((one) => (belongs(one)?.surely ?? 0) >= SURELY);
}

/**
 * True if a passage gives an amount to a country that the claim doesn't name, and to none of the countries to which the claim
 * gives it. Both are in one language.
 *
 * @param here the claim's amount as the passage has it
 */
export function framesDifferInPlace(claim: FramedText, amount: Amount, passage: FramedText, here: Amount): boolean {
  const said = [...frameOf(claim, amount).words.values()].filter(isPlace);
  const found = frameOf(passage, here).words;
  if (said.length === 0 || said.some(({ term }) => found.has(term.key))) return false;
  const named = new Set(claim.terms.map(({ key }) => key));
  return [...found.values()].some((one) => isPlace(one) && one.surely >= SURELY && !named.has(one.term.key));
}

function isPlace({ term }: Belongs): boolean {
  return term.kind === 'bridge' && term.key.startsWith('@');
}

/** Least degree to which a word must belong to an amount. */
const SURELY = 0.75;
