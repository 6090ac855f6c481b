/**
 * What the sources of a brief say. Sources stay the same objects from version to version as long as they say the same, and
 * are put where they stand only when somebody asks. Who looks for some of them asks by a test of what a source says by
 * itself: then only those are looked at that are others than in the version before.
 */

import { once } from '../../base/once';
import { sameList } from '../../base/same';
import type { Brief, Source, SourceDeclaration, SourceText } from '../../brief';
import { declarationAt } from '../../syntax/frontMatter/keptEntries';
import type { DeclarationAt } from '../../syntax/frontMatter/lists';
import { indexesWhere, type Replaced, replacedIn } from '../indexes';
import { mergeDeclarations } from './declarations';
import { copyFinder } from './localCopies';

/** The sources of one version, in order of first declaration. */
export interface MeantSources {
  /** What they are made of. */
  readonly all: readonly DeclarationAt[];
  readonly texts: readonly SourceText[];
  /** Their spans mean nothing. */
  readonly origins: readonly Source[];
  /** The index of each by its id. */
  readonly indexes: () => ReadonlyMap<string, number>;
  /** Where they stand. */
  readonly placed: () => readonly Source[];
  /** A source where it stands, by its index. */
  placedAt(index: number): Source | undefined;
  readonly found: Map<SourceTest, readonly number[]>;
  /** The last version that was asked about before this one, and where this one differs from it. */
  earlier: { readonly sources: MeantSources; readonly difference: () => Replaced } | null;
}

/** Whether a source is looked for. It may depend on nothing but what the source says, of which spans are no part. */
export type SourceTest = (origin: Source) => boolean;

/** The sources of a brief by their ids. */
export type SourcesById = Pick<ReadonlyMap<string, Source>, 'get' | 'has' | 'keys'>;

const known = new WeakMap<Brief, MeantSources>();

/** Keeps what the sources of a brief say. */
export function keepMeantSources(brief: Brief, sources: MeantSources): void {
  known.set(brief, sources);
}

/**
 * One source for each id, in order of first declaration; the first declaration to name a field wins.
 *
 * @param texts the local copies, as far as they were read
 * @param previous an earlier version of the brief
 */
export function meantSources(
  all: readonly DeclarationAt[],
  texts: readonly SourceText[],
  previous: Brief | undefined,
): MeantSources {
  const before = previous && known.get(previous);
  const isSame = before && sameList(before.texts, texts) && sameBy(before.all, all, ({ origin }) => origin);
  if (isSame && sameBy(before.all, all, ({ at }) => at)) return before;
  const origins = isSame ? before.origins : mergeDeclarations(all.map(originOf), copyFinder(texts), before?.origins);
  const isSameIds = before && sameBy(before.origins, origins, ({ id }) => id);
  const indexes = isSameIds ? before.indexes : once(() => new Map(origins.map(({ id }, index) => [id, index])));
  const groups = once(() => grouped(all));
  const copyOf = once(() => copyFinder(texts));
  const placedAt = (index: number) => {
    const origin = origins[index];
    return origin && sourceAt(origin, groups().get(origin.id) ?? [], copyOf());
  };
  return {
    all,
    texts,
    origins,
    indexes,
    placed: once(() => origins.flatMap((_, index) => placedAt(index) ?? [])),
    placedAt,
    found: new Map(isSame ? before.found : []),
    earlier: before && !isSame ? earlierOf(before, origins) : null,
  };
}

/** @param of what is compared of each part */
function sameBy<T>(a: readonly T[], b: readonly T[], of: (part: T) => unknown): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const part = a[i];
    const other = b[i];
    if (part !== other && (part === undefined || other === undefined || of(part) !== of(other))) return false;
  }
  return true;
}

function originOf({ origin }: DeclarationAt): SourceDeclaration {
  return origin;
}

function grouped(all: readonly DeclarationAt[]): ReadonlyMap<string, readonly DeclarationAt[]> {
  const byId = new Map<string, DeclarationAt[]>();
  for (const declaration of all) {
    const same = byId.get(declaration.origin.id);
    if (same) same.push(declaration);
    else byId.set(declaration.origin.id, [declaration]);
  }
  return byId;
}

const placedLast = new WeakMap<Source, Source>();

/** A source where it stands: the very same object as long as no declaration of it moves. */
function sourceAt(
  origin: Source,
  declared: readonly DeclarationAt[],
  copyOf: ReturnType<typeof copyFinder>,
): Source | undefined {
  const declarations = declared.map(({ origin: declaration, at }) => declarationAt(declaration, at));
  if (sameList(declarations, origin.declarations)) return origin;
  const last = placedLast.get(origin);
  const [source] = mergeDeclarations(declarations, copyOf, last ? [last] : []);
  if (source) placedLast.set(origin, source);
  return source;
}

function earlierOf(before: MeantSources, origins: readonly Source[]): MeantSources['earlier'] {
  const sources = before.found.size > 0 ? before : before.earlier?.sources;
  if (!sources) return null;
  // What it took over itself it has, or never needed: versions do not keep each other in memory.
  sources.earlier = null;
  return { sources, difference: once(() => replacedIn(sources.origins, origins)) };
}

/**
 * For each source of a brief an object that stays the same from version to version, as long as the source says the same.
 * Its spans mean nothing.
 */
export function sourceOrigins(brief: Brief): readonly Source[] {
  return known.get(brief)?.origins ?? brief.sources;
}

/**
 * The sources that a test finds, in order.
 *
 * @param isWanted tells which of them are wanted; it may depend on all of the brief. Only those are put where they stand.
 */
export function* sourcesWhere(
  brief: Brief,
  test: SourceTest,
  isWanted: (origin: Source) => boolean = () => true,
): Iterable<Source> {
  const sources = known.get(brief);
  if (!sources) {
    yield* brief.sources.filter((source) => test(source) && isWanted(source));
    return;
  }
  for (const index of selected(sources, test)) {
    const origin = sources.origins[index];
    if (!origin || !isWanted(origin)) continue;
    const source = sources.placedAt(index);
    if (source) yield source;
  }
}

function selected(sources: MeantSources, test: SourceTest): readonly number[] {
  const { origins, found, earlier } = sources;
  const before = found.get(test);
  if (before) return before;
  const isFound = (index: number) => {
    const origin = origins[index];
    return origin !== undefined && test(origin);
  };
  const foundBefore = earlier?.sources.found.get(test);
  const now = indexesWhere(
    origins.length,
    isFound,
    earlier && foundBefore && { found: foundBefore, replaced: earlier.difference() },
  );
  found.set(test, now);
  return now;
}

/** The sources of a brief by their ids. Only one that is asked for is put where it stands. */
export function sourcesById(brief: Brief): SourcesById {
  const sources = known.get(brief);
  if (!sources) return new Map(brief.sources.map((source) => [source.id, source]));
  return {
    get: (id) => sources.placedAt(sources.indexes().get(id) ?? -1),
    has: (id) => sources.indexes().has(id),
    keys: () => sources.indexes().keys(),
  };
}
