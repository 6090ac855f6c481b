import { expectProblems, expectSilence } from '../ruleTest';

const CODE = 'review/unclosed-comment';

describe(CODE, () => {
  it('reports the start of a comment that does not end in its paragraph', () => {
    expectProblems(
      CODE,
      `
- It rose [1]. {>>Why?
               ^^^ hint
- It fell<<} [1].
`,
    );
  });

  it('reports one before the next comment', () => {
    expectProblems(
      CODE,
      `
It rose. {>>Why? {>>So. @AZ 2026-11-28<<}
         ^^^ hint
`,
    );
  });

  it('is silent about comments that end, code and escaped signs', () => {
    expectSilence(CODE, 'It rose. {>>Why?<<} `{>>` and \\{>> and $x{>>$.\n\n```\n{>>\n```\n');
  });
});
