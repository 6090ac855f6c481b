import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraph, run as runOf, wordFile } from '../formats/wordFile';
import { linesAt, pdfFile } from '../pdf/pdfFile';
import { folderWith, runBrief } from './runBrief';

const BRIEF = `---
title: Ore
sources:
  - id: 1
    title: Yearbook of Ore
    url: https://a.example/x
    text: copy.txt
---

- Output rose to 240,000 tonnes in 2023 [1].
- The United States had 43,000 tonnes [1, p. 2].
- The yearbook says that "the largest mines belong to few" [1].
- Output fell to 17 tonnes [1].
`;

describe('brief extract', () => {
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith({ 'a.brief': BRIEF });
  });
  afterEach(() => folder.remove());
  const run = (args: readonly string[]) => runBrief(args, { cwd: folder.path });
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder.path, name), bytes);

  it('writes the text of a PDF with its pages, in which numbers and quotations are found over lines and pages', async () => {
    const first = [
      'In 2023, the output of all of the mines in the south rose to 240,000',
      'tonnes, as the largest mines be-',
      'long to few. Of all this the mines of the',
    ];
    put('yearbook.pdf', pdfFile([linesAt(first), linesAt(['United States had 43,000 tonnes.'])]));
    const extracted = await run(['extract', 'yearbook.pdf', '-o', 'copy.txt']);
    assert.deepEqual(extracted, { status: 0, stdout: '', stderr: '' });
    assert.match(readFileSync(join(folder.path, 'copy.txt'), 'utf8'), /mines of the \fUnited States had/);
    const checked = await run(['check', '--format=json', 'a.brief']);
    const [file] = JSON.parse(checked.stdout).files;
    assert.deepEqual(file.stats.evidence, { found: 4, differs: 0, notFound: 1, elsewhere: 0, uncheckable: 0 });
    assert.deepEqual(
      file.problems.map(({ rule }: { rule: string }) => rule),
      ['number/not-in-source'],
    );
  });

  it('writes the text of Word documents and web pages as Markdown', async () => {
    put('ore.docx', wordFile(paragraph(runOf('It rose by 5%.'))));
    assert.equal((await run(['extract', 'ore.docx'])).stdout, '<!-- The text of ore.docx -->\n\nIt rose by 5%.\n');
    put('ore.html', Buffer.from('<title>Ore</title><nav>Menu</nav><p>It rose by 5%.'));
    assert.equal(
      (await run(['extract', 'ore.html'])).stdout,
      '<!-- The text of ore.html -->\n\n# Ore\n\nIt rose by 5%.\n',
    );
  });

  it('says in one line why there is no text, and writes nothing', async () => {
    put('scan.pdf', pdfFile([[]]));
    const { status, stderr } = await run(['extract', 'scan.pdf', '-o', 'out.txt']);
    assert.equal(status, 2);
    assert.match(stderr, /^brief: cannot read the text of "scan\.pdf": there is no text in it: .*\n$/);
    assert.equal(existsSync(join(folder.path, 'out.txt')), false);
    assert.match((await run(['extract', 'none.pdf'])).stderr, /^brief: cannot read "none\.pdf": /);
  });

  it('is what a source that names a PDF is told of', async () => {
    put('a.pdf', pdfFile([linesAt(['It rose.'])]));
    put('b.brief', Buffer.from(BRIEF.replace('copy.txt', 'a.pdf')));
    const { stdout } = await run(['check', '--format=json', 'b.brief']);
    const { message } = JSON.parse(stdout).files[0].problems[0];
    assert.equal(
      message,
      '"a.pdf" was not read. A PDF or Word document cannot be read here. Extract its text with "Brief: Add Source from File" or "brief extract", and name that file.',
    );
  });
});
