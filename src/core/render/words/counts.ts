/** What the words for counts in all languages have in common. */
import type { Verdict } from '../../evidence/verdicts';

/** All that was looked up. */
export const total = ({ found, notFound, elsewhere, uncheckable }: Readonly<Record<Verdict, number>>): number =>
  found + notFound + elsewhere + uncheckable;

/** A part of the meter, where it counts anything. */
export const some = (number: number, write: (number: number) => string): string[] =>
  number === 0 ? [] : [write(number)];
