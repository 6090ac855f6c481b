/** Local copies of sources that are made for a brief: each a new file in a folder beside it, or in its library. */
import * as vscode from 'vscode';
import type { SourceTexts } from '../../../server/protocol';
import type { Client } from '../../client';
import { removeLeft, temporaryBeside } from '../../exporting/temporary';
import { nameOf } from '../../uris';

/** Beside the brief. */
const FOLDER = 'sources';
/** Names of one title are told apart by a number. */
const MOST_NAMES = 1000;
const LONGEST_NAME = 60;

/** A path relative to the brief that nothing has, named by the words of a title, or null. */
export async function freePath(brief: vscode.Uri, title: string, extension: '.md' | '.txt'): Promise<string | null> {
  const name = await freeName(vscode.Uri.joinPath(brief, '..', FOLDER), title, extension);
  return name === null ? null : `${FOLDER}/${name}`;
}

/** The name of a file that neither a folder nor an untitled document has, by the words of a title; null if too many are taken. */
export async function freeName(folder: vscode.Uri, title: string, extension: string): Promise<string | null> {
  const names = await vscode.workspace.fs.readDirectory(folder).then(
    (entries) => new Set(entries.map(([name]) => name.toLowerCase())),
    () => new Set<string>(),
  );
  for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === 'untitled') names.add(nameOf(uri));
  const start = slugOf(title);
  for (let count = 1; count < MOST_NAMES; count++) {
    const name = `${start}${count === 1 ? '' : `-${count}`}${extension}`;
    if (!names.has(name)) return name;
  }
  return null;
}

/** A copy is kept beside the brief, so that has to be somewhere. Null where the user does not save it. */
export async function savedBrief(editor: vscode.TextEditor): Promise<vscode.TextEditor | null> {
  const { document } = editor;
  if (!document.isUntitled) return editor;
  await vscode.window.showTextDocument(document, editor.viewColumn);
  const saved = await vscode.workspace.save(document.uri);
  return saved ? vscode.window.showTextDocument(saved) : null;
}

/** The file that a path in a brief names. */
export function besideBrief(brief: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(brief, '..', path);
}

/**
 * Where the local copy of a new source comes to be: in the library of the brief's folder, else where the source names it.
 *
 * @param source what is known of it, with the path that the brief would name
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

/**
 * Writes a file that is not there yet: to a temporary one, which takes the name only if nothing has it.
 *
 * @returns takes the file away again, and its folder where that was made for it
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
 * @returns whether a folder is there that something is to be written into
 * @throws Error where it is a link, which may lead anywhere
 */
export async function assertNoLink(folder: vscode.Uri): Promise<boolean> {
  const state = await vscode.workspace.fs.stat(folder).then(undefined, () => null);
  if (state && (state.type & vscode.FileType.SymbolicLink) !== 0)
    throw new Error(
      vscode.l10n.t('Nothing is written into the folder {0}, because it is a symbolic link.', nameOf(folder)),
    );
  return state !== null;
}

/** Removes a folder, unless something is in it by now. */
async function removeEmpty(folder: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(folder, { recursive: false }).then(undefined, () => undefined);
}
