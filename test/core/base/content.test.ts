import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asContent, type Content } from '../../../src/core/base/content';
import { applyEdits, offsetOfFirstWord, type TextEdit } from '../../../src/core/base/text';
import { runs } from '../../runs';

describe('The content of a document', () => {
  /** Of several segments, each character told from the others. */
  const long = Array.from({ length: 40_000 }, (_, i) => `${i}`).join(' ');
  const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

  it('is what edits make of it', () => {
    const content = asContent(long).edited([insert(100_000, 'é'), insert(3, 'ore'), insert(3, 's')]);
    const expected = applyEdits(long, [insert(100_000, 'é'), insert(3, 'ores')]);
    assert.equal(content.slice(), expected);
    assert.equal(content.whole, expected);
    assert.equal(content.length, expected.length);
  });

  it('keeps the text before the edit', () => {
    const before = asContent(long).edited([insert(0, 'a')]);
    before.edited([{ span: { start: 0, end: 1000 }, newText: '' }]);
    assert.equal(before.whole, `a${long}`);
  });

  it('refuses edits that overlap', () => {
    const edits = [0, 1].map((start) => ({ span: { start, end: start + 2 }, newText: '' }));
    assert.throws(() => asContent('ores').edited(edits), RangeError);
  });

  it('gives the character at a place, one beyond the basic plane as a whole', () => {
    const content = asContent(`${long}😀`).edited([insert(0, 'a')]);
    assert.equal(content.codePointAt(long.length + 1), 0x1f600);
    assert.equal(content.charCodeAt(0), 97);
    assert.ok(Number.isNaN(content.charCodeAt(content.length)));
  });

  it('has no segment too many after a thousand edits, of which each takes away and adds', () => {
    let content = asContent(long);
    for (let i = 0; i < 1000; i++) {
      const start = (i * 7919) % (content.length - 300);
      content = content.edited([{ span: { start, end: start + 250 }, newText: 'x'.repeat((i * 13) % 300) }]);
    }
    assert.ok(content.segments < 20, `${content.segments} segments of ${content.length} characters`);
  });

  it('is as a string is, whatever the edits', () => {
    const edit = fc.record({ from: fc.nat(), to: fc.nat(), newText: fc.oneof(fc.string(), fc.constantFrom(long, '')) });
    const check = (content: Content, text: string, a: number, b: number) => {
      const [start, end] = [a % (text.length + 2), (b % (text.length + 2)) - 1];
      assert.equal(content.length, text.length);
      assert.equal(content.slice(start, end), text.slice(start, end));
      assert.equal(content.slice(end), text.slice(end));
      assert.deepEqual(content.charCodeAt(start), text.charCodeAt(start));
      assert.equal(offsetOfFirstWord(content), text.search(/\S/));
    };
    fc.assert(
      fc.property(fc.constantFrom('', '\n \n', long), fc.array(edit, { maxLength: 8 }), (start, edits) => {
        let text = start;
        let content = asContent(start);
        for (const { from, to, newText } of edits) {
          const [a = 0, b = 0] = [from % (text.length + 1), to % (text.length + 1)].sort((x, y) => x - y);
          const one = { span: { start: a, end: b }, newText };
          text = applyEdits(text, [one]);
          content = content.edited([one]);
          check(content, text, from, to);
        }
        assert.equal(content.whole, text);
      }),
      { numRuns: runs(100) },
    );
  });
});
