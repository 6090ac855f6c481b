/** Which sources a brief cites and lists. */

import { derive } from '../../base/derive';
import { contains, firstFrom } from '../../base/text';
import { comparableUrl } from '../../base/urls';
import { modelOf } from '../model';
import { type CitedIds, citedIds } from '../sources/citedIds';
import { numberedPassages } from '../sources/numberedPassages';
import type { Brief, Source, SourceDeclaration } from '../types';
import { sourcesById } from './sources';

/** The source of an id, or the passage of a number that cites one; undefined where none is declared. */
export function sourceOf(brief: Brief, id: string): Source | undefined {
  return sourcesById(brief).get(id);
}

/**
 * The sources that a brief lists and does not cite, in order. A bibliography is shared, an inline source is its own citation, and
 * of a broken entry too little is known.
 */
export function* uncitedSources(brief: Brief): Iterable<Source> {
  const { origins, placedAt } = modelOf(brief).sources;
  for (const index of uncitedIn(origins, citedIds(brief))) {
    const source = placedAt(index);
    if (source) yield source;
  }
}

const uncitedIn = derive((origins: readonly Source[], cited: CitedIds): readonly number[] =>
  mustBeCited(origins).filter((index) => !cited.has(origins[index]?.id ?? '')),
);

/** Of a bibliography, none: so a citation that comes or goes does not ask thousands of entries. */
const mustBeCited = derive((origins: readonly Source[]): readonly number[] =>
  origins.flatMap(({ declarations }, index) => (declarations.some(isUnlisted) ? [] : [index])),
);

function isUnlisted({ declaredIn, broken }: SourceDeclaration): boolean {
  return declaredIn === 'bibliography' || declaredIn === 'inline' || broken === true;
}

/** How often a source is cited: by citations of the text, and by figures. */
export function timesCited(brief: Brief, id: string): number {
  return timesCitedById(brief).get(id) ?? 0;
}

/**
 * How often each source is cited, by its id, declared or not. A citation of a numbered passage cites its source as well. Counted once
 * for a brief.
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
    // Those of a table are citations of the text.
    if (declaredIn !== 'table') count(cites.map(({ value }) => value));
  }
  return times;
});

/** The sources that a brief cites, in its order. */
export function citedSources(brief: Brief): Source[] {
  const times = timesCitedById(brief);
  return brief.sources.filter(({ id }) => times.has(id));
}

/** Whether a source is declared in the brief itself, and not in a bibliography, a library or a configuration alone. */
export function isOfBrief({ declarations }: Source): boolean {
  return declarations.some(({ declaredIn, uri }) => declaredIn !== 'bibliography' && uri === undefined);
}

/**
 * The sources that a brief shows as its own, in its order: those that it declares itself, and of what it shares with others
 * (bibliographies, a library, a configuration) those that it cites.
 */
export const listedSources = derive((brief: Brief): readonly Source[] => {
  const times = timesCitedById(brief);
  return brief.sources.filter((source) => times.has(source.id) || isOfBrief(source));
});

/** Whether a source has a quote or a local copy: something to compare with. */
export function hasPassage({ passages }: Source): boolean {
  return passages.some(({ from }) => from !== 'title');
}

/** How many sources a brief lists, as {@link listedSources}, and how many of these have a passage. */
export function sourceTexts(brief: Brief): { readonly sources: number; readonly texts: number } {
  return textsOf(modelOf(brief).sources.origins, citedIds(brief));
}

const textsOf = derive((origins: readonly Source[], cited: CitedIds) => {
  const { own, shared } = byOwner(origins);
  const listed = [...own, ...[...cited.written()].flatMap((id) => shared.get(id) ?? [])];
  return { sources: listed.length, texts: listed.filter(hasPassage).length };
});

/** The sources that a brief declares itself, and by their ids those that it shares with others. */
const byOwner = derive((origins: readonly Source[]) => ({
  own: origins.filter(isOfBrief),
  shared: new Map(origins.flatMap((source) => (isOfBrief(source) ? [] : [[source.id, source] as const]))),
}));

/**
 * All that a brief lists: its sources, then its works. A work below an entry is part of what that entry says.
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
    // Entries of a list whose numbers nothing cites are works, with numbers that sources have.
    ...works.map((work) =>
      ids.has(work.id) ? { ...work, id: `${work.id} ${work.declarations[0]?.span.start}` } : work,
    ),
  ];
}

/**
 * The works that lists of sources name without a number, as sources: those of one address are one, and one that a source
 * of the brief has is left to that. Their id is their address, or their title.
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
