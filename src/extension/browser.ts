import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from './extension';

/**
 * The entry for windows that have no Node, such as those of vscode.dev: the language server is a web worker. Called when
 * a brief is opened, one of our commands is run, or a preview comes back after a reload.
 */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  let worker: Worker | undefined;
  const end = () => worker?.terminate();
  context.subscriptions.push({ dispose: end });
  /** Each start is of a new worker. One that was told to exit stays, as nothing but its owner can end it. */
  const start = async () => {
    end();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startExtension(context, (options) => new LanguageClient('brief', 'Research Briefs', start, options));
}
