import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CITED, eventually, workspaceFolder, writeText } from './support';

const TASKS = JSON.stringify({
  version: '2.0.0',
  tasks: [{ type: 'brief', label: 'only wrong ones', paths: ['tasks'], options: ['--no-cache', '--language', 'en'] }],
});

/** Runs a task to its end. @returns what its program exits with */
function exitOf(task: vscode.Task): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve(exitCode);
    });
    vscode.tasks.executeTask(task).then(undefined, reject);
  });
}

describe('The task that checks briefs', () => {
  const named = (name: string) =>
    eventually(`the task ${name}`, async () =>
      (await vscode.tasks.fetchTasks({ type: 'brief' })).find((task) => task.name === name),
    );
  after(async () => {
    for (const name of ['.vscode/tasks.json', 'tasks'])
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), name), { recursive: true });
  });

  it('is offered for the folder', async () => {
    const { group, problemMatchers } = await named('check briefs');
    assert.deepEqual([group?.id, problemMatchers], ['test', ['$brief']]);
  });

  it('checks what tasks.json names, and puts what it finds among the problems', async () => {
    const uri = await writeText('tasks/wrong.brief', CITED.replace('[3].', '[9].'));
    await writeText('.vscode/tasks.json', TASKS);
    const task = await named('only wrong ones');
    // VS Code reads no more of a task's output 100 ms after its program has ended: on a busy machine that is too soon.
    const found = await eventually('the problem', async () => {
      assert.equal(await exitOf(task), 1);
      return vscode.languages.getDiagnostics(uri).find(({ message }) => message.includes('declares source [9]'));
    });
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.code, 'citation/unknown-source');
  });
});
