import assert from 'node:assert/strict';
import { applyEdits, type Brief, parseBrief } from '../../../../src/core';
import { placedNotes as notesOn, type Reading, readerQuestions } from '../../../../src/core/editor';

const QUOTE = 'Revenue of the mine rose by 12 %.';
const text = (claims: string, quote = QUOTE) => `---
title: T
sources:
  - {id: 1, title: Mines, quote: "${quote}"}
---

${claims}
`;
const brief = (claims: string, quote?: string) => parseBrief(text(claims, quote));
const CLAIM = '- Profit of the mine rose by 12 % [1].';

function reading(
  of: Brief,
  words: string,
  claim: string,
  verdict = 'contradicted',
  kind: Reading['kind'] = 'quotes',
): Reading {
  const answer = kind === 'quotes' ? JSON.stringify({ verdict, words, claim }) : 'No.';
  return { hash: readerQuestions(of)[0]?.hash ?? '', kind, model: 'qwen3', day: '2026-12-02', answer };
}
const placedNotes = (of: Brief, readings: readonly Reading[]) =>
  readerQuestions(of).flatMap((question) => notesOn(of, question, readings));
const profit = (of: Brief) => reading(of, 'revenue of the mine', 'Profit of the mine');
const slice = ({ text: whole }: Brief, { start, end }: { readonly start: number; readonly end: number }) =>
  whole.slice(start, end);

describe('The notes of second readers', () => {
  it('stand at the words of the claim, with the passage that has the others', () => {
    const read = brief(CLAIM);
    const [note, ...others] = placedNotes(read, [profit(read)]);
    assert.ok(note);
    assert.deepEqual(others, []);
    assert.deepEqual([note.code, note.severity], ['reader/contradicted', 'information']);
    assert.equal(
      note.message,
      'A second reader (qwen3, 2026-12-02) reads this differently: the claim says “Profit of the mine”, source 1 says “Revenue of the mine”.',
    );
    assert.equal(slice(read, note.span), 'Profit of the mine');
    const [passage] = note.related;
    assert.ok(passage);
    assert.equal(slice(read, passage.span), 'Revenue of the mine');
  });

  it('give the claim the words of the passage, those that differ', () => {
    const read = brief(CLAIM);
    const [note] = placedNotes(read, [profit(read)]);
    assert.equal(applyEdits(read.text, note?.edits ?? []), text('- Revenue of the mine rose by 12 % [1].'));
  });

  it('leave a claim to its author that has the words twice, or other marks in them, or would get much longer', () => {
    for (const [claim, words, quote] of [
      ['- Profit fell where profit fell [1].', 'fell', QUOTE],
      ['- Profit of *the* mine rose [1].', 'Profit of the mine', QUOTE],
      ['- Profit of the mine rose [1].', 'Profit of the mine', 'Revenue of [the](https://x.example) mine rose.'],
    ] as const) {
      const read = brief(claim, quote);
      const passage = quote === QUOTE ? 'Revenue of the mine' : 'Revenue of [the](https://x.example) mine';
      const [note] = placedNotes(read, [reading(read, passage, words)]);
      assert.deepEqual(note?.edits ?? [], [], claim);
    }
  });

  it('go once the claim or a passage says something else', () => {
    const readings = [profit(brief(CLAIM))];
    assert.equal(placedNotes(brief(`Words.\n\n${CLAIM}`), readings).length, 1);
    assert.deepEqual(placedNotes(brief(CLAIM.replace('Profit', 'All profit')), readings), []);
    assert.deepEqual(placedNotes(brief(CLAIM, 'Revenue of the mine rose by 12 % in 2024.'), readings), []);
  });

  it('are hints by a reader that says only yes or no, and none where it agrees or proves nothing', () => {
    const read = brief(CLAIM);
    const [hint] = placedNotes(read, [reading(read, '', '', '', 'yes-no')]);
    assert.deepEqual([hint?.severity, hint?.edits], ['hint', []]);
    assert.deepEqual(placedNotes(read, [reading(read, 'rose by 12 %', 'rose by 12 %', 'supported')]), []);
    assert.deepEqual(placedNotes(read, [reading(read, 'The mine was closed', 'Profit of the mine')]), []);
  });

  it('escape what could change how the name of a model looks', () => {
    const read = brief(CLAIM);
    const [note] = placedNotes(read, [{ ...profit(read), model: 'm\u202e' }]);
    assert.match(note?.message ?? '', /\(m\\u\{202e\}, /);
  });
});
