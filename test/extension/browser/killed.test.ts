import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chooseFormat, takeFile } from '../../../scripts/lib/workbench.js';
import { temporaryName } from '../../../src/files/confined/temporary';
import { longBrief } from '../../bench/longBrief';
import { KILLS } from '../../kill/killing';
import { inWindow, until } from './support';

/** Each takes seconds, as the window is loaded anew. */
const TIMES = Math.ceil(KILLS / 4);
const TEXT = longBrief(8000);
const LINES = TEXT.split('\n');
const LINE = LINES.findIndex((line) => line.endsWith('[@s1]')) + 1;
const RENAMED = TEXT.replaceAll('[@s1]', '[@first]').replace('{ id: s1,', '{ id: first,');

describe('The extension host that is killed at a random moment', function () {
  this.timeout(120_000 + TIMES * 30_000);
  const mark = randomBytes(8).toString('hex');
  const waiting = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  const opened = inWindow('killed.brief', TEXT, { env: { BRIEF_TEST_MARK: mark } });
  before(() => checked());

  const checked = () => opened.status(/\d+ of \d+ cited/).waitFor({ timeout: 60_000 });
  /** The number of the one that was killed last. */
  let killed = 0;
  /** Kills it, and loads the window anew, as a user does who is told that it has ended. */
  const killAfter = async (ms: number) => {
    await waiting(ms);
    const pids = hostsWith(mark);
    assert.ok(pids.length > 0, 'there is an extension host');
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    killed = pids[0] ?? 0;
    // What the window itself was about to do comes to its end.
    await waiting(1000);
    await opened.page.reload();
    await checked();
  };

  it('leaves the whole of an export or nothing, and the brief as it was', async () => {
    const exported = opened.at('killed.html');
    await exportHtml();
    await opened.written('killed.html');
    for (let i = 0; i < TIMES; i++) {
      rmSync(exported, { force: true });
      await exportHtml();
      await killAfter(Math.random() * 400);
      if (existsSync(exported)) assert.match(readFileSync(exported, 'utf8'), /^<!doctype html>.*<\/html>\n$/s);
      assert.equal(opened.read(), TEXT);
    }
    // Few kills come while a file is written: this is what one of them leaves.
    const left = temporaryName('killed.html').replace(/-[0-9a-f]+/, `-${killed.toString(16)}`);
    writeFileSync(opened.at(left), 'half');
    rmSync(exported, { force: true });
    await exportHtml();
    const leftovers = () => readdirSync(opened.at('')).filter((name) => name.endsWith('.brief.tmp'));
    await until('what was left is cleared up', () => existsSync(exported) && leftovers().length === 0);
  });

  it('leaves a brief wholly renamed or not at all', async () => {
    for (let i = 0; i < TIMES; i++) {
      await opened.line('---').click();
      await opened.moveTo(LINE, (LINES[LINE - 1] ?? '').length - 2);
      await opened.press('F2');
      const box = opened.page.locator('.rename-box input');
      await box.waitFor();
      await box.fill('first');
      await box.press('Enter');
      await killAfter(Math.random() * 200);
      assert.equal(opened.read(), TEXT, 'what is not saved is not on the disk');
      await opened.line('---').click();
      await opened.press('Control+s');
      await opened.page.locator('.tab.dirty').waitFor({ state: 'detached' });
      const text = opened.read();
      assert.ok([TEXT, RENAMED].includes(text), text.slice(0, 400));
      if (text === TEXT) continue;
      writeFileSync(opened.file, TEXT);
      await opened.page.reload();
      await checked();
    }
  });

  async function exportHtml(): Promise<void> {
    await opened.line('---').click();
    await takeFile(opened.page, 'killed.html', () => chooseFormat(opened.page, 'HTML'));
  }
});

/** The extension hosts whose environment holds a mark: other tests may run beside this one. */
function hostsWith(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isHost = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=extensionHost');
        return isHost && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`BRIEF_TEST_MARK=${mark}`);
      } catch {
        // It has ended meanwhile.
        return false;
      }
    })
    .map(Number);
}
