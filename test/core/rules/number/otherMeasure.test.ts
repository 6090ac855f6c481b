import { claimBeside, expectSilences, expectUnderlines } from '../claimBeside';
import { expectFix } from '../ruleTest';

describe('number/other-measure', () => {
  const CODE = 'number/other-measure';

  expectUnderlines(CODE, [
    {
      claim: '- The firm had revenue of $86 million [1].',
      underline: '               ^^^^^^^',
      says: '[1] has $174 million for "revenue", and $86 million for "profit".',
      passage: 'The firm had revenue of $174 million and profit of $86 million.',
    },
    {
      claim: '- The exports of the island were worth $52 million [1].',
      underline: '      ^^^^^^^',
      says: '"进口"',
      passage: '该岛出口4700万美元；进口5200万美元。',
    },
  ]);

  expectSilences(CODE, [
    ['- The firm had profit of $86 million [1].', 'It had revenue of $174 million and profit of $86 million.'],
  ]);

  it("has a fix that takes the source's number", () => {
    const passage = 'The firm had revenue of $174 million and profit of $86 million.';
    expectFix(
      CODE,
      "Take the source's number: $174 million",
      claimBeside('- The firm had revenue of $86 million [1].', [passage]),
      claimBeside('- The firm had revenue of $174 million [1].', [passage]),
    );
  });
});
