import * as vscode from 'vscode';
import { EXPRESSIONS_AT_ONCE, GC_AT_HAND, HEAP_IN_SMALL_STEPS } from '../files/apart/flags';
import type { CreateLanguageClient } from './client';
import { nameByProcess } from './exporting/temporary';
import { startExtension } from './extension';
import { offerMcpServer } from './tools/mcpServer';
import { registerTasks } from './tools/tasks';

/** For the server's process. */
const FLAGS = [EXPRESSIONS_AT_ONCE, HEAP_IN_SMALL_STEPS, GC_AT_HAND];

/** For desktop and remote windows, where the language server is a process of its own. */
export function activate(context: vscode.ExtensionContext): ReturnType<typeof startExtension> {
  // Where there is Node, a browser can be started that prints.
  vscode.commands.executeCommand('setContext', 'brief.printsPdf', true);
  context.subscriptions.push(registerTasks(context.extensionUri), offerMcpServer(context));
  nameByProcess(() => import('../files/confined/temporary'));
  const module = context.asAbsolutePath('dist/server.js');
  const createLanguageClient: CreateLanguageClient = async (options) => {
    const { LanguageClient, TransportKind } = await import('./client/nodeClient');
    const transport = TransportKind.ipc;
    const server = {
      run: { module, transport, options: { execArgv: FLAGS } },
      debug: { module, transport, options: { execArgv: [...FLAGS, '--nolazy', '--inspect=6009'] } },
    };
    return new LanguageClient('brief', 'Research Briefs', server, options);
  };
  return startExtension(context, createLanguageClient, {
    network: () => import('../network'),
    copies: () => import('../copies'),
    lookUps: () => import('../lookUps'),
    readings: () => import('../files/kept/readings'),
  });
}
