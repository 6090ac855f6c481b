import * as vscode from 'vscode';
import { freeName } from './sources/newCopy';

/**
 * Asks for a title, and opens an untitled brief with the parts that a brief has, ready to be filled in. If a folder is open, saving
 * names the file after the title. An empty title leaves both for later.
 */
export async function newBrief(): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Brief'),
    prompt: vscode.l10n.t('The title of the brief. Its file is named after it.'),
    ignoreFocusOut: true,
  });
  if (title === undefined) return;
  const document = await newDocument(title.trim(), '');
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(skeleton(title.trim()));
}

/**
 * Opens an untitled brief with a text. If a folder is open, the brief gets a free file name there, made of the words of its
 * title, so that saving proposes that name. VS Code has no such names in folders that aren't on a disk.
 */
export async function newDocument(title: string, text: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const free = folder?.uri.scheme === 'file' && title !== '' ? await freeName(folder.uri, title, '.brief') : null;
  if (!folder || free === null) return vscode.workspace.openTextDocument({ language: 'brief', content: text });
  const uri = vscode.Uri.joinPath(folder.uri, free).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** A quote or a backslash that is not part of an escape yet: the cursor may leave a title more than once. */
const UNESCAPED = String.raw`((?<!\\)\\(?![\\"])|(?<!\\)")`;

/**
 * A line with a title in quotes, since many titles have a colon. VS Code escapes what was typed into it when the cursor moves on.
 *
 * @param stop the number of its tab stop
 */
const titleLine = (stop: number) => ['title:', String.raw`"${'$'}{${stop}/${UNESCAPED}/\\$1/g}"`].join(' ');

/** @param title empty if it is to be typed */
function skeleton(title: string): vscode.SnippetString {
  const words = (text: string) => text.replace(/[\\$}]/g, '\\$&');
  const lines = [
    '---',
    title === '' ? titleLine(1) : ['title:', words(JSON.stringify(title))].join(' '),
    'published: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE',
    'sources:',
    '  - id: 1',
    `    ${titleLine(2)}`,
    `    url: \${3:https://example.org/}`,
    '---',
    '',
    `## \${4:${words(vscode.l10n.t('Section'))}}`,
    '',
    `- \${5:${words(vscode.l10n.t('What the source says'))}} [1]`,
    '$0',
  ];
  return new vscode.SnippetString(lines.join('\n'));
}
