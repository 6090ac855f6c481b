import { claimBeside, expectSilences, expectUnderlines } from '../claimBeside';
import { expectFix } from '../ruleTest';

const TABLE = '| Town | Shops 2012 | Shops 2022 |\n| --- | --- | --- |\n| Alba | 412 | 388 |\n| Brera | 231 | 275 |';

describe('number/other-period', () => {
  const CODE = 'number/other-period';

  expectUnderlines(CODE, [
    {
      claim: '- The park had 412,000 visitors in 2023 [1].',
      underline: '                                   ^^^^',
      says: '[1] has 455,000 for "2023", and 412,000 for "2022".',
      passage: 'The park had 412,000 visitors in 2022 and 455,000 in 2023.',
    },
    {
      claim: '- The mill made 820 tonnes in the first half [1].',
      underline: '                              ^^^^^^^^^^^^^^',
      says: 'has 640 tonnes',
      passage: 'The mill made 820 tonnes in the second half, against 640 tonnes in the first.',
    },
    {
      claim: '- The rate was 4.2% in June [1].',
      underline: '                       ^^^^',
      says: 'has 3.9% for "June"',
      passage: 'The rate rose to 4.2% in July from 3.9% in June.',
    },
    {
      claim: '- Brera had 275 shops in 2012 [1].',
      underline: '                         ^^^^',
      says: 'has 231 for "2012"',
      passage: TABLE,
    },
    {
      claim: '- 公园2023年接待游客41.2万人次 [1]。',
      underline: '    ^^^^^',
      says: '45.5万',
      passage: '公园2022年接待游客41.2万人次，2023年接待游客45.5万人次。',
    },
    {
      claim: '- House prices were down 8% year on year [1].',
      underline: '                            ^^^^^^^^^^^^',
      says: '5%',
      passage: '房价环比下降8%，同比下降5%。',
    },
  ]);

  expectSilences(CODE, [
    ['- The rate was 3.9% in June [1].', 'The rate rose to 4.2% in July from 3.9% in June.'],
    ['- The rate was 4.2% in June [1].', 'In June the rate was 4.2% and in July 3.9%.'],
    ['- The park had 412,000 visitors in 2022 [1].', 'The park had 412,000 visitors in 2022 and 455,000 in 2023.'],
    ['- In 2023 the park had 455,000 visitors, up from 412,000 [1].', 'It had 412,000 in 2022 and 455,000 in 2023.'],
    ['- Visitors rose by 10% in 2023 [1].', 'Visitors rose by 10% on 2022, and by 4% in 2024.'],
    ['- Visitors rose by 10% in 2023 [1].', '2023年游客比2022年增长10%。'],
    ['- The park had 412,000 visitors in 2023 [1].', 'The park had 412,000 visitors in 2022.'],
  ]);

  it("has a fix that takes the source's number", () => {
    const passage = 'The park had 412,000 visitors in 2022 and 455,000 in 2023.';
    expectFix(
      CODE,
      "Take the source's number: 455,000",
      claimBeside('- The park had 412,000 visitors in 2023 [1].', [passage]),
      claimBeside('- The park had 455,000 visitors in 2023 [1].', [passage]),
    );
  });
});
