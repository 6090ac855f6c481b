import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayHold, wordFilterOf } from '../../src/core';

describe('The filter of a text', () => {
  it('lets all words through that the text holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc -2稀土😀\n'), maxLength: 300 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 40 }), (whole, from, length) => {
        const start = whole.length === 0 ? 0 : from % whole.length;
        assert.ok(mayHold(wordFilterOf(whole), whole.slice(start, start + length)));
      }),
    );
  });

  it('keeps nearly all others back', () => {
    const words = Array.from({ length: 1000 }, (_, i) => `word-${i}`);
    const filter = wordFilterOf(words.slice(0, 500).join(' '));
    const passed = words.slice(500).filter((word) => mayHold(filter, `${word} ${word}`));
    assert.ok(passed.length < 100, `${passed.length} of 500 pass`);
  });
});
