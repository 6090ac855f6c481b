import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/base/text';
import { parseBrief, parseChanged } from '../../src/core/brief/parseBrief';
import type { Brief } from '../../src/core/brief/types';
import { markVerified } from '../../src/core/editor/editing/markVerified';
import { reviewState } from '../../src/core/evidence/reviews';
import { statsOf } from '../../src/core/evidence/stats';
import { anyBrief, anyPiece } from './anyBrief';

const STAMP = { date: '2025-08-07', reviewer: 'AZ' };

function verified(text: string): { readonly text: string; readonly marked: number } {
  const all = { start: 0, end: text.length };
  const { edits, marked } = markVerified(parseBrief(text), [all], STAMP);
  return { text: applyEdits(text, edits), marked };
}

function statesOf(brief: Brief) {
  const { verified, stale } = statsOf(brief);
  return [verified, stale, brief.insights.map((_, index) => reviewState(brief, index))];
}

describe('Review marks of any brief', () => {
  it('hold where they were put, and change nothing else', () => {
    fc.assert(
      fc.property(anyBrief, (source) => {
        const { text, marked } = verified(source);
        const after = parseBrief(text);
        assert.ok(statsOf(after).verified >= marked);
        assert.equal(after.insights.length, parseBrief(source).insights.length);
      }),
      { numRuns: 30 },
    );
  });

  it('are after edits what they are in a fresh reading', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(30), anyPiece);
    fc.assert(
      fc.property(anyBrief, fc.array(edit, { minLength: 1, maxLength: 4 }), (source, edits) => {
        let brief = parseBrief(verified(source).text);
        statesOf(brief);
        for (const [at, length, newText] of edits) {
          const start = at % (brief.text.length + 1);
          const end = Math.min(brief.text.length, start + length);
          brief = parseChanged(brief, brief.text.slice(0, start) + newText + brief.text.slice(end));
          assert.deepEqual(statesOf(brief), statesOf(parseBrief(brief.text)));
        }
      }),
      { numRuns: 30 },
    );
  });
});
