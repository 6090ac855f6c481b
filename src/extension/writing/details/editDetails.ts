import * as vscode from 'vscode';
import type { DetailChange, DetailsResult } from '../../../server/protocol';
import type { FormWords, ToForm } from '../../../webview/messages';
import type { Client } from '../../client';
import { makeNamedEdits } from '../../commands/documentEdits';
import { previewPage } from '../../preview/page';
import { columnWith, isTextAtHand, openIfClosed } from '../../preview/source';
import { isThere, movedUri, nameOf, openDocument } from '../../uris';
import { chooseFile } from './chooseFile';
import { readMessage } from './fromForm';

/** Wait for more changes of the text before the form follows, in milliseconds. */
const QUIET_MS = 150;

/** The forms that are open. */
const forms = new Set<{ readonly panel: vscode.WebviewPanel; readonly form: Form }>();

/**
 * Opens the form for the details of a brief beside it, or shows the one that is open.
 *
 * @param source the id of a source whose fields are to be shown
 */
export function editDetails(extensionUri: vscode.Uri, client: Client, brief: vscode.Uri, source: string | null): void {
  const before = [...forms].find(({ form }) => form.brief().toString() === brief.toString());
  if (before) {
    before.panel.reveal();
    before.form.open(source);
    return;
  }
  const media = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const place = { viewColumn: vscode.ViewColumn.Beside };
  const panel = vscode.window.createWebviewPanel('brief.details', titleOf(brief), place, {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [media],
    // The form keeps typed text that is still wrong while another tab is in front of it.
    retainContextWhenHidden: true,
  });
  const { webview } = panel;
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'file-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'file-dark.svg'),
  };
  const form = createForm(client, brief, (message) => webview.postMessage(message));
  const listeners = vscode.Disposable.from(
    form,
    webview.onDidReceiveMessage(form.receive),
    panel.onDidChangeViewState(() => {
      if (!panel.visible) form.writeTyped();
    }),
    followBrief(form, panel),
  );
  const open = { panel, form };
  forms.add(open);
  panel.onDidDispose(() => {
    forms.delete(open);
    listeners.dispose();
  });
  form.open(source);
  webview.html = previewPage({
    cspSource: webview.cspSource,
    script: address('details.js'),
    style: address('details-style.css'),
  });
}

/** Makes the form follow a brief that is moved, and closes it with a brief that is closed or deleted. */
function followBrief(form: Form, panel: vscode.WebviewPanel): vscode.Disposable {
  const isOurs = (uri: vscode.Uri) => uri.toString() === form.brief().toString();
  const follow = (uri: vscode.Uri) => {
    form.follow(uri);
    panel.title = titleOf(uri);
  };
  let hadTab = false;
  const look = () => {
    hadTab ||= columnWith(form.brief()) !== undefined;
  };
  look();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const now = files.map((file) => movedUri(form.brief(), file)).find((moved) => moved !== null);
      if (now) follow(now);
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      if (files.some((file) => movedUri(form.brief(), { oldUri: file, newUri: file }) !== null)) panel.dispose();
    }),
    vscode.workspace.onDidCloseTextDocument(async ({ uri }) => {
      if (!isOurs(uri)) return;
      // VS Code may close a document that no editor shows at any time. A moved one is closed under its old name.
      const wasMoved = uri.scheme !== 'untitled' && !(await isThere(uri));
      if (hadTab && !wasMoved && isOurs(uri) && !openDocument(uri)) panel.dispose();
    }),
  );
}

interface Form extends vscode.Disposable {
  brief(): vscode.Uri;
  /** Takes a message from the page. */
  receive(message: unknown): void;
  open(source: string | null): void;
  /** Goes on with the same brief under another name. */
  follow(brief: vscode.Uri): void;
  /** Writes the typed changes that aren't written yet. */
  writeTyped(): void;
}

/** Makes the part that exchanges messages with the page of a form, and changes its brief. */
function createForm(client: Client, start: vscode.Uri, post: (message: ToForm) => Thenable<boolean>): Form {
  let brief = start;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: string | null = null;
  let isReady = false;
  /** Typed changes that aren't written yet. A closed page can't send them any more. */
  let typed: readonly DetailChange[] = [];
  /**
   * The work in progress. One piece follows the other, so that each change is for the text after the previous change, and no
   * older details come last.
   */
  let working: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>) => {
    working = working.then(work, work);
  };
  const sendDetails = async () => {
    clearTimeout(timer);
    if (!isReady) return;
    const details = await detailsOf(client, brief).catch(() => null);
    if (!details || !isReady) return;
    await post({ type: 'details', details, words: wordsOf(titleOf(brief)), open: wanted });
    wanted = null;
  };
  const send = () => inTurn(sendDetails);
  const writeTyped = () => {
    if (isTextAtHand(brief)) for (const one of typed) inTurn(() => change(client, brief, one));
    typed = [];
  };
  const make = async (wantedChange: DetailChange) => {
    const refused = await change(client, brief, wantedChange).catch(String);
    await sendDetails();
    if (isReady) await post(refused === null ? { type: 'made' } : { type: 'refused', message: refused });
  };
  const receive = (received: unknown): void => {
    const message = readMessage(received);
    // A page that is moved to another window is loaded again.
    if (message?.type === 'ready') writeTyped();
    if (message?.type === 'ready') isReady = true;
    if (message?.type === 'ready') send();
    if (message?.type === 'typed') typed = message.changes;
    // Not in turn: changes go on while the dialog is open.
    if (message?.type === 'choose')
      void chooseFile(brief, message.files).then((chosen) => isReady && post({ type: 'chosen', ...chosen }));
    if (message?.type === 'show') inTurn(() => showLine(brief, message.line));
    if (message?.type === 'save') inTurn(() => save(brief));
    if (message?.type === 'change') inTurn(() => make(message.change));
  };
  const listeners = vscode.Disposable.from(
    client.onReady(send),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== brief.toString()) return;
      clearTimeout(timer);
      timer = setTimeout(send, QUIET_MS);
    }),
  );
  return {
    brief: () => brief,
    receive,
    writeTyped,
    open: (source) => {
      wanted = source;
      send();
    },
    follow: (next) => {
      brief = next;
      send();
    },
    dispose: () => {
      writeTyped();
      isReady = false;
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

async function detailsOf(client: Client, brief: vscode.Uri): Promise<DetailsResult | null> {
  await openIfClosed(brief);
  return client.details(brief);
}

/**
 * Makes a change of the form, in one undo step.
 *
 * @returns why it was not made; null if it was
 */
async function change(client: Client, brief: vscode.Uri, wanted: DetailChange): Promise<string | null> {
  const document = await vscode.workspace.openTextDocument(brief);
  const unknown = () => vscode.l10n.t('This brief is not checked, so nothing was changed.');
  return (await makeNamedEdits(document, () => client.changeDetails(brief, wanted), unknown))?.why ?? null;
}

async function save(brief: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(brief);
  await document.save();
}

async function showLine(brief: vscode.Uri, line: number): Promise<void> {
  const viewColumn = columnWith(brief) ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(brief, { viewColumn, selection: new vscode.Range(line, 0, line, 0) });
}

function titleOf(brief: vscode.Uri): string {
  return vscode.l10n.t('Details of {0}', nameOf(brief));
}

function wordsOf(title: string): FormWords {
  return {
    language: vscode.env.language,
    title,
    moveUp: vscode.l10n.t('Move Up'),
    moveDown: vscode.l10n.t('Move Down'),
    remove: vscode.l10n.t('Remove'),
    show: vscode.l10n.t('Show in Text'),
    chooseFile: vscode.l10n.t('Choose File...'),
    fixed: vscode.l10n.t('This form cannot change it as it is written. Change it in the text.'),
  };
}
