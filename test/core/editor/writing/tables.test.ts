import assert from 'node:assert/strict';
import type { Span } from '../../../../src/core/base/text';
import { moveToCell, type Page } from '../../../../src/core/editor/writing';
import { after } from './marked';

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
