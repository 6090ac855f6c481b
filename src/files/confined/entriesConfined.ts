import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../../core/base/say';
import {
  type Confinement,
  extensionOf,
  type FolderRead,
  MOST_ENTRIES,
  noSuchFolder,
  REFUSAL,
  refusalOfFolder,
} from './confinement';
import { realPathBelow } from './readConfined';

/** Number of files that are looked at at a time. */
const AT_ONCE = 64;

/**
 * Lists the regular files of a folder that have one of some extensions. Each has a version that changes whenever it is written.
 * Links are left out. A name that `readConfined` would refuse is refused only when it is read.
 *
 * @param path the folder, relative to `folder`; may end with a slash
 */
export async function entriesConfined(
  path: string,
  { folder, root, extensions }: Pick<Confinement, 'folder' | 'root' | 'extensions'>,
): Promise<FolderRead> {
  const within = path.replace(/\/+$/, '');
  const refused = refusalOfFolder(within);
  if (refused) return { refused };
  try {
    const way = await realPathBelow(within, { folder, root });
    if (way === null) return { refused: REFUSAL.outside() };
    const names: string[] = [];
    let looked = 0;
    let isCut = false;
    for await (const entry of await opendir(way.real)) {
      isCut = ++looked > MOST_ENTRIES;
      if (isCut) break;
      if (entry.isFile() && extensions.includes(extensionOf(entry.name))) names.push(entry.name);
    }
    const files: { name: string; version: string }[] = [];
    for (let at = 0; at < names.length; at += AT_ONCE)
      files.push(...(await Promise.all(names.slice(at, at + AT_ONCE).map((name) => versionOf(way.real, name)))));
    return { uri: pathToFileURL(way.real).href, files, isCut };
  } catch (error) {
    return { refused: reasonOf(error) };
  }
}

/**
 * Returns a state that changes whenever a file is made, renamed or removed in a folder, or the folder is replaced. Returns null
 * if the folder can't be looked at.
 *
 * @param path the folder, relative to `folder`; may end with a slash
 */
export async function folderState(path: string, place: Pick<Confinement, 'folder' | 'root'>): Promise<string | null> {
  const within = path.replace(/\/+$/, '');
  if (refusalOfFolder(within)) return null;
  try {
    const way = await realPathBelow(within, place);
    if (way === null) return null;
    const { ino, mtimeMs } = await lstat(way.real);
    return `${ino} ${mtimeMs}`;
  } catch {
    // `entriesConfined` says why the folder can't be looked at.
    return null;
  }
}

async function versionOf(folder: string, name: string): Promise<{ name: string; version: string }> {
  try {
    const { size, ino, mtimeMs, ctimeMs } = await lstat(join(folder, name));
    return { name, version: `${size} ${ino} ${mtimeMs} ${ctimeMs}` };
  } catch {
    return { name, version: '' };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return noSuchFolder();
  if (code === 'ENOTDIR') return say('It is not a folder.');
  if (code === 'EACCES' || code === 'EPERM') return REFUSAL.forbidden();
  if (code === 'ELOOP') return REFUSAL.link();
  return REFUSAL.unreadable();
}
