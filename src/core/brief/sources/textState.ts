import type { Unplaced } from '../../base/text';
import type { Source } from '../types';

/**
 * The part of a source that its local copy holds. `none`: it has no copy, or one that can't be read. `paywall`, `scripts`:
 * it was asked for, but shows its text only to those who paid, or not to programs that read pages.
 */
export type TextState = 'whole' | 'abstract' | 'excerpt' | 'none' | 'paywall' | 'scripts';

/** Returns how much of a source can be read here, as its `copy` says. Quotes count as no copy. */
export function textStateOf({ passages, copy }: Pick<Unplaced<Source>, 'passages' | 'copy'>): TextState {
  const part = copy?.value;
  if (!passages.some(({ from }) => from === 'text')) return part === 'paywall' || part === 'scripts' ? part : 'none';
  return part === 'abstract' || part === 'excerpt' ? part : 'whole';
}
