import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { links, paragraph, run as runOf, STYLES, wordFile } from '../formats/wordFile';
import { ARTICLE, SUMMARY } from '../summary/summary';
import { folderWith, runBrief } from './runBrief';

const REPORT =
  '# Ore\n\nIt rose ([Ore Report](https://a.example/r?utm_source=chatgpt.com)).\n\nIt fell 【4†source】.\n';
const PAGE =
  '<!doctype html><h1>Ore</h1><p>It rose<sup><a href="#r1">1</a></sup>.</p><h2>References</h2><ol><li id="r1"><a href="https://a.example/">Ore Report</a></li></ol>';

const PARAGRAPHS = ARTICLE.trim()
  .split('\n\n')
  .map((each) => `<p>${each}</p>`)
  .join('');

describe('brief import', () => {
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith({ 'report.md': REPORT, 'page.html': PAGE });
  });
  afterEach(() => folder.remove());
  const run = (args: readonly string[], input?: string | Uint8Array) =>
    runBrief(['import', ...args], { cwd: folder.path, ...(input !== undefined && { input }) });

  it('says with --report what was done, on standard error, and the brief alone on standard output', async () => {
    const { status, stdout, stderr } = await run(['report.md', '--report']);
    assert.equal(status, 0);
    assert.equal(
      stdout,
      '# Ore\n\nIt rose [2].\n\nIt fell [1].\n\n## Sources\n\n- [1]\n- [2] Ore Report. https://a.example/r\n',
    );
    assert.equal(
      stderr,
      'Read as a Markdown report, with citations by links and marks of an assistant. The brief has 2 citations and 2 sources.\n' +
        '\nDone:\n' +
        '- 1 link became a citation; 1 source is new: [2].\n' +
        '\nFor you to look at:\n' +
        '- The source of "【4†source】" (line 5) is known to the assistant only. Ask it for the list, or describe each after its number.\n',
    );
  });

  it('writes the report as JSON with --report-json', async () => {
    const { status, stderr } = await run(['report.md', '-o', 'r.brief', '--report-json', 'r.json']);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    const report = JSON.parse(readFileSync(join(folder.path, 'r.json'), 'utf8'));
    assert.equal(report.shape, 'markdown');
    assert.deepEqual(report.links, { cited: 1, made: ['2'] });
    assert.deepEqual(report.keptMarks, [{ text: '【4†source】', line: 5 }]);
  });

  it('reads web pages, by their name and by how they begin', async () => {
    const expected = '# Ore\n\nIt rose[1].\n\n## References\n\n1. [Ore Report](https://a.example/)\n';
    assert.equal((await run(['page.html'])).stdout, expected);
    assert.equal((await run(['-'], PAGE)).stdout, expected);
  });

  it('reads Word documents', async () => {
    const body =
      paragraph(runOf('Ore'), '<w:pStyle w:val="Titel"/>') +
      paragraph(`${runOf('It rose (')}<w:hyperlink r:id="r1">${runOf('Ore Report')}</w:hyperlink>${runOf(').')}`);
    const parts = { 'styles.xml': STYLES, '_rels/document.xml.rels': links({ r1: 'https://a.example/' }) };
    writeFileSync(join(folder.path, 'report.docx'), wordFile(body, parts));
    assert.deepEqual(await run(['report.docx', '--report']), {
      status: 0,
      stdout: '# Ore\n\nIt rose [1].\n\n## Sources\n\n- [1] Ore Report. https://a.example/\n',
      stderr:
        'Read as a Word document, with citations by links. The brief has 1 citation and 1 source.\n\nDone:\n- 1 link became a citation; 1 source is new: [1].\n',
    });
  });

  const refused: readonly (readonly [what: string, name: string, content: string | Uint8Array, why: string])[] = [
    ['a PDF', 'a.pdf', '%PDF-1.7\n', 'it is a PDF; open it, copy its text, and import that'],
    [
      'an old Word document',
      'a.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      'it is an old Word document (.doc); save it as .docx',
    ],
    ['rich text', 'a.rtf', '{\\rtf1 a}', 'it is rich text (.rtf); save it as .docx'],
    ['a Word document that is none', 'a.docx', 'text', 'it is not a Word document (.docx)'],
    [
      'an archive of something else',
      'a.zip',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
      'it is not a Word document (.docx)',
    ],
    [
      'more than 100,000 lines',
      'a.txt',
      'a\n'.repeat(100_000),
      'it has 100,001 lines, and at most 100,000 are read; import it in parts',
    ],
  ];
  for (const [what, name, content, why] of refused) {
    it(`refuses ${what}, and says what to do`, async () => {
      writeFileSync(join(folder.path, name), content);
      assert.deepEqual(await run([name]), {
        status: 2,
        stdout: '',
        stderr: `brief: cannot import "${name}": ${why}.\n`,
      });
    });
  }

  it('refuses a text of more than 10 MB, and a document of more than 50 MB', async () => {
    writeFileSync(join(folder.path, 'a.txt'), 'a'.repeat(10 * 1024 * 1024 + 1));
    assert.match((await run(['a.txt'])).stderr, /"a\.txt": it is larger than 10 MB/);
    const large = new Uint8Array(50 * 1024 * 1024 + 1);
    large.set([0x50, 0x4b, 3, 4]);
    writeFileSync(join(folder.path, 'a.docx'), large);
    assert.match((await run(['a.docx'])).stderr, /"a\.docx": it is larger than 50 MB/);
  });

  it('keeps the text of an article beside the brief, whose passages the numbers then cite', async () => {
    writeFileSync(join(folder.path, 'summary.txt'), SUMMARY);
    writeFileSync(
      join(folder.path, 'theirs.html'),
      `<!doctype html><article><h1>Rare earths come home slowly</h1>${PARAGRAPHS}</article>`,
    );
    const { status, stderr } = await run(['summary.txt', '--of', 'theirs.html', '-o', 's.brief', '--report']);
    assert.equal(status, 0);
    assert.match(stderr, /Numbers and quotations: 13\. In the cited passage: 11\. In another one: 2\. Not found: 0\./);
    assert.equal(readFileSync(join(folder.path, 'sources/article.txt'), 'utf8'), ARTICLE);
    const checked = await runBrief(['check', 's.brief', '--format', 'json'], { cwd: folder.path });
    const [file] = JSON.parse(checked.stdout).files;
    assert.deepEqual(file.stats.evidence, { found: 11, differs: 0, notFound: 0, elsewhere: 2, uncheckable: 0 });
    assert.deepEqual(
      file.problems.map(({ message }: { message: string }) => message.split('.')[0]),
      ['2002 is not found in [1] or [6], but [7] has it', '30% is not found in [5], but [6] has it'],
    );
  });

  it('writes over no other text, and uses the same text again', async () => {
    writeFileSync(join(folder.path, 'summary.txt'), SUMMARY);
    writeFileSync(join(folder.path, 'article.md'), ARTICLE);
    mkdirSync(join(folder.path, 'sources'));
    writeFileSync(join(folder.path, 'sources/article.txt'), 'Mine.\n');
    for (const name of ['a.brief', 'b.brief']) {
      assert.equal((await run(['summary.txt', '--of', 'article.md', '-o', name])).status, 0);
      assert.match(readFileSync(join(folder.path, name), 'utf8'), /text: sources\/article-2\.txt/);
    }
    assert.deepEqual(readdirSync(join(folder.path, 'sources')), ['article-2.txt', 'article.txt']);
    assert.equal(readFileSync(join(folder.path, 'sources/article.txt'), 'utf8'), 'Mine.\n');
  });

  it('writes no copy through a link out of the folder, and none without a place for the brief', async () => {
    const other = folderWith({});
    writeFileSync(join(folder.path, 'summary.txt'), SUMMARY);
    writeFileSync(join(folder.path, 'article.md'), ARTICLE);
    symlinkSync(other.path, join(folder.path, 'sources'));
    const { status, stderr } = await run(['summary.txt', '--of', 'article.md', '-o', 's.brief']);
    assert.equal(status, 2);
    assert.match(stderr, /its folder is a symbolic link/);
    assert.deepEqual(readdirSync(other.path), []);
    other.remove();
    const noPlace = await run(['summary.txt', '--of', 'article.md']);
    assert.equal(noPlace.status, 2);
    assert.equal(
      noPlace.stderr,
      'brief: --of keeps the text of the article beside the brief. Name the brief with -o.\n',
    );
  });

  it('makes a brief of each summary of a text, and writes over no file that was not named', async () => {
    const second = SUMMARY.replace('Rare earths come home slowly', 'Cobalt finds no buyers');
    writeFileSync(join(folder.path, 'two.txt'), `${SUMMARY}\n${second}`);
    const alone = await run(['two.txt']);
    assert.equal(alone.status, 2);
    assert.match(alone.stderr, /has 2 summaries, and each becomes a brief\. Name the first with -o/);
    assert.equal((await run(['two.txt', '-o', 'two.brief', '--report-json', 'two.json'])).status, 0);
    const titleOf = (name: string) => /^title: (.*)$/m.exec(readFileSync(join(folder.path, name), 'utf8'))?.[1];
    assert.equal(titleOf('two.brief'), 'Rare earths come home slowly');
    assert.equal(titleOf('two-2.brief'), 'Cobalt finds no buyers');
    assert.equal(JSON.parse(readFileSync(join(folder.path, 'two.json'), 'utf8')).length, 2);
    writeFileSync(join(folder.path, 'two-2.brief'), 'Mine.\n');
    assert.equal((await run(['two.txt', '-o', 'two.brief'])).status, 2);
    assert.equal(readFileSync(join(folder.path, 'two-2.brief'), 'utf8'), 'Mine.\n');
  });
});
