import assert from 'node:assert/strict';
import { folderWith, runBrief } from './runBrief';

const FILES = {
  'a.brief':
    '# A\n\n- It rose. {>>Why?\u202E @AZ 2026-11-28<<} {>>So.<br>Yes. @{Jane Doe} 2026-11-29<<}\n- It fell. {>>Fine @BC 2026-11-30 resolved<<}\n',
  'b.brief': '# B\n\n- It rose.\n',
  'c.brief': '# C\n\n- It rose. {>>Who?<<}\n',
};

describe('brief comments', () => {
  const folder = folderWith(FILES);
  const run = (...args: readonly string[]) => runBrief(['comments', ...args], { cwd: folder.path });
  after(() => folder.remove());

  it('lists the open threads of a folder with their places, replies below', async () => {
    const { stdout, status } = await run();
    assert.equal(status, 0);
    assert.equal(
      stdout,
      [
        'a.brief:3:12 AZ 2026-11-28: Why?<U+202E>',
        '  Jane Doe 2026-11-29: So. Yes.',
        'c.brief:3:12 Not signed: Who?',
        'Open threads: 2. Resolved: 1.\n',
      ].join('\n'),
    );
  });

  it('lists resolved ones where they are wanted', async () => {
    assert.match((await run('a.brief', '--all')).stdout, /^a\.brief:4:12 BC 2026-11-30 \(resolved\): Fine$/m);
  });

  it('prints JSON for other programs', async () => {
    const { files, totals } = JSON.parse((await run('--format', 'json')).stdout);
    assert.deepEqual(totals, { open: 2, resolved: 1 });
    assert.deepEqual(
      files.map(({ path, comments }: { path: string; comments: readonly { text: string }[] }) => [
        path,
        comments.map(({ text }) => text),
      ]),
      [
        ['a.brief', ['Why?\u202E', 'So.\nYes.']],
        ['c.brief', ['Who?']],
      ],
    );
  });

  it('says which file it cannot read', async () => {
    const { stderr, status } = await run('none.brief', 'c.brief');
    assert.equal(status, 2);
    assert.match(stderr, /none\.brief/);
  });

  it('is not what an export has, unless it is asked for', async () => {
    const exported = async (...args: readonly string[]) =>
      (await runBrief(['export', 'a.brief', ...args], { cwd: folder.path })).stdout;
    for (const format of ['html', 'md', 'json']) {
      assert.doesNotMatch(await exported('--to', format), /Jane Doe|2026-11/, format);
      assert.match(await exported('--to', format, '--comments'), /Jane Doe/, format);
    }
  });
});
