import * as vscode from 'vscode';
import type { Client } from '../client';

/** The tools for language models, by the names that the manifest gives them. */
export const TOOLS = ['brief_check', 'brief_findEvidence', 'brief_cite'] as const;
export type ToolName = (typeof TOOLS)[number];

/** Offers the tools to chats, where VS Code has any. What they do is loaded when the first of them is used. */
export function createTools(client: Client): vscode.Disposable {
  // Some programs that run extensions know of no language models.
  if (typeof vscode.lm?.registerTool !== 'function') return vscode.Disposable.from();
  return vscode.Disposable.from(
    ...TOOLS.map((name) =>
      vscode.lm.registerTool<unknown>(name, {
        invoke: async ({ input }, token) => (await import('./useTool')).useTool(client, name, input, token),
        prepareInvocation: async ({ input }) => (await import('./prepare')).prepare(name, input),
      }),
    ),
  );
}
