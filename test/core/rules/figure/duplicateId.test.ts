import assert from 'node:assert/strict';
import { expectProblems, expectSilence } from '../ruleTest';

const CODE = 'figure/duplicate-id';
const brief = (second: string) => `---
title: Rare earths
figures:
  - {id: share, value: 90%, own: true}
---

\`\`\`figure
${second}
value: 70%
own: true
\`\`\`
`;

describe(CODE, () => {
  it('reports the second figure, and names the first', () => {
    const [problem] = expectProblems(CODE, brief('id: share\n    ^^^^^ error'));
    assert.equal(problem?.related[0]?.span.start, brief('').indexOf('share'));
  });

  it('is silent about two ids, however strange', () => {
    expectSilence(CODE, brief('id: __proto__'));
  });
});
