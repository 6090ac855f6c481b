import { derive } from '../../base/derive';
import type { Brief } from '../../brief/types';
import { declareAll } from './declareAll';

/**
 * Declares each cited source that nothing declares, by an entry without a title in the place where the brief keeps
 * its sources. Everything else stays as it is, byte for byte. Where that
 * place is broken, so that an entry in it declares nothing, none is added.
 */
export function addStubs(brief: Brief): Brief {
  const ids = undeclaredIds(brief);
  const numbers = ids.filter((id) => /^\d+$/.test(id)).sort((a, b) => Number(a) - Number(b));
  const keys = ids.filter((id) => !/^\d+$/.test(id));
  const added = [numbers, keys].reduce(
    (before, some) =>
      declareAll(
        before,
        some.map((id) => ({ id })),
      ),
    brief,
  );
  return added.text === brief.text || isAnyOf(undeclaredIds(added), ids) ? brief : added;
}

/** The cited ids that no source has, each once. A name that may be no citation at all (`@name`) is none of them. */
export const undeclaredIds = derive((brief: Brief): string[] => {
  const declared = new Set(brief.sources.map(({ id }) => id));
  const ids = new Set<string>();
  for (const { items } of brief.citations) {
    for (const { id } of items) if (!declared.has(id) && !id.startsWith('^')) ids.add(id);
  }
  return [...ids];
});

function isAnyOf(some: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all);
  return some.some((id) => known.has(id));
}
