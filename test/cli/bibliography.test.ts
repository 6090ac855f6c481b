import assert from 'node:assert/strict';
import { folderWith, runBrief } from './runBrief';

const BRIEF =
  '---\ntitle: T\nbibliography: refs/all.bib\n---\n\n- Output rose by 12% [@good].\n- Output fell by 3% [@bad].\n';
const BIBTEX = '@misc{good, title={Good}}\n';

describe('brief check with a bibliography', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  const check = async (files: Readonly<Record<string, string>>) => {
    folder = folderWith(files);
    const { stdout } = await runBrief(['check', '--format', 'json'], { cwd: folder.path });
    const [file] = JSON.parse(stdout).files;
    return file.problems.map(({ rule, related }: { rule: string; related: { path: string }[] }) => [
      rule,
      ...related.map(({ path }) => path),
    ]);
  };

  it('knows the keys that the file declares, and no others', async () => {
    assert.deepEqual(await check({ 'a.brief': BRIEF, 'refs/all.bib': BIBTEX }), [['citation/unknown-source']]);
  });

  it('says once that a file is not there, and nothing of its keys', async () => {
    assert.deepEqual(await check({ 'a.brief': BRIEF }), [['source/missing-file']]);
  });

  it('says where in the file something is wrong', async () => {
    const problems = await check({ 'a.brief': BRIEF, 'refs/all.bib': `${BIBTEX}@misc{broken, title={Never closed\n` });
    assert.deepEqual(problems, [['bibliography/invalid', 'refs/all.bib'], ['citation/unknown-source']]);
  });

  it('reads no file above the folder of the brief', async () => {
    const outside = BRIEF.replace('refs/all.bib', '../all.bib');
    folder = folderWith({ 'briefs/a.brief': outside, 'all.bib': BIBTEX });
    const { stdout } = await runBrief(['check', '--format', 'json'], { cwd: `${folder.path}/briefs` });
    assert.match(stdout, /It points outside the brief's folder\./);
  });
});
