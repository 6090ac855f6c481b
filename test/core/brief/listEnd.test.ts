import assert from 'node:assert/strict';
import { parseBrief, parseChanged, pasteUrl } from '../../../src/core';
import { worksOf } from '../../../src/core/brief/queries/citedSources';
import type { Brief } from '../../../src/core/brief/types';

/** The ids of the sources of a brief, and the addresses or titles of its works. */
function listed(brief: Brief): string[] {
  return [
    ...brief.sources.map(({ id }) => id),
    ...worksOf(brief).map(
      ({ url, title }) => url?.value.replace(/^https:\/\/|\.example.*$/g, '') ?? title?.value ?? '',
    ),
  ];
}

/** What a text below a title lists. */
const inText = (...blocks: readonly string[]) => listed(parseBrief(`# Ferries\n\n${blocks.join('\n\n')}\n`));

const WORKS = '- [Timetable](https://a.example/t)\n- [Yearbook](https://b.example/y)';
const NUMBERED = '[1] Timetable. https://a.example/t\n\n[2] Yearbook. https://b.example/y';
const STEPS = '1. The mate counts the cars on deck.\n2. The bridge closes the ramp.\n3. The ferry leaves the quay.';
const CLAIM = 'Denmark closed nine of its crossings in 2014.';
const LAST = 'Fares rose twice after that.';

describe('A list of sources under a line such as "Further resources:"', () => {
  for (const line of ['Further resources on ferries:', '**More links on ferries**', 'Sources:', '**Sources**']) {
    it(`ends before prose, with ${line}`, () => {
      assert.deepEqual(inText(line, WORKS, CLAIM, STEPS, LAST), ['a', 'b']);
    });
    it(`ends before the line that leads into sentences, with ${line}`, () => {
      assert.deepEqual(inText(line, WORKS, 'Departure has three steps:', STEPS, LAST), ['a', 'b']);
    });
  }

  const prose = [
    'Denmark closed nine crossings in 2014 ([Ministry](https://m.example/r)).',
    'Denmark closed nine crossings in 2014 [Ministry](https://m.example/r).',
    '[Denmark](https://m.example/r) closed nine of its crossings in 2014.',
    'In 2014 [Denmark closed](https://m.example/r) nine of its crossings.',
    'Denmark closed nine of its crossings in 2014.[^1]',
    '丹麥於2014年關閉了九條渡輪航線（[部](https://m.example/r)）。',
    '丹麦于2014年关闭了九条渡轮航线。',
  ];
  for (const text of prose) {
    it(`ends before ${text}`, () => {
      const brief = parseBrief(`# Ferries\n\nSources:\n\n${WORKS}\n\n${text}\n\n${LAST}\n`);
      assert.deepEqual(listed(brief), ['a', 'b']);
      assert.deepEqual(brief.blocks.at(-2)?.section, null);
      assert.ok(brief.insights.some(({ span }) => brief.text.startsWith(text.slice(0, 8), span.start)));
    });
  }

  it('has the text behind it in the section around it', () => {
    const brief = parseBrief(
      `# Ferries\n\n## Lines\n\nSources:\n\n${WORKS}\n\n${CLAIM}\n\n${LAST}\n\n## Costs\n\nNone.\n`,
    );
    assert.deepEqual(
      brief.sections.map(({ heading, kind, span }) => [heading, kind, brief.text.slice(span.start, span.end).trim()]),
      [
        ['Lines', 'content', `## Lines\n\nSources:\n\n${WORKS}\n\n${CLAIM}\n\n${LAST}`],
        ['Sources', 'sources', `Sources:\n\n${WORKS}`],
        ['Costs', 'content', '## Costs\n\nNone.'],
      ],
    );
    assert.equal(brief.blocks.find(({ span }) => brief.text.startsWith(CLAIM, span.start))?.section, 0);
  });

  it('can be followed by another one in the same section', () => {
    const more = '- [Chart](https://c.example/c)';
    assert.deepEqual(inText('Sources:', WORKS, CLAIM, LAST, '**Sources:**', more), ['a', 'b', 'c']);
  });

  it('has nothing but works, if its words name no sources', () => {
    assert.deepEqual(inText('Further resources on ferries:', WORKS, '1. Ticket office\n2. Waiting room'), ['a', 'b']);
    assert.deepEqual(inText('Further resources on ferries:', WORKS, '> Harbour Act, 1987.', '[3] Ticket office'), [
      'a',
      'b',
    ]);
  });
});

describe('A list of sources under a line goes on', () => {
  const read: readonly (readonly [what: string, blocks: readonly string[], ids: readonly string[]])[] = [
    ['from paragraph to paragraph', ['Sources:', NUMBERED], ['1', '2']],
    [
      'over references without an address',
      [
        'Sources:',
        'Holm, A. (2011). Ferries of the Belt. Quay Press.',
        'Lund, B. (2012). Tides and tickets. Quay Press.',
      ],
      ['Ferries of the Belt', 'Tides and tickets'],
    ],
    [
      'over titles that no form fits',
      ['Sources:', 'Ferry office. Yearbook of the lines. Odense, 2014.', 'Ferry office. Fares. https://f.example/x'],
      ['Ferry office. Yearbook of the lines. Odense, 2014', 'f'],
    ],
    [
      'behind the label of a group',
      ['Sources:', 'Reports:', WORKS, '**Papers**', '- [Chart](https://c.example/c)'],
      ['a', 'b', 'c'],
    ],
    [
      'behind a label if its words name no sources',
      ['Further resources on ferries:', WORKS, 'Papers:', '- [Chart](https://c.example/c)'],
      ['a', 'b', 'c'],
    ],
    [
      'behind a remark, with works',
      ['Sources:', WORKS, 'The following papers are in Danish only.', '- [Chart](https://c.example/c)'],
      ['a', 'b', 'c'],
    ],
    [
      'behind notes on its entries, by its numbers',
      [
        'Sources:',
        '[1] Timetable',
        '- It lists each of the ferries.',
        'The office prints it every year.',
        '[2] Yearbook',
      ],
      ['1', '2'],
    ],
    [
      'behind a comment and a rule',
      ['Sources:', WORKS, '<!-- more -->', '---', '- [Chart](https://c.example/c)'],
      ['a', 'b', 'c'],
    ],
    ['with a phrase between', ['Sources:', WORKS, 'Ticket office', '- [Chart](https://c.example/c)'], ['a', 'b', 'c']],
    [
      'behind what stands before its first entry',
      ['**Sources**', 'We used these works for all of the tables.', WORKS],
      ['a', 'b'],
    ],
    [
      'over its last remark, at the end of a text',
      ['Sources:', WORKS, 'All of these links were opened in 2014.'],
      ['a', 'b'],
    ],
  ];
  for (const [what, blocks, ids] of read) it(what, () => assert.deepEqual(inText(...blocks).slice(0, ids.length), ids));

  it('leaves its last remark in its section', () => {
    const brief = parseBrief(
      `# Ferries\n\n${CLAIM}\n\nSources:\n\n${WORKS}\n\nThe crossings are sorted by their 12 ports.\n`,
    );
    assert.equal(brief.sections[brief.blocks.at(-1)?.section ?? -1]?.kind, 'sources');
  });

  it('up to the next heading, if it stands under a heading', () => {
    assert.equal(
      inText('## Sources', '[1] Timetable', 'It is printed in the harbour each year.', '2. Yearbook').length,
      2,
    );
  });
});

describe('An edit of a text behind a list of sources', () => {
  const text = `# Ferries\n\nSources:\n\n${WORKS}\n\n${CLAIM}\n\n${STEPS}\n\n${LAST}\n`;
  const edits: readonly (readonly [what: string, from: string, to: string])[] = [
    ['that makes an entry of it', CLAIM, '[Denmark](https://d.example/r)'],
    ['that makes a label of it', CLAIM, 'Reports:'],
    ['that makes entries of sentences', STEPS, '1. Harbour Act\n2. Ferry Act'],
    ['that takes the sentence away', CLAIM, 'Denmark'],
    ['that leaves it a sentence', 'nine', 'ten'],
  ];
  for (const [what, from, to] of edits) {
    it(`${what} reads as the whole text does`, () => {
      const after = text.replace(from, to);
      for (const [one, other] of [
        [text, after],
        [after, text],
      ] as const) {
        const changed = parseChanged(parseBrief(one), other);
        assert.deepEqual(listed(changed), listed(parseBrief(other)));
        assert.deepEqual(changed.sections, parseBrief(other).sections);
        assert.deepEqual(changed.blocks, parseBrief(other).blocks);
      }
    });
  }
});

it('An address that is pasted behind a list of sources is no entry of it', () => {
  const text = `# Ferries\n\nSources:\n\n- [1] Timetable. https://a.example/t\n\n${CLAIM}\n\n${LAST}\n`;
  const at = text.indexOf(CLAIM) + CLAIM.length;
  const kinds = pasteUrl(parseBrief(text), { start: at, end: at }, 'https://c.example/c').map(({ kind }) => kind);
  assert.deepEqual(kinds, ['cite']);
});
