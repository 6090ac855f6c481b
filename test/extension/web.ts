/** The tests that run inside an extension host without Node: the web worker of a VS Code that is a web page. */
import * as vscode from 'vscode';
import { workspaceFolder } from './host/support';
import { runInWeb } from './runInWeb';

/** Put in by the bundler: the paths of the samples, in the project. */
declare const BRIEF_TEST_SAMPLES: readonly string[];

/** Tests that are left out here, and why. */
const NEEDS_NODE: Readonly<Record<string, string>> = {
  'Problems that are accepted': 'the files of a folder are not read there',
  'The language server that is killed': 'a web worker is no process that could be killed',
};

/** What VS Code calls. */
export async function run(): Promise<void> {
  await copySamples();
  await runInWeb(async () => {
    for (const [name, reason] of Object.entries(NEEDS_NODE)) describe.skip(name, () => it(reason));
    await import('./host/index');
    await import('./host/web.test');
  });
}

/** Fills the workspace, which is in memory. */
async function copySamples(): Promise<void> {
  const extension = vscode.extensions.getExtension('research-briefs.research-briefs');
  if (!extension) throw new Error('The extension is not loaded.');
  for (const path of BRIEF_TEST_SAMPLES) {
    const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, path));
    const name = path.replace(/^samples\//, '');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(workspaceFolder(), name), content);
  }
}
