import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, fixTitles } from '../ruleTest';

const CODE = 'source/unused';
const brief = (list: string, marks = '[1]') => `# T

- China refines 90% of all rare earths ${marks}.

## Sources

${list}
`;

describe(CODE, () => {
  it('fades a source that nothing cites', () => {
    const [problem] = expectProblems(
      CODE,
      brief(`- [1] Summaries. https://usgs.gov/a
- [2] Minerals. https://iea.org/b
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint`),
    );
    assert.equal(problem?.unnecessary, true);
  });

  it('is silent about sources that a figure cites, or that are linked by their address', () => {
    expectSilence(
      CODE,
      `---
title: Rare earths
sources:
  - {id: 1, title: Summaries, url: "https://usgs.gov/a"}
  - {id: 2, title: Minerals, url: "https://iea.org/b"}
figures:
  - {id: share, value: 90%, cites: [1]}
---

Demand doubled in 2024, says the [IEA](https://iea.org/b).
`,
    );
  });

  it('removes the entry with its line', () => {
    expectFix(
      CODE,
      'Remove source [2] "Minerals"',
      brief(
        '- [1] Summaries. https://usgs.gov/a\n- [2] Minerals. https://iea.org/b\n- [3] Report. https://mp.com/c',
        '[1][3]',
      ),
      brief('- [1] Summaries. https://usgs.gov/a\n- [3] Report. https://mp.com/c', '[1][3]'),
    );
  });

  it('removes the last entry', () => {
    expectFix(
      CODE,
      'Remove source [2] "Minerals"',
      brief('1. Summaries. https://usgs.gov/a\n2. Minerals. https://iea.org/b'),
      brief('1. Summaries. https://usgs.gov/a'),
    );
  });

  it('keeps the numbers of an ordered list', () => {
    expectFix(
      CODE,
      'Remove source [2] "Minerals"',
      brief('1. Summaries. https://usgs.gov/a\n2. Minerals. https://iea.org/b\n3. Report. https://mp.com/c', '[1][3]'),
      brief('- [1] Summaries. https://usgs.gov/a\n- [3] Report. https://mp.com/c', '[1][3]'),
    );
  });

  it('removes an entry of an ordered list, or with its number in brackets, with its line', () => {
    const lists = (...entries: readonly string[]) => entries.map((entry) => `## Sources\n\n${entry}\n`).join('\n');
    expectFix(
      CODE,
      'Remove source [1] "A"',
      lists('1. A. https://a.example/x\n', '- [1] A. https://a.example/x\n'),
      lists('', ''),
    );
  });

  it('removes an entry of the front matter', () => {
    const matter = (entry: string) => `---
title: Rare earths
sources:
  - id: 1
    title: Summaries
    publisher: USGS
${entry}tags: [minerals]
---

- China refines 90% of all rare earths [1].
`;
    expectFix(
      CODE,
      'Remove source [2] "Minerals"',
      matter('  - id: 2\n    title: Minerals\n    publisher: IEA\n'),
      matter(''),
    );
  });

  it('removes the list with its only entry', () => {
    const matter = (list: string) => `---
title: Rare earths
${list}---

- China refines 90% of all rare earths [own].
`;
    expectFix(
      CODE,
      'Remove source [1] "Summaries"',
      matter('sources:\n  - id: 1\n    title: Summaries\n    publisher: USGS\n'),
      matter(''),
    );
  });

  it('says what it removes', () => {
    const text =
      '# T\n\n- It is 5% [1].\n\n## Sources\n\n- [1] One. https://one.example\n- [2] Two. https://two.example\n';
    assert.deepEqual(fixTitles(CODE, text), ['Remove source [2] "Two"']);
  });

  it('removes a whole row of a table', () => {
    const table = (row: string) =>
      `# T\n\n- It is 5% [1].\n\n## Sources\n\n| # | Title | URL |\n| --- | --- | --- |\n| 1 | One | https://one.example |\n${row}`;
    expectFix(CODE, 'Remove source [2] "Two"', table('| 2 | Two | https://two.example |\n'), table(''));
    expectFix(CODE, 'Remove source [2] "Two"', table('2 | Two | https://two.example\n'), table(''));
  });
});
