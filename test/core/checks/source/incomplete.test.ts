import { expectProblems, expectSilence } from '../ruleTest';

const CODE = 'source/incomplete';

describe(CODE, () => {
  it('reports a source without a title, and one that can not be found', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
sources:
  - id: usgs
        ^^^^ Source [@usgs] has no title.
    url: https://usgs.gov/a
  - id: iea
        ^^^ neither a URL, a DOI nor a publisher
    title: The role of critical minerals
  - id: bare
        ^^^^ no title and no address
---

- China refines 90% of all rare earths [@usgs; @iea; @bare].
`,
    );
  });

  it('is silent about sources with a title and a URL, a DOI or a publisher', () => {
    expectSilence(
      CODE,
      `---
title: Rare earths
sources:
  - {id: 1, title: Summaries, url: "https://usgs.gov/a"}
  - {id: 2, title: Minerals, publisher: IEA}
  - {id: 3, title: Mines, doi: 10.3133/mcs2024}
---

- China refines 90% of all rare earths [1-3].
`,
    );
  });

  it('is silent about a printed reference in a sources section, and about links in the text', () => {
    expectSilence(
      CODE,
      `# T

- China refines 90% of all rare earths [1], and mines 70% of them [2](https://iea.org/b) [3].

## Sources

- [3] 工信部公告2023年第12号
- [1] Gschneidner, K. (1978). Handbook on the Physics and Chemistry of Rare Earths. Elsevier.
`,
    );
  });
});
