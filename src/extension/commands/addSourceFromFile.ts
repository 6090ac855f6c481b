import * as vscode from 'vscode';
import { refusalOf } from '../../files/confinement';
import type { ExtractResult, SourceTexts } from '../../server/protocol';
import type { Client } from '../client';
import { nameOf } from '../preview/content';
import { briefOfSources, declareSource, selectKnown } from './declareSource';
import { toBase64 } from './importFile';
import { freePlace, type LocalCopy, writeNew } from './newCopy';

const MOST_BYTES = 100 * 1024 * 1024;
const DOCUMENTS = ['pdf', 'docx', 'html', 'htm', 'md', 'markdown', 'txt'];
/** What a source may name as its text. */
const COPIES = ['.txt', '.md', '.html', '.htm'];

type Extracted = Extract<ExtractResult, { text: string }>;

/**
 * Declares a source in the active brief from a document that the user has: its text is kept as a local copy beside the brief, in
 * which evidence is looked up, and what the document says of itself is what the source says. The document stays as it is.
 *
 * @param file its address, where another command names it; else the user is asked
 */
export async function addSourceFromFile(client: Client, file: unknown): Promise<void> {
  const editor = await briefOfSources(client);
  if (!editor) return;
  const brief = editor.document.uri;
  if (brief.scheme === 'untitled') {
    vscode.window.showInformationMessage(
      vscode.l10n.t('Save this brief first: the text of the source is kept beside it.'),
    );
    return;
  }
  const uri = file instanceof vscode.Uri ? file : await askForDocument();
  const extracted = uri && (await extract(client, uri));
  if (!extracted) return;
  const { source } = extracted;
  const address = source.doi ?? source.url;
  if (address !== undefined && (await selectKnown(client, editor, address))) return;
  const title = await askForTitle(source.title ?? nameOf(uri).replace(/\.[^.]+$/, ''));
  if (title === undefined) return;
  try {
    const isMoved = async (path: string) => {
      const asked = await client.addSource(brief, title, { ...withTitle(source, title), text: path });
      return asked?.kind === 'added' && Boolean(asked.source.file?.copy);
    };
    const copy = await keep(brief, uri, extracted, title, isMoved);
    if (!copy) return;
    const isAdded = await declareSource(client, editor, title, { ...withTitle(source, title), text: copy.path });
    // A copy that nothing names would be left behind.
    if (!isAdded && copy.isNew) await vscode.workspace.fs.delete(copy.uri);
    if (isAdded) await offerCopy(copy, extracted.pages);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(vscode.l10n.t('The text was not kept: {0}', reason));
  }
}

async function askForDocument(): Promise<vscode.Uri | undefined> {
  const options = {
    title: vscode.l10n.t('Add Source from File'),
    openLabel: vscode.l10n.t('Add Source'),
    filters: { [vscode.l10n.t('Documents')]: DOCUMENTS, [vscode.l10n.t('All files')]: ['*'] },
  };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

async function extract(client: Client, uri: vscode.Uri): Promise<Extracted | null> {
  const fail = (why: string) => {
    vscode.window.showErrorMessage(vscode.l10n.t('{0} was not read: {1}.', nameOf(uri), why));
    return null;
  };
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) return fail(vscode.l10n.t('it is larger than 100 MB'));
    const bytes = await vscode.workspace.fs.readFile(uri);
    const progress = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Reading {0}', nameOf(uri)),
    };
    const extracted = await vscode.window.withProgress(progress, () =>
      client.extract({ name: nameOf(uri), base64: toBase64(bytes) }),
    );
    return 'error' in extracted ? fail(extracted.error) : extracted;
  } catch (error) {
    return fail(error instanceof Error ? error.message.replace(/[.]$/, '') : String(error));
  }
}

async function askForTitle(value: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Source from File'),
    prompt: vscode.l10n.t('The title of the source'),
    value,
    ignoreFocusOut: true,
  });
  return title?.trim() === '' ? value : title;
}

function withTitle({ title: _, ...others }: SourceTexts, title: string): SourceTexts {
  return { ...others, title };
}

/**
 * The local copy: a text that lies below the brief's folder is its own, of all else a new file is made when the user says so.
 *
 * @param isMoved whether a library would take the file at a path away, which only a copy of ours may be
 * @returns null where the user wants none, or there is no place for it
 */
async function keep(
  brief: vscode.Uri,
  file: vscode.Uri,
  { text, extension, pages }: Extracted,
  title: string,
  isMoved: (path: string) => Promise<boolean>,
): Promise<(LocalCopy & { readonly isNew: boolean }) | null> {
  const own = pathBelow(brief, file);
  if (own !== null && refusalOf(own, COPIES) === null && !(await isMoved(own)))
    return { path: own, uri: file, isNew: false };
  const copy = await freePlace(brief, title, extension);
  if (!copy) return null;
  const save: vscode.QuickPickItem = {
    label: vscode.l10n.t('$(new-file) Keep its text as {0}', copy.path),
    description: pagesOf(pages),
    detail: vscode.l10n.t('Numbers and quotations of your brief are looked up in the copy.'),
  };
  const options = { title: vscode.l10n.t('Add Source from File'), placeHolder: title, ignoreFocusOut: true };
  if ((await vscode.window.showQuickPick([save], options)) !== save) return null;
  await writeNew(copy.uri, text);
  return { ...copy, isNew: true };
}

function pagesOf(pages: number | null): string {
  if (pages === null) return '';
  return pages === 1 ? vscode.l10n.t('1 page') : vscode.l10n.t('{0} pages', pages);
}

/** The path of a file relative to the brief; null where it lies elsewhere. */
function pathBelow(brief: vscode.Uri, file: vscode.Uri): string | null {
  const folder = vscode.Uri.joinPath(brief, '..');
  const isBeside = folder.scheme === file.scheme && folder.authority === file.authority;
  return isBeside && file.path.startsWith(`${folder.path}/`) ? file.path.slice(folder.path.length + 1) : null;
}

/** Says where the text is, and opens it if the user wants to look at it. */
async function offerCopy(
  { path, uri, isNew }: LocalCopy & { readonly isNew: boolean },
  pages: number | null,
): Promise<void> {
  // A library has taken it.
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!isNew || !isThere) return;
  const open = vscode.l10n.t('Open Copy');
  const message =
    pages === null
      ? vscode.l10n.t('The text of the source is in {0}.', path)
      : vscode.l10n.t('The text of the source is in {0}, with its pages.', path);
  // Nobody waits for the answer.
  vscode.window.showInformationMessage(message, open).then((choice) => {
    if (choice === open) vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  });
}
