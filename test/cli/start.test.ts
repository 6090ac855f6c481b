import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { folderWith, runBrief } from './runBrief';

/** What the extension opens and makes for who begins. */
for (const [language, start] of [
  ['English', 'media/start'],
  ['Chinese', 'media/start/zh-cn'],
] as const)
  describe(`What one begins with in ${language}`, () => {
    let folder: ReturnType<typeof folderWith>;
    afterEach(() => folder.remove());

    const read = (name: string) => readFileSync(`${start}/${name}`, 'utf8');
    const check = async (files: Readonly<Record<string, string>>) => {
      folder = folderWith(files);
      const { stdout } = await runBrief(['check', '--format', 'json'], { cwd: folder.path });
      const { files: checked }: { files: { problems: { rule: string }[] }[] } = JSON.parse(stdout);
      return checked.flatMap(({ problems }) => problems.map(({ rule }) => rule));
    };

    it('is a sample that is wrong in two places', async () => {
      assert.deepEqual(await check({ 'sample.brief': read('sample.brief') }), [
        'number/not-in-source',
        'citation/missing',
      ]);
    });

    it('is a folder with a library, in which nothing is wrong', async () => {
      const files = {
        'brief.config.yaml': read('config.yaml'),
        'first.brief': read('first.brief'),
        'sources/lamp-trial.yaml': read('source.yaml'),
      };
      assert.deepEqual(await check(files), []);
    });
  });
