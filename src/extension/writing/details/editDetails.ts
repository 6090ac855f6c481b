import * as vscode from 'vscode';
import type { DetailChange } from '../../../server/protocol';
import type { FormWords, ToForm } from '../../../webview/messages';
import type { Client } from '../../client';
import { makeNamedEdits } from '../../commands/documentEdits';
import { previewPage } from '../../preview/page';
import { columnWith } from '../../preview/source';
import { nameOf } from '../../uris';
import { readMessage } from './fromForm';

/** How long the form waits for more changes of the text before it follows, in milliseconds. */
const QUIET_MS = 150;

/** The forms that are open, by their briefs. */
const forms = new Map<string, { readonly panel: vscode.WebviewPanel; open(source: string | null): void }>();

/**
 * Opens the form for the details of a brief beside it, or shows the one that is open.
 *
 * @param source the id of a source whose fields are to be shown
 */
export function editDetails(extensionUri: vscode.Uri, client: Client, brief: vscode.Uri, source: string | null): void {
  const before = forms.get(brief.toString());
  if (before) {
    before.panel.reveal();
    before.open(source);
    return;
  }
  const media = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const title = vscode.l10n.t('Details of {0}', nameOf(brief));
  const place = { viewColumn: vscode.ViewColumn.Beside };
  const panel = vscode.window.createWebviewPanel('brief.details', title, place, {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [media],
  });
  const { webview } = panel;
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'file-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'file-dark.svg'),
  };
  const form = createForm(client, brief, title, (message) => webview.postMessage(message));
  const listeners = vscode.Disposable.from(
    form,
    webview.onDidReceiveMessage(form.receive),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.toString() === brief.toString()) panel.dispose();
    }),
  );
  forms.set(brief.toString(), { panel, open: form.open });
  panel.onDidDispose(() => {
    forms.delete(brief.toString());
    listeners.dispose();
  });
  form.open(source);
  webview.html = previewPage({
    cspSource: webview.cspSource,
    script: address('details.js'),
    style: address('details-style.css'),
  });
}

/** What happens between a form and its brief. */
function createForm(client: Client, brief: vscode.Uri, title: string, post: (message: ToForm) => Thenable<boolean>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: string | null = null;
  let isReady = false;
  /** One after the other, so that each change is for the text after the one before, and no older details come last. */
  let working: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>) => {
    working = working.then(work, work);
  };
  const sendDetails = async () => {
    clearTimeout(timer);
    const details = isReady ? await client.details(brief).catch(() => null) : null;
    if (!details) return;
    await post({ type: 'details', details, words: wordsOf(title), open: wanted });
    wanted = null;
  };
  const send = () => inTurn(sendDetails);
  const receive = (received: unknown): void => {
    const message = readMessage(received);
    if (message?.type === 'ready') isReady = true;
    if (message?.type === 'ready') send();
    if (message?.type === 'show') inTurn(() => showLine(brief, message.line));
    if (message?.type !== 'change') return;
    inTurn(async () => {
      const refused = await change(client, brief, message.change);
      await sendDetails();
      await post(refused === null ? { type: 'made' } : { type: 'refused', message: refused });
    });
  };
  const listeners = vscode.Disposable.from(
    client.onReady(send),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== brief.toString()) return;
      clearTimeout(timer);
      timer = setTimeout(send, QUIET_MS);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  const open = (source: string | null) => {
    wanted = source;
    if (isReady) send();
  };
  return { receive, open, dispose: () => listeners.dispose() };
}

/**
 * Makes a change of the form, in one step to undo.
 *
 * @returns why it was not made; null: it was
 */
async function change(client: Client, brief: vscode.Uri, wanted: DetailChange): Promise<string | null> {
  const document = await vscode.workspace.openTextDocument(brief);
  const unknown = () => vscode.l10n.t('This brief is not checked, so nothing was changed.');
  return (await makeNamedEdits(document, () => client.changeDetails(brief, wanted), unknown))?.why ?? null;
}

async function showLine(brief: vscode.Uri, line: number): Promise<void> {
  const viewColumn = columnWith(brief) ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(brief, { viewColumn, selection: new vscode.Range(line, 0, line, 0) });
}

function wordsOf(title: string): FormWords {
  return {
    language: vscode.env.language,
    title,
    moveUp: vscode.l10n.t('Move Up'),
    moveDown: vscode.l10n.t('Move Down'),
    remove: vscode.l10n.t('Remove'),
    show: vscode.l10n.t('Show in Text'),
    fixed: vscode.l10n.t('Written in a way that this form does not change. Change it in the text.'),
  };
}
