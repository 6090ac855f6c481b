import * as vscode from 'vscode';
import { refusalOf } from '../../../files/confined/confinement';
import type { ExtractResult, SourceTexts } from '../../../server/protocol';
import type { Client } from '../../client';
import { fail, inform } from '../../client/messages';
import type { ActiveBrief } from '../../sources/activeBrief';
import { nameOf, pathBelow } from '../../uris';
import { toBase64 } from '../importing/importFile';
import { briefOfSources, type Declared, declareSource, selectKnown } from './declareSource';
import { besideBrief, freePath, placeOfCopy } from './newCopy';

const MOST_BYTES = 100 * 1024 * 1024;
const DOCUMENTS = ['pdf', 'docx', 'html', 'htm', 'md', 'markdown', 'txt'];
/** Extensions of the files that a source may name as its text. */
const COPIES = ['.txt', '.md', '.html', '.htm'];

type Extracted = Extract<ExtractResult, { text: string }>;

/**
 * Declares a source in the active brief from a document that the user has. The document's text is kept as a local copy, in
 * which evidence is looked up. The document's metadata becomes the source's. The document itself doesn't change.
 *
 * @param file address of the document, from another command; else the user is asked
 */
export async function addSourceFromFile(client: Client, active: ActiveBrief, file: unknown): Promise<void> {
  const editor = await briefOfSources(client, active);
  if (!editor) return;
  const brief = editor.document.uri;
  if (brief.scheme === 'untitled') {
    inform(vscode.l10n.t('Save this brief first: the text of the source is saved beside it.'));
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
    const known = withTitle(source, title);
    const own = await ownText(client, brief, uri, title, known);
    const path = own ?? (await freePath(brief, title, extracted.extension));
    if (path === null) return;
    const named = { ...known, text: path };
    const declared = await declareSource(client, editor, title, named, own === null ? extracted.text : undefined);
    if (declared?.copy) sayWhere(declared.file, declared.copy, extracted.pages);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(vscode.l10n.t('The text was not saved: {0}', reason));
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
  const refuse = (why: string) => {
    fail(vscode.l10n.t('{0} was not read: {1}.', nameOf(uri), why));
    return null;
  };
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) return refuse(vscode.l10n.t('it is larger than 100 MB'));
    const bytes = await vscode.workspace.fs.readFile(uri);
    const progress = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Reading {0}', nameOf(uri)),
    };
    const extracted = await vscode.window.withProgress(progress, () =>
      client.extract({ name: nameOf(uri), base64: toBase64(bytes) }),
    );
    return 'error' in extracted ? refuse(extracted.error) : extracted;
  } catch (error) {
    return refuse(error instanceof Error ? error.message.replace(/[.]$/, '') : String(error));
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
 * Returns the path of a text below the brief's folder that can be its own local copy. Returns null if a copy must be made, for
 * instance because a library would move the file.
 */
async function ownText(
  client: Client,
  brief: vscode.Uri,
  file: vscode.Uri,
  title: string,
  known: SourceTexts,
): Promise<string | null> {
  const path = pathBelow(vscode.Uri.joinPath(brief, '..'), file);
  if (path === null || refusalOf(path, COPIES) !== null) return null;
  const place = await placeOfCopy(client, brief, title, { ...known, text: path });
  return place.toString() === besideBrief(brief, path).toString() ? path : null;
}

/**
 * Says what was written where, and opens the copy if the user wants to look at it. Callers don't wait for the user's answer.
 */
function sayWhere(file: Declared['file'], copy: vscode.Uri, pages: number | null): void {
  const open = vscode.l10n.t('Open Copy');
  vscode.window.showInformationMessage(whereItIs(file, copy, pages !== null), open).then((choice) => {
    if (choice === open) vscode.window.showTextDocument(copy, { viewColumn: vscode.ViewColumn.Beside });
  });
}

function whereItIs(file: Declared['file'], copy: vscode.Uri, hasPages: boolean): string {
  const text = vscode.workspace.asRelativePath(copy);
  if (!file) {
    return hasPages
      ? vscode.l10n.t('The text of the source is in {0}, with its pages.', text)
      : vscode.l10n.t('The text of the source is in {0}.', text);
  }
  const source = vscode.workspace.asRelativePath(file);
  return hasPages
    ? vscode.l10n.t('The source is in {0}. Its text is in {1}, with its pages.', source, text)
    : vscode.l10n.t('The source is in {0}. Its text is in {1}.', source, text);
}
