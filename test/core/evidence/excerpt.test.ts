import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerptOf } from '../../../src/core/evidence/cards/excerpt';
import { runs } from '../../runs';

/** The excerpt around `words`, with these in brackets. */
function around(text: string, budget: number, ...words: string[]): string {
  const marks = words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
  return excerptOf(text, marks, budget)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');
}

const LONG =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon';

describe('an excerpt', () => {
  it('is the whole of a short passage', () => {
    assert.equal(around('China refines 90% of them.', 60, '90%'), 'China refines [90%] of them.');
  });

  it('cuts a long one between words', () => {
    assert.equal(around(LONG, 40, 'lambda'), '…theta iota kappa [lambda] mu nu xi omicron…');
  });

  it('uses all its room at the start and at the end', () => {
    assert.equal(around(LONG, 40, 'beta'), 'alpha [beta] gamma delta epsilon zeta eta…');
    assert.equal(around(LONG, 40, 'tau'), '…nu xi omicron pi rho sigma [tau] upsilon');
  });

  it('counts a Chinese character as two, and cuts between characters', () => {
    const text = '甲乙丙丁戊己庚辛壬癸'.repeat(6);
    assert.equal(around(`${text}九成${text}`, 20, '九成'), '…庚辛壬癸[九成]甲乙丙丁…');
  });

  it('keeps two marks that are far apart', () => {
    assert.equal(around(LONG, 44, 'beta', 'sigma'), 'alpha [beta] gamma delta … pi rho [sigma] tau upsilon');
  });

  it('shows both ends of a mark that is too long', () => {
    assert.match(around(LONG, 40, LONG.slice(6, -8)), /^alpha \[beta gamma delta] … \[.*tau] upsilon$/);
  });

  it('is the start of a passage without marks', () => {
    assert.equal(around(LONG, 30), 'alpha beta gamma delta epsilon…');
  });

  it('is made of the passage, in order and within its size, whatever the marks', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '中', '。', '😀', '\n'), maxLength: 300 });
    const mark = fc.record({ start: fc.integer({ min: -5, max: 310 }), end: fc.integer({ min: -5, max: 310 }) });
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 4 }), (text, places) => {
        const isInside = (at: number) => /^[\udc00-\udfff]/.test(text.slice(at));
        const marks = places.filter(({ start, end }) => !isInside(start) && !isInside(end));
        const pieces = excerptOf(text, marks, 60);
        let at = 0;
        let length = 0;
        for (const piece of pieces) {
          if (/^ ?… ?$/.test(piece.text)) continue;
          const found = text.indexOf(piece.text, at);
          assert.ok(found >= at, piece.text);
          assert.doesNotMatch(piece.text, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
          at = found + piece.text.length;
          length += piece.text.length;
        }
        assert.ok(length <= 60 + 40 * (marks.length + 1), String(length));
      }),
      { numRuns: runs(1000) },
    );
  });
});
