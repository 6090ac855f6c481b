import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completionsAt, parseBrief, sourceDocumentation, wantedFiles } from '../../src/core';

/** Pieces of text in which one completes, whole and half-typed. */
const PIECES = [
  '---\n',
  'title: A\n',
  'sources:\n',
  '  - id: 1\n',
  '  - {id: usgs, title: B',
  '    quote:\n',
  '      - text: "a\n',
  'figures:\n',
  '    data:\n',
  '      - {year: 1, "a',
  '    cites: [1, ',
  'rules: {citation/order: ',
  'summary: |\n',
  '# brief-disable-next-line ',
  '  ',
  '- ',
  '> ',
  '## ',
  '```figure\n',
  '```\n',
  '`',
  '$',
  '\\',
  '[',
  ']',
  '[1',
  '[1, ',
  '[@usgs; @',
  '@{',
  '@fig:',
  '{{',
  '}}',
  '【',
  '】',
  '(',
  '<!-- brief-disable ',
  '-->',
  'https://e.example/',
  'text ',
  '镍价',
  '😀',
  '\ud800',
  ', ',
  ':',
  '\n',
  '\r\n',
  '\r',
];

describe('Completion in any text', () => {
  it('answers at every place, about that place and on its line', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        const brief = parseBrief(text);
        for (let offset = 0; offset <= text.length; offset++) {
          wantedFiles(brief, offset);
          const { items } = completionsAt(brief, offset, {
            today: '2025-08-06',
            asked: offset % 2 === 0,
            files: ['a.csv', 'b/'],
          });
          for (const { insert, replace, source, label } of items) {
            assert.equal(insert.start, replace.start, label);
            assert.ok(insert.start <= offset && offset <= insert.end && insert.end <= replace.end, label);
            assert.ok(replace.end <= text.length, label);
            assert.doesNotMatch(text.slice(replace.start, replace.end), /[\r\n]/, label);
            if (source !== undefined && offset % 5 === 0) sourceDocumentation(brief, source, offset);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  for (const unit of [
    '[',
    '[1, ',
    '@',
    '{{',
    '{a: [',
    '`',
    '<!-- brief-disable a ',
    '- ',
    '[@a; ',
    '\\',
    '  - {id: 1, ',
  ]) {
    it(`ends on a long line of ${unit}`, () => {
      for (const head of ['', '---\nsources:\n']) {
        const text = head + unit.repeat(100_000 / unit.length);
        const brief = parseBrief(text);
        for (let i = 0; i < 4; i++) {
          const { items } = completionsAt(brief, text.length, { today: '2025-08-06', asked: true });
          for (const { replace, label } of items)
            assert.ok(replace.start <= replace.end && replace.end <= text.length, label);
        }
      }
    });
  }
});
