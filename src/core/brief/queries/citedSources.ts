/** The sources that a brief cites and lists. */

import { derive } from '../../base/derive';
import { NONE } from '../../base/same';
import { contains, firstFrom, type Local, type Unplaced } from '../../base/text';
import { comparableUrl } from '../../base/urls';
import { modelOf } from '../model';
import { type CitedIds, citedIds } from '../sources/citedIds';
import { numberedPassages } from '../sources/numberedPassages';
import type { Brief, Source, SourceDeclaration } from '../types';
import { countsOf, hasSourceWith } from './finders';
import { sourcesById } from './sources';

/** Returns the source of an id, or the passage of a number that cites one; undefined if it isn't declared. */
export function sourceOf(brief: Brief, id: string): Source | undefined {
  return sourcesById(brief).get(id);
}

/**
 * Gives the sources that a brief lists and doesn't cite, in order. Some are left out: a bibliography is shared, an inline
 * source is its own citation, and too little is known of a broken entry.
 */
export function uncitedSources(brief: Brief): readonly Source[] {
  const { origins, placedAt } = modelOf(brief).sources;
  return uncitedIn(origins, citedIds(brief)).flatMap((index) => placedAt(index) ?? NONE);
}

/** True if a link of the text leads to an address. */
export function isLinked(brief: Brief, address: string): boolean {
  return timesLinked(brief).has(comparableUrl(address));
}

const timesLinked = countsOf(({ links }) => links.map(({ link }) => comparableUrl(link.url.value)));

const uncitedIn = derive((origins: readonly Local<Source>[], cited: CitedIds): readonly number[] =>
  mustBeCited(origins).filter((index) => !cited.has(origins[index]?.id ?? '')),
);

/** Indexes of the sources that must be cited. Not from bibliographies, so that a citation doesn't ask thousands of entries. */
const mustBeCited = derive((origins: readonly Local<Source>[]): readonly number[] =>
  origins.flatMap(({ declarations }, index) => (declarations.some(isUnlisted) ? [] : [index])),
);

function isUnlisted({ declaredIn, broken }: Unplaced<SourceDeclaration>): boolean {
  return declaredIn === 'bibliography' || declaredIn === 'inline' || broken === true;
}

/** Counts how often a source is cited, by citations of the text and by figures. */
export function timesCited(brief: Brief, id: string): number {
  return timesCitedById(brief).get(id) ?? 0;
}

/**
 * Counts how often each id is cited, declared or not. A citation of a numbered passage cites its source as well. Counted
 * once for a brief.
 */
export const timesCitedById = derive(({ citations, figures, sources }: Brief): ReadonlyMap<string, number> => {
  const numbered = numberedPassages(sources);
  const times = new Map<string, number>();
  const count = (ids: readonly string[]) => {
    const wholes = numbered && ids.some((id) => numbered.numbers.has(id)) ? [numbered.source] : [];
    for (const id of new Set([...ids, ...wholes])) times.set(id, (times.get(id) ?? 0) + 1);
  };
  for (const { form, items } of citations) {
    // A key number brings the citations of its figure along, which are counted there.
    if (form !== 'key-number') count(items.map(({ id }) => id));
  }
  for (const { cites, declaredIn } of figures) {
    // Sources of a table are citations of the text.
    if (declaredIn !== 'table') count(cites.map(({ value }) => value));
  }
  return times;
});

/** Returns the sources that a brief cites, in its order. */
export function citedSources(brief: Brief): Source[] {
  const times = timesCitedById(brief);
  return brief.sources.filter(({ id }) => times.has(id));
}

/** True if a source is declared in the brief itself, and not in a bibliography, a library or a configuration alone. */
export function isOfBrief({ declarations }: Unplaced<Source>): boolean {
  return declarations.some(({ declaredIn, uri }) => declaredIn !== 'bibliography' && uri === undefined);
}

/**
 * The sources that a brief shows as its own, in its order: all that it declares itself, and the shared ones that it cites
 * (from bibliographies, a library or a configuration).
 */
export const listedSources = derive((brief: Brief): readonly Source[] => {
  const times = timesCitedById(brief);
  return brief.sources.filter((source) => times.has(source.id) || isOfBrief(source));
});

/** True if a source has a quote or a local copy to compare with. */
export function hasPassage({ passages }: Unplaced<Source>): boolean {
  return passages.some(({ from }) => from !== 'title');
}

/** True if a source of a brief has a passage. */
export const hasPassages = derive(hasSourceWith(hasPassage));

/** Counts the sources that a brief lists (see {@link listedSources}), and how many of these have a passage. */
export function sourceTexts(brief: Brief): { readonly sources: number; readonly texts: number } {
  return textsOf(modelOf(brief).sources.origins, citedIds(brief));
}

const textsOf = derive((origins: readonly Local<Source>[], cited: CitedIds) => {
  const { own, shared } = byOwner(origins);
  const listed = [...own, ...[...cited.written()].flatMap((id) => shared.get(id) ?? [])];
  return { sources: listed.length, texts: listed.filter(hasPassage).length };
});

/** The sources that a brief declares itself; and the sources that it shares with others, by their ids. */
const byOwner = derive((origins: readonly Local<Source>[]) => ({
  own: origins.filter(isOfBrief),
  shared: new Map(origins.flatMap((source) => (isOfBrief(source) ? [] : [[source.id, source] as const]))),
}));

/**
 * Returns all that a brief lists: its sources, then its works. A work within an entry is part of that entry, and left out.
 */
export function sourcesAndWorks(brief: Brief): readonly Source[] {
  const ids = new Set(brief.sources.map(({ id }) => id));
  const entries = brief.sources
    .flatMap(({ declarations }) =>
      declarations.filter(({ declaredIn, uri }) => declaredIn === 'section' && uri === undefined),
    )
    .toSorted((a, b) => a.span.start - b.span.start);
  const isInEntry = ({ span }: SourceDeclaration) => {
    const last = entries[firstFrom(entries, span.start + 1) - 1];
    return last !== undefined && contains(last.span, span);
  };
  const works = worksOf(brief).filter(({ declarations }) => declarations.some((work) => !isInEntry(work)));
  return [
    ...brief.sources,
    // Entries of a list whose numbers nothing cites are works, and may have numbers of sources.
    ...works.map((work) =>
      ids.has(work.id) ? { ...work, id: `${work.id} ${work.declarations[0]?.span.start}` } : work,
    ),
  ];
}

/**
 * Returns the works that lists of sources name without a number, as sources. Works with one address are one, and a work
 * with the address of a source is left out. The id of a work is its address, or else its title.
 */
export function worksOf(brief: Brief): readonly Source[] {
  const works = new Map<string, Source>();
  const known = new Set(brief.sources.flatMap(({ url }) => (url ? [comparableUrl(url.value)] : [])));
  for (const work of brief.works) {
    const key = work.url ? comparableUrl(work.url.value) : work.id.toLowerCase();
    if (known.has(key)) continue;
    const before = works.get(key);
    const declarations = [...(before?.declarations ?? []), work];
    works.set(key, { ...work, ...before, declarations, passages: [] });
  }
  return [...works.values()];
}
