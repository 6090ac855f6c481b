import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { WorkerStart } from '../server/protocol';
import { startExtension } from './extension';

/**
 * The entry for windows that have no Node, such as those of vscode.dev: the language server is a web worker. Called when
 * a brief is opened, one of our commands is run, or a preview comes back after a reload.
 */
export function activate(context: vscode.ExtensionContext): ReturnType<typeof startExtension> {
  const addressOf = (path: string) => vscode.Uri.joinPath(context.extensionUri, path).toString(true);
  let worker: Worker | undefined;
  const end = () => worker?.terminate();
  context.subscriptions.push({ dispose: end });
  /** Each start is of a new worker. One that was told to exit stays, as nothing but its owner can end it. */
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
 * What the server says in a language, which a web worker has no way to read; undefined where there is no such table, so
 * that it says it in English.
 */
async function wordsIn(extension: vscode.Uri, language: string): Promise<unknown> {
  const table = vscode.Uri.joinPath(extension, 'l10n', `engine.${language}.json`);
  try {
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(table)));
  } catch {
    return undefined;
  }
}
