import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, fixTitles, problemsOf, withSources } from '../ruleTest';

const CODE = 'citation/missing';

describe(CODE, () => {
  it('warns of an item that states something and cites nothing, at its amount', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of the world's rare earths.
                ^^^ warning
- It mines 70% of them [1].
`),
    );
  });

  it('says what to do, and names a source that may be meant', () => {
    const text = withSources('- MP Materials mined 45,000 tons of rare earths in 2024.');
    const [problem] = problemsOf(CODE, text);
    assert.equal(
      problem?.message,
      '"MP Materials mined 45,000 tons of rare earths in 2024" cites nothing. Cite one, such as [3], or mark it [own].',
    );
  });

  it('names the sentence of a paragraph that states most, and underlines what it states', () => {
    expectProblems(
      CODE,
      withSources(`
The mine is old. In 2023 it sold ore for $4.2 billion to Japan. Its owner is rich.
                                         ^^^^^^^^^^^^ "In 2023 it sold ore for $4.2 billion to Japan"

- It mines 70% of them [1].
`),
    );
  });

  it('offers its fixes anywhere in the insight', () => {
    const text = withSources('- China refines 90% of all rare earths.');
    const [problem] = problemsOf(CODE, text);
    assert.equal(text.slice(problem?.about?.start, problem?.about?.end), 'China refines 90% of all rare earths.');
  });

  it('is a hint in a document that cites nothing, as that is said at its title', () => {
    const problems = problemsOf(
      CODE,
      withSources('- China refines 90% of all rare earths.\n- Brazil mines 5% of them.'),
    );
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['hint', 'hint'],
    );
  });

  it('names and cites the source whose passage has the number first', () => {
    const text = (mark: string) =>
      `---\ntitle: T\nsources:\n  - id: 1\n    title: A mine\n    url: https://a.org\n  - id: 2\n    title: A deal\n    url: https://b.org\n    quote: The loan is of $500 million.\n---\n\n- 该矿获得5亿美元贷款${mark}。\n`;
    const [problem] = problemsOf(CODE, text(''));
    assert.match(problem?.message ?? '', /such as \[2\]/);
    expectFix(CODE, 'Cite [2] "A deal"', text(''), text('[2]'));
  });

  it('names no source where the brief has none', () => {
    const [problem] = problemsOf(CODE, '# T\n\n- China refines 90% of all rare earths.\n');
    assert.equal(
      problem?.message,
      '"China refines 90% of all rare earths" cites nothing. Cite a source, or mark it [own].',
    );
  });

  it('is a hint in a summary', () => {
    const [problem] = problemsOf(CODE, withSources('## Summary\n\n- China refines 90% of all rare earths.'));
    assert.equal(problem?.severity, 'hint');
  });

  it('is silent about judgements, covered lists, questions and places marked as needing a source', () => {
    expectSilence(
      CODE,
      withSources(`
- Prices will double by 2030 [own].
- Will prices double by 2030?
- Exports fell by 30% [?].

Exports fell in three markets [1]:

- Japan bought 30% less.
- Germany bought 20% less.
`),
    );
  });

  it('cites the likeliest source before the full stop', () => {
    expectFix(
      CODE,
      'Cite [3] "Annual report 2024, MP Materials"',
      withSources('- MP Materials mined 45,000 tons of rare earths.'),
      withSources('- MP Materials mined 45,000 tons of rare earths [3].'),
    );
  });

  it('offers at most three sources, then a new one, then own judgement', () => {
    assert.deepEqual(fixTitles(CODE, withSources('- MP Materials mined 45,000 tons of rare earths.')), [
      'Cite [3] "Annual report 2024, MP Materials"',
      'Cite [1] "Mineral Commodity Summaries 2024, USGS"',
      'Cite [2] "The role of critical minerals, IEA"',
      'Add a source and cite it',
      'Mark as own judgement',
    ]);
  });

  it('cites a key in a brief with keys', () => {
    const brief = (mark: string) => `---
title: Rare earths
sources:
  - id: usgs-2024
    title: Mineral Commodity Summaries
    publisher: USGS
---

- China refines 90% of the world's rare earths${mark}.
`;
    expectFix(CODE, 'Cite [@usgs-2024] "Mineral Commodity Summaries"', brief(''), brief(' [@usgs-2024]'));
  });

  it('puts a mark before a Chinese full stop without a space', () => {
    expectFix(
      CODE,
      'Mark as own judgement',
      withSources('- 中国精炼了全球90%的稀土。'),
      withSources('- 中国精炼了全球90%的稀土[own]。'),
    );
  });

  it('adds a source and cites it where the brief has none', () => {
    expectFix(
      CODE,
      'Add a source and cite it',
      '# Rare earths\n\n- China refines 90% of all rare earths.\n',
      '# Rare earths\n\n- China refines 90% of all rare earths [1].\n\n## Sources\n\n- [1]\n',
    );
  });

  it('adds a source in the style of the list and cites it', () => {
    const brief = (mark: string, entry: string) =>
      `# Rare earths\n\n- It mines 70% of them [1].\n- China refines 90% of all rare earths${mark}.\n\nSources:\n[1] USGS report. https://usgs.gov/a${entry}\n`;
    expectFix(CODE, 'Add a source and cite it', brief('', ''), brief(' [2]', '\n[2]'));
  });

  it('adds the heading in the language of the brief', () => {
    expectFix(
      CODE,
      'Add a source and cite it',
      '# 稀土\n\n- 中国精炼了全球90%的稀土。\n',
      '# 稀土\n\n- 中国精炼了全球90%的稀土[1]。\n\n## 来源\n\n- [1]\n',
    );
  });

  describe('in a longer document with its sources in a list', () => {
    const report = (bullets: string, more = '') => `# Rivers

The rivers of the north lose water. Nobody has counted the wells along them so far.

## The Marr

${['It carried 40% less water in 2023 than in 2003', 'Fish ladders were built at three weirs', 'Barges wait two days at the lock', 'The towns along it sued the ministry in 2015'].map((text) => `- ${text} [1].`).join('\n')}
${bullets}

## The Ilse

${['It carried 12% less water in 2023 than in 2003', 'Fish ladders were built at nine weirs', 'Barges wait five days at the lock', 'The towns along it sued the ministry in 2019', 'A court dismissed them in 2021', 'The ministry has not published the levels since', 'Eels are caught at two weirs', 'Its delta grew by 30 hectares', 'Half of its banks are built up', 'Otters live at its mouth'].map((text) => `- ${text} [2].`).join('\n')}
${more}
## Sources

1. Levels of the Marr. https://example.org/1
2. Levels of the Ilse. https://example.org/2
`;

    it('warns where the author would have cited, and tells what the items around it do', () => {
      const text = report('- Salmon came back to the Marr in 2022.\n- Two of its mills still run [1].');
      const [problem, ...others] = problemsOf(CODE, text);
      assert.equal(others.length, 0);
      assert.equal(problem?.severity, 'warning');
      assert.equal(
        problem?.message,
        '"Salmon came back to the Marr in 2022" cites nothing. 5 of the 5 items around it cite a source. Cite one, such as [1], or mark it [own].',
      );
    });

    it('is silent about a line that names its source in words, and about a drawing of lines', () => {
      const sources = Array.from({ length: 6 }, (_, i) => `- **Source:** Gauge ${i + 1} of the ministry [1].\n`).join(
        '',
      );
      const more = `\n## Gauges\n\n${sources}- Source: Harbour office of the Ilse\n\n│ Upper Marr of 2022 │ Lower Marr of 2023 │\n`;
      assert.deepEqual(
        problemsOf(CODE, report('', more)).filter(({ severity }) => severity === 'warning'),
        [],
      );
    });

    for (const advice of [
      'The ministry should publish the levels of the Marr.',
      'Publish the levels of the Marr each month.',
      '**Levels:** Publish the levels of the Marr each month.',
      '**The levels of the Marr**',
    ])
      it(`does not warn where nobody forgot a citation: ${advice}`, () => {
        const problems = problemsOf(CODE, report(`- ${advice}\n- Two of its mills still run [1].`));
        assert.deepEqual(
          problems.filter(({ severity }) => severity === 'warning'),
          [],
        );
      });

    it('offers the source of the neighbours first', () => {
      const text = report('- Salmon came back to the Ilse in 2022.\n- Two of its mills still run [1].');
      assert.equal(fixTitles(CODE, text)[0], 'Cite [1] "Levels of the Marr"');
    });

    it('is silent about paragraphs where only bullets cite, but for a hint at a figure', () => {
      const text = report('', '\n## Gauges\n\nThe ministry has 14 gauges. They cost €3 million.\n');
      assert.deepEqual(
        problemsOf(CODE, text).map(({ severity, span }) => [severity, text.slice(span.start, span.end)]),
        [['hint', '€3 million']],
      );
    });
  });
});
