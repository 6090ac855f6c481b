import assert from 'node:assert/strict';
import { inspectBrief, parseBrief } from '../../../../src/core';
import { claimBeside, expectSilences } from '../claimBeside';
import { expectFix, expectProblems, expectSilence, problemsOf } from '../ruleTest';

const CODE = 'number/wrong-sum';
const FUND = 'Shares returned 18.2% in 2024, bonds 1.3%.';
const PEOPLE = '2024年全省出生人口54万人，死亡人口93万人。';

/** The verdicts on the numbers of a claim, with their calculations. */
function verdictsOf(claim: string, passage: string): string[] {
  const { insights } = inspectBrief(parseBrief(claimBeside(claim, [passage])));
  return insights.flatMap(({ numbers }) =>
    numbers.map(({ surface, verdict, computed }) =>
      [
        surface,
        verdict,
        ...(computed ? [computed.operands.map((one) => one.surface).join(` ${computed.operation} `)] : []),
      ].join(' '),
    ),
  );
}

describe(CODE, () => {
  for (const [claim, underline, passage, says] of [
    [
      '- Shares did better than bonds by 13.1 percentage points [1].',
      '                                  ^^^^^^^^^^^^^^^^^^^^^^',
      FUND,
      '13.1 percentage points is not found in [1], where 18.2% − 1.3% makes 16.9 percentage points.',
    ],
    ['- 全省死亡人口比出生人口多19万人 [1]。', '              ^^^', PEOPLE, '93万 − 54万'],
    [
      '- Wind and solar together met 47% of the demand [1].',
      '                              ^^^',
      'Wind met 27% of the demand and solar 10%.',
      '27% + 10% makes 37%',
    ],
    [
      '- Sales grew by 45% to $250 million [1]. <!-- brief: computed -->',
      '                ^^^',
      'Sales rose from $200 million in 2022 to $250 million in 2023.',
      '($250 million − $200 million) ÷ $200 million makes 25%',
    ],
  ] as const)
    it(`underlines what the passage does not come to: ${claim}`, () => {
      expectProblems(CODE, `${claimBeside(claim, [passage]).trimEnd()}\n${underline} ${says}\n`);
    });

  it('writes the right number in the form of the claim', () => {
    const claim = (points: string) => claimBeside(`- Shares did better than bonds by ${points} [1].`, [FUND]);
    expectFix(CODE, 'Write 16.9 percentage points', claim('13.1 percentage points'), claim('16.9 percentage points'));
  });

  it('speaks in place of number/not-in-source', () => {
    const text = claimBeside('- Shares did better than bonds by 13.1 percentage points [1].', [FUND]);
    assert.equal(problemsOf(CODE, text).length, 1);
    expectSilence('number/not-in-source', text);
  });

  it('is worked out where the sentence is marked as computed', () => {
    const text = claimBeside('- Shares did better than bonds by 13.1 percentage points [1]. <!-- brief: computed -->', [
      FUND,
    ]);
    assert.equal(problemsOf(CODE, text).length, 1);
  });

  expectSilences(CODE, [
    ['- Shares did better than bonds by 16.9 percentage points [1].', FUND],
    ['- Shares did better than gold by 13.1 percentage points [1].', FUND],
    ['- They met 47% of the demand [1].', 'Wind met 27% of the demand and solar 10%.'],
    [
      '- Shares did better than bonds by 13.1 percentage points [1].',
      'Shares returned 18.2%, bonds 1.3%, and other bonds 2.4%.',
    ],
  ]);

  describe('a number that is worked out', () => {
    for (const [claim, passage, ...expected] of [
      [
        '- Americans bought 1.1 million bags more than Germany [1].',
        'Germany took 7.1 million bags, and the Americans 8.2 million.',
        '1.1 million found 8.2 million − 7.1 million',
      ],
      [
        '- Wind and solar met 37% of the demand together [1].',
        'Wind met 27% of the demand and solar 10%.',
        '37% found 27% + 10%',
      ],
      [
        '- The number of births was 902 thousand in 2023 [1].',
        'The number of births was 954 thousand in 2024, 52 thousand more than in 2023.',
        '902 thousand found 954 thousand − 52 thousand',
        '2023 found',
      ],
      [
        '- 全年新增的存款中，约八成来自住户 [1]。',
        '全年存款增加18万亿元，其中住户存款增加14.3万亿元。',
        '八成 found 14.3万亿元 % 18万亿元',
      ],
      ['- 所占份额缩小3.3个百分点 [1]。', '所占份额由15.8%降至12.5%。', '3.3个百分点 found 15.8% − 12.5%'],
      ['- 季末自营门店为13936家 [1]。', '季末门店总数21343家，其中联营门店7407家。', '13936 found 21343 − 7407'],
      [
        '- Sales grew by 25% [1].',
        'Sales rose from $200 million to $250 million.',
        '25% found $200 million Δ% $250 million',
      ],
    ] as const)
      it(`counts as found: ${claim}`, () => {
        assert.deepEqual(verdictsOf(claim, passage), expected);
      });

    it('is not found where no words say how', () => {
      assert.deepEqual(
        verdictsOf('- The plants use 37 kg of it [1].', 'The north plants use 27 kg of it, the south ones 10 kg.'),
        ['37 kg notFound'],
      );
    });

    it('is not found where it goes the other way', () => {
      const passage = 'Sales were $250 million in 2022, and $200 million in 2023.';
      assert.deepEqual(verdictsOf('- Sales fell by 20% [1].', passage), ['20% found $250 million Δ% $200 million']);
      assert.deepEqual(verdictsOf('- Sales grew by 25% [1].', passage), ['25% notFound']);
      assert.deepEqual(verdictsOf('- Sales grew by 20% [1].', passage), ['20% notFound']);
    });

    it('is not found where the claim speaks of something else', () => {
      assert.deepEqual(
        verdictsOf('- Coal and gas met 37% of it together [1].', 'Wind met 27% of the demand and solar 10%.'),
        ['37% notFound'],
      );
    });
  });
});
