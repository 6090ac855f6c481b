import { decodeResults, encodeResults, type LinkResult, stillKnown } from '../../links';
import { cacheFileName, pruneCache, readCacheFile, writeCacheFile } from '../check/cache/cacheFolder';

/** What was found out about links, kept from one check to the next. */
export interface LinkCache {
  readonly known: ReadonlyMap<string, LinkResult>;
  /** Writes results beside what others have written meanwhile. */
  keep(results: readonly LinkResult[]): void;
}

/**
 * @param folder of the cache; null: nothing is kept
 * @param allowPrivate results about private networks are kept by themselves, as they hold only within one
 */
export function openLinkCache(folder: string | null, allowPrivate: boolean): LinkCache {
  if (folder === null) return { known: new Map(), keep: () => {} };
  const name = cacheFileName(JSON.stringify(['links', allowPrivate]));
  const read = () => stillKnown(decodeResults(readCacheFile(folder, name)?.toString('utf8') ?? ''), Date.now());
  return {
    known: read(),
    keep: (results) => {
      const all = new Map([...read(), ...results.map((result): [string, LinkResult] => [result.url, result])]);
      writeCacheFile(folder, name, Buffer.from(encodeResults(stillKnown(all.values(), Date.now()).values())));
      pruneCache(folder);
    },
  };
}
