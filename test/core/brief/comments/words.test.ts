import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief } from '../../../../src/core';
import { threadsOf } from '../../../../src/core/brief/comments/threads';
import {
  type CommentWords,
  plainComment,
  readThreadComment,
  writeThreadComment,
} from '../../../../src/core/brief/comments/words';
import { runs } from '../../../runs';

/** What comes back of some words, behind a claim in a brief. */
function readBack(words: CommentWords, claim = 'It rose.'): CommentWords | undefined {
  const [thread] = threadsOf(parseBrief(`- ${claim} ${writeThreadComment(words)}\n`));
  const [comment] = thread?.comments ?? [];
  if (!comment) return undefined;
  const { text, author, date, resolved } = comment;
  return { text, author, date, resolved };
}

const SIGNED = { author: 'AZ', date: '2026-11-28', resolved: false };

describe('A comment of a thread', () => {
  it('has a text, an author and a day', () => {
    assert.deepEqual(readThreadComment('{>>Is it so? @AZ 2026-11-28<<}'), { text: 'Is it so?', ...SIGNED });
  });

  it('may end its thread', () => {
    const read = readThreadComment('{>>Done. @AZ 2026-11-28 resolved<<}');
    assert.deepEqual(read, { text: 'Done.', ...SIGNED, resolved: true });
  });

  it('has a name with spaces in braces', () => {
    assert.equal(readThreadComment('{>>Hm @{Jane Doe} 2026-11-28<<}').author, 'Jane Doe');
    assert.equal(writeThreadComment({ ...SIGNED, text: 'Hm', author: 'Jane Doe' }), '{>>Hm @{Jane Doe} 2026-11-28<<}');
  });

  it('need not be signed', () => {
    for (const text of ['Ask @alice', 'Ask @alice again', 'Since 2026-11-28', 'On @AZ 2026-13-45', 'It is resolved'])
      assert.deepEqual(readThreadComment(`{>>${text}<<}`), { text, author: null, date: null, resolved: false });
  });

  it('can be resolved without a signature', () => {
    const words = { text: 'Ask', author: null, date: null, resolved: true };
    assert.equal(writeThreadComment(words), '{>>Ask @? resolved<<}');
    assert.deepEqual(readBack(words), words);
  });

  it('joins its lines with spaces where they are wrapped in the file', () => {
    assert.equal(readThreadComment('{>>One\n  > two\r\nthree @AZ 2026-11-28<<}').text, 'One two three');
  });

  it('keeps its own line breaks on one line of the file', () => {
    const words = { text: 'One\ntwo\n\nthree', ...SIGNED };
    assert.equal(writeThreadComment(words), '{>>One<br>two<br><br>three @AZ 2026-11-28<<}');
    assert.deepEqual(readBack(words), words);
  });

  it('keeps the signs of its end, of another beginning, of line breaks and of cells', () => {
    for (const text of ['a <<} b', '<<<}', 'a {>>b<<} c', '<br>', '\\<br>', 'a | b', '\\', 'C:\\new\\*', '&#60;', '@'])
      assert.deepEqual(readBack({ text, ...SIGNED }), { text, ...SIGNED }, text);
  });

  it('is not signed by words that look like a signature', () => {
    for (const text of ['Ask @BC 2026-11-28', 'Ask @{B C} 2026-11-28 resolved', 'a @? resolved', '@BC 2026-11-28']) {
      const words = { text, author: null, date: null, resolved: false };
      assert.deepEqual(readBack(words), words, text);
    }
  });

  it('comes back as it was written, whatever its text', () => {
    const piece = fc.oneof(
      fc.constantFrom('<<}', '{>>', '<br>', '\\', '&#6;', '@AZ 2026-11-28', ' resolved', '|', '\n', '`', '$', '<', '}'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    const author = fc.constantFrom(null, 'AZ', 'Jane Doe', '李雷');
    fc.assert(
      fc.property(text, author, fc.boolean(), (written, by, resolved) => {
        const plain = plainComment(written);
        fc.pre(plain !== '');
        const words = { text: plain, author: by, date: by === null ? null : '2026-11-28', resolved };
        assert.deepEqual(readThreadComment(writeThreadComment(words)), words);
        assert.deepEqual(readThreadComment(writeThreadComment(words, true)), words);
        assert.deepEqual(readBack(words), words);
      }),
      { numRuns: runs(2000) },
    );
  });
});
