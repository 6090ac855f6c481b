/** The sources of all briefs of a workspace, each once, with the briefs that cite it. */

import type { Range } from '../../base/text';
import {
  type AddressKind,
  addressesIn,
  type BriefSummary,
  type CitedWork,
  isTitleKey,
  keysOfWork,
  nameOf,
} from '../../brief/config/workspace';
import type { SourceFile } from '../../brief/types';

/** A source as the whole workspace knows it. */
export interface WorkAcross {
  readonly title: string;
  readonly publisher: string;
  /** Its address without scheme, or DOI, if another source has its title and publisher; else empty. */
  readonly address: string;
  /** The place of the source in the library; null if the library doesn't have it. */
  readonly library: LibraryPlace | null;
  /** The briefs that cite the source, ordered by URI. */
  readonly briefs: readonly {
    readonly uri: string;
    /** Title of the brief. */
    readonly title: string;
    readonly times: number;
    /** Range of the first citation, in lines and UTF-16 units. */
    readonly range: Range;
  }[];
}

export interface LibraryPlace {
  readonly id: string;
  readonly uri: string;
  readonly range: Range;
}

interface Held extends Pick<CitedWork, 'title' | 'publisher'> {
  readonly library: LibraryPlace | null;
  /** The citing briefs by their URIs. */
  readonly briefs: Map<string, WorkAcross['briefs'][number]>;
  /** Kinds of addresses that the source has, each with the first one. */
  readonly addresses: Map<AddressKind, string>;
}

/**
 * Merges the sources that several briefs cite. They are the same if they share an address, a DOI or an entry of a shared
 * file. The same title counts only if their addresses or DOIs don't differ, since many pages of a site may have one title.
 *
 * @param library the sources of library folders, which are included even if no brief cites them
 * @returns the sources that most briefs cite first, then by title
 */
export function worksAcross(summaries: readonly BriefSummary[], library: readonly SourceFile[] = []): WorkAcross[] {
  const works: Held[] = [];
  const byKey = new Map<string, Held>();
  const hold = (held: Held, keys: readonly string[]) => {
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, held);
    for (const [kind, key] of addressesIn(keys)) if (!held.addresses.has(kind)) held.addresses.set(kind, key);
  };
  const add = (work: Pick<Held, 'title' | 'publisher' | 'library'>): Held => {
    const held = { ...work, briefs: new Map(), addresses: new Map<AddressKind, string>() };
    works.push(held);
    return held;
  };
  for (const { uri, lines, declarations } of library)
    for (const declared of declarations) {
      const { id, idSpan, publisher } = declared;
      const place = { id, uri, range: lines.rangeOf(idSpan) };
      const held = add({ title: nameOf(declared), publisher: publisher?.value ?? '', library: place });
      hold(held, keysOfWork({ ...declared, declarations: [declared] }));
    }
  for (const { uri, title, works: cited } of [...summaries].sort((a, b) => (a.uri < b.uri ? -1 : 1))) {
    for (const { keys, times, range, title: named, publisher } of cited) {
      const held = knownBy(keys, byKey) ?? add({ title: named, publisher, library: null });
      hold(held, keys);
      const before = held.briefs.get(uri);
      held.briefs.set(uri, {
        uri,
        title,
        times: times + (before?.times ?? 0),
        range: before && isBefore(before.range, range) ? before.range : range,
      });
    }
  }
  const named = new Map<string, number>();
  for (const work of works) named.set(nameIn(work), (named.get(nameIn(work)) ?? 0) + 1);
  return works
    .map(({ addresses, briefs, ...work }) => {
      const [address = ''] = (named.get(nameIn(work)) ?? 0) > 1 ? addresses.values() : [];
      return { ...work, address, briefs: [...briefs.values()] };
    })
    .sort((a, b) => b.briefs.length - a.briefs.length || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

/** Finds the work with one of these keys. A title isn't enough if each of the two has an address of its own. */
function knownBy(keys: readonly string[], byKey: ReadonlyMap<string, Held>): Held | undefined {
  for (const key of keys) {
    const held = byKey.get(key);
    if (held && !(isTitleKey(key) && addressesIn(keys).some(([kind]) => held.addresses.has(kind)))) return held;
  }
  return undefined;
}

/** Returns the words of its row. */
function nameIn({ title, publisher }: Pick<Held, 'title' | 'publisher'>): string {
  return `${title}\n${publisher}`;
}

function isBefore({ start: a }: Range, { start: b }: Range): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
