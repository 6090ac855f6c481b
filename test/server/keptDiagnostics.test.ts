import assert from 'node:assert/strict';
import { indexLines, type Problem } from '../../src/core';
import { toDiagnostics } from '../../src/server/diagnostics/toLsp';
import { type PositionEncoding, positionsIn } from '../../src/server/documents/positions';

/** A problem for each word of a text, which is its message. */
function problemsIn(text: string): Problem[] {
  return [...text.matchAll(/\p{L}+/gu)].map(({ 0: message, index: start }) => ({
    rule: 'a/b',
    severity: 'warning',
    message,
    span: { start, end: start + message.length },
    related: [{ message: 'here', span: { start: 0, end: 1 } }],
  }));
}

const placedIn = (text: string, encoding: PositionEncoding) => ({
  uri: 'file:///a.brief',
  positions: positionsIn(text, indexLines(text), encoding),
});

for (const encoding of ['utf-16', 'utf-8'] as const) {
  /** Which diagnostics of a text are those that were there: their places among those of the text before. */
  const placesAmong = (before: string, now: string, problems = problemsIn(now)): number[] => {
    const last = toDiagnostics(placedIn(before, encoding), problemsIn(before));
    const kept = toDiagnostics(placedIn(now, encoding), problems, last);
    assert.deepEqual(kept, toDiagnostics(placedIn(now, encoding), problems));
    return kept.map((one) => last.indexOf(one));
  };

  describe(`Diagnostics of the version before, in ${encoding}`, () => {
    it('stay the same objects as long as they say the same', () => {
      assert.deepEqual(placesAmong('one\n稀土 two\nthree', 'one\n稀土 two\nthree'), [0, 1, 2, 3]);
    });

    it('are known again where the text before their line has become longer', () => {
      assert.deepEqual(placesAmong('one\ntwo\nthree', 'one 1\ntwo\nthree'), [0, 1, 2]);
    });

    it('are known again around one that came', () => {
      assert.deepEqual(placesAmong('one\n\ntwo\nthree', 'one\nnew\ntwo\nthree'), [0, -1, 1, 2]);
    });

    it('are known again around one that went', () => {
      assert.deepEqual(placesAmong('one\ntwo\nthree', 'one\n\nthree'), [0, 2]);
    });

    it('give way to one on another line, or at another place of it', () => {
      assert.deepEqual(placesAmong('one\ntwo\nthree', '\none\n two'), [-1, -1]);
    });

    it('give way to one whose line is no longer there', () => {
      assert.deepEqual(placesAmong('\n\none', '\none'), [-1]);
    });

    it('give way to one whose end was on a line that is shorter now', () => {
      const problems = problemsIn('one').map((one) => ({ ...one, span: { start: 0, end: 3 } }));
      assert.deepEqual(placesAmong('one', 'on\n', problems), [-1]);
    });

    it('give way to one that is graver', () => {
      const problems = problemsIn('one').map((one) => ({ ...one, severity: 'error' as const }));
      assert.deepEqual(placesAmong('one', 'one', problems), [-1]);
    });

    it('give way to one whose code is unnecessary', () => {
      assert.deepEqual(
        placesAmong(
          'one',
          'one',
          problemsIn('one').map((one) => ({ ...one, unnecessary: true })),
        ),
        [-1],
      );
    });

    it('give way to one that explains itself elsewhere', () => {
      const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 9 } };
      const elsewhere = { uri: 'file:///refs.bib', range };
      const related = [{ message: 'here', span: { start: 0, end: 1 }, elsewhere }];
      assert.deepEqual(
        placesAmong(
          'one',
          'one',
          problemsIn('one').map((one) => ({ ...one, related })),
        ),
        [-1],
      );
    });
  });
}
