import assert from 'node:assert/strict';
import { folderWith, runBrief } from './runBrief';

const BRIEF =
  '---\ntitle: T\nsources:\n  - id: 1\n    title: Ore survey\n    text: copies/survey.txt\n---\n\n- Output rose by 12% [1].\n';

describe('the local copy of a source', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  it('is shown by brief inspect, passage by passage, with its pages', async () => {
    folder = folderWith({ 'a.brief': BRIEF, 'copies/survey.txt': 'Output rose by 12%.\n\fIt fell.\n' });
    const { stdout } = await runBrief(['inspect', 'a.brief'], { cwd: folder.path });
    const path = 'copies/survey.txt';
    assert.deepEqual(JSON.parse(stdout).sources[0].passages, [
      { text: 'Ore survey', from: 'title' },
      { text: 'Output rose by 12%.', from: 'text', path, page: '1' },
      { text: 'It fell.', from: 'text', path, page: '2' },
    ]);
  });

  it('is missed by brief check where it is not there', async () => {
    folder = folderWith({ 'a.brief': BRIEF });
    const { stdout, status } = await runBrief(['check', '--format', 'json'], { cwd: folder.path });
    const problems: { rule: string }[] = JSON.parse(stdout).files[0].problems;
    assert.ok(problems.some(({ rule }) => rule === 'source/missing-file'));
    assert.equal(status, 1);
  });

  it('is not read from above the folder of the brief', async () => {
    const outside = BRIEF.replace('copies/survey.txt', '../survey.txt');
    folder = folderWith({ 'briefs/a.brief': outside, 'survey.txt': 'Output rose by 12%.\n' });
    const { stdout } = await runBrief(['inspect', 'a.brief'], { cwd: `${folder.path}/briefs` });
    assert.equal(JSON.parse(stdout).sources[0].passages.length, 1);
  });
});
