/** Makes local copies of a brief's sources: each a new file in a folder beside the brief, or in its library. */
import * as vscode from 'vscode';
import type { SourceTexts } from '../../../server/protocol';
import type { Client } from '../../client';
import { removeLeft, temporaryBeside } from '../../exporting/temporary';
import { nameOf } from '../../uris';

/** Name of the folder for copies, beside the brief. */
const FOLDER = 'sources';
/** Names made of one title differ by a number, which is below this. */
const MOST_NAMES = 1000;
const LONGEST_NAME = 60;

/** Returns a free path relative to the brief, made of the words of a title; null if too many are taken. */
export async function freePath(brief: vscode.Uri, title: string, extension: '.md' | '.txt'): Promise<string | null> {
  const name = await freeName(vscode.Uri.joinPath(brief, '..', FOLDER), title, extension);
  return name === null ? null : `${FOLDER}/${name}`;
}

/** Returns the paths of the copies that `freePath` has named after a title and that are there. No link is among them. */
export async function pathsOf(brief: vscode.Uri, title: string, extension: '.md' | '.txt'): Promise<readonly string[]> {
  const entries = await entriesOf(vscode.Uri.joinPath(brief, '..', FOLDER));
  const start = slugOf(title);
  const names = entries.filter(([, type]) => type === vscode.FileType.File).map(([name]) => name);
  const isNamed = (name: string) =>
    name.startsWith(start) &&
    name.endsWith(extension) &&
    /^(?:-\d+)?$/.test(name.slice(start.length, -extension.length));
  return names.filter(isNamed).map((name) => `${FOLDER}/${name}`);
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  return vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
}

/**
 * Returns a file name, made of the words of a title, that no file in a folder and no untitled document has. Returns null if too
 * many are taken.
 */
export async function freeName(folder: vscode.Uri, title: string, extension: string): Promise<string | null> {
  const names = new Set((await entriesOf(folder)).map(([name]) => name.toLowerCase()));
  for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === 'untitled') names.add(nameOf(uri));
  const start = slugOf(title);
  for (let count = 1; count < MOST_NAMES; count++) {
    const name = `${start}${count === 1 ? '' : `-${count}`}${extension}`;
    if (!names.has(name)) return name;
  }
  return null;
}

/** Saves an untitled brief, since copies are kept beside it. Returns null if the user doesn't save it. */
export async function savedBrief(editor: vscode.TextEditor): Promise<vscode.TextEditor | null> {
  const { document } = editor;
  if (!document.isUntitled) return editor;
  await vscode.window.showTextDocument(document, editor.viewColumn);
  const saved = await vscode.workspace.save(document.uri);
  return saved ? vscode.window.showTextDocument(saved) : null;
}

/** Returns the address of the file that a path in a brief names. */
export function besideBrief(brief: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(brief, '..', path);
}

/**
 * Returns the place for the local copy of a new source: in the library of the brief's folder, else where the source names it.
 *
 * @param source its known details, with the path that the brief would name
 */
export async function placeOfCopy(
  client: Client,
  brief: vscode.Uri,
  written: string,
  source: SourceTexts & { readonly text: string },
): Promise<vscode.Uri> {
  const asked = await client.addSource(brief, written, source);
  const copy = asked?.kind === 'added' ? asked.source.file?.copy : null;
  return copy ? vscode.Uri.parse(copy.to) : besideBrief(brief, source.text);
}

/** Turns a title into letters and digits of any script, with hyphens between words. Avoids names that a system reserves. */
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

/**
 * Writes a new file: first to a temporary one, which is then renamed only if the name is still free.
 *
 * @returns a function that removes the file again, and its folder if that was made for it
 */
export async function writeNew(uri: vscode.Uri, text: string): Promise<() => Promise<void>> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(uri, '..');
  const isThere = await assertNoLink(folder);
  await fs.createDirectory(folder);
  const temporary = await temporaryBeside(uri);
  try {
    await fs.writeFile(temporary, new TextEncoder().encode(text));
    await fs.rename(temporary, uri, { overwrite: false });
    await removeLeft(uri);
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => undefined);
    if (!isThere) await removeEmpty(folder);
    throw error;
  }
  return async () => {
    await fs.delete(uri);
    if (!isThere) await removeEmpty(folder);
  };
}

/**
 * @returns true if the folder that is to be written into exists
 * @throws Error if it is a link, which may lead anywhere
 */
export async function assertNoLink(folder: vscode.Uri): Promise<boolean> {
  const state = await vscode.workspace.fs.stat(folder).then(undefined, () => null);
  if (state && (state.type & vscode.FileType.SymbolicLink) !== 0)
    throw new Error(
      vscode.l10n.t('Nothing is written into the folder {0}, because it is a symbolic link.', nameOf(folder)),
    );
  return state !== null;
}

/** Removes a folder if it is empty. */
async function removeEmpty(folder: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(folder, { recursive: false }).then(undefined, () => undefined);
}
