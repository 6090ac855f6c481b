/** Tasks that check briefs by the command line that comes with the extension. */
import * as vscode from 'vscode';

/** Type of a task in `tasks.json`, as in `taskDefinitions` of the manifest. */
const TYPE = 'brief';

/** Offers a task for each open folder. VS Code runs tasks only where the user trusts the folder. */
export function registerTasks(extensionUri: vscode.Uri): vscode.Disposable {
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).map((folder) => taskOf({ type: TYPE }, folder, program)),
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
      return folder && taskOf(definition, folder, program);
    },
  });
}

function taskOf(definition: vscode.TaskDefinition, folder: vscode.WorkspaceFolder, program: string): vscode.Task {
  const args = [...textsOf(definition['paths']), ...textsOf(definition['options'])];
  const run = new vscode.ProcessExecution(process.execPath, [program, 'check', ...args], {
    cwd: folder.uri.fsPath,
    // The program that VS Code runs in acts as Node if this is set.
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new vscode.Task(definition, folder, vscode.l10n.t('check briefs'), TYPE, run, '$brief');
  task.group = vscode.TaskGroup.Test;
  return task;
}

/** Returns the strings of a list. Other values are left out, as `tasks.json` may hold anything. */
function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
