import type { Brief } from '../brief';

/**
 * Makes a function of a brief compute its value once for each brief, however many fixes ask for it. The value goes
 * with the brief.
 */
export function oncePerBrief<T>(compute: (brief: Brief) => T): (brief: Brief) => T {
  const known = new WeakMap<Brief, { readonly value: T }>();
  return (brief) => {
    const before = known.get(brief);
    if (before) return before.value;
    const value = compute(brief);
    known.set(brief, { value });
    return value;
  };
}
