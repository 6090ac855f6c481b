import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { attributeOf, BODY, below, docxOf, textOf } from './readDocx';

const HEAD = `---
title: Who makes magnets?
subtitle: A note
summary: Few do.
authors: [Ada Sample, Lin Muster]
publisher: Sample Desk
tags: [ore, trade]
published: 2025-08-06
updated: 2025-08-07
`;

describe('a document for Word', () => {
  it('has the front matter as its head and as its properties', async () => {
    const docx = await docxOf(`${HEAD}---\n\n## Ore\n\nText.\n`);
    assert.deepEqual(docx.lines(), [
      'Topics: ore · trade',
      'Title: Who makes magnets?',
      'Subtitle: A note',
      'Byline: Sample Desk · Ada Sample, Lin Muster · 6 August 2025 · Updated 7 August 2025',
      ': Few do.',
      'Heading1: Ore',
      ': Text.',
    ]);
    const core = 'docProps/core.xml';
    const names = [
      'dc:title',
      'dc:subject',
      'dc:creator',
      'cp:keywords',
      'dc:description',
      'dcterms:created',
      'dcterms:modified',
    ];
    assert.deepEqual(
      names.map((name) => docx.all(core, name)[0]?.text),
      [
        'Who makes magnets?',
        'A note',
        'Ada Sample; Lin Muster',
        'ore; trade',
        'Few do.',
        '2025-08-06T00:00:00Z',
        '2025-08-07T00:00:00Z',
      ],
    );
  });

  it('is dated and signed by nobody where the brief is not', async () => {
    const docx = await docxOf('# Ore\n\nText.\n');
    assert.doesNotMatch(docx.source('docProps/core.xml'), /dcterms:|Un-named/);
  });

  it('is the same, byte for byte, for the same brief', async () => {
    const text = `${HEAD}---\n\n## Ore\n\nA [link](https://ore.example/) to [ore](#ore).[^a]\n\n[^a]: A remark.\n`;
    const [first, second] = [await docxOf(text), await docxOf(text)];
    assert.deepEqual(first.bytes, second.bytes);
  });

  it('has a style for each level of heading', async () => {
    const docx = await docxOf('# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n');
    assert.deepEqual(
      docx.lines().map((line) => line.split(':')[0]),
      ['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5'],
    );
  });

  it('names no style that it has not', async () => {
    const docx = await docxOf(readFileSync('samples/rare-earths.brief', 'utf8'));
    const known = new Set(docx.all('word/styles.xml', 'w:style').map(({ attributes }) => attributes['w:styleId']));
    const named = ['document', 'endnotes', 'footnotes', 'footer1'].flatMap((part) =>
      ['w:pStyle', 'w:rStyle'].flatMap((name) => docx.all(`word/${part}.xml`, name)),
    );
    assert.ok(named.length > 50);
    assert.deepEqual(
      named.map(({ attributes }) => attributes['w:val']).filter((style) => !known.has(style)),
      [],
    );
  });

  it('marks text as the brief does', async () => {
    const docx = await docxOf('# A\n\n**b** *i* ~~s~~ `c`\n');
    const runs = docx.all(BODY, 'w:r').filter((run) => textOf(run).trim() !== '');
    const marks = runs.slice(1).map((run) => [textOf(run), below(run).map(({ name }) => name)] as const);
    assert.ok(marks.find(([text]) => text === 'b')?.[1].includes('w:b'));
    assert.ok(marks.find(([text]) => text === 'i')?.[1].includes('w:i'));
    assert.ok(marks.find(([text]) => text === 's')?.[1].includes('w:strike'));
    const code = runs.find((run) => textOf(run) === 'c');
    assert.equal(code && attributeOf(code, 'w:rStyle', 'w:val'), 'CodeCharacter');
  });

  it('numbers lists anew, from where they start, and sets in what is in them', async () => {
    const docx = await docxOf('# A\n\n1. one\n   - in\n2. two\n\nText.\n\n7. seven\n\n- [x] done\n');
    const items = docx.all(BODY, 'w:p').filter((line) => /ListParagraph/.test(attributeOf(line, 'w:pStyle', 'w:val')));
    const numbers = items.map((item) => attributeOf(item, 'w:numId', 'w:val'));
    assert.deepEqual(
      items.map((item) => [textOf(item), attributeOf(item, 'w:ilvl', 'w:val')]),
      [
        ['one', '0'],
        ['in', '1'],
        ['two', '0'],
        ['seven', '0'],
        ['☒done', ''],
      ],
    );
    assert.equal(numbers[0], numbers[2]);
    assert.notEqual(numbers[0], numbers[3]);
    const numbering = docx.all('word/numbering.xml', 'w:abstractNum');
    assert.ok(numbering.some((list) => attributeOf(list, 'w:start', 'w:val') === '7'));
  });

  it('keeps the lines and spaces of code in one paragraph', async () => {
    const docx = await docxOf('# A\n\n```\na\n  b\n```\n');
    assert.deepEqual(docx.lines(), ['Title: A', 'Code: a\n  b']);
  });

  it('has quotations and alerts in a style of theirs', async () => {
    const docx = await docxOf('# A\n\n> Said.\n\n> [!NOTE]\n> Mind.\n');
    assert.deepEqual(docx.lines(), ['Title: A', 'Quote: Said.', 'Quote: Note\nMind.']);
  });

  it('has columns as wide as their longest words', async () => {
    const long = 'It rose in all of the mines, and whoever had bought waited for a better day. '.repeat(3);
    const rows = ['| country | what happened | a | b | c | d | e |', `| Netherlands | ${long} | 1 | 2 | 3 | 4 | 5 |`];
    const docx = await docxOf(`# A\n\n${rows.join(`\n|${' --- |'.repeat(7)}\n`)}\n\nOwn work [own].\n`);
    const [country = 0, text = 0, number = 0] = docx
      .all(BODY, 'w:gridCol')
      .map(({ attributes }) => Number(attributes['w:w']));
    // Eleven bold letters of 10 pt, and the margins of the cell.
    assert.ok(country >= 11 * 112 + 200, `${country}`);
    assert.ok(text > country && country > number, [country, text, number].join());
  });

  it('has tables as wide as the text, with a head that repeats', async () => {
    const docx = await docxOf('# A\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\nOwn work [own].\n');
    const [table] = docx.all(BODY, 'w:tbl');
    assert.ok(table);
    assert.deepEqual(
      below(table)
        .filter(({ name }) => name === 'w:tc')
        .map(textOf),
      ['a', 'b', '1', '2'],
    );
    assert.equal(below(table).filter(({ name }) => name === 'w:tblHeader').length, 1);
    const widths = below(table).filter(({ name }) => name === 'w:gridCol');
    const width = widths.reduce((sum, { attributes }) => sum + Number(attributes['w:w']), 0);
    assert.ok(width > 9200 && width <= 11906 - 2 * 1304, `${width}`);
  });

  it('leads to the web, to mailboxes and into itself only', async () => {
    const docx = await docxOf(
      '# A\n\n## Part\n\n[web](https://a.example/?x=1&y=2), [mail](mailto:a@b.example), [part](#part), [file](other.md), [bad](javascript:x), [data](data:text/html,x), [up](../x)\n',
    );
    const targets = docx
      .all('word/_rels/document.xml.rels', 'Relationship')
      .filter(({ attributes }) => attributes['TargetMode']);
    assert.deepEqual(
      targets.map(({ attributes }) => attributes['Target']),
      ['https://a.example/?x=1&y=2', 'mailto:a@b.example'],
    );
    const anchors = docx.all(BODY, 'w:hyperlink').flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
    const bookmarks = docx.all(BODY, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    assert.deepEqual([anchors.length, bookmarks.includes(anchors[0])], [1, true]);
    assert.match(docx.lines().join('\n'), /web, mail, part, file, bad, data, up/);
  });

  it('has formulas as formulas of Word, and as their TeX where it has more than those do', async () => {
    const docx = await docxOf('# A\n\n$\\frac{a}{b_i}$ and $$\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}$$\n');
    const [formula] = docx.all(BODY, 'm:oMath');
    assert.ok(formula);
    const parts = new Set(below(formula).map(({ name }) => name));
    assert.deepEqual(
      ['m:f', 'm:num', 'm:den', 'm:sSub'].filter((name) => !parts.has(name)),
      [],
    );
    assert.equal(docx.all(BODY, 'm:oMath').length, 1);
    assert.match(docx.lines().join('\n'), /\\begin\{pmatrix\}/);
  });

  it('says its language and direction, and has fonts for its script', async () => {
    const arabic = await docxOf('---\ntitle: سؤال\nlanguage: ar\n---\n\nنص عربي هنا.\n');
    assert.ok(arabic.all(BODY, 'w:bidi').length > 0 && arabic.all(BODY, 'w:rtl').length > 0);
    assert.equal(arabic.all('word/styles.xml', 'w:lang')[0]?.attributes['w:bidi'], 'ar-SA');
    const japanese = await docxOf('---\ntitle: 問い\nlanguage: ja\n---\n\n本文。\n');
    const [fonts] = japanese.all('word/styles.xml', 'w:rFonts');
    assert.equal(fonts?.attributes['w:eastAsia'], 'Yu Gothic');
    assert.equal(japanese.all('word/styles.xml', 'w:lang')[0]?.attributes['w:eastAsia'], 'ja-JP');
  });

  it('is as large as the paper that is asked for', async () => {
    const docx = await docxOf('# A\n', { paper: 'Letter' });
    assert.equal(docx.all(BODY, 'w:pgSz')[0]?.attributes['w:w'], '12240');
  });
});
