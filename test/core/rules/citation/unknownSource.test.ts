import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';
import { expectFix, expectProblems, expectSilence, problemsOf, withSources } from '../ruleTest';

const CODE = 'citation/unknown-source';

describe(CODE, () => {
  it('reports an undeclared number and names the one next to it', () => {
    expectProblems(
      CODE,
      withSources(`- China refines 90% of all rare earths [4].
                                        ^ Nothing declares source [4]. Did you mean [3]?`),
    );
  });

  it('names no number that is farther away, which would be another source', () => {
    expectProblems(
      CODE,
      withSources(`- China refines 90% of all rare earths [9].
                                        ^ Nothing declares source [9]. Add it to the sources, or cite another.`),
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

  it('is silent in a brief that is too large to be read whole, as its list may stand behind', () => {
    const lines = (count: number) => withSources(`- Exports fell [9].\n${'\n'.repeat(count)}`);
    assert.equal(problemsOf(CODE, lines(10)).length, 1);
    assert.deepEqual(problemsOf(CODE, lines(100_000)), []);
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

  it('is silent about names of people, parts of the document, and identifiers that need no list', () => {
    expectSilence(CODE, withSources('- As @lynas said, Malaysia refines 5% of them [1].'));
    const keyed = '---\nsources:\n  - { id: usgs-2024, title: Summaries, publisher: USGS }\n---\n\n';
    expectSilence(CODE, `${keyed}- As @lynas said, and @fig-share shows, it refines 5% [@usgs-2024].`);
    expectSilence(CODE, `${keyed}- It refines 5% of them [@doi:10.1234/abc] and mines 2% [@usgs-2024; @sec-mines].`);
  });

  it('reports a name in running text that is spelled like a key', () => {
    expectProblems(
      CODE,
      `---
sources:
  - { id: lynas-corp, title: Summaries, publisher: USGS }
---

- As @lynas-crop said, Malaysia refines 5% of them.
      ^^^^^^^^^^ Nothing declares source [@lynas-crop]. Did you mean [@lynas-corp]?`,
    );
  });

  it('says once that numbers are cited which no list has', () => {
    expectProblems(
      CODE,
      `# Rare earths

- China refines 90% of them [1], mines 70% [2] and owns 40% [3].
                             ^ The cited numbers are not declared. Add a list of sources
`,
    );
  });

  it('says once that keys are cited of a bibliography that nothing names', () => {
    expectProblems(
      CODE,
      `# Rare earths

- China refines 90% of them [@usgs; @doe], and mines 70% [@iea].
                              ^^^^ The cited keys are not declared. Name their bibliography
`,
    );
  });

  it('only informs about keys in a text without front matter, which another document may include', () => {
    const severities = (text: string) =>
      checkBrief(parseBrief(text)).flatMap(({ rule, severity }) => (rule === CODE ? [severity] : []));
    assert.deepEqual(severities('Output rose [@usgs; @doe; @iea].\n'), ['information']);
    assert.deepEqual(severities('---\ntitle: T\n---\n\nOutput rose [@usgs; @doe; @iea].\n'), ['error']);
  });

  it('says once that footnotes are cited which nothing defines', () => {
    expectProblems(
      CODE,
      `# Rare earths

- China refines 90% of them[^a], mines 70%[^b] and owns 40%[^c].
                            ^^ No cited footnote is defined.
`,
    );
  });

  it('reports each number that a list lacks', () => {
    expectProblems(
      CODE,
      withSources(`- China refines 90% of them [7], mines 70% [8] and owns 40% [9].
                             ^ [7]
                                            ^ [8]
                                                             ^ [9]`),
    );
  });

  it('says once that a list lacks five of the cited numbers, and declares them all', () => {
    const claim =
      '- China refines 90% [7], mines 70% [8], owns 40% [9], sells 30% [10] and buys 5% [11], the rest [7].';
    expectProblems(
      CODE,
      withSources(`${claim}
                     ^ Nothing declares 5 of the cited sources, [7] first. Add them`),
    );
    const entries = ['7', '8', '9', '10', '11'].map((id) => `- [${id}]\n`).join('');
    expectFix(CODE, 'Declare these 5 sources', withSources(claim), withSources(claim) + entries);
  });

  it('is silent about declared sources, years and intervals', () => {
    expectSilence(CODE, withSources('- China refined 90% in [2023], in the interval [0, 1], says a report [1][2-3].'));
  });

  it('replaces the id by the nearest', () => {
    expectFix(
      CODE,
      'Replace [4] by [3]',
      withSources('- China refines 90% of all rare earths [1, 4].'),
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

  for (const heading of ['## Quellen', '## 3. Références', '## 六、参考文献', '**Fuentes**', '## Источники']) {
    it(`declares the source in a list under "${heading}"`, () => {
      const before = `# T\n\n- It fell by 30% [1][2].\n\n${heading}\n\n* [1] Ore report. https://ore.example/a\n`;
      expectFix(CODE, 'Declare source [2]', before, `${before}* [2]\n`);
    });
  }

  describe('in a table of sources', () => {
    const table = (head: string, row: string, cite = '[2]', heading = '来源列表') =>
      `# 稀土\n\n- 中国冶炼了全球90%的稀土${cite}。\n\n## ${heading}\n\n${head}\n${head.replace(/[^|\n]+/g, ' --- ')}\n${row}\n`;

    it('adds a row', () => {
      const before = table('| # | 来源 | URL |', '| 1 | 矿产品摘要 | https://ore.example/a |');
      expectFix(CODE, 'Declare source [2]', before, `${before}| 2 |  |  |\n`);
    });

    it('puts the address that the citation has into the column of addresses', () => {
      const cite = '[<sup>2</sup>](https://iea.example/b?utm_source=chatgpt.com)';
      const before = table(
        '| 编号 | 类型 | 来源 | 链接 | 用途 |',
        '| [1] | 官方 | 摘要 | https://ore.example/a | 产量 |',
        cite,
      );
      expectFix(CODE, 'Declare source [2]', before, `${before}| [2] |  |  | https://iea.example/b |  |\n`);
      const without = table('| No. | Title | Address |', '| 1. | Ore report | |', cite, 'Table of sources');
      expectFix(CODE, 'Declare source [2]', without, `${without}| 2. |  | https://iea.example/b |\n`);
    });

    it('links the address where the table has its addresses in links', () => {
      const cite = '[<sup>2</sup>](https://iea.example/b)';
      const before = table('No. | Source', '1 | [Ore report](https://ore.example/a)', cite, 'Sources');
      expectFix(CODE, 'Declare source [2]', before, `${before}2 | https://iea.example/b\n`);
    });

    it('adds the first row', () => {
      const before = table('| # | 来源 | URL |', '', '[1]').replace(/\n\n$/, '\n');
      expectFix(CODE, 'Declare source [1]', before, `${before}| 1 |  |  |\n`);
    });
  });

  describe('in footnotes', () => {
    const note = '[^1]: Mining Herald, "Output", 2024. https://herald.example/a\n    Second line.\n';

    it('adds a footnote behind the last one', () => {
      const brief = (notes: string) => `# T\n\nIt fell by 30%[^1] and by 5%[^2].\n\n${notes}\n## Next\n\nMore.\n`;
      expectFix(CODE, 'Declare source [^2]', brief(note), brief(`${note}[^2]:\n`));
    });

    it('gives it the address that the citation has', () => {
      const before = `# T\n\nIt fell by 30%[^1] and by 5%[^2](https://iea.example/b).\n\n${note}`;
      expectFix(CODE, 'Declare source [^2]', before, `${before}[^2]: https://iea.example/b\n`);
    });

    it('starts them at the end of the text', () => {
      const before = '# T\n\nIt fell by 30%[^a].\n';
      expectFix(CODE, 'Declare source [^a]', before, `${before}\n[^a]:\n`);
    });
  });

  describe('in link definitions', () => {
    const definition = '[1]: https://ore.example/a "Ore report"\n';

    it('adds a definition whose address waits for its author', () => {
      const before = `# T\n\n- It fell by 30% [1][2].\n\n${definition}`;
      expectFix(CODE, 'Declare source [2]', before, `${before}[2]: <>\n`);
    });

    it('gives it the address that the citation has', () => {
      const before = `# T\n\n- It fell by 30% [1][<sup>2</sup>](https://iea.example/b).\n\n${definition}`;
      expectFix(CODE, 'Declare source [2]', before, `${before}[2]: https://iea.example/b\n`);
    });

    it('goes on with a list of sources where the brief has both', () => {
      const before = `# T\n\n- It fell by 30% [1][2][3].\n\n${definition}\n## Sources\n\n- [2] IEA. https://iea.example/b\n`;
      expectFix(CODE, 'Declare source [3]', before, `${before}- [3]\n`);
    });
  });

  it('gives an entry of a list, and one of the front matter, the address that the citation has', () => {
    const cite = '- It fell by 30% [1][<sup>2</sup>](https://iea.example/b_(c)).';
    const before = `# T\n\n${cite}\n\n## Sources\n\n- [1] Ore report. https://ore.example/a\n`;
    expectFix(CODE, 'Declare source [2]', before, `${before}- [2] https://iea.example/b_(c)\n`);
    const brief = (entry: string) =>
      `---\nsources:\n  - id: 1\n    title: Ore report\n    publisher: Ore\n${entry}---\n# T\n\n${cite}\n`;
    expectFix(
      CODE,
      'Declare source [2]',
      brief(''),
      brief('  - id: 2\n    title:\n    url: https://iea.example/b_(c)\n'),
    );
  });

  it('declares the source in a list of the front matter that stands on one line', () => {
    const brief = (list: string) => `---\nsources: [${list}]\n---\n# T\n\n- It fell by 30% [1][2].\n`;
    expectFix(
      CODE,
      'Declare source [2]',
      brief('{ id: 1, title: Ore, publisher: P }'),
      brief('{ id: 1, title: Ore, publisher: P }, { id: 2 }'),
    );
  });

  describe('where the brief has no list yet', () => {
    for (const [language, word] of [
      ['zh', '来源'],
      ['zh-TW', '來源'],
      ['ja', '出典'],
      ['ko', '출처'],
      ['de-AT', 'Quellen'],
      ['fr', 'Sources'],
      ['es', 'Fuentes'],
      ['it', 'Fonti'],
      ['pt-BR', 'Fontes'],
      ['nl', 'Bronnen'],
      ['ru', 'Источники'],
      ['ar', 'المصادر'],
      ['fa', 'منابع'],
      ['he', 'מקורות'],
      ['en', 'Sources'],
    ]) {
      it(`starts one under "${word}" in the language ${language}`, () => {
        const before = `---\nlanguage: ${language}\n---\n\n# T\n\n- It is 90% [1].\n`;
        expectFix(CODE, 'Declare source [1]', before, `${before}\n## ${word}\n\n- [1]\n`);
      });
    }

    it('names it in the language of the headings, where names and addresses are in Latin letters', () => {
      const before = `# 稀土\n\n## 产量\n\n- Mineral Commodity Summaries 2024 (U.S. Geological Survey, National Minerals Information Center)：90% [1]。\n`;
      expectFix(CODE, 'Declare source [1]', before, `${before}\n## 来源\n\n- [1]\n`);
    });
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
