import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief } from '../../src/core';
import { threadsOf } from '../../src/core/brief/comments/threads';
import { plainComment, writeThreadComment } from '../../src/core/brief/comments/words';
import { importWithReport } from '../../src/core/importing/importText';
import { readWordDocument, sourceOfWordDocument } from '../../src/formats';
import { paragraph, run, wordFile } from '../formats/wordFile';
import { runs } from '../runs';
import { BODY, docxOf } from './readDocx';

const THREADS = `# Ore

- It rose by 4% [1]. {>>Where? @AZ 2026-11-28<<} {>>In <b>all</b> & "x".<br>So? @{Jane Doe} 2026-11-29<<}
- It fell [1]. {>>Fine @AZ 2026-11-28 resolved<<} {>>Again @BC 2026-11-30<<}

First. {>>In the middle<<} Last[^n]. {>>At the end @{李 雷} 2026-12-01<<}

| a | b |
| - | - |
| 1 {>>One | 2 |
| 3 {>>x \\| y @AZ 2026-11-28<<} | 4 |

[^n]: A remark. {>>No place in Word @AZ 2026-11-28<<}

## Sources

[1] Ore Yearbook. https://ore.example/a
`;

/** Each thread of a brief as its comments. */
function said(text: string): string[] {
  return threadsOf(parseBrief(text)).map(({ comments, resolved }) => {
    const all = comments.map((one) => `${one.author ?? '?'} ${one.date ?? '?'} ${one.text}`);
    return `${all.join(' / ')}${resolved ? ' ✓' : ''}`;
  });
}

/** A brief made of a document of Word. */
function importedFrom(bytes: Uint8Array): string {
  const read = readWordDocument(bytes);
  assert.ok('markdown' in read, 'error' in read ? read.error : '');
  return importWithReport(read.markdown, { shape: 'word-document', leftOut: [] }).text;
}

describe('The comments of a brief in a document for Word', () => {
  it('are not there unless they are wanted', async () => {
    const docx = await docxOf(THREADS);
    assert.deepEqual(
      docx.paths.filter((path) => path.includes('comments')),
      [],
    );
    assert.doesNotMatch(docx.source(BODY), /Jane|commentRange|Fine|middle/);
  });

  it('have authors, initials and days, and stretch over what they are about', async () => {
    const docx = await docxOf(THREADS, { comments: true });
    const comments = docx.all('word/comments.xml', 'w:comment').map(({ attributes }) => attributes);
    assert.deepEqual(
      comments.map((one) => [one['w:author'], one['w:initials'], one['w:date']?.slice(0, 10)]),
      [
        ['AZ', 'AZ', '2026-11-28'],
        ['Jane Doe', 'JD', '2026-11-29'],
        ['AZ', 'AZ', '2026-11-28'],
        ['BC', 'BC', '2026-11-30'],
        ['', '', undefined],
        ['李 雷', '李雷', '2026-12-01'],
        ['AZ', 'AZ', '2026-11-28'],
      ],
    );
    assert.match(
      docx.source(BODY),
      /<w:commentRangeStart w:id="0"\/><w:commentRangeStart w:id="1"\/>.*It rose by 4%.*<w:commentRangeEnd w:id="0"\/>/s,
    );
  });

  it('answer each other, and are done, in the part for that', async () => {
    const docx = await docxOf(THREADS, { comments: true });
    const states = docx.all('word/commentsExtended.xml', 'w15:commentEx').map(({ attributes }) => attributes);
    assert.deepEqual(
      states.map((one) => [one['w15:paraId'], one['w15:paraIdParent'], one['w15:done']]),
      [
        ['00000001', undefined, '0'],
        ['00000002', '00000001', '0'],
        ['00000003', undefined, '1'],
        ['00000004', undefined, '0'],
        ['00000005', undefined, '0'],
        ['00000006', undefined, '0'],
        ['00000007', undefined, '0'],
      ],
    );
  });

  it('are the same bytes for the same brief, and leave the text as it is', async () => {
    const [one, other] = [await docxOf(THREADS, { comments: true }), await docxOf(THREADS, { comments: true })];
    assert.deepEqual(one.bytes, other.bytes);
    const without = THREADS.replace(/ ?\{>>(?!One)(?:(?!<<\}).)*<<\}/g, '');
    assert.deepEqual(one.lines(), (await docxOf(without)).lines());
  });

  it('come back with their places, authors, days and states', async () => {
    const { bytes } = await docxOf(THREADS, { comments: true });
    const text = importedFrom(bytes);
    assert.deepEqual(
      said(text),
      said(THREADS).filter((one) => !one.includes('No place')),
    );
    assert.match(text, /^First\. \{>>In the middle<<\} Last\[\^\w+\]\. \{>>At the end @\{李 雷\} 2026-12-01<<\}$/m);
    assert.match(text, /^- It fell.*\. \{>>Fine @AZ 2026-11-28 resolved<<\} \{>>Again @BC 2026-11-30<<\}$/m);
  });

  it('come back whatever their words are', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<<}',
        '{>>',
        '<br>',
        '\\',
        '|',
        '\n',
        '`',
        '$',
        '[1]',
        '**',
        'https://a.example',
        '& <b>',
        '@AZ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    const words = fc
      .array(piece, { minLength: 1, maxLength: 5 })
      .map((parts) => plainComment(parts.join('').replace(/[\ufffe\uffff]|\p{Cs}/gu, '')))
      .filter((text) => text !== '');
    const comment = fc.record({
      text: words,
      author: fc.constantFrom('AZ', 'Jane Doe', '李雷'),
      date: fc.constant('2026-11-28'),
      resolved: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(comment, { minLength: 1, maxLength: 3 }), async (comments) => {
        const text = `# Ore\n\n- It rose. ${comments.map((one) => writeThreadComment(one)).join(' ')}\n`;
        const { bytes } = await docxOf(text, { comments: true });
        assert.deepEqual(said(importedFrom(bytes)), said(text));
      }),
      { numRuns: runs(120) },
    );
  });
});

describe('The comments of a document of Word', () => {
  const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  const comment = (id: number, text: string, more = '') =>
    `<w:comment w:id="${id}" w:author="Jane Doe" w:date="2026-11-28T23:59:00Z"${more}><w:p w14:paraId="0000000${id}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
  const importedWith = (body: string, comments: string, extended = '') =>
    importedFrom(
      wordFile(body, {
        'comments.xml': `<w:comments>${comments}</w:comments>`,
        'commentsExtended.xml': `<w15:commentsEx>${extended}</w15:commentsEx>`,
      }),
    );

  it('stand behind the word that they end in, and the marks behind that', () => {
    const body = paragraph(`${run('It ')}${start(1)}${run('ro')}${end(1)}${run('se, and fell.')}`);
    assert.equal(importedWith(body, comment(1, 'Why?')), 'It rose, {>>Why? @{Jane Doe} 2026-11-28<<} and fell.\n');
  });

  it('answer others in the order in which they were written', () => {
    const body = paragraph(`${start(1)}${start(2)}${run('It rose.')}${end(1)}${end(2)}`);
    assert.equal(
      importedWith(
        body,
        comment(1, 'Why?') + comment(2, 'So.'),
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>',
      ),
      'It rose. {>>Why? @{Jane Doe} 2026-11-28<<} {>>So. @{Jane Doe} 2026-11-28 resolved<<}\n',
    );
  });

  it('have a line for each of their paragraphs', () => {
    const two = '<w:comment w:id="1"><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:comment>';
    assert.equal(importedWith(paragraph(`${run('It rose.')}${end(1)}`), two), 'It rose. {>>a<br>b<<}\n');
  });

  it('are plain text, whatever they hold', () => {
    const text = importedWith(
      paragraph(`${run('It rose.')}${end(1)}`),
      comment(1, '&lt;script&gt;x&lt;/script&gt; &lt;&lt;} {&gt;&gt; [x](command:y) **b**'),
    );
    assert.deepEqual(said(text), ['Jane Doe 2026-11-28 <script>x</script> <<} {>> [x](command:y) **b**']);
    assert.equal(parseBrief(text).insights[0]?.text, 'It rose.');
  });

  it('that nothing in the text refers to are left out, and so is what refers to none', () => {
    assert.equal(importedWith(paragraph(`${run('It rose.')}${end(7)}`), comment(1, 'Why?')), 'It rose.\n');
  });

  it('are no text of a source', () => {
    const file = wordFile(paragraph(`${run('It rose.')}${end(1)}`), {
      'comments.xml': `<w:comments>${comment(1, 'Why?')}</w:comments>`,
    });
    assert.doesNotMatch(JSON.stringify(sourceOfWordDocument(file)), /Why/);
  });
});
