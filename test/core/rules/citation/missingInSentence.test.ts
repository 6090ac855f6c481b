import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, fixTitles, problemsOf, withSources } from '../ruleTest';

const CODE = 'citation/missing-in-sentence';

/** The rule is off by default. */
function strict(body: string): string {
  return `---\nrules:\n  ${CODE}: warning\n---\n\n${withSources(body)}`;
}

describe(CODE, () => {
  it('is off unless a setting turns it on', () => {
    expectSilence(CODE, withSources('China refined 90% of all rare earths in 2023. It mined 70% of them [1].'));
  });

  it('reports a sentence that states something and has no citation in a cited insight', () => {
    const [problem] = expectProblems(
      CODE,
      strict(`
- China refined 90% of all rare earths in 2023. It mined 70% of them [1].
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`),
    );
    assert.equal(
      problem?.message,
      'This sentence states something checkable and has no citation of its own. Cite [1] here too, or another source that supports it.',
    );
  });

  it('counts a citation that follows the full stop to the sentence before it', () => {
    expectSilence(
      CODE,
      strict(`
- China refined 90% of all rare earths in 2023. [1] It mined 70% of them. [2][3]
- China refined 90% of all rare earths in 2023.[see @a] It mined 70% of them.¹
- 2023年，中国精炼了全球90%的稀土。[1]中国开采了其中的70%。[2]
`),
    );
  });

  it('is silent where nothing is stated, or a link, words or a mark stand for a citation', () => {
    expectSilence(
      CODE,
      strict(`
- China refined 90% of all rare earths in 2023 [1]. Why is that so?
- China refined 90% of all rare earths in 2023 [1]. It mined 70% of them ([USGS](https://usgs.gov)).
- China refined 90% of all rare earths in 2023 [1]. It mined 70% of them (Source: Reuters).
- China refined 90% of all rare earths in 2023 [1]. It mined 70% of them [?].
- China refined 90% of all rare earths in 2023 [1]. It will mine 70% of them in 2030 [own].
`),
    );
  });

  it('is silent where what leads into an insight covers it, where nothing is cited, and in exempt sections', () => {
    expectSilence(
      CODE,
      strict(`
The shares of the market in 2023 [1]:

- China refined 90% of all rare earths. It mined 70% of them.

China refined 90% of all rare earths in 2023. It mined 70% of them.

## Methodology

- China refined 90% of all rare earths in 2023. It mined 70% of them [1].
`),
    );
  });

  it('is a hint in a summary', () => {
    const [problem] = problemsOf(
      CODE,
      strict('## Summary\n\nChina refined 90% of all rare earths in 2023. It mined 70% of them [1].'),
    );
    assert.equal(problem?.severity, 'hint');
  });

  it('cites the source of the insight at the end of the sentence', () => {
    expectFix(
      CODE,
      'Cite [2] "The role of critical minerals, IEA"',
      strict('China refined 90% of all rare earths in 2023. It mined 70% of them [2].'),
      strict('China refined 90% of all rare earths in 2023 [2]. It mined 70% of them [2].'),
    );
  });

  it('cites after the full stop where the brief does so', () => {
    expectFix(
      CODE,
      'Cite [1] "Mineral Commodity Summaries 2024, USGS"',
      strict('2023年，中国精炼了全球90%的稀土。中国开采了其中的70%。[1]'),
      strict('2023年，中国精炼了全球90%的稀土。[1]中国开采了其中的70%。[1]'),
    );
  });

  it('offers the sources of the insight first, and at most three', () => {
    const text = strict('MP Materials mined 45,000 tons of rare earths in 2023. It sold 70% of them [2].');
    assert.deepEqual(fixTitles(CODE, text), [
      'Cite [2] "The role of critical minerals, IEA"',
      'Cite [3] "Annual report 2024, MP Materials"',
      'Cite [1] "Mineral Commodity Summaries 2024, USGS"',
    ]);
  });
});
