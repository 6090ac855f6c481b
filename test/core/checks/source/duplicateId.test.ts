import assert from 'node:assert/strict';
import { expectProblems, expectSilence } from '../ruleTest';

const CODE = 'source/duplicate-id';

describe(CODE, () => {
  it('reports two entries that disagree, and names both places', () => {
    const text = `# T

- China refines 90% of all rare earths [1].

## Sources

- [1] Mineral Commodity Summaries. https://usgs.gov/a
- [1] Critical minerals. https://iea.org/b
   ^ disagree
`;
    const [problem] = expectProblems(CODE, text);
    assert.equal(problem?.related[0]?.message, '[1] is first declared here.');
    assert.equal(problem?.related[0]?.span.start, text.indexOf('1] Mineral'));
  });

  it('is silent where the URL or the title is the same, however it is written', () => {
    expectSilence(
      CODE,
      `# T

- China refines 90% of all rare earths [1][2].

## Sources

- [1] Mineral Commodity Summaries. https://www.usgs.gov/a/
- [1] USGS summaries. http://usgs.gov/a?utm_source=x
- [2] Critical minerals. https://iea.org/b
- [2] Critical Minerals
`,
    );
  });

  it('is silent where one says what the other leaves out', () => {
    expectSilence(
      CODE,
      '# T\n\n- China refines 90% of all [1].\n\n[1]: https://usgs.gov/a\n\n## Sources\n\n- [1] Summaries\n',
    );
  });
});
