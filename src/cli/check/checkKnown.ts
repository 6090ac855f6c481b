import { type CheckCache, figuresHold } from './cache/checkCache';
import { digestsElsewhere } from './cache/records';
import type { Changes } from './changes/changes';
import type { CheckContext } from './checkAll';
import type { Checked, CheckRequest } from './checkTarget';
import { claimsIn, type Figures, figuresBeside, gatherFigures, isClaim, uriOf, withClaims } from './figures';
import type { Outcome } from './outcome';
import type { Target } from './targets';

type Context = Omit<CheckContext, 'figures'> & { readonly cache: CheckCache | null; readonly changes: Changes | null };

/**
 * Checks targets, but for those that have not changed, where that is asked for, and those of which a cache knows what comes
 * of them. The key numbers of all of them are compared; and the numbers of their insights, which are known once all are checked: those
 * that are concerned are checked once more.
 *
 * @returns what came of the targets, in their order, as it gets ready
 * @throws CommandError if a configuration has an error
 */
export async function* checkKnown(
  targets: readonly Target[],
  request: CheckRequest,
  context: Context,
): AsyncGenerator<readonly Outcome[]> {
  const { cache, changes, configs } = context;
  const found = (await cache?.find(targets)) ?? [];
  const figures = await gatherFigures(targets, configs, (i) => found[i]?.dependencies.facts ?? null);
  const isChosen = await changes?.among(targets, (i) => found[i]?.dependencies.files ?? null);
  const chosen = [...targets.keys()].flatMap((i) => (isChosen?.[i] === false ? [] : i));
  const known = chosen.map((i): Checked | null => {
    const entry = found[i];
    return entry && figuresHold(entry, figures) ? { ...entry, claims: entry.dependencies.facts.filter(isClaim) } : null;
  });
  if (!known.includes(null)) {
    yield known.flatMap((one) => one?.outcome ?? []);
    return;
  }
  const wanted = chosen.flatMap((i) => targets[i] ?? []);
  const all: Checked[] = [];
  let given = 0;
  for await (const checked of checkUnknown(wanted, known, request, { ...context, figures })) {
    all.push(...checked);
    // The first that others may still contradict has to wait, and what is behind it.
    const rest = all.slice(given);
    const held = targets.length < 2 ? -1 : rest.findIndex(({ claims }) => claims.length > 0);
    const ready = held < 0 ? rest : rest.slice(0, held);
    given += ready.length;
    if (ready.length > 0) yield ready.map(({ outcome }) => outcome);
  }
  const claims = all.flatMap((one, at) => (found[chosen[at] ?? -1] ? [] : one.claims));
  const others = targets.flatMap(({ path, from, error }, i) =>
    isChosen?.[i] === false && !found[i] && from === 'file' && error === undefined ? path : [],
  );
  const compared = all.flatMap((one) => one.claims);
  const now = withClaims(figures, [...claims, ...(await claimsIn(others, compared, configs))]);
  yield (await checkConcerned(wanted, all, given, request, { ...context, figures: now })).map(({ outcome }) => outcome);
}

/** What came of targets, in their order: as it is known, or from a check. */
async function* checkUnknown(
  targets: readonly Target[],
  known: readonly (Checked | null)[],
  request: CheckRequest,
  { cache, ...context }: Pick<Context, 'cache'> & CheckContext,
): AsyncGenerator<readonly Checked[]> {
  // What checks is loaded where there is something to check.
  const { checkAll } = await import('./checkAll');
  const unknown = targets.filter((_, i) => !known[i]);
  const checks = checkAll(unknown, request, context);
  let checked: readonly Checked[] = [];
  let taken = 0;
  let ready: Checked[] = [];
  try {
    for (const before of known) {
      if (!before && taken === checked.length) {
        if (ready.length > 0) yield ready;
        ready = [];
        checked = (await checks.next()).value ?? [];
        taken = 0;
      }
      const now = before ?? checked[taken++];
      if (!now) continue;
      ready.push(now);
      if (!before) keep(cache, now);
    }
    yield ready;
  } finally {
    await checks.return(undefined);
  }
}

function keep(cache: CheckCache | null, { dependencies, outcome }: Checked): void {
  if (dependencies) cache?.keep({ dependencies, outcome });
}

/** What came of the last targets, those checked once more of whose insights others say something. */
async function checkConcerned(
  targets: readonly Target[],
  checked: readonly Checked[],
  first: number,
  request: CheckRequest,
  { cache, ...context }: Pick<Context, 'cache'> & CheckContext,
): Promise<readonly Checked[]> {
  const last = checked.slice(first);
  const concerned = last.filter((one) => isConcerned(one, context.figures));
  if (concerned.length === 0) return last;
  const again = new Set(concerned.map(({ outcome }) => outcome.path));
  const fixedIn = new Map(concerned.map(({ outcome: { path, fixed } }) => [path, fixed]));
  const wanted = targets.flatMap((target) => {
    const fixed = fixedIn.get(target.path);
    return again.has(target.path) ? { ...target, ...(fixed === undefined ? {} : { fixed }) } : [];
  });
  const { checkAll } = await import('./checkAll');
  const now = new Map<string, Checked>();
  for await (const batch of checkAll(wanted, request, context))
    for (const one of batch) {
      keep(cache, one);
      now.set(one.outcome.path, one);
    }
  return last.map((one) => now.get(one.outcome.path) ?? one);
}

function isConcerned({ dependencies, outcome, claims }: Checked, figures: Figures): boolean {
  if (claims.length === 0) return false;
  if (dependencies) return !figuresHold({ dependencies, outcome }, figures);
  return digestsElsewhere(claims, figuresBeside(uriOf(outcome.path), figures)).length > 0;
}
