import { expectFix, expectProblems, expectSilence, withSources } from '../ruleTest';

const CODE = 'citation/unknown-source';

describe(CODE, () => {
  it('reports an undeclared number and names the nearest', () => {
    expectProblems(
      CODE,
      withSources(`- China refines 90% of all rare earths [9].
                                        ^ Nothing declares source [9]. Did you mean [3]?`),
    );
  });

  it('is silent where the front matter is not read, as that is said at its first line', () => {
    expectSilence(
      CODE,
      `--
title: Rare earths
sources:
  - id: usgs
    title: Summaries
---

- China refines 90% of all rare earths [@usgs][1].
`,
    );
  });

  it('reports each undeclared source of a bracket, and only those', () => {
    expectProblems(
      CODE,
      withSources(`- China refines 90% of all rare earths [1, 8][9].
                                           ^ [8]
                                              ^ [9]`),
    );
  });

  it('reports the middle of a range once', () => {
    expectProblems(
      CODE,
      withSources(`- China refines 90% of all rare earths [1-6].
                                        ^^^ sources [4] and [5]
                                          ^ source [6]`),
    );
  });

  it('names the key that is spelled alike', () => {
    expectProblems(
      CODE,
      `---
sources:
  - id: usgs-2024
    title: Summaries
    publisher: USGS
---
# Rare earths

- China refines 90% of all rare earths [@usgs-2042].
                                         ^^^^^^^^^ Did you mean [@usgs-2024]?`,
    );
  });

  it('reports what a figure cites, where it says so', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
figures:
  - id: share
    value: 90%
    cites: [usgs]
            ^^^^ error
---

China refines {{share}} of all rare earths.
`,
    );
  });

  it('only hints at an undeclared name in a brief without keys', () => {
    expectProblems(
      CODE,
      withSources(`- As @lynas said, Malaysia refines 5% of them [1].
      ^^^^^ hint`),
    );
  });

  it('is silent about declared sources, years and intervals', () => {
    expectSilence(CODE, withSources('- China refined 90% in [2023], in the interval [0, 1], says a report [1][2-3].'));
  });

  it('replaces the id by the nearest', () => {
    expectFix(
      CODE,
      'Replace [9] by [3]',
      withSources('- China refines 90% of all rare earths [1, 9].'),
      withSources('- China refines 90% of all rare earths [1, 3].'),
    );
  });

  it('declares the source in the sources section, in its style', () => {
    const before = withSources('- China refines 90% of all rare earths [9].');
    expectFix(CODE, 'Declare source [9]', before, `${before}- [9]\n`);
  });

  it('declares the source in lines of one paragraph', () => {
    const before =
      '# T\n\n- China refines 90% of all rare earths [1][2].\n\n## Sources\n\n[1] USGS report. https://usgs.gov/a\n';
    expectFix(CODE, 'Declare source [2]', before, `${before}[2]\n`);
  });

  it('goes on with an ordered list where the number is the next', () => {
    const before =
      '# T\n\n- China refines 90% of all rare earths [1][2].\n\n## Sources\n\n1. USGS report. https://usgs.gov/a\n';
    expectFix(CODE, 'Declare source [2]', before, `${before}2.\n`);
  });

  it('goes on with a list whose typed numbers repeat', () => {
    const before =
      '# T\n\n- China refines 90% of them [1][2][3].\n\n## Sources\n\n1. USGS report. https://usgs.gov/a\n1. IEA report. https://iea.org/b\n';
    expectFix(CODE, 'Declare source [3]', before, `${before}1.\n`);
  });

  it('starts a list below an ordered one where the number is another', () => {
    const before =
      '# T\n\n- China refines 90% of all rare earths [1][7].\n\n## Sources\n\n1. USGS report. https://usgs.gov/a\n';
    expectFix(CODE, 'Declare source [7]', before, `${before}- [7]\n`);
  });

  it('keeps blank lines between entries', () => {
    const before =
      '# T\n\n- China refines 90% of them [1][2][3].\n\n## Sources\n\n[1] USGS report. https://usgs.gov/a\n\n[2] IEA report. https://iea.org/b\n';
    expectFix(CODE, 'Declare source [3]', before, `${before}\n[3]\n`);
  });

  it('fills an empty sources section', () => {
    expectFix(
      CODE,
      'Declare source [1]',
      '# T\n\n- China refines 90% of all rare earths [1].\n\n## Sources\n\n## Notes\n',
      '# T\n\n- China refines 90% of all rare earths [1].\n\n## Sources\n\n- [1]\n\n## Notes\n',
    );
  });

  it('never writes a link definition', () => {
    expectFix(
      CODE,
      'Declare source [2]',
      '# T\n\n- China refines 90% of all rare earths [1][2].\n\n[1]: https://usgs.gov/a "USGS report"\n',
      '# T\n\n- China refines 90% of all rare earths [1][2].\n\n[1]: https://usgs.gov/a "USGS report"\n\n## Sources\n\n- [2]\n',
    );
  });

  it('declares the source in the list of the front matter', () => {
    const brief = (entry: string) => `---
title: Rare earths
sources:
  - id: 1
    title: Summaries
    publisher: USGS
${entry}tags: [minerals]
---

- China refines 90% of all rare earths [1][2].
`;
    expectFix(CODE, 'Declare source [2]', brief(''), brief('  - id: 2\n    title:\n'));
  });

  it('makes a list in the front matter for a key', () => {
    const brief = (list: string) => `---
title: Rare earths
${list}---

- China refines 90% of all rare earths [@usgs].
`;
    expectFix(CODE, 'Declare source [@usgs]', brief(''), brief('sources:\n  - id: usgs\n    title:\n'));
  });

  it('makes front matter for a key where there is none', () => {
    const text = '# T\n\n- China refines 90% of all rare earths [@usgs].\n';
    expectFix(CODE, 'Declare source [@usgs]', text, `---\nsources:\n  - id: usgs\n    title:\n---\n\n${text}`);
  });
});
