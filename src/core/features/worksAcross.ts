/** The sources of all briefs of a workspace, each once, with the briefs that cite it. */
import type { Range } from '../text';
import type { BriefSummary, CitedWork } from '../workspace';

/** A source as the whole workspace knows it. */
export interface WorkAcross {
  readonly title: string;
  readonly publisher: string;
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

/**
 * Brings together what several briefs cite: sources with one address, one DOI, one entry of a shared file, or one title.
 *
 * @returns those that most briefs cite first, then by title
 */
export function worksAcross(summaries: readonly BriefSummary[]): WorkAcross[] {
  const works: { first: CitedWork; briefs: WorkAcross['briefs'][number][] }[] = [];
  const byKey = new Map<string, (typeof works)[number]>();
  for (const { uri, title, works: cited } of [...summaries].sort((a, b) => (a.uri < b.uri ? -1 : 1))) {
    for (const work of cited) {
      const { keys, times, range } = work;
      const known = keys.map((key) => byKey.get(key)).find((one) => one !== undefined);
      const held = known ?? { first: work, briefs: [] };
      if (!known) works.push(held);
      for (const key of keys) if (!byKey.has(key)) byKey.set(key, held);
      held.briefs.push({ uri, title, times, range });
    }
  }
  return works
    .map(({ first, briefs }) => ({ title: first.title, publisher: first.publisher, briefs }))
    .sort((a, b) => b.briefs.length - a.briefs.length || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}
