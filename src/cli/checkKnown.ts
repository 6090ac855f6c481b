import { type CheckCache, figuresHold } from './cache/checkCache';
import type { CheckContext } from './checkAll';
import type { Checked, CheckRequest } from './checkTarget';
import { gatherFigures } from './figures';
import type { Outcome } from './outcome';
import type { Target } from './targets';

/**
 * Checks targets, but for those of which a cache knows what comes of them.
 *
 * @returns what came of the targets, in their order, as it gets ready
 * @throws CommandError if a configuration has an error
 */
export async function* checkKnown(
  targets: readonly Target[],
  request: CheckRequest,
  { cache, ...context }: Omit<CheckContext, 'figures'> & { readonly cache: CheckCache | null },
): AsyncGenerator<readonly Outcome[]> {
  const found = (await cache?.find(targets)) ?? [];
  const figures = await gatherFigures(targets, context.configs, (i) => found[i]?.basis.facts ?? null);
  const known = found.map((entry) => (entry && figuresHold(entry, figures) ? entry.outcome : null));
  const unknown = targets.filter((_, i) => !known[i]);
  if (unknown.length === 0) {
    yield known.filter((outcome) => outcome !== null);
    return;
  }
  // What checks is loaded where there is something to check.
  const { checkAll } = await import('./checkAll');
  const checks = checkAll(unknown, request, { ...context, figures });
  let checked: readonly Checked[] = [];
  let taken = 0;
  let ready: Outcome[] = [];
  try {
    for (const i of targets.keys()) {
      const before = known[i];
      if (!before && taken === checked.length) {
        if (ready.length > 0) yield ready;
        ready = [];
        checked = (await checks.next()).value ?? [];
        taken = 0;
      }
      const now = before ? undefined : checked[taken++];
      if (now?.basis) cache?.keep({ basis: now.basis, outcome: now.outcome });
      const outcome = before ?? now?.outcome;
      if (outcome) ready.push(outcome);
    }
    yield ready;
  } finally {
    await checks.return(undefined);
  }
}
