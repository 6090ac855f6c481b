import * as vscode from 'vscode';
import { taskMarkOf } from '../../core/editor/writing';
import type { FromPage } from '../../webview/messages';
import { openOnWeb, openOriginal } from '../sources/originals';
import { folderOf } from '../uris';
import { linkTarget } from './links';
import { settingOf } from './settings';
import type { PreviewParts } from './shown';
import { editorsOf, isTextAtHand, openIfClosed, showSource } from './source';

type Message<Type> = Extract<FromPage, { readonly type: Type }>;

/** Does what the page of a preview asks for. */
export async function receive(parts: PreviewParts, message: FromPage): Promise<void> {
  const { services, shown, copying, drawing, post } = parts;
  switch (message.type) {
    case 'ready':
      return begin(parts);
    case 'stale':
      shown.have = null;
      return drawing.now();
    case 'reveal':
      return reveal(parts, message);
    case 'scrolled':
      return scrollEditors(parts, message);
    case 'card': {
      await openIfClosed(shown.uri);
      const card = await services.client.card(shown.uri, message.id);
      return post({ type: 'card', id: message.id, html: card?.html ?? null });
    }
    case 'look': {
      const changed = message.look.review !== shown.look.review;
      shown.look = message.look;
      return changed ? drawing.now() : undefined;
    }
    case 'copied':
      return copying.copied(message.done);
    case 'loadWebImages':
      return services.webImages.ask(shown.uri);
    case 'passage': {
      const { way, source, passage, start, end } = message;
      await openIfClosed(shown.uri);
      return openOriginal(services.client, shown.uri, { source, passage, start, end }, way);
    }
    case 'task':
      return tick(parts, message);
    case 'open':
      return openLink(message.href, shown.uri);
  }
}

/** The page is there, and has nothing yet. */
async function begin({ shown, appearance, drawing, copying }: PreviewParts): Promise<void> {
  shown.listening = true;
  shown.have = null;
  shown.bringToTop = shown.top > 0;
  await appearance.send();
  await drawing.now();
  copying.ready();
}

async function reveal({ shown, panel }: PreviewParts, message: Message<'reveal'>): Promise<void> {
  if (message.by === 'double-click' && !settingOf('doubleClickToSwitchToEditor')) return;
  const place = new vscode.Position(message.line, message.character);
  await showSource(shown.uri, panel, place, message.words, message.nth);
}

/** Writes the mark of one task, if the page shows the text as it is now. If it doesn't, the page is drawn again. */
async function tick({ shown, drawing }: PreviewParts, { line, version, done }: Message<'task'>): Promise<void> {
  if (!isTextAtHand(shown.uri)) return;
  const document = await vscode.workspace.openTextDocument(shown.uri);
  const mark =
    version === document.version && line < document.lineCount ? taskMarkOf(document.lineAt(line).text) : null;
  if (!mark || mark.done === done) return drawing.now();
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(line, mark.at, line, mark.at + 1), done ? 'x' : ' ');
  await vscode.workspace.applyEdit(edit);
}

function scrollEditors({ shown, services }: PreviewParts, { line }: Message<'scrolled'>): void {
  shown.top = line;
  if (!settingOf('scrollEditorWithPreview')) return;
  shown.scrolledByPage = { line, at: Date.now() };
  for (const editor of editorsOf(shown.uri)) services.editorScroll.scrollTo(editor, line);
}

/**
 * Opens a link of a brief, if it is one that may be opened: a web page, a mail, or a file below the brief's folder. VS Code
 * asks before it opens a web page of a site that the user has not trusted; of a mail we ask.
 */
async function openLink(href: string, brief: vscode.Uri): Promise<void> {
  const target = linkTarget(href);
  if (await openOnWeb(href)) return;
  if (target?.kind === 'external' && (await isWanted(target.url)))
    await vscode.env.openExternal(vscode.Uri.parse(target.url, true));
  const folder = folderOf(brief);
  if (target?.kind !== 'file' || !folder) return;
  const file = vscode.Uri.joinPath(folder, ...target.path);
  const { type } = await vscode.workspace.fs.stat(file);
  if (type === vscode.FileType.File) await vscode.commands.executeCommand('vscode.open', file);
}

async function isWanted(url: string): Promise<boolean> {
  const address = /^mailto:([^?]*)/i.exec(url)?.[1];
  if (address === undefined) return true;
  const message = vscode.l10n.t('Write a mail to {0}?', address);
  const write = vscode.l10n.t('Write Mail');
  return (await vscode.window.showInformationMessage(message, { modal: true, detail: url }, write)) === write;
}
