import * as vscode from 'vscode';
import type { Client } from '../client';
import type { LazyReader } from '../commands/reviewing/reading';
import { TOOLS } from './tools';

/** Offers the tools to chats, where VS Code has any. What they do is loaded when the first of them is used. */
export function createTools(client: Client, reader: LazyReader): vscode.Disposable {
  // Some programs that run extensions know of no language models.
  if (typeof vscode.lm?.registerTool !== 'function') return vscode.Disposable.from();
  return vscode.Disposable.from(
    ...TOOLS.map((name) =>
      vscode.lm.registerTool<unknown>(name, {
        invoke: async ({ input }, token) => (await import('./useTool')).useTool({ client, reader }, name, input, token),
        prepareInvocation: async ({ input }) => (await import('./prepare')).prepare(name, input),
      }),
    ),
  );
}
