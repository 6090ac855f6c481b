import assert from 'node:assert/strict';
import { readArticle, readWebPage } from '../../src/formats';
import { spanOf } from '../../src/formats/cellSpans';

function pageOf(html: string): string {
  const read = readWebPage(html);
  assert.ok('markdown' in read);
  return read.markdown.trimEnd();
}

/** The rows of the tables of a page, without the line below a header. */
function rowsOf(rows: string): string[] {
  const lines = pageOf(`<table>${rows}</table>`).split('\n');
  return lines.filter((line) => line.startsWith('|') && !/^\|(?: --- \|)+$/.test(line));
}

describe('A table of a page', () => {
  it('repeats a cell in all rows that it covers', () =>
    assert.deepEqual(rowsOf('<tr><th>Port<th>Month<th>Crates<tr><td rowspan=2>Bergen<td>May<td>14<tr><td>June<td>19'), [
      '| Port | Month | Crates |',
      '| Bergen | May | 14 |',
      '| Bergen | June | 19 |',
    ]));

  it('repeats a cell in all columns that it covers', () =>
    assert.deepEqual(rowsOf('<tr><th>Port<th colspan=2>Crates<tr><th><th>May<th>June<tr><td>Bergen<td>14<td>19'), [
      '| Port | Crates | Crates |',
      '|  | May | June |',
      '| Bergen | 14 | 19 |',
    ]));

  it('repeats a cell in all rows and columns that it covers', () =>
    assert.deepEqual(rowsOf('<tr><td>a<td rowspan=2 colspan=2>b<tr><td>c<tr><td>d<td>e<td>f'), [
      '| a | b | b |',
      '| c | b | b |',
      '| d | e | f |',
    ]));

  it('keeps the place of a cell that stands behind one that is missing', () =>
    assert.deepEqual(rowsOf('<tr><td>a<td>b<td rowspan=2>c<tr><td>d'), ['| a | b | c |', '| d |  | c |']));

  it('ends a cell of all rows that are left with its part of the table', () =>
    assert.deepEqual(rowsOf('<tbody><tr><td rowspan=0>a<td>1<tr><td>2</tbody><tbody><tr><td>b<td>3</tbody>'), [
      '| a | 1 |',
      '| a | 2 |',
      '| b | 3 |',
    ]));

  it('writes a label of the rows below it once', () =>
    assert.deepEqual(rowsOf('<tr><th>Port<th>Crates<tr><td colspan=2>North<tr><td>Bergen<td>14'), [
      '| Port | Crates |',
      '| North |  |',
      '| Bergen | 14 |',
    ]));

  it('has no columns in which no cell begins', () =>
    assert.deepEqual(rowsOf('<tr><th>Port<th>Crates<tr><td>Bergen<td colspan="100%">none'), [
      '| Port | Crates |',
      '| Bergen | none |',
    ]));

  it('does not repeat prose', () => {
    const prose = 'It was sold. '.repeat(50).trim();
    assert.deepEqual(rowsOf(`<tr><td rowspan=2>${prose}<td>1<tr><td>2`), [`| ${prose} | 1 |`, '|  | 2 |']);
  });

  it('has its caption as a paragraph before it, wherever the page writes it', () => {
    const table = '\n\n| Port | Crates |\n| --- | --- |\n| Bergen | 14 |';
    const rows = '<tr><th>Port<th>Crates</tr><tr><td>Bergen<td>14</tr>';
    const caption = '<caption>Crates of <b>salt</b> (thousands)</caption>';
    for (const inside of [caption + rows, rows + caption])
      assert.equal(pageOf(`<h1>T</h1><table>${inside}</table>`), `# T\n\nCrates of **salt** (thousands)${table}`);
  });

  it('has its caption before it in the text of a copy, too', () =>
    assert.equal(
      readArticle('<main><table><caption>Salt (t)</caption><tr><td>a<td rowspan=2>1<tr><td>b</table></main>'),
      'Salt (t)\n\n| a | 1 |\n| --- | --- |\n| b | 1 |',
    ));

  it('loses no words outside of its cells, and none of a table around it', () =>
    assert.equal(
      pageOf('<h1>T</h1><table>Loose<tr><td>Around<table><tr><td>a<td>b</table></table>'),
      '# T\n\nLoose\n\nAround\n\n| a | b |\n| --- | --- |',
    ));

  it('writes a text once in each cell, and in bounds, whatever a page asks for', () => {
    const words = 'x'.repeat(500);
    const row = `<tr><td rowspan="99999999" colspan="99999999">${words}<td>y`;
    for (const html of [
      `<table>${row}${'<tr><td>z'.repeat(5000)}</table>`,
      `<table>${row.repeat(500)}</table>`,
      `<table>${row}<tr><td>z</table>`.repeat(500),
      `<table><tr>${'<td rowspan=0>a'.repeat(20_000)}${'<tr><td>'.repeat(20_000)}</table>`,
      `<table><tr>${'<td>'.repeat(20_000)}<td rowspan=0>a${'<tr><td>'.repeat(20_000)}</table>`,
    ]) {
      const page = pageOf(html);
      assert.ok(page.length < html.length + 3_000_000, `${page.length}`);
      assert.ok(html.split(words).length <= page.split(words).length, 'no text is lost');
    }
  });

  it('takes spans as HTML limits them', () => {
    assert.deepEqual(spanOf(undefined, undefined), { columns: 1, rows: 1 });
    assert.deepEqual(spanOf('0', ' +3x'), { columns: 1, rows: 3 });
    assert.deepEqual(spanOf('9999', '99999999'), { columns: 1000, rows: 65_534 });
    assert.deepEqual(spanOf('-2', 'many'), { columns: 1, rows: 1 });
    assert.deepEqual(spanOf('1', '0'), { columns: 1, rows: 65_534 });
  });
});
