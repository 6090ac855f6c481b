import type { Source } from '../types';

/** How much of a source its local copy holds. `none`: it has no copy, or one that cannot be read. */
export type TextState = 'whole' | 'abstract' | 'excerpt' | 'none';

/** Returns how much of a source can be read here, as its `copy` says. Quotes count as no copy. */
export function textStateOf({ passages, copy }: Pick<Source, 'passages' | 'copy'>): TextState {
  if (!passages.some(({ from }) => from === 'text')) return 'none';
  return copy?.value === 'abstract' || copy?.value === 'excerpt' ? copy.value : 'whole';
}
