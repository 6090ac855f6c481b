import assert from 'node:assert/strict';
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

  it('reports a list of addresses once, and a source of the front matter apart', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
sources:
  - id: 9
        ^ Source [9] has no title.
    url: https://usgs.gov/nine
---

- China refines 90% of all rare earths [1-5], and mines 70% of them [9].

## Sources

[1] https://usgs.gov/a
 ^ 5 sources of the list have no title, [1] first. Add them
[2] https://usgs.gov/b
[3] https://usgs.gov/c
[4] https://usgs.gov/d
[5] https://usgs.gov/e
[6] Iron, USGS
 ^ Source [6] has neither
`,
    );
  });

  it('reports each of a few listed addresses', () => {
    expectProblems(
      CODE,
      `# Rare earths

- China refines 90% of all rare earths [1], and mines 70% of them [2].

## Sources

[1] https://usgs.gov/a
 ^ Source [1] has no title.
[2] https://usgs.gov/b
 ^ Source [2] has no title.
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

  it('reports the words that stand for a title, a publisher or a passage until somebody writes them', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
sources:
  - id: 1
    title: Title of the source
           ^^^^^^^^^^^^^^^^^^^ Source [1] still has the placeholder "Title of the source".
    url: https://usgs.gov/a
  - id: 2
    title: "来源的标题"
            ^^^^^ 来源的标题
    publisher: Who published it
               ^^^^^^^^^^^^^^^^ Who published it
    quote: The passage that the claim rests on
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The passage that the claim rests on
---

- China refines 90% of all rare earths [1; 2].
`,
    );
  });

  it('reports them in a list of sources, in words and as a link', () => {
    expectProblems(
      CODE,
      `# T

- China refines 90% of all rare earths [1], and mines 70% of them [2], as it did [3].

## Sources

- [1] Title of the source
      ^^^^^^^^^^^^^^^^^^^ Source [1] still has the placeholder
- [2] [Title of the source](https://usgs.gov/a)
       ^^^^^^^^^^^^^^^^^^^ Source [2] still has the placeholder
- [3] Title, Publisher, 2025. https://usgs.gov/b
      ^^^^^ Source [3] still has the placeholder "Title"
`,
    );
  });

  it('is silent about titles that only hold such words', () => {
    expectSilence(
      CODE,
      `---
title: Title of the source
publisher: Publisher
sources:
  - {id: 1, title: Title IX and sport, url: "https://usgs.gov/a"}
  - {id: 2, title: The title of the source, url: "https://usgs.gov/b"}
  - {id: 3, title: 标题党研究, url: "https://usgs.gov/c"}
  - {id: 4, title: Trade, publisher: Publisher Weekly, url: "https://usgs.gov/d"}
---

- China refines 90% of all rare earths [1-4].
`,
    );
  });

  it('asks for the text of a source whose passages are cited', () => {
    const [problem] = expectProblems(
      CODE,
      `---
sources:
  - id: article
    title: Ore in the north
    publisher: Ore Weekly
    cite: passages
          ^^^^^^^^ The text of [@article] is missing
---

- China refines 90% of all rare earths [2].
`,
    );
    assert.deepEqual(problem?.commands, ['addArticleText']);
  });

  it('leaves a text that is named to the rule about missing files', () => {
    expectSilence(
      CODE,
      `---
sources:
  - {id: article, title: Ore in the north, publisher: Ore Weekly, text: sources/article.txt, cite: passages}
---

- China refines 90% of all rare earths [2].
`,
    );
  });
});
