import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith, runBrief } from './runBrief';

const BOOK = '@book{smith2020, title = {Tin and Its Uses}, publisher = {North Press}}\n';
const CITES = '# Tin\n\n- Output rose by 4% in 2024 [@smith2020].\n';
const PROJECTS: readonly (readonly [name: string, text: string])[] = [
  ['_quarto.yml', 'project:\n  type: book\nbook:\n  title: Tin\nbibliography: lists/refs.bib\n'],
  ['_quarto.yaml', 'bibliography:\n  - lists/refs.bib\n'],
  ['_bookdown.yml', 'book_filename: "tin"\nbibliography: [other.bib, "./lists/refs.bib"]\n'],
  ['index.Rmd', '---\ntitle: Tin\nsite: bookdown::bookdown_site\nbibliography: lists/refs.bib\n---\n\n# Preface\n'],
  ['index.qmd', '---\ntitle: Tin\nbibliography: lists/refs.bib\n---\n'],
  ['myst.yml', 'version: 1\nproject:\n  title: Tin\n  bibliography:\n    - lists/refs.bib\nsite:\n  template: book\n'],
];

describe('A bibliography that a file of another program names, on the command line', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  /** The rules that `inner/paper.md` breaks, or another file. */
  const broken = async (files: Readonly<Record<string, string>>, args: readonly string[] = [], at = '') => {
    folder = folderWith({ 'inner/paper.md': CITES, ...files });
    const cwd = join(folder.path, at);
    const { stdout, stderr } = await runBrief(['check', '--format=json', 'inner/paper.md', ...args], { cwd });
    assert.equal(stderr, '');
    return JSON.parse(stdout).files[0].problems.map(({ rule }: { rule: string }) => rule);
  };

  for (const [name, text] of PROJECTS) {
    it(`has the keys that a file below ${name} cites`, async () => {
      assert.deepEqual(await broken({ [name]: text, 'lists/refs.bib': BOOK, 'other.bib': '' }), []);
    });

    it(`lacks the other keys that are cited below ${name}`, async () => {
      const other = BOOK.replace('smith2020', 'lee2019');
      assert.deepEqual(await broken({ [name]: text, 'lists/refs.bib': other, 'other.bib': '' }), [
        'citation/unknown-source',
      ]);
    });
  }

  it('does not exist where the project names none', async () => {
    const files = { '_quarto.yml': 'project:\n  type: book\n', 'index.qmd': '# Tin\n', 'refs.bib': BOOK };
    assert.deepEqual(await broken(files), ['citation/unknown-source']);
  });

  it('is added to those of brief.config.yaml, and of a file that --config names', async () => {
    const cites = { 'inner/paper.md': CITES.replace('[@smith2020]', '[@smith2020; @lee2019]') };
    const files = { ...cites, '_quarto.yml': 'bibliography: refs.bib\n', 'refs.bib': BOOK };
    const lee = BOOK.replace('smith2020', 'lee2019');
    const config = 'bibliography: shared.bib\n';
    assert.deepEqual(await broken({ ...files, 'inner/brief.config.yaml': config, 'inner/shared.bib': lee }), []);
    folder.remove();
    assert.deepEqual(await broken({ ...files, 'ci.yaml': config, 'shared.bib': lee }, ['--config=ci.yaml']), []);
  });

  it('is that of the nearest folder where one names any', async () => {
    const files = {
      '_quarto.yml': 'bibliography: far.bib\n',
      'far.bib': BOOK,
      'inner/index.qmd': '# Tin\n',
      'inner/myst.yml': 'project:\n  bibliography: near.bib\n',
      'inner/near.bib': BOOK.replace('smith2020', 'lee2019'),
    };
    assert.deepEqual(await broken(files), ['citation/unknown-source']);
    folder.remove();
    const { 'inner/myst.yml': _, ...without } = files;
    assert.deepEqual(await broken(without), []);
  });

  it('that leads out of the project is not read, and nothing is said of its keys', async () => {
    const files = { '_quarto.yml': 'bibliography: refs.bib\n', 'refs.bib': '', 'inner/myst.yml': '' };
    const paths = ['../refs.bib', 'https://lists.example/refs.bib', 'refs.xml', 'none.bib'];
    for (const path of paths) {
      const myst = `bibliography: ${path}\n`;
      assert.deepEqual(await broken({ ...files, 'inner/myst.yml': myst, 'refs.bib': BOOK }), [], path);
      const { stdout } = await runBrief(['inspect', 'inner/paper.md'], { cwd: folder.path });
      assert.deepEqual(JSON.parse(stdout).sources, [], path);
      folder.remove();
    }
    folder = folderWith({});
  });

  it('is looked for no further than the working folder without a repository', async () => {
    folder = folderWith({ '_quarto.yml': 'bibliography: refs.bib\n', 'refs.bib': BOOK, 'inner/paper.md': CITES });
    const { stdout } = await runBrief(['check', '--format=json', 'paper.md'], { cwd: join(folder.path, 'inner') });
    assert.equal(JSON.parse(stdout).files[0].problems[0].rule, 'citation/unknown-source');
  });

  it('makes no brief of a Markdown file', async () => {
    folder = folderWith({ '_quarto.yml': 'bibliography: refs.bib\n', 'refs.bib': BOOK, 'inner/paper.md': CITES });
    const { stdout, stderr } = await runBrief(['check', '--format=json', '.'], { cwd: folder.path });
    assert.deepEqual([stderr, JSON.parse(stdout).files], ['', []]);
  });

  it('leaves a file named alike in a front matter to the rules', async () => {
    const own = { 'inner/paper.md': `---\nbibliography: refs.bib\n---\n\n${CITES.replace('smith2020', 'kim2021')}` };
    const files = { ...own, '_quarto.yml': 'bibliography: refs.bib\n', 'refs.bib': BOOK };
    assert.deepEqual(await broken(files), ['source/missing-file']);
  });
});
