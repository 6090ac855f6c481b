import { claimBeside, expectSilences, expectUnderlines } from '../claimBeside';
import { expectFix } from '../ruleTest';

const TABLE = '| Firm | Revenue | Profit |\n| --- | --- | --- |\n| Alba | $174 million | $86 million |';

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
      claim: "- Alba's profit was $174 million [1].",
      underline: '         ^^^^^^',
      says: '[1] has $86 million for "profit", and $174 million for "Revenue".',
      passage: TABLE,
    },
    {
      claim: '- The exports of the island were worth $52 million [1].',
      underline: '      ^^^^^^^',
      says: '"进口"',
      passage: '该岛出口4700万美元；进口5200万美元。',
    },
    {
      claim: '- Rentals grew by 28% [1].',
      underline: '               ^^^^^^',
      says: '[1] says "made up 28%", not "by 28%".',
      passage: 'Rentals made up 28% of the turnover.',
    },
    {
      claim: '- The share of rail fell by 11% [1].',
      underline: '                         ^^^^^^',
      says: '[1] says "to 11%"',
      passage: 'The share of rail slid to 11%.',
    },
    {
      claim: '- 旅客人次增长2.7倍 [1]。',
      underline: '      ^^^^^^',
      says: '[1] says "是上年的2.7倍", not "增长2.7倍".',
      passage: '旅客5325万人次，是上年的2.7倍。',
    },
    {
      claim: '- 铁路客运下降11% [1]。',
      underline: '      ^^^^^',
      says: '至11%',
      passage: '铁路客运份额降至11%。',
    },
  ]);

  expectSilences(CODE, [
    ['- The firm had profit of $86 million [1].', 'It had revenue of $174 million and profit of $86 million.'],
    ["- Alba's profit was $86 million [1].", TABLE],
    ["- Alba's earnings were $86 million [1].", TABLE],
    ["- Alba's gross profit was $174 million [1].", TABLE],
    ['- Rentals grew by 28% [1].', 'Rentals were up 28% on the year.'],
    ['- 旅客人次是上年的2.7倍 [1]。', '旅客5325万人次，是上年的2.7倍。'],
    ['- 旅客人次增长2.7倍 [1]。', '旅客5325万人次，比上年增长2.7倍。'],
    ['- Rentals grew to make up 28% of the turnover [1].', 'Rentals made up 28% of the turnover.'],
    ['- Rentals grew by 28% [1].', 'Rentals made up 28% of the turnover. They grew by 28%, too.'],
    ['- The share of rail is 11% [1].', 'The share of rail slid to 11%.'],
    ['- The share of rail fell to 11% [1].', 'The share of rail slid to 11%.'],
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
