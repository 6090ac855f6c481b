import assert from 'node:assert/strict';
import { attributeOf, BODY, below, docxOf, textOf } from './readDocx';

const HEAD = '---\ntitle: T\n---\n\n';

describe('The HTML of an author, in a document for Word', () => {
  it('has its text in order, with what is folded, and without what is hidden', async () => {
    const docx = await docxOf(
      `${HEAD}<details>\n<summary>More</summary>\n\nA claim.\n\n- one\n\n</details>\n\nB <span hidden>c</span> d<br>e\n\n<dl><dt>F<dd>g</dl>\n`,
    );
    assert.deepEqual(
      docx.lines().map((line) => line.replace(/ \[[^\]]*\]$/, '')),
      ['Title: T', ': More', ': A claim.', 'ListParagraph: one', ': B d\ne', ': F', ': g'],
    );
  });

  it('has paragraphs and headings aligned as their author did', async () => {
    const docx = await docxOf(
      `${HEAD}<p align="center">A</p>\n\n<h2 align="right">B</h2>\n\n<div align="center">\n\nC\n\n</div>\n`,
    );
    const sides = docx
      .all(BODY, 'w:p')
      .map((paragraph) => [textOf(paragraph), attributeOf(paragraph, 'w:jc', 'w:val')]);
    assert.deepEqual(
      sides.filter(([, side]) => side !== ''),
      [
        ['A', 'center'],
        ['B', 'right'],
        ['C', 'center'],
      ],
    );
  });

  it('has tables with cells that span others, and blocks in cells', async () => {
    const docx = await docxOf(
      `${HEAD}<table><caption>Cap</caption><tr><th rowspan="2">A<th colspan="2">B<tr><th>C<th>D<tr><td>e<td><ul><li>f<li>g</ul><td align="right">h</table>\n`,
    );
    const rows = docx.all(BODY, 'w:tr').map((row) =>
      below(row)
        .filter(({ name }) => name === 'w:tc')
        .map((cell) => [
          textOf(cell),
          attributeOf(cell, 'w:gridSpan', 'w:val'),
          attributeOf(cell, 'w:vMerge', 'w:val'),
        ]),
    );
    assert.deepEqual(rows, [
      [
        ['A', '', 'restart'],
        ['B', '2', ''],
      ],
      [
        ['', '', 'continue'],
        ['C', '', ''],
        ['D', '', ''],
      ],
      [
        ['e', '', ''],
        ['fg', '', ''],
        ['h', '', ''],
      ],
    ]);
    assert.ok(docx.lines().includes('FigureNote: Cap'));
  });

  it('takes time that grows with a table, however much its cells claim', async () => {
    const cells = '<td colspan=100 rowspan=100>x</td>'.repeat(2000);
    const docx = await docxOf(`${HEAD}<table><tr>${cells}</tr>${'<tr><td>y</td></tr>'.repeat(500)}</table>\n`);
    assert.ok(docx.all(BODY, 'w:tc').length < 70_000);
  });
});
