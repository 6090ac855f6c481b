import type { Source } from '../types';

/**
 * How much of a source its local copy holds. `none`: it has no copy, or one that cannot be read. `paywall`, `scripts`: it was asked
 * for, and shows its text to nobody who has not paid, or to no program that reads pages.
 */
export type TextState = 'whole' | 'abstract' | 'excerpt' | 'none' | 'paywall' | 'scripts';

/** Returns how much of a source can be read here, as its `copy` says. Quotes count as no copy. */
export function textStateOf({ passages, copy }: Pick<Source, 'passages' | 'copy'>): TextState {
  const part = copy?.value;
  if (!passages.some(({ from }) => from === 'text')) return part === 'paywall' || part === 'scripts' ? part : 'none';
  return part === 'abstract' || part === 'excerpt' ? part : 'whole';
}
