import type { Brief } from '../../core';
import type { StyledList } from '../../core/page';
import type { ListSources } from '../../files/apart/listApart';
import { keyOfList, type ListOptions, listSourcesOf } from '../../files/apart/listSources';

/** The lists of sources of open briefs, in the styles that they name. The code for them is loaded with the first list. */
export interface StyledLists {
  /**
   * Returns the list of a brief; null if the brief uses our own style. While somebody edits its sources, this is the last list,
   * which lacks new sources.
   *
   * @param done called when a list that was not given is there
   */
  of(uri: string, brief: Brief, fallback: string, done: () => void): Promise<StyledList | null>;
  /** Returns the list of a brief as it is now. */
  whole(brief: Brief, fallback: string): Promise<StyledList | null>;
  forget(uri: string): void;
}

/** The most sources of a list. Each takes a few milliseconds, in which the server answers for no other document. */
const MOST = 300;
/** Time without changes after which sources are listed again, in milliseconds. */
const REST = 400;

interface Cached {
  readonly key: string;
  readonly list: StyledList | null;
}

export function createStyledLists(list: ListSources | null): StyledLists {
  const limits = { most: MOST, ...(list ? { list } : {}) };
  const kept = new Map<string, Cached>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const write = async (uri: string, key: string, brief: Brief, options: ListOptions): Promise<StyledList | null> => {
    const list = await listSourcesOf(brief, options);
    kept.set(uri, { key, list });
    return list;
  };
  const forget = (uri: string) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    kept.delete(uri);
  };

  return {
    of: async (uri, brief, fallback, done) => {
      const options = { fallback, ...limits };
      const key = keyOfList(brief, options);
      if (key === null) {
        forget(uri);
        return null;
      }
      const before = kept.get(uri);
      if (before?.key === key) return before.list;
      if (!before) return write(uri, key, brief, options);
      clearTimeout(waiting.get(uri));
      const again = setTimeout(() => {
        waiting.delete(uri);
        write(uri, key, brief, options).then(done, () => undefined);
      }, REST);
      waiting.set(uri, again);
      return before.list;
    },
    whole: (brief, fallback) => listSourcesOf(brief, { fallback, ...limits }),
    forget,
  };
}
