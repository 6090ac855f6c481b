import { claimBeside, expectSilences, expectUnderlines } from '../claimBeside';
import { expectFix } from '../ruleTest';

describe('number/bound', () => {
  const CODE = 'number/bound';

  expectUnderlines(CODE, [
    {
      claim: '- It drew over 2 million visitors [1].',
      underline: '          ^^^^^^^^^^^^^^',
      says: '[1] says "fewer than 2 million", not "over 2 million".',
      passage: 'It drew fewer than 2 million visitors.',
    },
    {
      claim: '- 全年游客超过200万人次 [1]。',
      underline: '      ^^^^^^',
      says: '不足200万',
      passage: '全年游客不足200万人次。',
    },
    {
      claim: '- Fines are at least 200,000 yuan [1].',
      underline: '            ^^^^^^^^^^^^^^^^^^^^^',
      says: '20万元以下',
      passage: '可处20万元以下罚款。',
    },
  ]);

  // A bound at the very start of the text.
  expectUnderlines(CODE, [
    {
      claim: '- 不到一半的房屋倒塌 [1]。',
      underline: '  ^^^^',
      says: '[1] says "超过一半", not "不到一半".',
      passage: '超过一半的房屋倒塌。',
    },
  ]);

  it("takes the source's bound", () => {
    const passages = ['It drew fewer than 2 million visitors.'];
    expectFix(
      CODE,
      "Take the source's wording: fewer than 2 million",
      claimBeside('- It drew **over 2 million** visitors [1].', passages),
      claimBeside('- It drew **fewer than 2 million** visitors [1].', passages),
    );
  });

  expectSilences(CODE, [
    ['- It drew over 2 million visitors [1].', 'It drew more than 2 million visitors.'],
    ['- It drew over 2 million visitors [1].', 'It drew 2.1 million visitors.'],
    ['- It drew 2 million visitors [1].', 'It drew fewer than 2 million visitors.'],
  ]);
});
