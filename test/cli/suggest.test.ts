import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CITED, COPIES, TWENTY, WORDS } from '../suggest/claims';
import { folderWith, runBrief } from './runBrief';

describe('brief suggest --apply', () => {
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith({ 'velden.brief': TWENTY, 'marked.brief': `\ufeff${TWENTY}`, ...COPIES });
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => runBrief(['suggest', ...args], { cwd: folder.path });
  const textOf = (name: string) => readFileSync(join(folder.path, name), 'utf8');

  it('cites what is as good as sure, says what and where, and leaves nothing else behind', async () => {
    const { status, stdout, stderr } = await run('--apply', 'velden.brief');
    assert.deepEqual([status, stderr], [0, '']);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, 18);
    assert.match(
      lines[0] ?? '',
      /^velden\.brief:17:3 \[1\] 0\.9\d The port of Velden handled 4\.2 million tonnes in 2024\.$/,
    );
    assert.equal(lines[17], 'Claims that need a source: 20. Cited now: 17.');
    for (const [i, words] of WORDS.entries()) assert.ok(textOf('velden.brief').includes(`- ${CITED[i] ?? words}\n`));
    assert.deepEqual(readdirSync(folder.path).toSorted(), ['copies', 'marked.brief', 'velden.brief']);
  });

  it('changes nothing a second time', async () => {
    await run('--apply', 'velden.brief');
    const before = textOf('velden.brief');
    assert.equal((await run('--apply', 'velden.brief')).stdout, 'Claims that need a source: 3. Cited now: 0.\n');
    assert.equal(textOf('velden.brief'), before);
  });

  it('keeps a byte order mark', async () => {
    await run('--apply', 'marked.brief');
    assert.equal(textOf('marked.brief').codePointAt(0), 0xfeff);
    assert.ok(textOf('marked.brief').includes(`- ${CITED[0]}\n`));
  });

  it('takes the score from which to cite', async () => {
    assert.match((await run('--apply', '--min-score', '0.3', 'velden.brief')).stdout, /Cited now: 20\.\n$/);
  });

  it('leaves out what scores less where it only prints', async () => {
    const insights: { candidates: { score: number }[] }[] = JSON.parse(
      (await run('--min-score', '0.9', 'velden.brief')).stdout,
    );
    assert.deepEqual(insights.map(({ candidates }) => candidates.length).slice(15), [1, 1, 0, 0, 0]);
    assert.equal(textOf('velden.brief'), TWENTY);
  });

  it('refuses what is no score, standard input, and a symbolic link', async () => {
    assert.match(
      (await run('--min-score', '90', 'velden.brief')).stderr,
      /--min-score takes a number from 0 to 1, not "90"/,
    );
    const input = await runBrief(['suggest', '--apply', '-'], { cwd: folder.path, input: TWENTY });
    assert.deepEqual([input.status, input.stdout], [2, '']);
    assert.match(input.stderr, /--apply writes into a file/);
    symlinkSync('velden.brief', join(folder.path, 'link.brief'));
    const link = await run('--apply', 'link.brief');
    assert.equal(link.status, 2);
    assert.match(link.stderr, /cannot write "link\.brief": it is a symbolic link; name its target/);
    assert.equal(textOf('velden.brief'), TWENTY);
  });
});
