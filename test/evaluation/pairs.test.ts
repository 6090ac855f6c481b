import assert from 'node:assert/strict';
import { breaksBudget, type PairRow, reportOf, scorePairs } from './pairs';

const PASSAGE = 'The kiln in Arvika fires 340 tiles a day.';
const row = (claim: string, label: PairRow['label']): PairRow => ({
  ...{ id: claim, set: 'own', language: 'en', passage: PASSAGE },
  ...{ claim, label },
});
const scoreOf = (rows: readonly PairRow[], code: string) => scorePairs(rows).find((score) => score.code === code);

describe('The score of pairs', () => {
  it('counts a rule as right where the passage does not support the claim', () => {
    const rows = [
      row('The kiln in Arvika fires 620 tiles a day.', 'contradicted'),
      row('The kiln in Arvika fires 340 tiles a day.', 'supported'),
      row('The kiln in Arvika fires 920 tiles a day.', 'supported'),
    ];
    const { right, wrong } = scoreOf(rows, 'number/not-in-source') ?? {};
    assert.deepEqual([right, wrong], [1, 1]);
  });

  it('lists a rule that found nothing', () => {
    assert.equal(scoreOf([], 'number/bound')?.right, 0);
  });

  for (const [what, severity, right, wrong, isBroken] of [
    ['keeps to 85 % of 30 rows', 'warning', 85, 15, false],
    ['fails a rule that is right less often', 'warning', 84, 16, true],
    ['fails a rule that few rows show', 'warning', 29, 0, true],
    ['lets a rule that does not warn be', 'information', 2, 8, false],
  ] as const)
    it(`${what}`, () => {
      assert.equal(breaksBudget({ code: 'number/bound', severity, right, wrong }), isBroken);
    });

  it('does not judge rules that compare a brief with itself', () => {
    assert.equal(breaksBudget({ code: 'number/conflict', severity: 'warning', right: 0, wrong: 0 }), false);
  });

  it('names the rules that do not keep the budget', () => {
    const report = reportOf([{ code: 'number/bound', severity: 'warning', right: 1, wrong: 1 }]);
    assert.match(report, /right {5}1 {2}wrong {5}1 {2}50\.0 %\nnumber\/bound warns, and is not right in 85 %/);
  });
});
