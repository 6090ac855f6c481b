import type { Draft } from './drafts';

/**
 * Whether a quantity is worth looking up in a source. One, a first, and a few things counted in words are said in so
 * many ways that a passage need not hold them; a month without a year is often that of the passage itself.
 */
export function isCheckable(draft: Draft): boolean {
  if (draft.kind === 'date') return !/^XXXX-(?:XX|\d\d$|[QH])/.test(draft.value);
  const { numeral, high } = draft;
  const size = Math.abs(high);
  if (numeral.bound === 'moreThan' && numeral.approximate && size <= 20) return false;
  if (draft.kind === 'ordinal') return size > 10;
  if (draft.kind !== 'number') return !(numeral.form !== 'digits' && size === 1);
  if (numeral.fraction) return true;
  if (numeral.form === 'digits') return size > 1 || !Number.isInteger(size);
  return size > 3;
}
