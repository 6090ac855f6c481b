import { expectFix, expectProblems, expectSilence } from '../ruleTest';

const CODE = 'brief/front-matter';

describe(CODE, () => {
  it('reports one error for a broken source, on its line, and none for the others', () => {
    const problems = expectProblems(
      CODE,
      `---
title: Rare earths
sources:
  - id: 1
    title: Summaries
    publisher: USGS
  - id: 2
    title: "Minerals
           ^^^^^^^^^ error
    publisher: IEA
  - id: 3
    title: Report
    publisher: MP
---
`,
    );
    if (problems.length !== 1) throw new Error('one error');
  });

  it('reports an error in a figure block', () => {
    expectProblems(
      CODE,
      `# T

\`\`\`figure
id: share
value: 90%
own: perhaps
     ^^^^^^^ error
\`\`\`
`,
    );
  });

  it('is silent about sound front matter', () => {
    expectSilence(CODE, '---\ntitle: Rare earths\npublished: 2025-08-06\ntags: [minerals]\n---\n');
  });

  it('quotes the value', () => {
    expectFix(
      CODE,
      'Quote the value',
      '---\ntitle: Rare earths: a primer\n---\n',
      '---\ntitle: "Rare earths: a primer"\n---\n',
    );
    expectFix(
      CODE,
      'Quote the value',
      '---\ntitle: T\npublisher: @USGS\n---\n',
      '---\ntitle: T\npublisher: "@USGS"\n---\n',
    );
  });
});
