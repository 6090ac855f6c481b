import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text';
import { endEmptyItem, endsByItself, followEnter, indentItems } from '../../../src/core/writing';
import { after, unmarked } from './marked';

const tab = (marked: string) => after(marked, (page, selections) => indentItems(page, selections, 'in'));
const shiftTab = (marked: string) => after(marked, (page, selections) => indentItems(page, selections, 'out'));
const enter = (marked: string) => after(marked, endEmptyItem);

/** What follows when an item has come on the line of the cursor. */
function followed(marked: string): string | null {
  const { page, selections } = unmarked(marked);
  const writing = followEnter(page, page.lines.lineAt(selections[0]?.start ?? 0));
  return writing && applyEdits(page.text, writing.edits);
}

describe('Tab in a list', () => {
  it('puts an item under the one before it', () => {
    assert.equal(tab('- one\n- tw‸o'), '- one\n  - tw‸o');
    assert.equal(shiftTab('- one\n  - tw‸o'), '- one\n- tw‸o');
  });
  it('goes to where the text of that item starts', () => {
    assert.equal(tab('1. one\n2. tw‸o'), '1. one\n   1. tw‸o');
    assert.equal(tab('10. one\n11. ‸'), '10. one\n    1. ‸');
  });
  it('takes nested items and further lines along', () => {
    assert.equal(tab('- one\n- tw‸o\n  more\n\n  - three\n- four'), '- one\n  - tw‸o\n    more\n\n    - three\n- four');
  });
  it('keeps selected items beside each other', () => {
    assert.equal(tab('- one\n- t«wo\n- thr»ee'), '- one\n  - t«wo\n  - thr»ee');
  });
  it('does not move an item twice that is nested in another selected one', () => {
    assert.equal(tab('- one\n- t«wo\n  - thr»ee'), '- one\n  - t«wo\n    - thr»ee');
  });
  it('joins the items that are nested there', () => {
    assert.equal(tab('1. one\n   1. a\n2. tw‸o\n3. three'), '1. one\n   1. a\n   2. tw‸o\n2. three');
  });
  it('counts on where an item goes out', () => {
    assert.equal(shiftTab('1. one\n   1. a\n   2. ‸b\n   3. c\n2. two'), '1. one\n   1. a\n2. ‸b\n   1. c\n3. two');
  });
  it('makes room for a longer number in what is nested', () => {
    const before = `${Array.from({ length: 8 }, (_, i) => `${i + 1}. x`).join('\n')}\n   1. ‸y\n9. z\n   - q`;
    const expected = `${Array.from({ length: 8 }, (_, i) => `${i + 1}. x`).join('\n')}\n9. ‸y\n10. z\n    - q`;
    assert.equal(shiftTab(before), expected);
  });
  it('takes the marker of the list that an item joins', () => {
    assert.equal(tab('- one\n  1. a\n- tw‸o\n  - x'), '- one\n  1. a\n  2. tw‸o\n     - x');
    assert.equal(shiftTab('1. one\n   - ‸a\n2. two'), '1. one\n2. ‸a\n3. two');
  });
  it('keeps a list that repeats one number', () => {
    assert.equal(tab('1. one\n1. tw‸o\n1. three'), '1. one\n   1. tw‸o\n1. three');
  });
  it('leaves the first item of a list where it is', () => {
    assert.equal(tab('- on‸e\n- two'), '- on‸e\n- two');
  });
  it('stays within a quotation', () => {
    assert.equal(tab('> - one\n> - tw‸o'), '> - one\n>   - tw‸o');
  });
  it('moves items at several cursors', () => {
    assert.equal(tab('- a\n- b‸\n\n- c‸'), '- a\n  - b‸\n\n  - c‸');
  });
  it('changes no number in a list of sources, as citations name them', () => {
    assert.equal(tab('## Sources\n\n1. one\n2. tw‸o\n3. three'), '## Sources\n\n1. one\n   2. tw‸o\n3. three');
  });
  it('applies to nothing else', () => {
    assert.equal(tab('Te‸xt'), null);
    assert.equal(tab('```\n- on‸e\n```'), null);
    assert.equal(tab('---\nsources:\n  - id: ‸1\n---\n'), null);
    assert.equal(tab('* * ‸*'), null);
    assert.equal(shiftTab('- on‸e'), null);
  });
  it('keeps CRLF', () => {
    assert.equal(tab('- one\r\n- tw‸o\r\n'), '- one\r\n  - tw‸o\r\n');
  });
});

describe('Enter on an item without text', () => {
  for (const [what, before, expected] of [
    ['ends the list, with a blank line behind it', '- one\n- ‸', '- one\n\n‸'],
    ['ends an ordered list', '1. one\n2. ‸\n', '1. one\n\n‸\n'],
    ['ends a list of tasks', '- [ ] one\n- [ ] ‸', '- [ ] one\n\n‸'],
    ['goes out of a nested list first', '- one\n  - two\n  - ‸', '- one\n  - two\n- ‸'],
    ['counts on where it goes out', '1. one\n   - two\n   - ‸\n2. three', '1. one\n   - two\n2. ‸\n3. three'],
    ['ends a quotation, with a blank line behind it', '> one\n> ‸', '> one\n\n‸'],
    ['leaves a blank line that is there', '> one\n>\n> ‸', '> one\n>\n‸'],
    ['goes out of a quotation in another', '> > one\n> > ‸', '> > one\n>\n> ‸'],
    ['ends a list in a quotation', '> - one\n> - ‸', '> - one\n>\n> ‸'],
    ['ends several lists', '- a\n- ‸\n\n# B\n\n- c\n- ‸', '- a\n\n‸\n\n# B\n\n- c\n\n‸'],
    ['keeps CRLF', '- one\r\n- ‸\r\n', '- one\r\n\r\n‸\r\n'],
  ] as const) {
    it(what, () => assert.equal(enter(before), expected));
  }
  it('is the same as the editor’s own and what follows it, where it is left to that', () => {
    for (const text of ['- one\n- ', '1. one\n2. ', '* a\n\n* b\n* ', '- [ ] one\n- [x] ', '> one\n> ', '> - one\n>']) {
      const [last = '', above = ''] = text.split('\n').reverse();
      assert.ok(endsByItself(last, above), text);
      assert.equal(enter(`${text}‸`)?.replace('‸', ''), followed(`${text}\n‸`), text);
    }
    for (const [above, last] of [
      ['  - one', '  - '],
      ['> - one', '> - '],
      ['> > one', '> > '],
      ['', '- '],
      ['>', '> '],
    ] as const)
      assert.ok(!endsByItself(last, above), last);
  });
  it('applies to nothing else', () => {
    for (const text of ['- one‸', 'Text‸', '‸', '---‸', '- ‸\n- «one»', '```\n- ‸\n```', '[1]‸'])
      assert.equal(enter(text), null, text);
  });
});

describe('A new item of an ordered list', () => {
  it('moves the numbers of those after it', () => {
    assert.equal(followed('1. one\n2. ‸\n2. two\n3. three'), '1. one\n2. \n3. two\n4. three');
  });
  it('gets the next number however many there are', () => {
    assert.equal(followed('41. one\n1. ‸'), '41. one\n42. ');
    assert.equal(followed('3) one\n1) ‸'), '3) one\n4) ');
  });
  it('repeats the number in a list that does', () => {
    assert.equal(followed('1. one\n1. two\n2. ‸'), '1. one\n1. two\n1. ');
  });
  it('takes the marker of an empty item away that the editor left behind', () => {
    assert.equal(followed('1. one\n2. \nte‸xt'), '1. one\n\ntext');
    assert.equal(followed('1. one\n2. two\nte‸xt'), null);
  });
  it('leaves other lists alone', () => {
    assert.equal(followed('1. one\n2. ‸\n\nText\n\n1. a\n1. b\n'), null);
  });
  it('takes a free number in a list of sources, and changes no other', () => {
    assert.equal(followed('## Sources\n\n1. one\n2. ‸\n2. two'), '## Sources\n\n1. one\n3. \n2. two');
    assert.equal(followed('**Sources**\n\n1. one\n2. ‸'), null);
    assert.equal(followed('## 来源\n\n1. one\n2. ‸\n2. two'), '## 来源\n\n1. one\n3. \n2. two');
    assert.equal(
      followed('## Sources\n\n### Web\n\n1. one\n2. ‸\n2. two'),
      '## Sources\n\n### Web\n\n1. one\n3. \n2. two',
    );
    assert.equal(followed('## Sources\n\n- [1] a\n\n## Steps\n\n1. one\n2. ‸\n2. two')?.endsWith('3. two'), true);
  });
});
