import { say } from '../../core/base/say';
import {
  cacheFileName,
  pruneCache,
  readCacheFile,
  userCacheFolder,
  writeCacheFile,
} from '../../files/kept/cacheFolder';
import {
  checkLinks,
  decodeResults,
  encodeResults,
  INTERNET_ARCHIVE,
  type LinkResult,
  OfflineError,
  stillKnown,
} from '../../links';
import { createConfigs } from '../check/configs';
import { showProgress } from '../check/progress';
import { findTargets } from '../check/targets';
import { CommandError } from '../commandError';
import { askNetwork } from '../io/askNetwork';
import { print, printError } from '../io/output';
import { hasColors } from '../io/terminal';
import { type GatheredLinks, gatherLinks } from '../linkCheck/gatherLinks';
import { jsonOfLinks, prettyLinks } from '../linkCheck/linkReport';
import type { Arguments } from '../parseArguments';

/** `brief links [PATH…]`: asks for each link of briefs whether its page is still there. */
export async function links(args: Arguments): Promise<number> {
  const configs = createConfigs();
  const targets = await findTargets(args.operands, args.valueOf('stdin-path'), configs);
  const gathered = await gatherLinks(targets, configs);
  const results = await ask(gathered, args);
  const quiet = args.has('quiet');
  await print(
    args.valueOf('format') === 'json'
      ? jsonOfLinks(gathered, results)
      : prettyLinks(gathered, results, { quiet, colors: hasColors(process.stdout, process.env) }),
  );
  for (const { path, error } of gathered.failed) printError(say('cannot check "{0}": {1}.', path, error));
  if (gathered.failed.length > 0) return 2;
  return results.some(({ state }) => state === 'dead') ? 1 : 0;
}

/** @throws CommandError where the machine is offline */
async function ask({ links: found, accessed }: GatheredLinks, args: Arguments): Promise<readonly LinkResult[]> {
  const urls = [...found.keys()];
  const allowPrivate = args.has('allow-private');
  const cache = openLinkCache(args.valueOf('cache-dir') ?? userCacheFolder(process.env), allowPrivate);
  const progress = showProgress();
  const stop = new AbortController();
  let done = 0;
  try {
    const results = await checkLinks(urls, {
      request: askNetwork,
      archive: args.has('no-archive') ? null : INTERNET_ARCHIVE,
      allowPrivate,
      accessed,
      signal: stop.signal,
      ...(args.has('refresh') ? {} : { known: cache.known }),
      onResult: ({ url }) => progress.at(done++, urls.length, url),
    });
    cache.keep(results);
    return results;
  } catch (error) {
    if (!(error instanceof OfflineError)) throw error;
    throw new CommandError(say('no link was checked: this machine seems to be offline. Connect it and try again.'));
  } finally {
    // After an error, the other links are not asked for.
    stop.abort();
    progress.clear();
  }
}

/** Results of links, kept from one check to the next. */
interface LinkCache {
  readonly known: ReadonlyMap<string, LinkResult>;
  /** Writes results, and keeps those that others have written meanwhile. */
  keep(results: readonly LinkResult[]): void;
}

/**
 * @param folder of the cache; null: nothing is kept
 * @param allowPrivate results about private networks are kept by themselves, as they hold only within one
 */
function openLinkCache(folder: string | null, allowPrivate: boolean): LinkCache {
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
