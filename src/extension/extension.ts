import * as vscode from 'vscode';
import { startClient } from './client';
import { registerCommands } from './commands';
import { createPreviews } from './preview/previews';
import { createStatusBar } from './statusBar';

/** Called when a brief is opened, one of our commands is run, or a preview comes back after a reload. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Research Briefs', { log: true });
  const client = startClient(context, output);
  const previews = createPreviews(context.extensionUri, client, output);
  context.subscriptions.push(
    output,
    client,
    previews,
    createStatusBar(client, previews),
    registerCommands({ client, previews, output }),
  );
  await client.started;
}
