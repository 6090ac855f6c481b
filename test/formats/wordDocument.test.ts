import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { readWordDocument } from '../../src/formats';
import { assertGrowsEvenly } from '../growth';
import { docxOf } from '../word/readDocx';
import { links, NUMBERING, paragraph, run, STYLES, wordFile } from './wordFile';

const PARTS = { 'styles.xml': STYLES, 'numbering.xml': NUMBERING };
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const inList = (id: number, depth = 0) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;

function markdownOf(body: string, parts: Readonly<Record<string, string>> = {}): string {
  const read = readWordDocument(wordFile(body, { ...PARTS, ...parts }));
  assert.ok('markdown' in read, 'error' in read ? read.error : '');
  return read.markdown.trimEnd();
}

const CASES: readonly (readonly [what: string, body: string, markdown: string])[] = [
  [
    'the title and headings below it, and those of styles that rest on a heading',
    paragraph(run('Ore'), style('Titel')) +
      paragraph(run('Supply', '<w:b/>'), style('H1')) +
      paragraph(run('North'), style('H2')) +
      paragraph(run('Prices'), style('Chapter')),
    '# Ore\n\n## Supply\n\n### North\n\n## Prices',
  ],
  [
    'headings without a title as they are',
    paragraph(run('Ore'), style('H1')) + paragraph(run('It rose.')),
    '# Ore\n\nIt rose.',
  ],
  [
    'bold, italic and struck text, whose runs are cut anywhere',
    paragraph(
      run('It ') +
        run('ro', '<w:b/>') +
        run('se', '<w:b/>') +
        run(' fast', '<w:i/>') +
        run(' x', '<w:strike/>') +
        run('.', '<w:b w:val="0"/>'),
    ),
    'It **rose** *fast* ~~x~~.',
  ],
  [
    'lists, nested and numbered, which go on after a text',
    paragraph(run('a'), inList(1)) +
      paragraph(run('b'), inList(1, 1)) +
      paragraph(run('c'), style('Points')) +
      paragraph(run('one'), inList(2)) +
      paragraph(run('Between.')) +
      paragraph(run('two'), inList(2)),
    '- a\n  - b\n- c\n1. one\n\nBetween.\n\n2. two',
  ],
  [
    'tables',
    `<w:tbl><w:tr><w:tc>${paragraph(run('a'))}</w:tc><w:tc>${paragraph(run('b'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('1'))}${paragraph(run('2'))}</w:tc><w:tc>${paragraph(run('x'), style('H1'))}</w:tc></w:tr></w:tbl>`,
    '| a | b |\n| --- | --- |\n| 1 2 | x |',
  ],
  [
    'raised numbers, which may be cut into runs',
    paragraph(
      run('It rose') +
        run('1', '<w:vertAlign w:val="superscript"/>') +
        run('2', '<w:vertAlign w:val="superscript"/>') +
        run('.'),
    ),
    'It rose<sup>12</sup>.',
  ],
  [
    'text that was added, and none that was deleted or moved away',
    paragraph(
      `<w:ins>${run('It rose')}</w:ins><w:del><w:r><w:delText> not</w:delText></w:r></w:del><w:moveFrom>${run(' away')}</w:moveFrom>${run('.')}`,
    ),
    'It rose.',
  ],
  [
    'each text once where it is there in two forms',
    paragraph(
      `<mc:AlternateContent><mc:Choice>${run('new')}</mc:Choice><mc:Fallback>${run('old')}</mc:Fallback></mc:AlternateContent>`,
    ),
    'new',
  ],
  [
    'a locator that is raised with its number',
    paragraph(run('It rose') + run('5,2(p. 12)', '<w:vertAlign w:val="superscript"/>')),
    'It rose<sup>5,2</sup>(p. 12)',
  ],
  ['no table of contents', paragraph(run('Supply 1'), style('Toc')) + paragraph(run('Text.')), 'Text.'],
  [
    'line breaks and tabs',
    paragraph(`${run('a')}<w:r><w:br/></w:r>${run('b')}<w:r><w:tab/></w:r>${run('c')}`),
    'a\nb c',
  ],
  ['what would be Markdown as text', paragraph(run('2 * 3 &lt;b&gt; _x_')), '2 \\* 3 \\<b> \\_x\\_'],
];

describe('A Word document', () => {
  for (const [what, body, markdown] of CASES) it(`keeps ${what}`, () => assert.equal(markdownOf(body), markdown));

  it('keeps links to web pages, by relationships and by fields, and no others', () => {
    const linked = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
    const field = (instruction: string, text: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = paragraph(
      [
        linked('r1', 'One'),
        linked('r2', 'Two'),
        field('HYPERLINK "https://b.example/"', 'Three'),
        field('PAGE', '4'),
        run('end'),
      ].join(run(', ')),
    );
    const parts = {
      '_rels/document.xml.rels': links({ r1: 'https://a.example/?a=1&amp;b=2', r2: 'file:///etc/passwd' }),
    };
    assert.equal(
      markdownOf(body, parts),
      '[One](https://a.example/?a=1&b=2), Two, [Three](https://b.example/), 4, end',
    );
  });

  it('may have a number in the name of its main part', () => {
    const bytes = zipSync({
      'word/document2.xml': strToU8(`<w:document><w:body>${paragraph(run('It rose.'))}</w:body></w:document>`),
    });
    const read = readWordDocument(bytes);
    assert.equal('markdown' in read && read.markdown, 'It rose.\n');
  });

  it('puts a large first letter before its paragraph', () => {
    const cap = paragraph(run('I'), '<w:keepNext/><w:framePr w:dropCap="drop" w:lines="3"/>');
    assert.equal(markdownOf(cap + paragraph(run('t rose.'))), 'It rose.');
  });

  it('keeps a large first letter that no paragraph follows', () => {
    const cap = paragraph(run('X'), '<w:framePr w:dropCap="drop"/>');
    assert.equal(markdownOf(paragraph(run('It rose.')) + cap), 'It rose.\n\nX');
  });

  it('goes on with the numbers of a list of the same model, unless the list has a start', () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
    const item = (id: number, text: string) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
    const body = [
      item(2, 'a'),
      item(2, 'b'),
      paragraph(run('Text.')),
      item(3, 'c'),
      paragraph(run('Text.')),
      item(4, 'd'),
    ];
    assert.equal(
      markdownOf(body.join(''), { 'numbering.xml': numbering }),
      '3. a\n4. b\n\nText.\n\n5. c\n\nText.\n\n1. d',
    );
  });

  it('numbers its notes by their first mention', () => {
    const mention = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`;
    assert.equal(
      markdownOf(paragraph(`${run('It rose')}${mention(7)}${run('. It fell')}${mention(3)}${run('.')}`), {
        'footnotes.xml': `<w:footnotes>${note(3, 'Later.')}${note(7, 'First.')}</w:footnotes>`,
      }),
      'It rose[^1]. It fell[^2].\n\n[^1]: First.\n\n[^2]: Later.',
    );
  });

  it('makes footnotes of its footnotes and endnotes, counted together, with their links', () => {
    const body = paragraph(
      `${run('It rose')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('. It fell')}<w:r><w:endnoteReference w:id="2"/></w:r>${run('.')}`,
    );
    const note = (name: string, text: string) =>
      `<w:${name}s><w:${name} w:type="separator" w:id="-1">${paragraph(run('---'))}</w:${name}><w:${name} w:id="2">${paragraph(`<w:r><w:${name}Ref/></w:r>${text}`)}</w:${name}></w:${name}s>`;
    assert.equal(
      markdownOf(body, {
        'footnotes.xml': note('footnote', `<w:hyperlink r:id="r1">${run('Ore Report')}</w:hyperlink>`),
        'endnotes.xml': note('endnote', run('Own count.')),
        '_rels/footnotes.xml.rels': links({ r1: 'https://a.example/' }),
      }),
      'It rose[^1]. It fell[^2].\n\n[^1]: [Ore Report](https://a.example/)\n\n[^2]: Own count.',
    );
  });

  it('refers to a note again where a field does, and keeps raised what a style raises', () => {
    const again =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NOTEREF _a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      `${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = paragraph(
      `${run('It rose')}<w:r><w:endnoteReference w:id="2"/></w:r>${run('. In 2023')}${again}${run(' too')}${run('7', '<w:rStyle w:val="Up"/>')}`,
    );
    assert.equal(markdownOf(body), 'It rose[^1]. In 2023[^1] too<sup>7</sup>');
    const both = body.replace('It rose', 'It</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:t>rose');
    assert.match(markdownOf(both), /In 20231 too/);
  });

  it('refers to a note again by its bookmark, whatever its number looks like', () => {
    const marked = (name: string, id: number) =>
      `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:r><w:endnoteReference w:id="${id}"/></w:r><w:bookmarkEnd w:id="${id}"/>`;
    const again = (name: string, number: string) =>
      `<w:fldSimple w:instr=" NOTEREF ${name} \\h ">${number}</w:fldSimple>`;
    const comma = run(',', '<w:vertAlign w:val="superscript"/>');
    const body = paragraph(
      `${run('It rose')}<w:r><w:footnoteReference w:id="2"/></w:r>${marked('_a', 3)}${comma}${marked('_b', 4)}${run('. In 2023')}` +
        `${again('_b', `${run('i')}${run('i')}`)}${comma}${again('_a', run('i'))}${run(' too')}${again('_none', run('7'))}`,
    );
    assert.equal(markdownOf(body), 'It rose[^1][^2][^3]. In 2023[^3][^2] too7');
    const before = paragraph(`${run('First')}${again('_b', run('i'))}`);
    assert.equal(markdownOf(before + body), 'First[^3]\n\nIt rose[^1][^2][^3]. In 2023[^3][^2] too7');
  });

  it('is read as we write one ourselves', async () => {
    const { bytes } = await docxOf(
      '# Ore\n\n## Supply\n\n- It **rose** by 5% [1].\n- It fell [2].\n\n## Sources\n\n- [1] One. https://a.example/\n- [2] Two. https://b.example/\n',
    );
    const read = readWordDocument(bytes);
    assert.ok('markdown' in read);
    for (const part of ['# Ore', '# Supply', '- It **rose** by 5%', '- It fell', 'https://a.example/'])
      assert.ok(read.markdown.includes(part), part);
  });

  it('cites again what we write as a number of Word', async () => {
    const { bytes } = await docxOf(
      '# Ore\n\n- It rose by 5% [1][2].\n- It fell [2][1].\n\n## Sources\n\n- [1] One. https://a.example/\n- [2] Two. https://b.example/\n',
    );
    const read = readWordDocument(bytes);
    assert.ok('markdown' in read);
    assert.ok(read.markdown.includes('5%[^1][^2].') && read.markdown.includes('It fell[^2][^1].'), read.markdown);
  });
});

describe('A Word document that is none, or too much', () => {
  const errorOf = (bytes: Uint8Array) => {
    const read = readWordDocument(bytes);
    return 'error' in read ? read.error : null;
  };

  it('is refused where it is an archive of something else', () =>
    assert.equal(errorOf(zipSync({ 'content.xml': strToU8('<a/>') })), 'it is not a Word document (.docx)'));

  it('is refused where it is damaged', () => {
    const bytes = wordFile(paragraph(run('x'.repeat(5000))));
    const broken = Uint8Array.from(bytes, (byte, i) => (i > 120 && i < 240 ? 255 - byte : byte));
    assert.match(errorOf(broken) ?? '', /^it is (?:damaged|no Word document)/);
  });

  it('is refused where it has more than 10,000 parts', () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`p${i}`, new Uint8Array()]));
    assert.equal(errorOf(zipSync(parts, { level: 0 })), 'it has more than 10,000 parts');
  });

  it('is refused where its elements are nested without end', () =>
    assert.equal(errorOf(wordFile('<w:sdt>'.repeat(100_000))), 'its elements are nested more than 1,000 deep'));

  it('takes any number for the level of an item', () => {
    for (const depth of [-1e300, Number.NEGATIVE_INFINITY, 1e300, -5])
      assert.match(markdownOf(paragraph(run('a'), inList(1, depth))), /^- a$/);
  });

  it('is read in time that grows with its length, however many styles are titles', () => {
    assertGrowsEvenly((length) => {
      const names = Array.from({ length }, (_, i) => `<w:style w:styleId="a${i}"><w:name w:val="title"/></w:style>`);
      markdownOf(paragraph(run('a')).repeat(length), { 'styles.xml': `<w:styles>${names.join('')}</w:styles>` });
    }, 5_000);
  });

  it('expands no entity, and loads nothing', () => {
    const xml = `<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w:document><w:body>${paragraph(run('&b; &c; &amp;'))}</w:body></w:document>`;
    const read = readWordDocument(zipSync({ 'word/document.xml': strToU8(xml) }));
    assert.ok('markdown' in read);
    assert.equal(read.markdown, '&b; &c; &\n');
  });
});
