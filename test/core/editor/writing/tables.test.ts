import assert from 'node:assert/strict';
import type { Span } from '../../../../src/core/base/text';
import { moveToCell, type Page, tableOfRows } from '../../../../src/core/editor/writing';
import { after, unmarked } from './marked';

const move =
  (by: -1 | 1) =>
  (page: Page, [selection]: readonly Span[]) =>
    selection ? moveToCell(page, selection, by) : null;
const tab = (marked: string) => after(marked, move(1));
const shiftTab = (marked: string) => after(marked, move(-1));

const TABLE = '| Year | Share |\n| ---- | ----: |\n| 2023 | 68%   |\n';

describe('Tab in a table', () => {
  it('selects the next cell', () => {
    assert.equal(tab(TABLE.replace('Year', 'Ye‸ar')), TABLE.replace('Share', '«Share»'));
    assert.equal(tab(TABLE.replace('Year', '«Year»')), TABLE.replace('Share', '«Share»'));
  });
  it('goes from row to row, past the line below the header', () => {
    assert.equal(tab(TABLE.replace('Share', '‸Share')), TABLE.replace('2023', '«2023»'));
    assert.equal(shiftTab(TABLE.replace('2023', '‸2023')), TABLE.replace('Share', '«Share»'));
  });
  it('begins a new row behind the last cell', () => {
    assert.equal(tab(TABLE.replace('68%', '68%‸')), `${TABLE}| ‸     |       |\n`);
    assert.equal(tab(`${TABLE.trimEnd()}‸`), `${TABLE}| ‸     |       |`);
  });
  it('goes back, and leaves the table before its first cell', () => {
    assert.equal(shiftTab(TABLE.replace('68%', '‸68%')), TABLE.replace('2023', '«2023»'));
    assert.equal(shiftTab(TABLE.replace('Year', '‸Year')), null);
  });
  it('finds the place in an empty cell', () => {
    assert.equal(tab('| a‸ |  |\n| - | - |\n'), '| a | ‸ |\n| - | - |\n');
    assert.equal(tab('|a‸||\n|-|-|\n'), '|a|‸|\n|-|-|\n');
  });
  it('reads rows without outer bars, and escaped bars', () => {
    assert.equal(tab('a‸ | b\n- | -\n'), 'a | «b»\n- | -\n');
    assert.equal(tab('| a\\|‸c | b |\n| - | - |\n'), '| a\\|c | «b» |\n| - | - |\n');
  });
  it('applies to nothing else', () => {
    for (const text of ['a ‸| b', 'Te‸xt', '```\n| a‸ |\n| - |\n```', '| a‸ | b |\n| - |\n'])
      assert.equal(tab(text), null, text);
  });
});

describe('Rows that are pasted', () => {
  const pasted = (marked: string, rows: string) => {
    const { page, selections } = unmarked(marked);
    return tableOfRows(page, page.lines.lineAt(selections[0]?.start ?? 0), rows);
  };
  const TABLE_OF_ROWS = '| Year | Share |\n| --- | --- |\n| 2023 | 68 % |\n| 2024 |  |';

  it('are a table on a blank line, with the first row as its header', () => {
    assert.equal(pasted('‸', 'Year\tShare\r\n2023\t68 %\r\n2024\t\r\n'), TABLE_OF_ROWS);
  });
  it('are parted from the text above and below', () => {
    assert.equal(pasted('Text\n‸\nmore', 'Year\tShare\n2023\t68 %\n2024\t'), `\n${TABLE_OF_ROWS}\n`);
  });
  it('keep their bars', () => {
    assert.equal(pasted('‸', 'a|b\tc\n\\|\td'), '| a\\|b | c |\n| --- | --- |\n| \\| | d |');
  });
  it('may lack the name of their first column', () => {
    assert.equal(pasted('‸', '\tShare\n2023\t68 %'), '|  | Share |\n| --- | --- |\n| 2023 | 68 % |');
  });
  it('stay as they are in a line of text, in front matter and in code', () => {
    for (const marked of ['Text ‸', '---\ntitle: x\n‸\n---\n', '```\n‸\n```'])
      assert.equal(pasted(marked, 'a\tb\nc\td'), null);
  });
  it('are none where tabs only indent, where cells are missing, and in a single line', () => {
    for (const rows of ['\ta\n\tb', 'a\n\tb', 'a\tb\nc', 'a\tb', 'a\nb']) assert.equal(pasted('‸', rows), null);
  });
});
