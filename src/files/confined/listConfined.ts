import { opendir } from 'node:fs/promises';
import { type Confinement, extensionOf, refusalOf, refusalOfForm } from './confinement';
import { realPathBelow } from './readConfined';

/** A folder with more than these is not looked at to its end. */
const MOST_LOOKED_AT = 2000;
/** More would not help in choosing. */
const MOST_LISTED = 200;

/**
 * Names what a brief could name in a folder: the regular files of some extensions, and the folders, each with a slash
 * behind. Nothing that is hidden or a link, and nothing that `readConfined` would refuse for its name.
 *
 * @param path the folder, relative to the brief's own; empty: that one. May end with a slash
 * @returns names in order, folders last; none where the folder is not there or lies outside of the root
 */
export async function listConfined(
  path: string,
  { folder, root, extensions }: Pick<Confinement, 'folder' | 'root' | 'extensions'>,
): Promise<string[]> {
  const within = path.replace(/\/+$/, '');
  if (refusalOfForm(path) !== null || within.split('/').some(isHidden)) return [];
  const files: string[] = [];
  const folders: string[] = [];
  try {
    const way = await realPathBelow(within, { folder, root });
    if (way === null) return [];
    let looked = 0;
    for await (const entry of await opendir(way.real)) {
      if (++looked > MOST_LOOKED_AT || files.length >= MOST_LISTED) break;
      const { name } = entry;
      if (isHidden(name) || name === 'node_modules') continue;
      if (entry.isDirectory() && folders.length < MOST_LISTED && refusalOfForm(name) === null) folders.push(`${name}/`);
      const isOne = entry.isFile() && extensions.includes(extensionOf(name));
      if (isOne && refusalOf(name, extensions) === null) files.push(name);
    }
  } catch {
    // There is no such folder, or it may not be read: there is nothing to choose from.
  }
  return [...files.sort(), ...folders.sort()];
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}
