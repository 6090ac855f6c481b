import { type CheckCache, figuresHold } from './cache/checkCache';
import type { Changes } from './changes/changes';
import type { CheckContext } from './checkAll';
import type { Checked, CheckRequest } from './checkTarget';
import { gatherFigures } from './figures';
import type { Outcome } from './outcome';
import type { Target } from './targets';

/**
 * Checks targets, but for those that have not changed, where that is asked for, and those of which a cache knows what comes
 * of them. The key numbers of all of them are compared.
 *
 * @returns what came of the targets, in their order, as it gets ready
 * @throws CommandError if a configuration has an error
 */
export async function* checkKnown(
  targets: readonly Target[],
  request: CheckRequest,
  {
    cache,
    changes,
    ...context
  }: Omit<CheckContext, 'figures'> & { readonly cache: CheckCache | null; readonly changes: Changes | null },
): AsyncGenerator<readonly Outcome[]> {
  const found = (await cache?.find(targets)) ?? [];
  const figures = await gatherFigures(targets, context.configs, (i) => found[i]?.dependencies.facts ?? null);
  const isChosen = await changes?.among(targets, (i) => found[i]?.dependencies.files ?? null);
  const chosen = targets.filter((_, i) => isChosen?.[i] ?? true);
  const known = found
    .filter((_, i) => isChosen?.[i] ?? true)
    .map((entry) => (entry && figuresHold(entry, figures) ? entry.outcome : null));
  const unknown = chosen.filter((_, i) => !known[i]);
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
    for (const i of chosen.keys()) {
      const before = known[i];
      if (!before && taken === checked.length) {
        if (ready.length > 0) yield ready;
        ready = [];
        checked = (await checks.next()).value ?? [];
        taken = 0;
      }
      const now = before ? undefined : checked[taken++];
      if (now?.dependencies) cache?.keep({ dependencies: now.dependencies, outcome: now.outcome });
      const outcome = before ?? now?.outcome;
      if (outcome) ready.push(outcome);
    }
    yield ready;
  } finally {
    await checks.return(undefined);
  }
}
