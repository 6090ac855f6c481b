/** The sources of all briefs of a workspace, each once, with the briefs that cite it. */
import type { SourceFile } from '../brief';
import type { Range } from '../text';
import { type BriefSummary, type CitedWork, keysOfWork, nameOf } from '../workspace';

/** A source as the whole workspace knows it. */
export interface WorkAcross {
  readonly title: string;
  readonly publisher: string;
  /** Where the library has it; null: it is none of the library's. */
  readonly library: LibraryPlace | null;
  /** In the order of their URIs. */
  readonly briefs: readonly {
    readonly uri: string;
    /** Of the brief. */
    readonly title: string;
    readonly times: number;
    /** Of the first citation, in lines and UTF-16 units. */
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
  readonly briefs: WorkAcross['briefs'][number][];
}

/**
 * Brings together what several briefs cite: sources with one address, one DOI, one entry of a shared file, or one title.
 *
 * @param library the sources of library folders, which are there though no brief cites them
 * @returns those that most briefs cite first, then by title
 */
export function worksAcross(summaries: readonly BriefSummary[], library: readonly SourceFile[] = []): WorkAcross[] {
  const works: Held[] = [];
  const byKey = new Map<string, Held>();
  const hold = (held: Held, keys: readonly string[]) => {
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, held);
  };
  for (const { uri, lines, declarations } of library)
    for (const declared of declarations) {
      const { id, idSpan, publisher } = declared;
      const place = { id, uri, range: lines.rangeOf(idSpan) };
      const held = { title: nameOf(declared), publisher: publisher?.value ?? '', library: place, briefs: [] };
      works.push(held);
      hold(held, keysOfWork({ ...declared, declarations: [declared] }));
    }
  for (const { uri, title, works: cited } of [...summaries].sort((a, b) => (a.uri < b.uri ? -1 : 1))) {
    for (const { keys, times, range, ...work } of cited) {
      const known = keys.map((key) => byKey.get(key)).find((one) => one !== undefined);
      const held: Held = known ?? { title: work.title, publisher: work.publisher, library: null, briefs: [] };
      if (!known) works.push(held);
      hold(held, keys);
      held.briefs.push({ uri, title, times, range });
    }
  }
  return works.sort(
    (a, b) => b.briefs.length - a.briefs.length || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  );
}
