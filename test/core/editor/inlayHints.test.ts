import assert from 'node:assert/strict';
import { inlayHints, parseBrief } from '../../../src/core';

const FRONT_MATTER = `---
sources:
  - id: 1
    title: Mineral Commodity Summaries
    publisher: USGS
    published: 2024-01-31
  - id: 2
    title: A note
    authors: [Ada Sample, Lin Muster]
  - id: 3
    title: 一份关于稀土供应链的很长很长的报告
  - id: doe
    publisher: DOE
    published: May 2023
---

`;

/** The text with its hints in angle quotes. */
function hinted(body: string, which: 'first' | 'all' = 'first'): string {
  const text = FRONT_MATTER + body;
  const hints = inlayHints(parseBrief(text), { start: 0, end: text.length }, which);
  return hints
    .toReversed()
    .reduce((shown, { at, label }) => `${shown.slice(0, at)}‹${label}›${shown.slice(at)}`, text)
    .slice(FRONT_MATTER.length);
}

describe('inlay hints', () => {
  it('name publisher and year behind a citation by number', () => {
    assert.equal(hinted('It grew [1].'), 'It grew [1]‹USGS 2024›.');
    assert.equal(hinted('It grew [1][2].'), 'It grew [1]‹USGS 2024›[2]‹Sample & Muster›.');
    assert.equal(hinted('中国占90%[1]。'), '中国占90%[1]‹USGS 2024›。');
  });

  it('stand behind each number of several in one bracket, and name the ends of a range', () => {
    assert.equal(hinted('It grew [1, 2].'), 'It grew [1‹USGS 2024›, 2‹Sample & Muster›].');
    assert.equal(hinted('It grew [1-3].'), 'It grew [1‹USGS 2024›-3‹一份关于稀土供…›].');
  });

  it('stand where a paragraph or list item cites a source first', () => {
    assert.equal(
      hinted('It grew [1].\nIt fell [1][2]¹.'),
      'It grew [1]‹USGS 2024›.\nIt fell [1][2]‹Sample & Muster›¹.',
    );
    assert.equal(hinted('- Up [1] [1]\n- Down [1]\n'), '- Up [1]‹USGS 2024› [1]\n- Down [1]‹USGS 2024›\n');
    assert.equal(hinted('Up [3]. Down [1-3].'), 'Up [3]‹一份关于稀土供…›. Down [1‹USGS 2024›-3].');
  });

  it('stand each time where that is asked for', () => {
    assert.equal(hinted('Up [1]. Down [1].', 'all'), 'Up [1]‹USGS 2024›. Down [1]‹USGS 2024›.');
  });

  it('stand behind keys only where they are asked for', () => {
    assert.equal(hinted('It grew [@doe].'), 'It grew [@doe].');
    assert.equal(hinted('It grew [@doe].', 'all'), 'It grew [@doe]‹DOE›.');
  });

  it('say nothing of sources that are not there', () => {
    assert.equal(hinted('It grew [9], `[1]`.'), 'It grew [9], `[1]`.');
  });

  it('leave the columns of tables in line', () => {
    const table = '| a     |\n| ----- |\n| b [1] |\n';
    assert.equal(hinted(`${table}\nIt grew [1].\n\n${table}`), `${table}\nIt grew [1]‹USGS 2024›.\n\n${table}`);
  });

  it('are those of the range only, with the title to be seen on them', () => {
    const text = `${FRONT_MATTER}One [1].\n\nTwo [1].\n`;
    const hints = inlayHints(parseBrief(text), { start: text.indexOf('Two'), end: text.length }, 'first');
    assert.deepEqual(hints, [{ at: text.length - 2, label: 'USGS 2024', tooltip: 'Mineral Commodity Summaries' }]);
  });
});
