import * as vscode from 'vscode';
import type { CreateLanguageClient } from './client';
import { nameByProcess } from './exporting/temporary';
import { startExtension } from './extension';

/** For the server's process: V8 compiles regular expressions to machine code at once (`files/apart/startFast.ts`). */
const EXPRESSIONS_AT_ONCE = '--no-regexp-tier-up';

/**
 * The entry for desktop and remote windows, where the language server is a process of its own. Called when a brief is
 * opened, one of our commands is run, or a preview comes back after a reload.
 */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  // Where there is Node, a browser can be started that prints.
  vscode.commands.executeCommand('setContext', 'brief.printsPdf', true);
  nameByProcess(() => import('../files/confined/temporary'));
  const module = context.asAbsolutePath('dist/server.js');
  const createLanguageClient: CreateLanguageClient = async (options) => {
    const { LanguageClient, TransportKind } = await import('./client/nodeClient');
    const transport = TransportKind.ipc;
    const server = {
      run: { module, transport, options: { execArgv: [EXPRESSIONS_AT_ONCE] } },
      debug: { module, transport, options: { execArgv: [EXPRESSIONS_AT_ONCE, '--nolazy', '--inspect=6009'] } },
    };
    return new LanguageClient('brief', 'Research Briefs', server, options);
  };
  return startExtension(context, createLanguageClient, {
    network: () => import('../network'),
    lookUps: () => import('../lookUps'),
  });
}
