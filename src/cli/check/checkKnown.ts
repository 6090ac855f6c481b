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
 * Checks targets. Leaves out unchanged ones where that is asked for, and takes known results from a cache. Key numbers of all
 * targets are compared, and numbers of their insights, too. The latter are known only after all checks, so the targets
 * concerned are then checked again.
 *
 * @returns the results of the targets, in their order, as they get ready
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
    // A result that other briefs may still contradict has to wait, and so do all behind it.
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

/** Yields the results of targets, in their order: known ones, or new ones from a check. */
async function* checkUnknown(
  targets: readonly Target[],
  known: readonly (Checked | null)[],
  request: CheckRequest,
  { cache, ...context }: Pick<Context, 'cache'> & CheckContext,
): AsyncGenerator<readonly Checked[]> {
  // The code of checks is loaded only where there is something to check.
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

/** Returns the results of the last targets. Those with insights that other briefs may contradict are checked again. */
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
