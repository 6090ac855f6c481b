import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Brief, parseBrief, type Renamed, renameAt } from '../../../../src/core';
import { type Name, nameAt, occurrencesOf } from '../../../../src/core/brief/queries/occurrences';
import { runs } from '../../../runs';

const FRONT_MATTER = [
  '---',
  'sources:',
  '  - id: 1',
  '    title: One',
  '    url: https://one.example/',
  '  - { id: "3", title: Three }',
  '  - id: usgs',
  '    title: Minerals',
  '  - id: usgs-2024',
  '    title: Minerals again',
  'figures:',
  '  - id: share',
  '    value: 90%',
  '    cites: [3, usgs]',
  '  - id: shares',
  '    value: 5%',
  '    cites:',
  '      - usgs-2024',
  "      - '1'",
  '---',
  '',
].join('\n');

const LISTS = [
  '\n\n## Sources\n\n- [5] Five, https://five.example/\n- [6] Six, https://six.example/\n- [7] Seven\n- [@doe] Energy\n',
  '\n\n## Sources\n\n[5] Five, https://five.example/\n[6]: Six, https://six.example/\n**[7]** Seven\n[@doe]: Energy\n',
  '\n\n## Sources\n\n5. Five, https://five.example/\n6. Six\n7. Seven\n',
  '\n\n## Sources\n\n1. [5] Five\n1. Six, https://six.example/\n1. Seven\n',
  '\n\n## 来源\n\n5、五，https://five.example/\n6、六\n7、七\n',
  '\n\n## Sources\n\n| 5 | Five |\n|---|---|\n| 6 | Six |\n| [7] | Seven |\n',
  '\n\nSources: [5] Five, https://five.example/; [6] Six, https://six.example/\n',
  '\n\n[5]: https://five.example/ "Five"\n[6]: https://six.example/\n[@doe]: https://doe.example/\n',
];

/** What a body is made of: citations in every form, and all that may stand around or hide them. */
const PIECES = [
  ...[
    '[1]',
    '[1][5]',
    '[5, 1]',
    '[5-7]',
    '[5–7, 1]',
    '[5]–[7]',
    '[6, p. 3]',
    '[6, p. 3; 1]',
    '[1](https://one.example/)',
  ],
  ...[
    '[[5]](https://five.example/)',
    '[[5]]',
    '[text][5]',
    '[text][@doe]',
    '[2023]',
    '[9]',
    '[words [1] and](https://a.example)',
  ],
  ...['¹', '⁵,⁶', '<sup>1</sup>', '<sup>5-7</sup>', '【1】', '［5，6］', '【５】'],
  ...['[@usgs]', '[@usgs; @usgs-2024]', '[see @usgs, p. 3; @doe]', '[@doe, he said]', '[-@usgs]', '[@{usgs}]', '[@5]'],
  ...['@usgs', '@usgs-2024', '@{doe}', '@doe说', '中国@usgs的', '@usgs,', '@nobody', 'a@doe.example'],
  ...['[^1]', '[^a]', '\n\n[^1]: Note, https://note.example/\n\n', '\n\n[^a]: A remark [1] and [@doe].\n\n'],
  ...['{{share}}', '[90%]{{share}}', '@fig:share', '[@fig:shares]', '{{shares}}', '@fig:share图'],
  ...[
    'China has 90% ',
    '中国占',
    ' ',
    ', ',
    '. ',
    '(',
    ')',
    '[',
    ']',
    '!',
    ':',
    '\\',
    '`',
    '$',
    '*',
    '|',
    '"',
    '[own]',
    '[?]',
  ],
  ...['\n', '\n\n', '\n- ', '\n1. ', '\n> ', '\r\n', '\n\n## Key points\n\n', '[go](#key-points)', '\n    '],
];

const NEW_NAMES = [
  '8',
  '12',
  '2023',
  'epa',
  'epa-2025',
  'usg',
  '郭2025',
  'doe:critical.minerals',
  'a..b',
  "it's",
  'x/y',
  '-x',
  'true',
];

const brief = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }),
    fc.constantFrom('', ...LISTS),
    fc.boolean(),
  )
  .map(([hasFrontMatter, pieces, list, crlf]) => {
    const text = `${hasFrontMatter ? FRONT_MATTER : ''}\n- ${pieces.join('')}${list}`;
    return crlf ? text.replace(/\r?\n/g, '\r\n') : text;
  });

/** What a brief says, in terms of its names, which are mapped. */
function meaningOf(parsed: Brief, map: (kind: Name['kind'], id: string) => string): unknown {
  const source = (id: string) => map(id.startsWith('^') ? 'footnote' : 'source', id);
  const known = new Set(parsed.sources.map(({ id }) => id));
  return {
    citations: parsed.citations
      // A bare name that nothing declares is a citation only where some source has a key.
      .filter(({ form, items }) => form !== 'narrative' || items.every(({ id }) => known.has(id)))
      .flatMap(({ items, insight }) =>
        items.map(({ id, locator = '', prefix = '' }) => [insight, source(id), prefix, locator]),
      ),
    insights: parsed.insights.map(({ cites }) => cites.filter((id) => known.has(id)).map(source)),
    sources: parsed.sources
      .map(({ id, title, url }) => [source(id), title?.value, url?.value])
      .map(String)
      .sort(),
    figures: parsed.figures.map(({ id, cites }) => [
      id && map('figure', id.value),
      cites.map(({ value }) => source(value)),
    ]),
    references: parsed.figureReferences.map(({ id, kind }) => [map('figure', id), kind]),
  };
}

/** Keys that every form holds as they are. */
const PLAIN = /^[a-z][a-z0-9-]*$/;

const unmapped = (_: Name['kind'], id: string) => id;

/** Every name that stands in a brief, with the places where it can be renamed. */
function namesIn(parsed: Brief): { name: Name; at: number }[] {
  const names: Name[] = [
    ...parsed.sources.map(({ id }): Name => ({ kind: id.startsWith('^') ? 'footnote' : 'source', id })),
    ...parsed.figures.flatMap(({ id }): Name[] => (id ? [{ kind: 'figure', id: id.value }] : [])),
  ];
  return names.flatMap((name) =>
    occurrencesOf(parsed, name)
      .map(({ nameSpan }) => ({ name, at: nameSpan.start }))
      // The 6 of `[5-7]` stands nowhere by itself.
      .filter(({ at }) => nameAt(parsed, at)?.name.id === name.id),
  );
}

function renamed(text: string, at: number, to: string): { readonly text: string; readonly done: Renamed } | null {
  const done = renameAt(parseBrief(text), at, to);
  return done && 'edits' in done ? { text: applyEdits(text, done.edits), done } : null;
}

describe('a rename', () => {
  const counts = { done: 0, refused: 0 };

  it('leaves a brief that means the same, but for the name, and can be taken back', () => {
    fc.assert(
      fc.property(brief, fc.nat(), fc.constantFrom(...NEW_NAMES), (text, pick, to) => {
        const before = parseBrief(text);
        const names = namesIn(before);
        const chosen = names[pick % Math.max(1, names.length)];
        if (!chosen) return;
        const { name, at } = chosen;
        const id = name.kind === 'footnote' ? `^${to}` : to;
        if (id === name.id) return;
        const result = renamed(text, at, to);
        counts[result ? 'done' : 'refused']++;
        if (!result) return;
        const after = parseBrief(result.text);
        const mapped = (kind: Name['kind'], other: string) => (kind === name.kind && other === name.id ? id : other);
        assert.deepEqual(meaningOf(after, unmapped), meaningOf(before, mapped));
        assert.equal(occurrencesOf(after, name).length, 0, 'the old name is gone');

        const place = namesIn(after).find(({ name: other }) => other.kind === name.kind && other.id === id);
        assert.ok(place, 'the new name is there');
        const back = renamed(result.text, place.at, name.kind === 'footnote' ? name.id.slice(1) : name.id);
        if (back) assert.deepEqual(meaningOf(parseBrief(back.text), unmapped), meaningOf(before, unmapped));
        if (back && PLAIN.test(name.id) && PLAIN.test(to)) assert.equal(back.text, text);
      }),
      { numRuns: runs(200) },
    );
    assert.ok(counts.done > 3 * counts.refused, `${counts.refused} of ${counts.done + counts.refused} are refused`);
  });
});
