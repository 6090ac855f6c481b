import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlainYaml } from '../../src/core/document/frontMatter/yaml/plainYaml';
import { readWithLibrary } from '../../src/core/document/frontMatter/yaml/yamlTree';

/** Values as authors write them, and such as mean something else than they look like. */
const value = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom('A title', '1', 'usgs-2024', '"a: b"', '[a, b]', '{a: b}', 'a#b', "'it''s'", ''),
  },
  fc.constantFrom(
    'Mineral commodity summaries',
    'usgs-2024',
    '1',
    '007',
    '2024-01-31',
    'https://example.org/a?b=c#d',
    'null',
    '~',
    'no',
    'a: b',
    'a:',
    'a #b',
    'a#b',
    '# none',
    '-1',
    '- a',
    '-',
    '?',
    '? a',
    ':a',
    ': a',
    '@usgs',
    '%a',
    '`a`',
    ',a',
    '&a b',
    '*a',
    '!!str a',
    '<<',
    '=',
    '"quoted: text"',
    '"an \\"escape\\" and \\\\"',
    '"an \\x41 \\n"',
    '"open',
    '"closed" and more',
    "'single: it''s'",
    "'open",
    "''",
    '""',
    '[]',
    '[a, b]',
    '[a, "b, c", \'d\']',
    '[a,b ,c]',
    '[ a , ~ ]',
    '[a, ]',
    '[,]',
    '[a: b]',
    '[a',
    '[[a], {b: c}]',
    '[a] b',
    '[http://a.b/c, d:e]',
    '{}',
    '{a: b}',
    '{a: b, c: "d"}',
    '{a: b, a: c}',
    '{ id: s1, title: A title, url: "https://example.org" }',
    '{a:b}',
    '{a: }',
    '{a}',
    '{"a": b}',
    '{a: b',
    '{a: [b, {c: d}]}',
    '{a: b} # c',
    '|',
    '>-',
    '>5',
    '| # c',
    '---',
    '...',
    '稀土: 九',
    '稀土',
    '😀',
    '\u00A0a\u00A0',
    '\u3000',
    'a\u2028b',
    'a\tb',
    'a  ',
    '',
  ),
  fc.string({ unit: fc.constantFrom(...':-#[]{}"\'\\|>&*!%@`?,~ abc19\t\n'), maxLength: 8 }),
);

const key = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom(
      ...'abcdefgh',
      'id',
      'title',
      'quote',
      'authors',
      'url',
      'text',
      'page',
      'citation/order',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('null', 'a b', '"q"', '2024', 'k', '<<', '__proto__', '- a', '? a') },
);

const indent = (by: number, text: string) => text.replace(/^(?=.)/gm, ' '.repeat(by));
const blockText = fc
  .tuple(
    fc.constantFrom('|', '>', '>-', '|-', '|+', '>+', '|2'),
    fc.array(
      fc.constantFrom('One line', 'Two', 'One', 'a', 'b', '- a', 'a: b', '# c', '  more', '', 'end ', '\u00A0'),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([header, lines]) => `${header}\n${indent(2, lines.join('\n'))}`);

const { block } = fc.letrec<{ block: string; map: string; list: string; below: string }>((tie) => ({
  below: fc.oneof(
    { weight: 6, arbitrary: value.map((text) => ` ${text}`) },
    { weight: 1, arbitrary: blockText.map((text) => ` ${text}`) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom(0, 2, 2, 2, 2, 4), tie('block')).map(([by, text]) => `\n${indent(by, text)}`),
    },
  ),
  map: fc
    .array(
      fc.tuple(key, tie('below')).map(([name, text]) => `${name}:${text}`),
      { minLength: 1, maxLength: 5 },
    )
    .map((lines) => lines.join('\n')),
  list: fc
    .array(fc.oneof(value, blockText, tie('map')), { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item) => `- ${indent(2, item).slice(/^./.test(item) ? 2 : 0)}`).join('\n')),
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('map'), tie('list')),
}));

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 3 }),
  insert: fc.oneof(fc.constantFrom('', ' ', '\n', '\r\n', '\r', '  ', '\n\n', '# ', '-', ': ', '\t', '\uFEFF'), value),
});

const source = fc
  .tuple(
    block,
    fc.constantFrom(0, 0, 2, 2, 4),
    fc.oneof(fc.constant([]), fc.array(edit, { maxLength: 2 })),
    fc.constantFrom('', '', '\n'),
    fc.nat(3),
  )
  .map(([text, by, edits, end, style]) => {
    const edited = edits.reduce((before, { at, drop, insert }) => {
      const start = Math.floor(at * (before.length + 1));
      return before.slice(0, start) + insert + before.slice(start + drop);
    }, indent(by, text) + end);
    return style === 0 ? edited.replace(/\r?\n/g, '\r\n') : edited;
  });

describe('YAML of plain entries', () => {
  it('is read as the library reads it, or left to that', () => {
    fc.assert(
      fc.property(source, (yaml) => {
        const node = readPlainYaml(yaml, 7);
        if (node === null) return;
        assert.deepEqual({ node, broken: false, errors: [] }, readWithLibrary(yaml, 7));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is not left to the library in the forms that authors use', () => {
    const forms = [
      'title: A title',
      'published: 2025-08-06T03:21',
      '  - id: 1\n    title: "Rare earths: a primer"\n    url: https://example.org/a?b=c#d',
      "- id: usgs\n  title: 'It''s'\n  authors: [Ada, \"Bo, Jr.\"]\n  publisher:",
      '  - { id: s1, title: Report, url: "https://example.org/1", text: 1.txt }',
      '  - id: a\n    authors:\n      - Ada\n      - Bo\n    quote: >-\n      One text\n      on two lines.',
      '  - id: a\n    quote:\n    - China holds 90%.\n    - text: Output fell.\n      page: 3',
      'data:\n  - {year: 2020, share: 1.5}\n  - {year: 2021, share: ~}',
      'rules:\r\n  citation/order: off\r\n  source/unused: off',
      'summary: |\n  One line\n    and one more.',
    ];
    for (const form of forms) assert.notEqual(readPlainYaml(form, 0), null, form);
  });
});
