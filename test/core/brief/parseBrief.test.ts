import assert from 'node:assert/strict';
import { checkBrief } from '../../../src/core';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import type { Brief, Source } from '../../../src/core/brief/types';

const lines = (...parts: readonly string[]) => parts.join('\n');

function sourceOf(brief: Brief, id: string): Source {
  const source = brief.sources.find((candidate) => candidate.id === id);
  assert.ok(source, `source ${id} is declared`);
  return source;
}

/** Each insight as `text → how: ids`. */
function coverage(text: string): string[] {
  return parseBrief(text).insights.map(
    ({ text: own, citedVia, cites }) => `${own.split('\n')[0]?.slice(0, 20)} → ${citedVia}: ${cites.join(' ')}`,
  );
}

const SOURCES = lines('', '## Sources', '', '- [1] One. https://one.example', '- [2] Two. https://two.example', '');

describe('Sources are declared', () => {
  it('in the front matter', () => {
    const brief = parseBrief(
      lines('---', 'sources:', '  - id: usgs', '    title: Survey', '---', '', 'It rose [@usgs].', ''),
    );
    assert.equal(sourceOf(brief, 'usgs').title?.value, 'Survey');
    assert.equal(sourceOf(brief, 'usgs').declarations[0]?.declaredIn, 'front-matter');
  });

  it('in the bibliography', () => {
    const span = { start: 0, end: 4 };
    const entry = {
      id: 'doe',
      idSpan: span,
      span,
      declaredIn: 'bibliography',
      authors: [],
      quotes: [],
      uri: 'file:///a.bib',
    } as const;
    const brief = parseBrief('It rose [@doe].\n', {
      bibliography: [{ path: 'a.bib', declarations: [entry], errors: [] }],
    });
    assert.deepEqual(brief.insights[0]?.cites, ['doe']);
    assert.equal(sourceOf(brief, 'doe').declarations[0]?.declaredIn, 'bibliography');
  });

  it('by link definitions with a number', () => {
    const brief = parseBrief(
      lines('It rose [1].', '', '[1]: https://one.example "One"', '[text]: https://two.example', ''),
    );
    assert.deepEqual(
      brief.sources.map(({ id, title, url }) => [id, title?.value, url?.value]),
      [['1', 'One', 'https://one.example']],
    );
  });

  it('by link definitions that are cited as [@label]', () => {
    const brief = parseBrief(lines('It rose [@usgs].', '', '[usgs]: https://one.example', ''));
    assert.deepEqual(
      brief.sources.map(({ id }) => id),
      ['usgs'],
    );
  });

  it('by footnotes with a link, apart from the number', () => {
    const brief = parseBrief(
      lines('It rose [^1] and fell [1].', '', '[^1]: Survey, https://one.example', '', '[1]: https://two.example', ''),
    );
    assert.deepEqual(
      brief.sources.map(({ id, url }) => [id, url?.value]),
      [
        ['1', 'https://two.example'],
        ['^1', 'https://one.example'],
      ],
    );
  });

  it('by a footnote within a footnote, and not by the one around it', () => {
    const { sources } = parseBrief('It rose [^1] [^2].\n\n[^1]: Only mines.\n\n    [^2]: https://a.example\n');
    assert.deepEqual(
      sources.map(({ id }) => id),
      ['^2'],
    );
  });

  it('by footnotes that name a publication', () => {
    const brief = parseBrief(lines('It rose [^1].', '', '[^1]: Smith, J. (2023). The survey.', ''));
    assert.deepEqual(
      brief.sources.map(({ id }) => id),
      ['^1'],
    );
  });

  it('in a list of a sources section', () => {
    const brief = parseBrief(`# T\n\nIt rose [1][2].\n${SOURCES}`);
    assert.deepEqual(
      brief.sources.map(({ id, title, url }) => [id, title?.value, url?.value]),
      [
        ['1', 'One', 'https://one.example'],
        ['2', 'Two', 'https://two.example'],
      ],
    );
  });

  it('in one paragraph of a sources section, an entry a line', () => {
    const brief = parseBrief(
      lines(
        'It rose [1].',
        '',
        '**Sources:**',
        '[1] One. https://one.example',
        '[2]: [Two](https://two.example)',
        '3. Three',
        '',
      ),
    );
    assert.deepEqual(
      brief.sources.map(({ id, title, url }) => [id, title?.value, url?.value]),
      [
        ['1', 'One', 'https://one.example'],
        ['2', 'Two', 'https://two.example'],
        ['3', 'Three', undefined],
      ],
    );
  });

  it('under a line that says Sources:, in the same paragraph', () => {
    const brief = parseBrief(lines('It rose [1].', '', 'Sources:', '[1] One', ''));
    assert.equal(brief.sections[0]?.kind, 'sources');
    assert.equal(sourceOf(brief, '1').title?.value, 'One');
  });

  it('in Chinese', () => {
    const brief = parseBrief(
      lines(
        '稀土产量上升[1]。',
        '',
        '## 参考文献',
        '',
        '[1] 郭：《稀土年鉴》，2024年。',
        '【2】新华社 https://two.example',
        '',
      ),
    );
    assert.deepEqual(
      brief.sources.map(({ id }) => id),
      ['1', '2'],
    );
  });

  it('by the typed numbers of an ordered list, with the shown one where it differs', () => {
    const brief = parseBrief(lines('A [3].', '', '## Sources', '', '1. One', '3. Three', ''));
    assert.deepEqual(
      brief.sources.map(({ id, declarations }) => [id, declarations[0]?.shownNumber]),
      [
        ['1', undefined],
        ['3', 2],
      ],
    );
  });

  it('by the shown numbers of an ordered list whose typed ones repeat', () => {
    const brief = parseBrief(lines('A [3].', '', '## Sources', '', '1. One', '1. Two', '1. Three', ''));
    assert.deepEqual(
      brief.sources.map(({ id }) => id),
      ['1', '2', '3'],
    );
  });

  it('inline, by [1](https://…)', () => {
    const brief = parseBrief('It rose [1](https://one.example), then fell [1](https://one.example).\n');
    assert.equal(sourceOf(brief, '1').url?.value, 'https://one.example');
    assert.equal(sourceOf(brief, '1').declarations.length, 1);
  });

  /** The sources of a text that cites 1 and then has these lines: id, title, URL and DOI. */
  const declaredBy = (...parts: readonly string[]) =>
    parseBrief(lines('# T', '', 'It rose [1].', '', ...parts, '')).sources.map(({ id, title, url, doi }) =>
      [id, title?.value, url?.value ?? doi?.value].join(' | '),
    );

  it('in a paragraph that starts with the word, where each entry has an address', () => {
    assert.deepEqual(
      declaredBy('**Sources:** [1] One, https://one.example; [2] [Two](https://two.example), 2023.', '', 'It fell.'),
      ['1 | One | https://one.example', '2 | Two, 2023 | https://two.example'],
    );
    assert.deepEqual(declaredBy('Sources: [1] and [2]. See https://one.example.'), []);
  });

  it('in a table of a sources section', () => {
    assert.deepEqual(
      declaredBy(
        '## Sources',
        '',
        '| # | Source | Address |',
        '|--|--|--|',
        '| [1] | One | https://one.example |',
        '| 2 | Two | |',
      ),
      ['1 | One | https://one.example', '2 | Two | '],
    );
  });

  it('not by a year or a page at the start of a wrapped line', () => {
    assert.deepEqual(declaredBy('## Sources', '', '1. One, Harbour Press', '   2024. https://one.example', '2. Two'), [
      '1 | One, Harbour Press 2024 | https://one.example',
      '2 | Two | ',
    ]);
    assert.deepEqual(
      declaredBy('## Sources', '', '[1] One', '2024. https://one.example', '[2] Two,', '10. Harbour').map(
        (entry) => entry[0],
      ),
      ['1', '2'],
    );
  });

  it('with an address between angle brackets, which are no part of the title', () => {
    assert.deepEqual(declaredBy('## Sources', '', '[1] One, <https://one.example>'), ['1 | One | https://one.example']);
  });

  it('by bare numbers that leave some out', () => {
    assert.deepEqual(
      declaredBy('参考文献：', '1、甲', '3、乙').map((entry) => entry[0]),
      ['1', '3'],
    );
  });

  it('with a title of their first paragraph, without tags, and with the DOI beside the address', () => {
    assert.deepEqual(declaredBy('## Sources', '', '- [1] One<br>', '  - read on 5 May', '- [2] Two. doi:10.1000/x1'), [
      '1 | One | ',
      '2 | Two | 10.1000/x1',
    ]);
    const brief = parseBrief('A [1].\n\n## Sources\n\n- [1] [One](https://one.example), 2023. doi:10.1000/x1\n');
    assert.deepEqual([sourceOf(brief, '1').title?.value, sourceOf(brief, '1').doi?.value], ['One, 2023', '10.1000/x1']);
  });

  it('by the first of several footnotes with one label, as readers see it', () => {
    const brief = parseBrief(
      lines('It rose [^a].', '', '[^a]: Survey, https://one.example', '', '[^a]: We think so, too.', ''),
    );
    assert.deepEqual(
      brief.citations[0]?.items.map(({ id }) => id),
      ['^a'],
    );
  });

  it('with an address that is no part of a name, and no code mark behind it', () => {
    const urls = parseBrief(
      lines(
        '# T',
        '',
        '## Sources',
        '',
        '- [1] old.www.one.example. https://old.www.one.example/a',
        '- [2] `https://two.example/b`',
        '',
      ),
    ).sources.map(({ url }) => url?.value);
    assert.deepEqual(urls, ['https://old.www.one.example/a', 'https://two.example/b']);
  });

  it('by footnotes that name a law, an interview or a paper with its date, and not by remarks', () => {
    const ids = (footnote: string) => parseBrief(`It rose [^1].\n\n[^1]: ${footnote}\n`).sources.length;
    for (const source of [
      'United Nations Convention on the Law of the Sea, Art. 113.',
      'Interview with the authors, Helsinki, January 2025.',
      'Ministry of Commerce, Announcement No. 61, 9 October 2025',
      'Ministry of Commerce. (2025). *Announcement on tin*. Yearly report.',
      'Smith (2010). Tin in the north. Oslo Press.',
      'K. Holm, J. P. van den Berg, and A. Ruiz, “Prices of tin in the north”.',
      'Ibid.',
      '商务部公告2025年第61号。',
    ])
      assert.equal(ids(source), 1, source);
    for (const remark of [
      'Own estimate, based on 2023 data.',
      'Greenland, whose reserves were revised in 2023, is left out.',
      'By weight of oxide, 2024.',
      'K. Holm argued that “tin is cheap”.',
      '截至2024年的数据。',
    ])
      assert.equal(ids(remark), 0, remark);
  });

  it('by footnotes that name a publisher and a title', () => {
    const ids = (footnote: string) => parseBrief(`It rose [^1].\n\n[^1]: ${footnote}\n`).sources.length;
    assert.equal(ids('Harbour Weekly「窯業の現在を読む」。数字の差。'), 1);
    assert.equal(ids('kilnist (Letters)「窯業の現在を読む」。'), 1);
    assert.equal(ids('Quay Press, "The state of kilns" (Kiln Docs).'), 1);
    assert.equal(ids('ここでの「窯業の現在を読む」は別の意味。'), 0);
    assert.equal(ids('Quay Press, "The state of kilns" says nothing of it.'), 0);
  });

  it('by a footnote whose own author, year and number cite nothing', () => {
    const brief = parseBrief('It rose [^a].\n\n[^a]: [1] Oslo Board (2010). Tin in the north. https://a.example/\n');
    assert.deepEqual(
      brief.citations.flatMap(({ items }) => items.map(({ id }) => id)),
      ['^a'],
    );
    assert.deepEqual(
      checkBrief(brief).filter(({ rule }) => rule === 'citation/unknown-source'),
      [],
    );
  });

  it('twice with one id, and are merged', () => {
    const brief = parseBrief(
      lines(
        '---',
        'sources:',
        '  - id: 1',
        '    title: One',
        '---',
        'It rose [1].',
        '',
        '[1]: https://one.example',
        '',
      ),
    );
    assert.equal(brief.sources.length, 1);
    assert.deepEqual(
      [sourceOf(brief, '1').title?.value, sourceOf(brief, '1').url?.value],
      ['One', 'https://one.example'],
    );
  });
});

describe('A wrapped line of an item', () => {
  it('goes on with it where it starts with a year', () => {
    const items = (text: string) => parseBrief(text).insights.map((insight) => insight.text);
    assert.deepEqual(items('1. Output rose in\n   2024. It fell [1].\n2. More\n'), [
      'Output rose in\n   2024. It fell [1].',
      'More',
    ]);
  });
});

describe('Citations are read', () => {
  const ids = (text: string) =>
    parseBrief(text).citations.map((citation) => citation.items.map((item) => item.id).join(' '));

  it('not in code, math, escaped brackets or comments', () => {
    assert.deepEqual(ids('It rose `[1]`, $x_{[1]}$, \\[1\\] <!-- [1] --> [2].\n\n    [3]\n'), ['2']);
  });

  it('before links', () => assert.deepEqual(ids('It rose [1][7].\n\n[7]: https://seven.example\n'), ['1', '7']));

  it('from [text][1], whether or not 1 is defined', () => {
    assert.deepEqual(ids('See [the survey][1].\n'), ['1']);
    assert.deepEqual(ids('See [the survey][1].\n\n[1]: https://one.example\n'), ['1']);
  });

  it('unless they are years, zeros or wide ranges that nothing declares', () => {
    assert.deepEqual(ids('In [2023] it rose in [0, 1] and [1-50].\n'), []);
    assert.deepEqual(ids('It rose [2023].\n\n[2023]: https://one.example\n'), ['2023']);
  });

  it('with a narrative key that ends at the longest declared prefix', () => {
    const brief = parseBrief(
      lines('---', 'sources:', '  - id: 郭2025', '    title: 年鉴', '---', '据@郭2025指出，稀土产量上升。', ''),
    );
    assert.deepEqual(brief.insights[0]?.cites, ['郭2025']);
    assert.equal(brief.text.slice(brief.citations[0]?.span.start, brief.citations[0]?.span.end), '@郭2025');
  });

  it('and an undeclared @name is a mention unless sources have keys, and it a year as keys have', () => {
    assert.deepEqual(ids('Thanks to @jane for this.\n'), []);
    assert.deepEqual(
      parseBrief('Thanks to @jane for this.\n').slips.map(({ kind }) => kind),
      ['undeclared-mention'],
    );
    const keyed = (text: string) => ids(lines('---', 'sources:', '  - id: usgs', '---', text, ''));
    assert.deepEqual(keyed('Thanks to @jane.'), []);
    assert.deepEqual(keyed('Says @jane2024.'), ['jane2024']);
  });

  it('through a remark in a footnote', () => {
    const brief = parseBrief(`It rose in most years.[^a]\n\n[^a]: Except in 2020, see [1].\n${SOURCES}`);
    assert.deepEqual(brief.insights[0]?.cites, ['1']);
  });

  it('in CJK text without a space before them', () =>
    assert.deepEqual(ids('稀土产量上升[1]，出口下降[2]。\n'), ['1', '2']));

  it('as clusters where nothing but white space and commas parts them', () => {
    const brief = parseBrief('It rose [1][2], [3] and fell [4].\n');
    assert.deepEqual(
      brief.clusters.map((cluster) => cluster.length),
      [3, 1],
    );
  });

  it('with the sources that a key number brings along', () => {
    const figure = lines('figures:', '  - id: share', '    value: 90%', '    cites: [1]');
    const brief = parseBrief(
      lines('---', 'sources:', '  - id: 1', '    title: One', figure, '---', 'China holds {{share}} of it.', ''),
    );
    assert.deepEqual([brief.insights[0]?.citedVia, brief.insights[0]?.cites], ['text', ['1']]);
  });
});

describe('An insight is cited', () => {
  it('by its own text, by a link, in words, as own judgement, or not at all', () => {
    assert.deepEqual(
      coverage(
        lines(
          '- It rose by 5% [1].',
          '- It rose by 6% (https://one.example).',
          '- It rose by 7% (Source: Reuters).',
          '- It will rise [own].',
          '- It rose by 8%.',
          '',
        ),
      ),
      [
        'It rose by 5% [1]. → text: 1',
        'It rose by 6% (https → link: ',
        'It rose by 7% (Sourc → textual: ',
        'It will rise [own]. → own: ',
        'It rose by 8%. → null: ',
      ],
    );
  });

  it('by the text that leads into its list, past our comments', () => {
    assert.deepEqual(
      coverage(
        lines(
          'Three things rose [1]:',
          '',
          '- Output',
          '',
          '<!-- brief-disable-next-line citation/missing -->',
          '',
          '- Exports',
          '',
          'Other text.',
          '',
        ),
      ),
      ['Three things rose [1 → text: 1', 'Output → lead-in: 1', 'Exports → lead-in: 1', 'Other text. → null: '],
    );
  });

  it('by its nested items where all of them are cited', () => {
    assert.deepEqual(coverage(lines('- Output rose.', '  - In China [1].', '  - In Brazil [2].', '')), [
      'Output rose. → children: 1 2',
      'In China [1]. → text: 1',
      'In Brazil [2]. → text: 2',
    ]);
    assert.equal(
      coverage(lines('- Output rose.', '  - In China [1].', '  - In Brazil.', ''))[0],
      'Output rose. → null: ',
    );
  });

  it('and a nested item is none of its own text', () => {
    const brief = parseBrief(lines('- Output rose [1].', '  - In China.', ''));
    assert.deepEqual(
      brief.insights.map(({ text, parent }) => [text, parent]),
      [
        ['Output rose [1].', null],
        ['In China.', 0],
      ],
    );
  });

  it('and marked as computed by a comment in it or right after it', () => {
    const brief = parseBrief(
      lines('- It doubled. <!-- brief: computed -->', '- It halved.', '  <!-- brief: computed -->', '- It stayed.', ''),
    );
    assert.deepEqual(
      brief.insights.map(({ computed }) => computed),
      [true, true, false],
    );
  });
});

describe('Sections', () => {
  it('start at every heading after the title', () => {
    const brief = parseBrief(
      lines(
        '# The title',
        '',
        'Lead.',
        '',
        '## One',
        '',
        'Text.',
        '',
        '### Sub',
        '',
        'Text.',
        '',
        '## Two ##',
        '',
        'Text.',
        '',
      ),
    );
    assert.equal(brief.title?.value, 'The title');
    assert.deepEqual(
      brief.sections.map(({ heading, level, parent }) => [heading, level, parent]),
      [
        ['One', 2, null],
        ['Sub', 3, 0],
        ['Two', 2, null],
      ],
    );
  });

  it('hold their subsections, and are empty without content or subsection', () => {
    const brief = parseBrief(lines('# T', '', '## One', '', '### Sub', '', 'Text.', '', '## Two', ''));
    assert.deepEqual(
      brief.sections.map(({ empty }) => empty),
      [false, false, true],
    );
    assert.equal(
      brief.text.slice(brief.sections[0]?.span.start, brief.sections[0]?.span.end),
      '## One\n\n### Sub\n\nText.',
    );
  });

  it('of which subsections inherit the kind', () => {
    const brief = parseBrief(
      lines('## Body', '', 'x', '', '## Methodology', '', '### Details', '', 'It rose by 5%.', ''),
    );
    assert.deepEqual(
      brief.sections.map(({ kind }) => kind),
      ['content', 'exempt', 'exempt'],
    );
  });
});

describe('A table', () => {
  it('is cited in words by a source line that names its source', () => {
    const via = (line: string) => parseBrief(`| a |\n| - |\n| 70% |\n\n${line}\n`).figures[0]?.citedVia;
    assert.equal(via('Source: ICSG, our estimates.'), 'textual');
    assert.equal(via('*资料来源：记者整理*'), 'textual');
    assert.equal(via('Note: the numbers are rounded.'), undefined);
  });

  const rows = lines('| Country | Share |', '| --- | --- |', '| China | 69% |');
  const cites = (text: string) => parseBrief(text).figures.map((figure) => figure.cites.map(({ value }) => value));

  it('is cited by a cell', () => assert.deepEqual(cites(rows.replace('69%', '69% [1]')), [['1']]));
  it('is cited by its lead-in', () => assert.deepEqual(cites(`Shares by country [1]:\n\n${rows}\n`), [['1']]));
  it('is cited by the caption above', () => assert.deepEqual(cites(`Table 1: Shares [2]\n\n${rows}\n`), [['2']]));
  it('is cited by the source line below', () => assert.deepEqual(cites(`${rows}\n\nSource: [2]\n`), [['2']]));
  it('is uncited otherwise', () => assert.deepEqual(cites(`Some text [1].\n\n${rows}\n`), [[]]));
});

describe('A suppression', () => {
  it('of the next line covers the insight that starts there', () => {
    const brief = parseBrief(lines('<!-- brief-disable-next-line citation/missing -->', 'It rose', 'by 5%.', ''));
    const [suppression] = brief.suppressions;
    assert.equal(brief.text.slice(suppression?.covers.start, suppression?.covers.end), 'It rose\nby 5%.');
    assert.deepEqual(
      suppression?.codes.map(({ value }) => value),
      ['citation/missing'],
    );
  });

  it('ends where its rule is enabled again', () => {
    const text = lines('<!-- brief-disable -->', '', 'It rose.', '', '<!-- brief-enable -->', '', 'It fell.', '');
    const [suppression] = parseBrief(text).suppressions;
    assert.ok(suppression && suppression.covers.end === text.indexOf('<!-- brief-enable'));
  });

  it('end where one of their own rules is turned on, or all are', () => {
    const text = lines(
      '<!-- brief-disable a/b, a/c -->',
      '<!-- brief-enable x/y -->',
      '<!-- brief-disable -->',
      '<!-- brief-enable a/c -->',
      '<!-- brief-disable a/c -->',
      '<!-- brief-enable -->',
    ).replaceAll('\n', '\n\n');
    const ends = parseBrief(text).suppressions.map(({ covers }) => text.slice(covers.end).split(' -->', 1)[0]);
    assert.deepEqual(ends, ['<!-- brief-enable a/c', '<!-- brief-enable', '<!-- brief-enable']);
  });
});

describe('An insight is excused', () => {
  const excused = (text: string) => parseBrief(text).insights.map((insight) => insight.excused);
  const items = lines('- Output rose by 5%.', '- Output fell by 6%.', '');

  it('by a comment that turns citation/missing or all rules off for it', () => {
    assert.deepEqual(excused(`<!-- brief-disable-next-line citation/missing -->\n${items}`), [true, false]);
    assert.deepEqual(excused(`<!-- brief-disable -->\n${items}`), [true, true]);
  });

  it('by the front matter', () => {
    assert.deepEqual(excused(lines('---', 'rules:', '  citation/missing: off', '---', items)), [true, true]);
  });

  it('by nothing that is about another rule', () => {
    assert.deepEqual(excused(`<!-- brief-disable citation/style -->\n${items}`), [false, false]);
    assert.deepEqual(excused(lines('---', 'rules:', '  citation/missing: hint', '---', items)), [false, false]);
  });
});

describe('A brief with a broken part', () => {
  it('keeps its other sources, insights and blocks', () => {
    const text = lines(
      '---',
      'sources:',
      '  - id: 1',
      '    title: One',
      '  - id: 2',
      '    title: "Two',
      '  - id: 3',
      '    title: Three',
      '---',
      '',
      '- It rose [1].',
      '- It fell [3].',
      '',
    );
    const brief = parseBrief(text);
    assert.deepEqual(
      brief.sources.map(({ id }) => id),
      ['1', '2', '3'],
    );
    assert.equal(sourceOf(brief, '3').title?.value, 'Three');
    assert.equal(brief.insights.length, 2);
    assert.equal(brief.frontMatter?.errors.length, 1);
  });

  it('is read whatever the text', () => {
    for (const text of [
      '',
      '\uFEFF',
      '---',
      '---\n',
      '[',
      '![',
      '- ',
      '\r\r\r',
      '\0',
      '[^',
      '[^1]:',
      '$$',
      '```figure',
      '| |\n| - |',
      '>'.repeat(500),
      `${'- '.repeat(300)}x`,
    ]) {
      assert.equal(parseBrief(text).text, text);
    }
  });
});
