import * as vscode from 'vscode';
import type { Client } from './client';
import { isOwnText } from './uris';

/** Tells which of the open documents are briefs. */
export interface Briefs extends vscode.Disposable {
  /**
   * True for a document in the language of briefs, and for a Markdown file that the server checks. False for an older
   * version of one.
   */
  has(document: vscode.TextDocument): boolean;
}

/** Context key for the `when` of menus and commands: the Markdown files that are briefs, as values of `resourcePath`. */
const MARKDOWN_BRIEFS = 'brief.markdownBriefs';

export function createBriefs(client: Client): Briefs {
  const markdown = new Map<string, vscode.Uri>();
  const tell = () =>
    vscode.commands.executeCommand('setContext', MARKDOWN_BRIEFS, [...markdown.values()].flatMap(resourcePathsOf));
  const add = (uri: string) => {
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri);
    if (document?.languageId !== 'markdown' || markdown.has(uri)) return;
    markdown.set(uri, document.uri);
    tell();
  };
  const remove = (uri: string) => {
    if (markdown.delete(uri)) tell();
  };
  const listeners = vscode.Disposable.from(
    client.onStatus(({ uri }) => add(vscode.Uri.parse(uri).toString())),
    client.onNoBrief((uri) => remove(uri.toString())),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => remove(uri.toString())),
  );
  return {
    has: (document) =>
      isOwnText(document) && (document.languageId === 'brief' || markdown.has(document.uri.toString())),
    dispose: () => listeners.dispose(),
  };
}

/**
 * Returns the possible values of the context key `resourcePath` for a document. A remote window says `vscode-remote:` where
 * we say `file:`, so only the path is the same. VS Code takes `fsPath` of local files, and `path` of all others.
 */
function resourcePathsOf({ path, fsPath }: vscode.Uri): readonly string[] {
  return path === fsPath ? [path] : [path, fsPath];
}

/**
 * Waits until a document is open that may be a brief. Authors of other Markdown need no language server, so none is started
 * until then.
 *
 * @returns the result of `start` if there is such a document already
 */
export async function whenNeeded(context: vscode.ExtensionContext, start: () => Promise<void>): Promise<void> {
  let includes = false;
  const isNeeded = () => vscode.workspace.textDocuments.some((document) => mayBeBrief(document, includes));
  if (isNeeded()) return start();
  const look = () => {
    if (!isNeeded()) return;
    listeners.dispose();
    start();
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'markdown') look();
    }),
    vscode.workspace.onDidChangeConfiguration(look),
  );
  context.subscriptions.push(listeners);
  vscode.workspace.findFiles('**/brief.config.yaml', '**/node_modules/**', 1).then(
    ([config]) => {
      includes = config !== undefined;
      if (includes) look();
    },
    () => undefined,
  );
}

/** @param includes true if there is a configuration, which may include any Markdown file */
function mayBeBrief(document: vscode.TextDocument, includes: boolean): boolean {
  if (document.languageId === 'brief') return true;
  if (document.languageId !== 'markdown') return false;
  const globs: unknown = vscode.workspace.getConfiguration('brief', document).get('include');
  if (includes || (Array.isArray(globs) && globs.length > 0)) return true;
  // The server checks in detail; the first line excludes most Markdown files.
  return document.lineAt(0).text.trimEnd() === '---' && /^sources[ \t]*:/m.test(document.getText());
}
