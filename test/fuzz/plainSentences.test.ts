import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainSentences } from '../../src/core/document/claims/plainSentences';

const ICU = new Intl.Segmenter('en', { granularity: 'sentence' });

/** All that a brief in a language of western Europe is written in. */
const CHARACTERS = [
  ...[
    [0x09, 0x0a],
    [0x0d, 0x0d],
    [0x20, 0x7e],
    [0xa0, 0xac],
    [0xae, 0xff],
    [0x2010, 0x2026],
    [0x2030, 0x203a],
  ].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i))),
  '₤',
  '€',
  'č',
  '中',
];
const PARTS = [
  '.',
  '!',
  '?',
  ' ',
  '\n',
  '\r\n',
  '"',
  '’',
  '”',
  ')',
  '(',
  'a',
  'A',
  '1',
  ',',
  '–',
  'e.g.',
  '. ',
  '...',
  ';',
];

function same(text: string): void {
  const plain = plainSentences(text);
  if (plain)
    assert.deepEqual(
      plain.map(({ start, end }) => text.slice(start, end)),
      [...ICU.segment(text)].map(({ segment }) => segment),
      JSON.stringify(text),
    );
}

describe('Sentences of plain texts', () => {
  it('are those of ICU, whatever stands around what may end one', () => {
    for (const character of CHARACTERS)
      for (const before of ['a', 'A', '1', ''])
        for (const mark of ['.', '!', '. ', '?" ', '.)', '.\n'])
          for (const after of ['a', 'A', ' B', '(b', '1', '']) {
            same(before + mark + character + after);
            same(before + character + mark + after);
            same(`${before}${mark}${after}${character}x`);
          }
  });

  it('are those of ICU in any text', () => {
    const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PARTS) }, fc.constantFrom(...CHARACTERS));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => same(parts.join(''))),
      { numRuns: 20_000 },
    );
  });

  it('are found without ICU in what is written most', () => {
    assert.deepEqual(plainSentences('It rose. “Why?” asked Ms. X of 3.5 € – no one.'), [
      { start: 0, end: 9 },
      { start: 9, end: 16 },
      { start: 16, end: 26 },
      { start: 26, end: 46 },
    ]);
    for (const text of ['Čapek. 中。', 'Yes! ; no']) assert.equal(plainSentences(text), null);
  });
});
