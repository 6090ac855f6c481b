import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { suggestSources } from '../../../src/core/editor/overview/suggest';

const BRIEF = `---
sources:
  - id: deal
    title: A deal over magnets
    quote:
      - Nothing of this kind.
      - The magnets are worth $500 million.
  - id: survey
    title: Survey of mines
---

## Magnets

- 磁铁协议价值5亿美元。
- The magnets of the survey [@survey].
- Patience.
`;

describe('the sources suggested for each insight', () => {
  const insights = suggestSources(parseBrief(BRIEF));
  const candidates = (at: number) => insights[at]?.candidates.map(({ source, passage }) => [source, passage]);

  it('are passages by their index among those of their source', () => {
    assert.deepEqual(candidates(0)?.[0], ['deal', 2]);
  });

  it('come with what they share, in the words of the insight', () => {
    assert.deepEqual(insights[0]?.candidates[0]?.why, ['number 5亿美元', 'term 磁铁']);
  });

  it('are given for an insight that is cited already, whose citation is no reason', () => {
    assert.deepEqual(insights[1]?.cites, ['survey']);
    assert.deepEqual(candidates(1)?.toSorted(), [
      ['deal', 0],
      ['deal', 2],
      ['survey', 0],
    ]);
  });

  it('are none where nothing is shared', () => {
    assert.deepEqual(candidates(2), []);
  });

  it('have scores above zero, best first', () => {
    for (const { candidates } of insights) {
      const scores = candidates.map(({ score }) => score);
      assert.ok(scores.every((score) => score > 0));
      assert.deepEqual(
        scores,
        scores.toSorted((a, b) => b - a),
      );
    }
  });

  it('are at most ten, and at most three of one source', () => {
    const list = Array.from(
      { length: 12 },
      (_, i) => `  - id: ${i}\n    quote: [Oxides one, Oxides two, Oxides three, Oxides four]\n`,
    );
    const one = (sources: readonly string[]) =>
      suggestSources(parseBrief(`---\nsources:\n${sources.join('')}---\n\n- Oxides.\n`))[0]?.candidates.length;
    assert.equal(one(list), 10);
    assert.equal(one(list.slice(0, 1)), 3);
  });
});
