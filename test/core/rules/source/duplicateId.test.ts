import assert from 'node:assert/strict';
import { indexLines } from '../../../../src/core/base/text';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';
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

  it('names the place in a bibliography that declares the same id', () => {
    const text =
      '---\nbibliography: refs.bib\nsources:\n  - id: usgs\n    title: Summaries\n---\n# T\n\n- China refines 90% [@usgs].\n';
    const file = '@misc{usgs, title = {Critical minerals}}\n';
    const idSpan = { start: 6, end: 10 };
    const title = { value: 'Critical minerals', span: { start: 21, end: 38 } };
    const uri = 'file:///refs.bib';
    const entry = {
      id: 'usgs',
      idSpan,
      span: idSpan,
      title,
      declaredIn: 'bibliography',
      authors: [],
      quotes: [],
      uri,
    } as const;
    const brief = parseBrief(text, {
      bibliography: [{ path: 'refs.bib', uri, declarations: [entry], errors: [], lines: indexLines(file) }],
    });
    const related = checkBrief(brief).flatMap((problem) => (problem.rule === CODE ? problem.related : []));
    assert.deepEqual(related, [
      {
        message: '[@usgs] is also declared here.',
        span: { start: text.indexOf('refs.bib'), end: text.indexOf('refs.bib') + 8 },
        elsewhere: { uri, range: { start: { line: 0, character: 6 }, end: { line: 0, character: 10 } } },
      },
    ]);
  });
});
