/** Local copies of sources that are made for a brief: each a new file in a folder beside it. */
import * as vscode from 'vscode';
import { removeLeft, temporaryBeside } from '../exporting/temporary';
import { nameOf } from '../preview/content';

/** A file that is made for a brief. */
export interface LocalCopy {
  /** Relative to the brief. */
  readonly path: string;
  readonly uri: vscode.Uri;
}

/** Beside the brief. */
const FOLDER = 'sources';
/** Names of one title are told apart by a number. */
const MOST_NAMES = 1000;
const LONGEST_NAME = 60;

/** A place beside the brief that nothing has, named by the words of a title; null where there is none. */
export async function freePlace(
  brief: vscode.Uri,
  title: string,
  extension: '.md' | '.txt',
): Promise<LocalCopy | null> {
  const folder = vscode.Uri.joinPath(brief, '..', FOLDER);
  const names = await vscode.workspace.fs.readDirectory(folder).then(
    (entries) => new Set(entries.map(([name]) => name.toLowerCase())),
    () => new Set<string>(),
  );
  const start = slugOf(title);
  for (let count = 1; count < MOST_NAMES; count++) {
    const name = `${start}${count === 1 ? '' : `-${count}`}${extension}`;
    if (!names.has(name)) return { path: `${FOLDER}/${name}`, uri: vscode.Uri.joinPath(folder, name) };
  }
  return null;
}

/** Letters and digits of any script, with hyphens between words; no name that a system has for something else. */
function slugOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const short = [...words]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^-+|-+$/g, '');
  return short === '' || /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/.test(short)
    ? `source-${short}`.replace(/-$/, '')
    : short;
}

/** Writes a file that is not there yet: to a temporary one, which takes the name only if nothing has it. */
export async function writeNew(uri: vscode.Uri, text: string): Promise<void> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(uri, '..');
  const state = await fs.stat(folder).then(undefined, () => null);
  if (state && (state.type & vscode.FileType.SymbolicLink) !== 0)
    throw new Error(vscode.l10n.t('The folder {0} is a symbolic link, into which nothing is written.', nameOf(folder)));
  await fs.createDirectory(folder);
  const temporary = await temporaryBeside(uri);
  try {
    await fs.writeFile(temporary, new TextEncoder().encode(text));
    await fs.rename(temporary, uri, { overwrite: false });
    await removeLeft(uri);
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}
