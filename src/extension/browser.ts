import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { WorkerStart } from '../server/protocol';
import { startExtension } from './extension';

/**
 * The entry for windows without Node, such as at vscode.dev: the language server is a web worker. Called when a brief is
 * opened, one of our commands is run, or a preview comes back after a reload.
 */
export function activate(context: vscode.ExtensionContext): ReturnType<typeof startExtension> {
  const addressOf = (path: string) => vscode.Uri.joinPath(context.extensionUri, path).toString(true);
  let worker: Worker | undefined;
  const end = () => worker?.terminate();
  context.subscriptions.push({ dispose: end });
  /** Starts a new worker each time. A worker told to exit stays, since only its owner can end it. */
  const start = async () => {
    end();
    worker = new Worker(addressOf('dist/browser/server.js'));
    worker.postMessage({ bundles: addressOf('dist/') } satisfies WorkerStart);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startExtension(
    context,
    async (options) => new LanguageClient('brief', 'Research Briefs', start, options),
    null,
    () => wordsIn(context.extensionUri, vscode.env.language),
  );
}

/**
 * Returns the server's messages in a language, since a web worker can't read them. If there is no such table, returns
 * undefined, and the server uses English.
 */
async function wordsIn(extension: vscode.Uri, language: string): Promise<unknown> {
  const table = vscode.Uri.joinPath(extension, 'l10n', `engine.${language}.json`);
  try {
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(table)));
  } catch {
    return undefined;
  }
}
