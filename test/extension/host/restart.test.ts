import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import * as actions from '../../../src/extension/client/clientActions';
import { createStops } from '../../../src/extension/client/stops';
import { CITED, erase, eventually, noProblemOf, openText, problemOf } from './support';

describe('The language server that is killed', () => {
  before(function () {
    // The processes of a system are listed by `ps`.
    if (process.platform === 'win32') this.skip();
  });

  it('is started again, and says what is wrong with the open briefs', async () => {
    const editor = await openText('killed.brief', CITED);
    await startAnew(editor.document.uri);
    await noProblemOf(editor.document.uri, 'citation/missing');
    const [killed] = await serverProcesses();
    assert.ok(killed);
    process.kill(killed, 'SIGKILL');
    await erase(editor, ' [3]');
    await problemOf(editor.document.uri, 'citation/missing');
    assert.notDeepEqual(await serverProcesses(), [killed]);
  });

  it('is not shut down for messages that fail before its end is known', async () => {
    const output = vscode.window.createOutputChannel('Stops', { log: true });
    const { error } = createStops(output).handler(actions);
    const { action } = await error(new Error('Channel closed'), undefined, 100);
    output.dispose();
    assert.equal(action, actions.ErrorAction.Continue);
  });

  it('too often in a short time is left alone until it is restarted by hand', async () => {
    const { document } = await openText('killed-often.brief', CITED.replace('[3].', '[9].'));
    await startAnew(document.uri);
    await problemOf(document.uri, 'citation/unknown-source');
    // The fifth in three minutes is one too many.
    for (let i = 0; i < 5; i++) {
      const [pid] = await serverProcesses();
      assert.ok(pid);
      process.kill(pid, 'SIGKILL');
      await eventually('the end of the process', () => (listed().includes(pid) ? undefined : true));
      if (i < 4) await eventually('another process', () => answering(document.uri));
    }
    await noProblemOf(document.uri, 'citation/unknown-source');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.deepEqual(listed(), []);
    await vscode.commands.executeCommand('brief.restartServer');
    await problemOf(document.uri, 'citation/unknown-source');
  });
});

/** Starts the server by hand, which forgets how often it stopped; one that is killed while it introduces itself has not been started. */
async function startAnew(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('brief.restartServer');
  await eventually('an answer', () => answering(uri));
}

/** Whether a language server is there for a document; VS Code keeps no such answer. */
async function answering(uri: vscode.Uri): Promise<true | undefined> {
  const tokens: vscode.SemanticTokens | undefined = await vscode.commands.executeCommand(
    'vscode.provideDocumentSemanticTokens',
    uri,
  );
  return tokens && tokens.data.length > 0 && listed().length > 0 ? true : undefined;
}

/** The processes of this window's language server, once there is one. */
function serverProcesses(): Promise<readonly number[]> {
  return eventually('the process of the language server', () => {
    const found = listed();
    return found.length > 0 ? found : undefined;
  });
}

function listed(): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const ours = lines.filter((line) => line.includes('server.js') && line.includes(`--clientProcessId=${process.pid}`));
  return ours.map((line) => Number.parseInt(line, 10));
}
