import assert from 'node:assert/strict';
import { nothing } from '../../../src/core/render/html';
import { outdent } from '../../../src/core/render/outdent';

/** What stands where an insert did, after the indentation is taken off. */
function keptBy(source: string, columns: number, words: string): string {
  const start = source.indexOf(words);
  const insert = { span: { start, end: start + words.length }, html: nothing };
  const { source: result, inserts } = outdent(source, columns, [insert]);
  return result.slice(inserts[0]?.span.start, inserts[0]?.span.end);
}

describe('a text that starts in the middle of a line', () => {
  it('loses the indentation of its other lines, and no more of it', () => {
    assert.equal(
      outdent(' one\n    two\r\n      three\n  four\n\n\tfive\n  \tsix', 4, []).source,
      ' one\ntwo\r\n  three\nfour\n\nfive\nsix',
    );
  });
  it('stays as it is where nothing is indented', () => {
    assert.equal(outdent('one\n  two', 0, []).source, 'one\n  two');
  });
  it('keeps what is put in by place where it was', () => {
    const source = 'one\n    two [1] three\n\n    four [2]\n      and [3, p.\n    4]\n';
    for (const words of ['one', '[1]', '[2]', 'four']) assert.equal(keptBy(source, 4, words), words);
    assert.equal(keptBy(source, 4, '[3, p.\n    4]'), '[3, p.\n4]');
  });
});
