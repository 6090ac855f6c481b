import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { CITATION, DECLARED, type EditorFolder, editorFolder, RENAMED, versionOf } from './drive';

const SOCKET = `brief-test-${process.pid}`;

describe('Helix with editors/helix, in a terminal', function () {
  this.timeout(120_000);
  let folder: EditorFolder;
  const tmux = (...args: readonly string[]) =>
    spawnSync('tmux', ['-L', SOCKET, '-f', '/dev/null', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      env: folder.env,
    }).stdout;
  before(function () {
    if (versionOf('hx') === null || versionOf('tmux', '-V') === null) this.skip();
    folder = editorFolder();
    cpSync('editors/helix', join(folder.path, 'config/helix'), { recursive: true });
  });
  after(() => {
    if (!folder) return;
    tmux('kill-server');
    folder.remove();
  });

  const type = (...keys: readonly string[]) => tmux('send-keys', '-t', 'editor', ...keys);
  /** Waits until the terminal shows something, and gives all that it shows. */
  const shown = async (wanted: RegExp): Promise<string> => {
    let screen = '';
    for (let tries = 0; tries < 300; tries++) {
      screen = tmux('capture-pane', '-p', '-t', 'editor');
      if (wanted.test(screen)) return screen;
      await setTimeout(100);
    }
    return assert.fail(`${wanted} is not shown:\n${screen}`);
  };

  /** The status line with the cursor there. */
  const at = (column: number) => new RegExp(` ${CITATION.line}:${column + 1}\\s*$`, 'm');

  it('finds the server and the colours', () => {
    const { stdout } = spawnSync('hx', ['--health', 'brief'], { encoding: 'utf8', env: folder.env });
    const health = stripVTControlCharacters(stdout);
    assert.match(health, /✓ brief: .*bin\/brief/);
    assert.match(health, /Highlight queries: ✓/);
  });

  it('shows problems, a source, where it is declared, a fix, and renames it', async () => {
    tmux('new-session', '-d', '-s', 'editor', '-x', '140', '-y', '40', 'hx supply.brief');
    await shown(/Nothing declares|twice|● 1/);
    type(`${CITATION.line}G`, `${CITATION.column}l`);
    await shown(at(CITATION.column));
    type('Space', 'k');
    await shown(/cited once/);
    type('Escape');
    await shown(/^(?![\s\S]*cited once)/);
    type('g', 'd');
    await shown(new RegExp(` ${DECLARED}:\\d+\\s*$`, 'm'));
    type(`${CITATION.line}G`, 'g', 'h', `${CITATION.repeated}l`);
    await shown(at(CITATION.repeated));
    type('Space', 'a');
    await shown(/Remove the second/);
    type('Enter');
    await shown(/2024 \[@ore\]/);
    type(`${CITATION.line}G`, 'g', 'h', `${CITATION.column}l`);
    await shown(at(CITATION.column));
    type('Space', 'r');
    await shown(/rename/);
    type('C-u', 'mine', 'Enter');
    await shown(/2024 \[@mine\]/);
    type(':write-quit', 'Enter');
    for (let tries = 0; tries < 100 && folder.read('supply.brief') !== RENAMED; tries++) await setTimeout(100);
    assert.equal(folder.read('supply.brief'), RENAMED);
  });
});
