import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MARKDOWN_EXTENSIONS } from '../../core/brief/config/glob';
import { LOCAL_FILES, pathOf } from '../confined/localFiles';
import { readConfined } from '../confined/readConfined';
import { configsBelow } from './configsBelow';
import { BRIEF_NAME, findBriefs, type Includes, includesOf, matcherIn } from './findBriefs';
import { isIgnored, rulesAbove, withRulesOf } from './gitIgnore';

/** Largest brief that is read without being open, in bytes. */
const MAX_BYTES = 2 * 1024 * 1024;
/** Most folders that are looked into. A user who opens a whole disk as a folder finds the briefs near its top. */
const MOST_FOLDERS = 20_000;

/**
 * Gives access to the briefs below the open roots, and to their configurations. For a brief outside of the roots, gives access
 * to the configuration in its own folder.
 *
 * @param roots URIs of folders; other URIs than `file:` are left out
 */
export function workspaceBelow(roots: readonly string[]) {
  const folders = roots.flatMap((uri) => pathOf(uri) ?? []);
  const { rootOf, configIn, config, overlay, changed } = configsBelow(LOCAL_FILES, roots);

  /** Returns the test for a folder: by its configuration, or by the user in the root that it is in. */
  const includesIn = async (folder: string, include: readonly string[]): Promise<Includes> => {
    const byConfig = includesOf(await configIn(folder));
    const byUser = include.length > 0 ? matcherIn(rootOf(folder) ?? folder, include) : () => false;
    return (path) => byConfig(path) || byUser(path);
  };

  return {
    config,
    overlay,
    changed,
    reaches: (uri: string): boolean => pathOf(uri) !== null,
    briefs: async function* (include: readonly string[]): AsyncGenerator<string> {
      for (const root of folders)
        for await (const found of findBriefs(root, (folder) => includesIn(folder, include), MOST_FOLDERS))
          if (!('error' in found)) for (const name of found.names) yield pathToFileURL(join(found.folder, name)).href;
    },
    isBrief: async (uri: string, include: readonly string[]): Promise<boolean> => {
      const path = pathOf(uri);
      if (path === null || rootOf(dirname(path)) === undefined) return false;
      const folder = dirname(path);
      if (isIgnored(path, withRulesOf(folder, rulesAbove(folder)))) return false;
      return BRIEF_NAME.test(path) || (await includesIn(folder, include))(path);
    },
    read: async (uri: string, known?: string) => {
      const path = pathOf(uri);
      const root = path === null ? undefined : rootOf(dirname(path));
      if (path === null || root === undefined) return null;
      // Links aren't briefs here, and their targets aren't touched.
      const now = await lstat(path).then(
        (stat) => (stat.isFile() ? `${stat.size} ${stat.mtimeMs} ${stat.ino}` : null),
        () => null,
      );
      if (now === null) return null;
      if (now === known) return 'unchanged' as const;
      const extensions = ['.brief', ...MARKDOWN_EXTENSIONS];
      const read = await readConfined(basename(path), { folder: dirname(path), root, extensions, maxBytes: MAX_BYTES });
      return 'text' in read ? { text: read.text, state: now } : null;
    },
  };
}
