/** Tells which citations lead to a source, and which insights have at least one that does. */

import { derive } from '../../base/derive';
import { once } from '../../base/once';
import { NONE } from '../../base/same';
import { SOURCE_TEXTS } from '../../base/sourceFields';
import type { Unplaced } from '../../base/text';
import { isIdentifier } from '../../document/citations/keys';
import { isCited } from '../needs/habit';
import { citedIds } from '../sources/citedIds';
import { mayBeUnread } from '../sources/unreadBibliographies';
import type { Brief, Field, Origin, Source } from '../types';
import { originsOf } from './blocks';
import { insightsWith } from './finders';
import { sourceOrigins, sourcesById } from './sources';

/**
 * Returns a function that tells whether something declares an id: a source, or a list whose works share the number. An
 * identifier such as a DOI needs no declaration. A source that an unread file may declare is not in doubt.
 */
export function isDeclaredIn(brief: Brief): (id: string) => boolean {
  // Text past the size limit may declare any id.
  if (brief.limits.some(({ why }) => why === 'size')) return () => true;
  const sources = sourcesById(brief);
  const shared = once(() => new Set(brief.works.flatMap(({ numbers }) => numbers ?? [])));
  return (id) => sources.has(id) || isIdentifier(id) || mayBeUnread(id, brief) || shared().has(id);
}

/**
 * True if nothing but the id of a source is known, as in the entry `- [5]`. An entry that can't be read isn't empty: its
 * error is reported.
 */
function isEmptySource({
  authors,
  textPath,
  cite,
  notes,
  passages,
  declarations,
  ...texts
}: Unplaced<Source>): boolean {
  const written: readonly (Unplaced<Field> | undefined)[] = [
    ...authors,
    textPath,
    cite,
    notes,
    ...SOURCE_TEXTS.map((name) => texts[name]),
  ];
  return (
    passages.length === 0 &&
    !written.some((field) => field && field.value.trim() !== '') &&
    !declarations.some(({ broken, besides }) => broken || besides?.some(({ value }) => /[\p{L}\p{N}]/u.test(value)))
  );
}

/**
 * Returns a function that tells whether an insight is cited: a link or words name its source, or at least one of its
 * citations leads to a source that is declared and not empty.
 */
export const leadsToSource = derive((brief: Brief): ((insight: Pick<Origin, 'citedVia' | 'cites'>) => boolean) => {
  const dead = deadIds(brief);
  return (insight) =>
    isCited(insight) && (dead.size === 0 || insight.cites.length === 0 || insight.cites.some((id) => !dead.has(id)));
});

/** Returns the indexes of the insights that cite, but whose citations lead to no source, in document order. */
export const leadingNowhere = derive((brief: Brief): readonly number[] => {
  if (deadIds(brief).size === 0) return NONE;
  const leads = leadsToSource(brief);
  const origins = originsOf(brief);
  return citing(brief).filter((index) => {
    const origin = origins[index];
    return origin !== undefined && !leads(origin);
  });
});

const citing = insightsWith((origin) => isCited(origin) && origin.cites.length > 0);

/** The cited ids that lead to no source. */
const deadIds = derive((brief: Brief): ReadonlySet<string> => {
  const isDeclared = isDeclaredIn(brief);
  const empty = emptyIds(sourceOrigins(brief));
  return new Set([...citedIds(brief).written()].filter((id) => empty.has(id) || !isDeclared(id)));
});

/** Read from sources without a place, which stay the same from version to version. */
const emptyIds = derive(
  (origins: readonly Unplaced<Source>[]): ReadonlySet<string> =>
    new Set(origins.flatMap((source) => (isEmptySource(source) ? [source.id] : []))),
);
