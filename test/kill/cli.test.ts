import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { longBrief } from '../bench/longBrief';
import { folderWith, runBrief } from '../cli/runBrief';
import { KILLS, killAtRandom, timed } from './killing';

const PROGRAM = resolve('dist/cli.js');

describe('The command line that is killed at a random moment', function () {
  this.timeout(30_000 + KILLS * 10_000);
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());
  const at = (name: string) => join(folder.path, name);
  const bytes = (name: string) => readFileSync(at(name), 'utf8');

  it('leaves the whole of an export or the whole of the one before, and the next one clears up', async () => {
    const text = longBrief(16_000);
    folder = folderWith({ 'a.brief': text, 'b.brief': text.replaceAll('tonnes', 'tons') });
    const args = (name: string) => [PROGRAM, 'render', name, '-o', 'out.html'];
    const life = await timed(args('b.brief'), folder.path);
    const pages = [bytes('out.html')];
    await runBrief(args('a.brief').slice(1), { cwd: folder.path });
    pages.push(bytes('out.html'));
    assert.notEqual(pages[0], pages[1]);
    let killed = 0;
    for (let nth = 0; nth < KILLS; nth++) {
      const name = pages.indexOf(bytes('out.html')) === 1 ? 'b.brief' : 'a.brief';
      if (await killAtRandom(args(name), { cwd: folder.path, folder: folder.path, life, nth })) killed++;
      assert.ok(pages.includes(bytes('out.html')), 'the export is one of the two, whole');
      assert.equal(bytes('a.brief'), text);
    }
    assert.ok(killed > KILLS / 4, `${killed} of ${KILLS} were killed before they had ended`);
    await runBrief(args('a.brief').slice(1), { cwd: folder.path });
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.brief', 'b.brief', 'out.html']);
  });

  it('leaves the text as it was or wholly fixed, and the next run clears up', async () => {
    const before = longBrief(8_000).replaceAll('](', '] (').replaceAll(' [@s1]', ' [@s1][@s1]');
    folder = folderWith({ 'a.brief': before });
    const args = [PROGRAM, 'check', '--fix', 'a.brief'];
    const life = await timed(args, folder.path);
    const after = bytes('a.brief');
    assert.notEqual(before, after);
    for (let nth = 0; nth < KILLS; nth++) {
      writeFileSync(at('a.brief'), before);
      await killAtRandom(args, { cwd: folder.path, folder: folder.path, life, nth });
      assert.ok([before, after].includes(bytes('a.brief')), 'the text is one of the two, whole');
    }
    writeFileSync(at('a.brief'), before);
    await timed(args, folder.path);
    assert.deepEqual(readdirSync(folder.path), ['a.brief']);
  });

  it('leaves a cache that says what a check without one says', async () => {
    const briefs = Array.from({ length: 12 }, (_, i) => [`${i}.brief`, longBrief(4000 + i)] as const);
    folder = folderWith({ ...Object.fromEntries(briefs), 'cache/keep': '' });
    const cached = ['check', '--cache-dir', 'cache', '--format', 'json'];
    const fresh = await runBrief(['check', '--no-cache', '--format', 'json'], { cwd: folder.path });
    const life = await timed([PROGRAM, ...cached], folder.path);
    for (let nth = 0; nth < KILLS; nth++) {
      // Another brief changes each time, so that there is something to write.
      const [name, text] = briefs[nth % briefs.length] ?? ['0.brief', ''];
      writeFileSync(at(name), `${text}\n<!-- ${nth} -->\n`);
      await killAtRandom([PROGRAM, ...cached], { cwd: folder.path, folder: at('cache'), life, nth });
      writeFileSync(at(name), text);
      assert.deepEqual(await runBrief(cached, { cwd: folder.path }), fresh);
    }
  });
});
