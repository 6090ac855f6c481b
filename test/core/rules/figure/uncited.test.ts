import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, problemsOf, withSources } from '../ruleTest';

const CODE = 'figure/uncited';

describe(CODE, () => {
  it('reports figures of the front matter and of blocks', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
figures:
  - id: share
        ^^^^^ warning
    value: 90%
---

\`\`\`figure
id: prices
    ^^^^^^ cites no source
value: $500
\`\`\`
`,
    );
  });

  it('informs about a table of the body', () => {
    expectProblems(
      CODE,
      withSources(`
| Country | Share |
^^^^^^^^^^^^^^^^^^^ information
| --- | --- |
| China | 90% |
`),
    );
  });

  it('is silent about figures with cites or own, and about covered tables', () => {
    expectSilence(
      CODE,
      `---
title: Rare earths
sources:
  - {id: 1, title: Summaries, publisher: USGS}
figures:
  - {id: share, value: 90%, cites: [1]}
  - {id: guess, value: 95%, own: true}
---

The shares in 2024 [1]:

| Country | Share |
| --- | --- |
| China | 90% |
`,
    );
  });

  it('cites the likeliest source', () => {
    const brief = (line: string) => `---
title: Rare earths
sources:
  - {id: 1, title: Critical minerals, publisher: IEA}
  - {id: usgs, title: Mineral Summaries, publisher: USGS}
figures:
  - id: share
${line}    title: Share by the USGS summaries
    value: 90%
---

China mines 70% of them [1][@usgs].
`;
    expectFix(CODE, 'Cite [@usgs] "Mineral Summaries"', brief(''), brief('    cites: [usgs]\n'));
  });

  it('marks a figure as own judgement, below its id', () => {
    const brief = (line: string) => `---
title: Rare earths
figures:
  - id: share
${line}    value: 90%
---
`;
    expectFix(CODE, 'Mark as own judgement', brief(''), brief('    own: true\n'));
  });

  it('marks a figure in braces', () => {
    const brief = (own: string) => `---\ntitle: Rare earths\nfigures:\n  - {id: share${own}, value: 90%}\n---\n`;
    expectFix(CODE, 'Mark as own judgement', brief(''), brief(', own: true'));
  });

  it('marks a figure in a block', () => {
    const brief = (own: string) => `# T\n\n\`\`\`figure\nid: prices${own}\nvalue: $500\n\`\`\`\n`;
    expectFix(CODE, 'Mark as own judgement', brief(''), brief('\nown: true'));
  });

  it('hints at a table of a document that cites nothing, as that is said at its title', () => {
    const claims = '- Output rose by 4% in 2023.\n- Exports to the EU fell by 12%.';
    const table = '| Country | Output |\n| --- | --- |\n| Brazil | 12 t |';
    const severities = (text: string) => problemsOf(CODE, text).map(({ severity }) => severity);
    assert.deepEqual(severities(`# T\n\n${claims}\n\n${table}\n`), ['hint']);
    assert.deepEqual(severities(`# T\n\n${claims.replace('23.', '23 [1].')}\n\n${table}\n\n[1]: https://a.example\n`), [
      'information',
    ]);
  });

  it('hints at the tables of an author who cites none of three, or one of six', () => {
    const table = '| Country | Output |\n| --- | --- |\n| Brazil | 12 t |\n\nMore.\n\n';
    const covered = table.replace('12 t', '12 t [1]');
    const severities = (tables: string) =>
      problemsOf(CODE, withSources(`- Output rose by 4% in 2023 [1].\n\n${tables}`)).map(({ severity }) => severity);
    assert.deepEqual(severities(table.repeat(3)), ['hint', 'hint', 'hint']);
    assert.deepEqual(severities(table.repeat(2)), ['information', 'information']);
    assert.deepEqual(severities(table.repeat(3) + covered), ['information', 'information', 'information']);
    assert.deepEqual(new Set(severities(table.repeat(5) + covered)), new Set(['hint']));
  });
});
