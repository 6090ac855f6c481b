/** The sources of one version, and their places in the document. */

import { derive, steady } from '../../base/derive';
import { once } from '../../base/once';
import { inRuns, type Runs } from '../../base/runs';
import { sameList } from '../../base/same';
import type { Local, Unplaced } from '../../base/text';
import { type DeclarationAt, declarationAt } from '../../document/frontMatter/cachedEntries';
import { asLocal, atStart } from '../../document/moved';
import type { Source, SourceDeclaration, SourceText } from '../types';
import { mergeDeclarations } from './declarations';
import { copyFinder } from './localCopies';

/** The sources of one version, in order of first declaration. */
export interface LinkedSources {
  /** The sources: the same list as long as all of them say the same. */
  readonly origins: readonly Local<Source>[];
  /** Returns the index of each source by its id. */
  readonly indexes: () => ReadonlyMap<string, number>;
  /** Returns the sources with their places in the document. */
  readonly placed: () => readonly Source[];
  /** Returns a source with its places in the document, by its index. */
  placedAt(index: number): Source | undefined;
}

/**
 * Makes one source for each id, in order of first declaration. The first declaration to name a field wins.
 *
 * `lineage` is the lineage of the document, and `texts` are the local copies, as far as they were read: the same list as
 * long as they are the same.
 */
export const linkSources = derive(
  (all: readonly DeclarationAt[], lineage: object, texts: readonly SourceText[]): LinkedSources => {
    const origins = all.map(({ origin }) => origin);
    const starts = all.map(({ at }) => at);
    return sourcesAt(lineage, sameDeclared(lineage, origins), sameStarts(lineage, starts), texts);
  },
);

/** Wraps sources whose spans are offsets of the document already. */
export function sourcesAsGiven(sources: readonly Source[]): LinkedSources {
  return {
    origins: asLocal(sources),
    indexes: () => indexesOf(sources.map(({ id }) => id)),
    placed: () => sources,
    placedAt: (index) => sources[index],
  };
}

const sameDeclared = steady<readonly Local<SourceDeclaration>[]>(sameList);
const sameStarts = steady<readonly number[]>(sameList);
const sameIds = steady<readonly string[]>(sameList);

const sourcesAt = derive(
  (
    lineage: object,
    declared: readonly Local<SourceDeclaration>[],
    starts: readonly number[],
    texts: readonly SourceText[],
  ): LinkedSources => {
    const origins = originsOf(lineage, declared, texts);
    const groups = once(() => grouped(declared, starts));
    const placedAt = (index: number) => {
      const origin = origins[index];
      return origin && sourceAt(origin, groups().get(origin.id) ?? [], copyFinder(texts));
    };
    return {
      origins,
      indexes: () => indexesOf(idsOf(origins, lineage)),
      placed: once(() => origins.flatMap((_, index) => placedAt(index) ?? [])),
      placedAt,
    };
  },
);

const originsOf = derive(
  (_lineage: object, declared: readonly Local<SourceDeclaration>[], texts: readonly SourceText[]) =>
    mergeDeclarations(declared, copyFinder(texts)),
  (last, now) => (sameList(last, now) ? last : now),
);

const idsOf = derive((origins: readonly Local<Source>[], lineage: object) =>
  sameIds(
    lineage,
    origins.map(({ id }) => id),
  ),
);

const indexesOf = derive(
  (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, index) => [id, index])),
);

/** A list of sources in runs. */
export const runsOfSources = derive((origins: readonly Local<Source>[]): Runs<Local<Source>> => inRuns(origins));

function grouped(
  declared: readonly Local<SourceDeclaration>[],
  starts: readonly number[],
): ReadonlyMap<string, readonly DeclarationAt[]> {
  const byId = new Map<string, DeclarationAt[]>();
  for (const [index, origin] of declared.entries()) {
    const declaration = { origin, at: starts[index] ?? 0 };
    const same = byId.get(origin.id);
    if (same) same.push(declaration);
    else byId.set(origin.id, [declaration]);
  }
  return byId;
}

/** Returns a source with its places in the document: the same object as long as no declaration of it moves. */
function sourceAt(
  origin: Local<Source>,
  declared: readonly DeclarationAt[],
  copyOf: ReturnType<typeof copyFinder>,
): Source | undefined {
  const declarations = declared.map(({ origin: declaration, at }) => declarationAt(declaration, at));
  return sameList<Unplaced<SourceDeclaration>>(declarations, origin.declarations)
    ? atStart<Source>(origin)
    : mergeDeclarations(declarations, copyOf)[0];
}
