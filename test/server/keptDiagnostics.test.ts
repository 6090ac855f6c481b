import assert from 'node:assert/strict';
import { checkBrief, indexLines, type Problem } from '../../src/core';
import { toDiagnostics } from '../../src/server/diagnostics/toLsp';
import { changeDocument, openDocument } from '../../src/server/documents/document';
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
    const told = problemsIn(before);
    const last = toDiagnostics(placedIn(before, encoding), told);
    const kept = toDiagnostics(placedIn(now, encoding), problems, { problems: told, diagnostics: last });
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

describe('Diagnostics of a brief that is edited', () => {
  const text = `---
title: Rare earths
sources:
  - id: 1
    title: Refining in numbers
    quote: China held 90% of the world's smelting capacity in 2023.
---

China held 96% of the world's smelting capacity in 2023 [1]. It held 95% of it [1].

Its exports rose by 12% in 2024.
`;

  it('are those of its text, wherever the edit is', () => {
    const edits = [
      { after: 'China held 96%', newText: ' or so' },
      { after: 'Rare earths', newText: '\nlanguage: en' },
      { after: '    title: Refining', newText: ' and smelting' },
      { after: 'in numbers', newText: '\n    published: 2024' },
      { after: '---\n\n', newText: '# Refining\n\n' },
    ];
    let document = openDocument('file:///a.brief', 1, text, 'utf-16');
    let problems = checkBrief(document.brief());
    let last = toDiagnostics(document, problems);
    assert.ok(last.some(({ relatedInformation }) => relatedInformation?.length === 1));
    for (const [i, { after, newText }] of edits.entries()) {
      const offset = document.text.indexOf(after) + after.length;
      const range = document.lines.rangeOf({ start: offset, end: offset });
      document = changeDocument(document, i + 2, [{ range, text: newText }], 'utf-16').document;
      const now = checkBrief(document.brief());
      last = toDiagnostics(document, now, { problems, diagnostics: last });
      problems = now;
      const fresh = openDocument('file:///a.brief', 1, document.text, 'utf-16');
      assert.deepEqual(last, toDiagnostics(fresh, checkBrief(fresh.brief())), after);
    }
  });
});
