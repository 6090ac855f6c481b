import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, indexLines } from '../../src/core';
import { type ContentChange, changeDocument, openDocument } from '../../src/server/documents/document';
import type { PositionEncoding } from '../../src/server/documents/positions';

const at = (line: number, from: number, to = from) => ({
  start: { line, character: from },
  end: { line, character: to },
});
const change = (text: string, changes: readonly ContentChange[], encoding: PositionEncoding = 'utf-16') =>
  changeDocument(openDocument('file:///a.brief', 1, text, encoding), 2, changes, encoding);

describe('a changed document', () => {
  it('has the new version', () => {
    assert.equal(change('a', [{ range: at(0, 0), text: 'b' }]).document.version, 2);
    assert.equal(change('a', []).document.version, 2);
  });

  it('has the changes of several cursors, sent from the end of the text to its start', () => {
    const changes = [
      { range: at(1, 1), text: '!' },
      { range: at(0, 1), text: '?' },
    ];
    assert.equal(change('a\nb', changes).document.text, 'a?\nb!');
  });

  it('has changes that speak of the text that the one before left', () => {
    const changes = [
      { range: at(0, 1), text: '\nnew' },
      { range: at(1, 3), text: 'er' },
    ];
    assert.equal(change('a\nb', changes).document.text, 'a\nnewer\nb');
  });

  it('takes a whole new text, and finds out what differs', () => {
    const { document, edits } = change('one two three', [{ text: 'one 2 three' }]);
    assert.equal(document.text, 'one 2 three');
    assert.deepEqual(edits, [[{ span: { start: 4, end: 7 }, newText: '2' }]]);
  });

  it('survives ranges outside the text and ranges that run backwards', () => {
    const outside = { start: { line: 9, character: 9 }, end: { line: 99, character: 0 } };
    assert.equal(change('a', [{ range: outside, text: '!' }]).document.text, 'a!');
    const backwards = { start: { line: 0, character: 2 }, end: { line: 0, character: 0 } };
    assert.equal(change('abc', [{ range: backwards, text: '-' }]).document.text, 'ab-c');
    const negative = { start: { line: -1, character: -1 }, end: { line: 0, character: -5 } };
    assert.equal(change('abc', [{ range: negative, text: '-' }]).document.text, '-abc');
  });

  it('is the same whether changes come one by one or together, in bytes or in UTF-16 units', () => {
    const texts = fc.array(fc.constantFrom('a', 'é', '稀', '😀', '\n', '\r\n', '\r'), { maxLength: 20 });
    const edit = fc.record({ at: fc.nat(25), remove: fc.nat(4), insert: texts });
    fc.assert(
      fc.property(
        texts,
        fc.array(edit, { maxLength: 6 }),
        fc.constantFrom('utf-8', 'utf-16'),
        (start, edits, encoding) => {
          let expected = openDocument('file:///a.brief', 1, start.join(''), encoding);
          const changes: ContentChange[] = [];
          for (const { at: offset, remove, insert } of edits) {
            const from = wholeCharacter(expected.text, offset);
            const to = wholeCharacter(expected.text, offset + remove);
            const range = expected.positions.rangeOf({ start: from, end: Math.max(from, to) });
            const text = insert.join('');
            changes.push({ range, text });
            const span = expected.positions.spanOf(range);
            expected = openDocument(
              'file:///a.brief',
              1,
              applyEdits(expected.text, [{ span, newText: text }]),
              encoding,
            );
          }
          assert.equal(change(start.join(''), changes, encoding).document.text, expected.text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes the changes of tens of thousands of cursors in a text of megabytes', () => {
    const text = 'A line of a hundred characters, or nearly so, which is here ten thousand times over.\n'.repeat(
      50_000,
    );
    const changes = Array.from({ length: 40_000 }, (_, i) => ({ range: at(40_000 - i, 3), text: 'x' }));
    assert.equal(change(text, changes).document.text.length, text.length + 40_000);
  });
});

/** The nearest place at or before an offset that is neither in a pair of surrogates nor in a line break. */
function wholeCharacter(text: string, offset: number): number {
  const lines = indexLines(text);
  const { line, character } = lines.positionAt(Math.min(offset, text.length));
  const clamped = lines.offsetAt({ line, character });
  return /[\udc00-\udfff]/.test(text.charAt(clamped)) ? clamped - 1 : clamped;
}
