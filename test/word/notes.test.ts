import assert from 'node:assert/strict';
import { BODY, below, docxOf, textOf, type Xml } from './readDocx';

const SOURCES = `sources:
  - id: s1
    title: First
    publisher: Desk
    published: 2024-01-02
    url: https://a.example/one?x=1&y=2
  - id: s2
    title: Second
  - id: s3
    title: Third
`;
const NOTES = 'word/endnotes.xml';

/** The notes of a part that hold words, by their ids. */
const wordsOf = (notes: readonly Xml[]) =>
  notes.filter(({ attributes }) => !attributes['w:type']).map((note) => [note.attributes['w:id'], textOf(note).trim()]);

describe('citations in a document for Word', () => {
  it('are endnotes, one for each source, counted in the order of the text', async () => {
    const docx = await docxOf(`---\ntitle: T\n${SOURCES}---\n\nOre rose by 4 % [@s2]. It fell [@s1; @s2].\n`);
    assert.deepEqual(wordsOf(docx.all(NOTES, 'w:endnote')), [
      ['1', 'Second'],
      ['2', 'First · Desk · 2 January 2024 · https://a.example/one?x=1&y=2'],
    ]);
    assert.equal(docx.lines()[1], ': Ore rose by 4 %{1}. It fell{2},1.');
    const [link] = docx.all('word/_rels/endnotes.xml.rels', 'Relationship');
    assert.equal(link?.attributes['Target'], 'https://a.example/one?x=1&y=2');
  });

  it('have all paragraphs of the footnote that names the source', async () => {
    const docx = await docxOf(
      '# T\n\nOre rose.[^l]\n\n[^l]: See [a page](https://a.example/one).\n\n    It has no table.\n\n    - ash\n',
    );
    assert.deepEqual(wordsOf(docx.all(NOTES, 'w:endnote')), [
      ['1', 'See a page · https://a.example/one · It has no table. · ash'],
    ]);
  });

  it('repeat the number of the first one by a field that follows it', async () => {
    const docx = await docxOf(`---\ntitle: T\n${SOURCES}---\n\nOre rose [@s1]. It fell [@s1, p. 3].\n`);
    const fields = docx.all(BODY, 'w:fldSimple').map((each) => [each.attributes['w:instr']?.trim(), textOf(each)]);
    assert.deepEqual(fields, [['NOTEREF _source1 \\h', '1']]);
    assert.ok(docx.all(BODY, 'w:bookmarkStart').some(({ attributes }) => attributes['w:name'] === '_source1'));
    assert.equal(docx.lines()[1], ': Ore rose{1}. It fell1(p. 3).');
  });

  it('name the passage that a number cites', async () => {
    const source = 'sources:\n  - id: a\n    title: Ore\n    publisher: Desk\n    cite: passages\n';
    const docx = await docxOf(`---\ntitle: T\n${source}---\n\nOre rose [3]. It fell [7].\n`);
    assert.ok(docx.lines().includes(': Ore rose{1}(¶\u00a03). It fell1(¶\u00a07).'), docx.lines().join('\n'));
  });

  it('of the key numbers at the head refer to those of the text', async () => {
    const figure = 'figures:\n  - id: f\n    title: Share\n    value: 90%\n    cites: [s2]\n';
    const docx = await docxOf(`---\ntitle: T\n${SOURCES}${figure}---\n\nOre rose [@s1]. It fell [@s2].\n`);
    assert.deepEqual(
      wordsOf(docx.all(NOTES, 'w:endnote')).map(([, words]) => words?.slice(0, 6)),
      ['First ', 'Second'],
    );
    assert.ok(docx.lines().includes('TileNote: 2'));
  });

  it('stand under the heading of the sources, at the end, where those that nothing cites are listed', async () => {
    const docx = await docxOf('# T\n\nOre rose [1].\n\n## Sources\n\n- [1] One\n- [2] Two\n\n## After\n\nText.\n');
    assert.deepEqual(docx.lines().slice(2), [
      'Heading1: After',
      ': Text.',
      'Heading1: Sources',
      'EndnoteText: [2] Two [not cited]',
    ]);
  });

  it('say what they mean where there is no such source', async () => {
    const docx = await docxOf(`---\ntitle: T\n${SOURCES}---\n\nOre rose [@nope].\n`);
    assert.match(docx.lines()[1] ?? '', /\[[^\]]*nope\]/);
    assert.deepEqual(wordsOf(docx.all(NOTES, 'w:endnote')), []);
  });
});

describe('remarks in a document for Word', () => {
  const text = `---\ntitle: T\n${SOURCES}---\n\nOre rose [@s1].[^a] It fell.[^a]\n\n[^a]: See [@s1] and [@s3].\n\n    | x | y |\n    | - | - |\n    | 1 | 2 |\n`;

  it('are footnotes, which are told from endnotes by their letters', async () => {
    const docx = await docxOf(text);
    assert.ok(docx.lines()[1]?.startsWith(': Ore rose{1}.{1} It fell.a'));
    assert.equal(docx.all(BODY, 'w:footnoteReference').length, 1);
    const [numbers] = docx.all(BODY, 'w:footnotePr');
    assert.ok(numbers && below(numbers).some(({ attributes }) => attributes['w:val'] === 'lowerLetter'));
  });

  it('name their sources without notes and tables, which Word has not in a footnote', async () => {
    const docx = await docxOf(text);
    const notes = docx.all('word/footnotes.xml', 'w:footnote');
    assert.deepEqual(wordsOf(notes), [['1', 'See1 and (Third).x | y1 | 2']]);
    const [field] = docx.all('word/footnotes.xml', 'w:fldSimple');
    assert.equal(field?.attributes['w:instr']?.trim(), 'NOTEREF _source1 \\h');
    assert.equal(docx.all('word/footnotes.xml', 'w:tbl').length, 0);
    assert.equal(docx.all('word/footnotes.xml', 'w:endnoteReference').length, 0);
  });
});
