import type { Entry } from './cache/cacheFile';
import { type CheckCache, figuresHold } from './cache/checkCache';
import { type CheckContext, checkAll } from './checkAll';
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
  const known = (await cache?.find(targets)) ?? new Map<string, Entry>();
  const figures = await gatherFigures(targets, context.configs, (path) => known.get(path)?.basis.facts ?? null);
  for (const [path, { basis }] of known) if (!figuresHold(path, basis, figures)) known.delete(path);

  const unknown = targets.filter(({ path }) => !known.has(path));
  const checks = checkAll(unknown, request, { ...context, figures });
  let checked: readonly Checked[] = [];
  let taken = 0;
  let ready: Outcome[] = [];
  try {
    for (const target of targets) {
      const before = known.get(target.path);
      if (!before && taken === checked.length) {
        if (ready.length > 0) yield ready;
        ready = [];
        checked = (await checks.next()).value ?? [];
        taken = 0;
      }
      const now = before ? undefined : checked[taken++];
      if (now?.basis) cache?.keep({ basis: now.basis, outcome: now.outcome });
      const outcome = before?.outcome ?? now?.outcome;
      if (outcome) ready.push(outcome);
    }
    yield ready;
  } finally {
    await checks.return(undefined);
  }
}
