import { claimBeside, expectSilences, expectUnderlines } from '../claimBeside';
import { expectFix } from '../ruleTest';

const CODE = 'quote/other-speaker';
const MEETING = 'Ada Lind opened the meeting. "The mine will close within the decade," said Jonas Berg, who runs it.';

describe(CODE, () => {
  expectUnderlines(CODE, [
    {
      claim: '- "The mine will close within the decade," said Ada Lind [1].',
      underline: '                                                ^^^^^^^^',
      says: '[1] says that "Jonas Berg" said this, not "Ada Lind".',
      passage: MEETING,
    },
    {
      claim: '- Lind said: "The mine will close within the decade." [1]',
      underline: '  ^^^^',
      says: '"Jonas Berg"',
      passage: MEETING,
    },
    {
      claim: '- 李安表示：“这座矿山十年之内就会关闭。” [1]',
      underline: '  ^^',
      says: '王明',
      passage: '李安主持会议。王明表示：“这座矿山十年之内就会关闭。”',
    },
  ]);

  it("takes the source's name", () =>
    expectFix(
      CODE,
      "Take the source's wording: Jonas Berg",
      claimBeside('- "The mine will close within the decade," said Ada Lind [1].', [MEETING]),
      claimBeside('- "The mine will close within the decade," said Jonas Berg [1].', [MEETING]),
    ));

  expectSilences(CODE, [
    ['- "The mine will close within the decade," said Berg [1].', MEETING],
    ['- "The mine will close within the decade," Jonas Berg warned [1].', MEETING],
    ['- "The mine will close within the decade," said Olga Falk [1].', MEETING],
    ['- "The mine will close within the decade," said Ada Lind of Berg [1].', MEETING],
    ['- "The mine will close within the decade," the firm said [1].', MEETING],
    ['- "The mine will close within the decade," said Ada Lind.', MEETING],
    [
      '- "The mine will close within the decade," said Ada Lind [1].',
      'Lind, p. 4: "The mine will close within the decade." Berg said more.',
    ],
    [
      '- "The mine will close within the decade," said Ada Lind [1].',
      'Lind was asked. "The mine will close within the decade," he said.',
    ],
  ]);
});
