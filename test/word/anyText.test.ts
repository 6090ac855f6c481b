import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { runs } from '../runs';
import { docxOf } from './readDocx';

const NASTY = [
  ']]>',
  '<!--',
  '<w:p/>',
  '&amp;',
  '&#0;',
  '\0',
  '\x0b',
  '\x1f',
  '\ud800',
  '\udfff',
  '\ufffe',
  '\uffff',
  '"',
  "'",
  '</w:t>',
  'r:id="rId1"',
  '<wp:docPr id="',
  ' id=',
  '\u202e',
  '𠮷',
  'ا',
  '漢',
  '$\\frac{a}{b}$',
  '$$x^2$$',
  '[@a]',
  '[1]',
  '[^1]',
  '\n\n',
  '\n',
  '- ',
  '1. ',
  '> ',
  '| a | b |\n| - | - |\n| c | d |\n',
  '```\n',
  '![',
  '](a.png)',
  '](https://a.example)',
  '# ',
  '## Sources\n\n',
  '- [ ] ',
  '**',
  '*',
  '`',
  '[^1]: note\n',
  '\n\n    ',
  '{{f}}',
  '@fig:f',
  '\\\n',
];

describe('any text as a document for Word', () => {
  it('is well-formed', async () => {
    const texts = fc.array(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ unit: 'binary', maxLength: 8 })),
      { maxLength: 30 },
    );
    const front = '---\ntitle: T\nsources:\n  - id: a\n    title: A\n  - id: 1\n    title: B\n---\n\n';
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (parts, isHeaded) => {
        const docx = await docxOf((isHeaded ? front : '') + parts.join(''));
        const names = docx.all('word/document.xml', 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
        assert.equal(new Set(names).size, names.length, 'a bookmark is there once');
        const anchors = docx
          .all('word/document.xml', 'w:hyperlink')
          .flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
        assert.deepEqual(
          anchors.filter((anchor) => !names.includes(anchor)),
          [],
          'links lead somewhere',
        );
      }),
      { numRuns: runs(150) },
    );
  });

  it('keeps the words of the front matter as they are', async () => {
    const title = '<&> ]]> "quoted" \u0001 end';
    const docx = await docxOf(`---\ntitle: ${JSON.stringify(title)}\ntags: [${JSON.stringify(title)}]\n---\n`);
    const plain = '<&> ]]> "quoted"  end';
    assert.deepEqual(
      [docx.all('docProps/core.xml', 'dc:title')[0]?.text, docx.all('docProps/core.xml', 'cp:keywords')[0]?.text],
      [plain, plain],
    );
  });

  it('is read by LibreOffice, where that is installed', async function () {
    this.timeout(120_000);
    if (spawnSync('soffice', ['--version']).status !== 0) {
      console.log('        skipped: there is no soffice on the PATH');
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'brief-word-'));
    try {
      const { bytes } = await docxOf(readFileSync('samples/rare-earths.brief', 'utf8'));
      writeFileSync(join(folder, 'a.docx'), bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const { status } = spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'txt:Text',
        '--outdir',
        folder,
        join(folder, 'a.docx'),
      ]);
      assert.equal(status, 0);
      const text = readFileSync(join(folder, 'a.txt'), 'utf8');
      for (const words of ['Who can make a magnet without China?', 'Key takeaways', '$500 million'])
        assert.ok(text.includes(words), words);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
