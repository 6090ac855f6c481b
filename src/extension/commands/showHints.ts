import * as vscode from 'vscode';

/** Turns the setting on or off that shows hints: where the workspace has it, there, else for the user. */
export async function showHints(isShown: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('brief');
  const isOfWorkspace = settings.inspect('showHints')?.workspaceValue !== undefined;
  const target = isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update('showHints', isShown, target);
}
