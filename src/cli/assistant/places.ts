/** The files and folders that `brief mcp` was started for. No tool reaches anything else. */

import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { say } from '../../core/base/say';
import { MARKDOWN_EXTENSIONS } from '../../core/brief/config/glob';
import { extensionOf, noSuchFile, refusalOf } from '../../files/confined/confinement';
import { pathOf } from '../../files/confined/localFiles';
import { readConfined } from '../../files/confined/readConfined';
import { findBriefs, includesOf } from '../../files/finding/findBriefs';
import { CommandError, reasonOf } from '../commandError';

/** A folder, or one file of it. */
export interface Place {
  /** The path as the command line has it. */
  readonly operand: string;
  /** Real path of the folder. Nothing outside of it is read. */
  readonly folder: string;
  /** Name of the one file to serve; null for all files in the folder. */
  readonly file: string | null;
  /** Names by which a tool may ask for that file. */
  readonly names: ReadonlySet<string>;
  /** True if tools may write to its briefs. */
  readonly writes: boolean;
}

export interface FoundFile {
  readonly place: Place;
  /** Real path of the file. */
  readonly path: string;
  readonly text: string;
  /** Reason why the file can't be written to, as a sentence; null if it can. */
  readonly readOnly: string | null;
}

/** Extensions of briefs in a folder. A file that the command line names may have any name. */
const EXTENSIONS: readonly string[] = ['.brief', ...MARKDOWN_EXTENSIONS];
const MAX_BYTES = 10 * 1024 * 1024;
/** Most briefs that an error lists, and most folders that are searched for them. */
const MOST_NAMED = 20;
const MOST_FOLDERS = 200;

/**
 * @param operands paths of files and folders; none: the working folder
 * @param allowWrite whether folders may be written to, too; named files always may
 * @throws CommandError if one doesn't exist
 */
export function placesOf(operands: readonly string[], allowWrite: boolean): readonly Place[] {
  if (operands.length === 0 && dirname(process.cwd()) === process.cwd())
    throw new CommandError(say('name the files and folders to serve: this folder is the root of the file system.'));
  return (operands.length === 0 ? ['.'] : operands).map((operand): Place => {
    try {
      const real = realpathSync(operand);
      const stat = statSync(real);
      if (stat.isDirectory()) return { operand, folder: real, file: null, names: new Set(), writes: allowWrite };
      if (!stat.isFile()) throw new CommandError(cannotServe(operand, say('it is not a regular file')));
      const file = basename(real);
      return { operand, folder: dirname(real), file, names: new Set([operand, basename(operand), file]), writes: true };
    } catch (error) {
      throw error instanceof CommandError ? error : new CommandError(cannotServe(operand, reasonOf(error)));
    }
  });
}

function cannotServe(operand: string, why: string): string {
  return say('cannot serve "{0}": {1}.', operand, why);
}

function notRead(path: string, ...why: readonly string[]): string {
  return why.reduce((before, next) => say('{0} {1}', before, next), say('"{0}" is not read.', path));
}

/** Finds and reads the file that a tool names, or returns sentences that say why it can't. */
export async function findFile(
  places: readonly Place[],
  path: string,
): Promise<FoundFile | { readonly refused: string }> {
  const ofName = places.filter(({ names }) => names.has(path));
  const exact = ofName.find(({ operand }) => operand === path);
  const [named, another] = exact ? [exact] : ofName;
  if (another) return { refused: ambiguous(path, ofName) };
  if (named?.file) return readIn(named, named.file, [extensionOf(named.file)]);
  const folders = places.filter(({ file }) => file === null);
  const form = refusalOf(path, EXTENSIONS);
  if (form) return { refused: notRead(path, form) };
  const all = await Promise.all(folders.map((place) => readIn(place, path, EXTENSIONS)));
  const found = all.filter((each) => 'text' in each);
  const [first, second] = found;
  if (first && !second) return first;
  if (second)
    return {
      refused: ambiguous(
        path,
        found.map(({ place }) => place),
      ),
    };
  const other = all.find((each) => 'refused' in each && !each.refused.endsWith(noSuchFile()));
  return other ?? { refused: notRead(path, noSuchFile(), await whatIsThere(places)) };
}

function ambiguous(path: string, places: readonly Place[]): string {
  const folders = places.map(({ folder }) => folder).join(say(', '));
  return say('"{0}" is in several folders: {1}. Start a server for each of them.', path, folders);
}

async function readIn(
  place: Place,
  path: string,
  extensions: readonly string[],
): Promise<FoundFile | { readonly refused: string }> {
  const { folder, writes } = place;
  const read = await readConfined(path, { folder, root: folder, extensions, maxBytes: MAX_BYTES });
  if ('refused' in read) return { refused: notRead(path, read.refused) };
  const real = 'state' in read ? pathOf(read.state.uri) : null;
  if (!('text' in read) || real === null) return { refused: notRead(path, say('It could not be read.')) };
  if (read.garbled) return { refused: notRead(path, say('It is not valid UTF-8: save it as UTF-8.')) };
  return { place, path: real, text: read.text, readOnly: readOnlyFor(path, real, folder, writes) };
}

function readOnlyFor(path: string, real: string, folder: string, writes: boolean): string | null {
  if (!writes)
    return say(
      'This server may not write to "{0}". It writes to files named at its start. With --allow-write, it also writes to files in its folders.',
      path,
    );
  if (real !== join(folder, path))
    return say('"{0}" is not written. It is reached through a link: name its target.', path);
  return null;
}

/** The names of some briefs, in a sentence. */
async function whatIsThere(places: readonly Place[]): Promise<string> {
  const names: string[] = [];
  for (const { folder, file } of places) {
    if (file !== null) names.push(file);
    else
      for await (const found of findBriefs(folder, async () => includesOf(null), MOST_FOLDERS)) {
        if ('error' in found) continue;
        const inside = relative(folder, found.folder).replaceAll('\\', '/');
        names.push(...found.names.map((name) => (inside === '' ? name : `${inside}/${name}`)));
        if (names.length > MOST_NAMED) break;
      }
  }
  if (names.length === 0) return say('There are no briefs here.');
  const told = names.slice(0, MOST_NAMED).map((name) => JSON.stringify(name));
  return listOfWhatIsThere(told, names.length > told.length);
}

/** @param more whether there are others, which are not listed */
export function listOfWhatIsThere(told: readonly string[], more: boolean): string {
  const list = told.join(say(', '));
  return more ? say('There is {0}, and more.', list) : say('There is {0}.', list);
}
