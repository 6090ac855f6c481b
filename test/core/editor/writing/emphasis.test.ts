import assert from 'node:assert/strict';
import { toggleEmphasis } from '../../../../src/core/editor/writing';
import { after } from './marked';

const bold = (marked: string) => after(marked, (page, selections) => toggleEmphasis(page, selections, 'bold'));
const italic = (marked: string) => after(marked, (page, selections) => toggleEmphasis(page, selections, 'italic'));

/** A text before and after the key, twice where it goes back. */
function both(name: string, key: typeof bold, before: string, expected: string): void {
  it(name, () => {
    assert.equal(key(before), expected);
    assert.equal(key(expected), before);
  });
}

describe('Bold and italic', () => {
  both('mark the word that the cursor is in, and unmark it', bold, 'Prices ro‸se.', 'Prices **ro‸se**.');
  both('mark a selection', bold, 'Prices «rose by 12%» again.', 'Prices **«rose by 12%»** again.');
  both('mark in italics', italic, '‸Prices rose.', '*‸Prices* rose.');
  both(
    'keep a word with its apostrophe, number and per cent sign',
    bold,
    '- China’s 12.‸5% share',
    '- China’s **12.‸5%** share',
  );
  both('mark several words at several cursors', bold, 'o‸ne, tw‸o', '**o‸ne**, **tw‸o**');
  both('add one to the other', italic, '**a «word» here**', '**a *«word»* here**');
  both('mark where nothing stands yet', bold, 'Prices ‸ rose', 'Prices **‸** rose');
  both('take the Latin word out of Chinese text', bold, '中国US‸GS报告', '中国**US‸GS**报告');
  both('leave the marks of an item and a task alone', bold, '«- [ ] one\n- two»', '«- [ ] **one**\n- **two»**');
  both('leave the marks of a heading alone', italic, '«## Supply»', '«## *Supply»*');

  it('leave the spaces around a selection out', () => {
    assert.equal(bold('Prices« rose »again'), 'Prices« **rose** »again');
  });
  it('unmark a phrase from any word in it', () => {
    assert.equal(bold('It **rose sh‸arply** then.'), 'It rose sh‸arply then.');
    assert.equal(italic('It _rose sh‸arply_ then.'), 'It rose sh‸arply then.');
    assert.equal(bold('It __rose__ **fell «a lot»**.'), 'It __rose__ fell «a lot».');
  });
  it('take one of three stars away', () => {
    assert.equal(bold('***wo‸rd***'), '*wo‸rd*');
    assert.equal(italic('***wo‸rd***'), '**wo‸rd**');
  });
  it('mark all of a selection of which a part is marked', () => {
    assert.equal(bold('«Prices **rose** again»'), '**«Prices rose again»**');
  });
  it('mark all words where only some of them are marked', () => {
    assert.equal(bold('o‸ne **t‸wo**'), '**o‸ne** **t‸wo**');
  });
  it('unmark what marks nothing between Chinese characters', () => {
    assert.equal(bold('控制**«90%»**的产能'), '控制«90%»的产能');
  });

  for (const [what, before, expected] of [
    ['a citation', 'It rose [1‸, 7].', 'It rose **[1‸, 7]**.'],
    ['a citation that a selection cuts', 'It «rose [1», 7].', 'It **«rose [1», 7]**.'],
    ['a key', 'It rose [@usgs-20‸24; @doe].', 'It rose **[@usgs-20‸24; @doe]**.'],
    ['a key number', 'It is {{sha‸re}}.', 'It is **{{sha‸re}}**.'],
    ['code', 'Run `br‸ief check`.', 'Run **`br‸ief check`**.'],
    [
      'the target of a link',
      'See [the report](https://exam‸ple.org/a).',
      'See **[the report](https://exam‸ple.org/a)**.',
    ],
    [
      'a link that a selection cuts',
      '«See [the» report](https://example.org/a).',
      '**«See [the» report](https://example.org/a)**.',
    ],
    ['emphasis that a selection cuts', '«It *rose» fast*', '**«It *rose» fast***'],
  ] as const) {
    it(`never cut ${what} apart`, () => assert.equal(bold(before), expected));
  }
  it('mark words in the text of a link', () => {
    assert.equal(bold('See [the re‸port](https://example.org/a).'), 'See [the **re‸port**](https://example.org/a).');
  });
  it('do nothing in code and in the front matter', () => {
    assert.equal(bold('```\nco‸de\n```'), null);
    assert.equal(bold('---\ntitle: Ra‸re\n---\n'), null);
  });
  it('keep CRLF', () => {
    assert.equal(bold('«one\r\ntwo»\r\n'), '**«one**\r\n**two»**\r\n');
  });
});
