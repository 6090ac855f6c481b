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

/** As many files are looked at at a time. */
const AT_ONCE = 64;

/**
 * The regular files of a folder that have one of some extensions, each with what changes whenever it is written. Nothing that
 * is a link. A name that `readConfined` would refuse is refused when it is read.
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
 * What changes whenever a file is made in a folder, renamed there or removed, or the folder is another one; null if there is none.
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
    // To list it says why it cannot be looked at.
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
