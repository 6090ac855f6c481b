import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/base/text';
import { followEnter, indentItems } from '../../../../src/core/editor/writing';
import { after, unmarked } from './marked';

const into = (marked: string) => after(marked, (page, selections) => indentItems(page, selections, 'in'));
const out = (marked: string) => after(marked, (page, selections) => indentItems(page, selections, 'out'));

/** What follows when an item has come on the line of the cursor. */
function followed(marked: string): string | null {
  const { page, selections } = unmarked(marked);
  const writing = followEnter(page, page.lines.lineAt(selections[0]?.start ?? 0));
  return writing && applyEdits(page.text, writing.edits);
}

describe('Indenting items', () => {
  it('puts an item under the one before it', () => {
    assert.equal(into('- one\n- tw‸o'), '- one\n  - tw‸o');
    assert.equal(out('- one\n  - tw‸o'), '- one\n- tw‸o');
  });
  it('goes to where the text of that item starts', () => {
    assert.equal(into('1. one\n2. tw‸o'), '1. one\n   1. tw‸o');
    assert.equal(into('10. one\n11. ‸'), '10. one\n    1. ‸');
  });
  it('takes nested items and further lines along', () => {
    assert.equal(
      into('- one\n- tw‸o\n  more\n\n  - three\n- four'),
      '- one\n  - tw‸o\n    more\n\n    - three\n- four',
    );
  });
  it('keeps selected items beside each other', () => {
    assert.equal(into('- one\n- t«wo\n- thr»ee'), '- one\n  - t«wo\n  - thr»ee');
  });
  it('does not move an item twice that is nested in another selected one', () => {
    assert.equal(into('- one\n- t«wo\n  - thr»ee'), '- one\n  - t«wo\n    - thr»ee');
  });
  it('joins the items that are nested there', () => {
    assert.equal(into('1. one\n   1. a\n2. tw‸o\n3. three'), '1. one\n   1. a\n   2. tw‸o\n2. three');
  });
  it('leaves the mark of a quotation that an item stands in', () => {
    assert.equal(out('- one\n> - tw‸o'), null);
    assert.equal(out('- one\n> - two\n>   - thr‸ee'), '- one\n> - two\n> - thr‸ee');
  });
  it('counts on where an item goes out', () => {
    assert.equal(out('1. one\n   1. a\n   2. ‸b\n   3. c\n2. two'), '1. one\n   1. a\n2. ‸b\n   1. c\n3. two');
  });
  it('makes room for a longer number in what is nested', () => {
    const before = `${Array.from({ length: 8 }, (_, i) => `${i + 1}. x`).join('\n')}\n   1. ‸y\n9. z\n   - q`;
    const expected = `${Array.from({ length: 8 }, (_, i) => `${i + 1}. x`).join('\n')}\n9. ‸y\n10. z\n    - q`;
    assert.equal(out(before), expected);
  });
  it('takes the marker of the list that an item joins', () => {
    assert.equal(into('- one\n  1. a\n- tw‸o\n  - x'), '- one\n  1. a\n  2. tw‸o\n     - x');
    assert.equal(out('1. one\n   - ‸a\n2. two'), '1. one\n2. ‸a\n3. two');
  });
  it('keeps a list that repeats one number', () => {
    assert.equal(into('1. one\n1. tw‸o\n1. three'), '1. one\n   1. tw‸o\n1. three');
  });
  it('leaves the first item of a list where it is', () => {
    assert.equal(into('- on‸e\n- two'), '- on‸e\n- two');
  });
  it('stays within a quotation', () => {
    assert.equal(into('> - one\n> - tw‸o'), '> - one\n>   - tw‸o');
  });
  it('moves items at several cursors', () => {
    assert.equal(into('- a\n- b‸\n\n- c‸'), '- a\n  - b‸\n\n  - c‸');
  });
  it('changes no number in a list of sources, as citations name them', () => {
    assert.equal(into('## Sources\n\n1. one\n2. tw‸o\n3. three'), '## Sources\n\n1. one\n   2. tw‸o\n3. three');
  });
  it('applies to nothing else', () => {
    assert.equal(into('Te‸xt'), null);
    assert.equal(into('```\n- on‸e\n```'), null);
    assert.equal(into('---\nsources:\n  - id: ‸1\n---\n'), null);
    assert.equal(into('* * ‸*'), null);
    assert.equal(out('- on‸e'), null);
  });
  it('keeps CRLF', () => {
    assert.equal(into('- one\r\n- tw‸o\r\n'), '- one\r\n  - tw‸o\r\n');
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
    assert.equal(followed('1. one\n2. \n‸'), '1. one\n\n');
    assert.equal(followed('- [ ] one\n- [ ] \n‸'), '- [ ] one\n\n');
    assert.equal(followed('> one\n> \n‸'), '> one\n\n');
    assert.equal(followed('1. one\n2. two\nte‸xt'), null);
    assert.equal(followed('```\n- \n‸\n```'), null);
  });
  it('leaves an empty item alone before which a line was broken', () => {
    assert.equal(followed('- one\n- \nte‸xt'), null);
  });
  it('takes blanks away that Tab left at the end of the item before it', () => {
    assert.equal(followed('- one  \n- ‸'), '- one\n- ');
    assert.equal(followed('1. one \n2. ‸\n2. two'), '1. one\n2. \n3. two');
    assert.equal(followed('- \n- ‸'), null);
    assert.equal(followed('- one  \nmore ‸'), null);
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
