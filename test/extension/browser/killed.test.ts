import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chooseFormat, lineStarting, moveCursor, takeFile } from '../../../scripts/lib/workbench.js';
import { temporaryName } from '../../../src/files/confined/temporary';
import { longBrief } from '../../bench/longBrief';
import { KILLS } from '../../kill/killing';
import { type Opened, open, pictureIfFailed } from './support';

/** Each takes seconds, as the window is loaded anew. */
const TIMES = Math.ceil(KILLS / 4);
const TEXT = longBrief(8000);
const LINES = TEXT.split('\n');
const LINE = LINES.findIndex((line) => line.endsWith('[@s1]')) + 1;
const RENAMED = TEXT.replaceAll('[@s1]', '[@first]').replace('{ id: s1,', '{ id: first,');

describe('The extension host that is killed at a random moment', function () {
  this.timeout(120_000 + TIMES * 30_000);
  const mark = randomBytes(8).toString('hex');
  let opened: Opened | undefined;
  const window = () => {
    assert.ok(opened, 'the window is open');
    return opened;
  };
  const page = () => window().page;
  const at = (name: string) => join(dirname(window().file), name);
  const waiting = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  beforeEach(async () => {
    opened = await open('killed.brief', TEXT, { env: { BRIEF_TEST_MARK: mark } });
    await checked();
  });
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
  });

  const checked = () =>
    page()
      .locator('.part.statusbar', { hasText: /\d+ of \d+ cited/ })
      .waitFor({ timeout: 60_000 });
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
    await page().reload();
    await checked();
  };

  it('leaves the whole of an export or nothing, and the brief as it was', async () => {
    const exported = at('killed.html');
    await exportHtml();
    for (let waited = 0; !existsSync(exported) && waited < 30_000; waited += 50) await waiting(50);
    for (let i = 0; i < TIMES; i++) {
      rmSync(exported, { force: true });
      await exportHtml();
      await killAfter(Math.random() * 400);
      if (existsSync(exported)) assert.match(readFileSync(exported, 'utf8'), /^<!doctype html>.*<\/html>\n$/s);
      assert.equal(readFileSync(window().file, 'utf8'), TEXT);
    }
    // Few kills come while a file is written: this is what one of them leaves.
    const left = temporaryName('killed.html').replace(/-[0-9a-f]+/, `-${killed.toString(16)}`);
    writeFileSync(at(left), 'half');
    rmSync(exported, { force: true });
    await exportHtml();
    const leftovers = () => readdirSync(dirname(exported)).filter((name) => name.endsWith('.brief.tmp'));
    for (let waited = 0; (!existsSync(exported) || leftovers().length > 0) && waited < 30_000; waited += 50)
      await waiting(50);
    assert.deepEqual(leftovers(), []);
  });

  it('leaves a brief wholly renamed or not at all', async () => {
    for (let i = 0; i < TIMES; i++) {
      await lineStarting(page(), '---').first().click();
      await moveCursor(page(), LINE, (LINES[LINE - 1] ?? '').length - 2);
      await page().keyboard.press('F2');
      const box = page().locator('.rename-box input');
      await box.waitFor();
      await box.fill('first');
      await box.press('Enter');
      await killAfter(Math.random() * 200);
      assert.equal(readFileSync(window().file, 'utf8'), TEXT, 'what is not saved is not on the disk');
      await lineStarting(page(), '---').first().click();
      await page().keyboard.press('Control+s');
      await page().locator('.tabs-container .tab.dirty').waitFor({ state: 'detached' });
      const text = readFileSync(window().file, 'utf8');
      assert.ok([TEXT, RENAMED].includes(text), text.slice(0, 400));
      if (text === TEXT) continue;
      writeFileSync(window().file, TEXT);
      await page().reload();
      await checked();
    }
  });

  async function exportHtml(): Promise<void> {
    await lineStarting(page(), '---').first().click();
    await takeFile(page(), 'killed.html', () => chooseFormat(page(), 'HTML'));
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
