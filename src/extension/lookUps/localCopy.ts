import * as vscode from 'vscode';
import type { Found } from '../../lookUps/contract';
import { nameOf } from '../preview/content';

/** A file that was made for a brief. */
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

/**
 * Asks whether the text of a page is kept as a file beside the brief, and writes it.
 *
 * @returns null where there is no text or no place for it, or the user wants none; 'give up' where they want no source either
 * @throws Error with what stood in the way
 */
export async function keepText(brief: vscode.Uri, found: Found): Promise<LocalCopy | null | 'give up'> {
  const { text, source } = found;
  if (text === null || brief.scheme === 'untitled') return null;
  const folder = vscode.Uri.joinPath(brief, '..', FOLDER);
  const name = await freeName(folder, source.title ?? source.url ?? '');
  if (name === null) return null;
  const path = `${FOLDER}/${name}`;
  const keep: vscode.QuickPickItem = {
    label: vscode.l10n.t('$(new-file) Keep its text as {0}', path),
    detail: found.isCut
      ? vscode.l10n.t('Only the first 5 MB of the page were read. Numbers and quotations are looked up in the copy.')
      : vscode.l10n.t('Numbers and quotations of your brief are looked up in the copy.'),
  };
  const without: vscode.QuickPickItem = { label: vscode.l10n.t('$(add) Add it without its text') };
  const options = {
    title: vscode.l10n.t('Add Source'),
    placeHolder: source.title ?? source.url ?? '',
    ignoreFocusOut: true,
  };
  const choice = await vscode.window.showQuickPick([keep, without], options);
  if (choice !== keep) return choice ? null : 'give up';
  const uri = vscode.Uri.joinPath(folder, name);
  await writeNew(uri, `<!-- ${source.url ?? ''}, ${source.accessed ?? ''} -->\n\n${text}\n`);
  return { path, uri };
}

/** A name that nothing has, of the words of a title; null where there is none. */
async function freeName(folder: vscode.Uri, title: string): Promise<string | null> {
  const names = await vscode.workspace.fs.readDirectory(folder).then(
    (entries) => new Set(entries.map(([name]) => name.toLowerCase())),
    () => new Set<string>(),
  );
  const start = slugOf(title);
  for (let count = 1; count < MOST_NAMES; count++) {
    const name = `${start}${count === 1 ? '' : `-${count}`}.md`;
    if (!names.has(name)) return name;
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
  return short === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(short) ? `source-${short}`.replace(/-$/, '') : short;
}

/** Writes a file that is not there yet: to a temporary one, which takes the name only if nothing has it. */
async function writeNew(uri: vscode.Uri, text: string): Promise<void> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(uri, '..');
  const state = await fs.stat(folder).then(undefined, () => null);
  if (state && (state.type & vscode.FileType.SymbolicLink) !== 0)
    throw new Error(vscode.l10n.t('The folder {0} is a symbolic link, into which nothing is written.', nameOf(folder)));
  await fs.createDirectory(folder);
  const temporary = vscode.Uri.joinPath(folder, `.${crypto.randomUUID()}.brief.tmp`);
  try {
    await fs.writeFile(temporary, new TextEncoder().encode(text));
    await fs.rename(temporary, uri, { overwrite: false });
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}
