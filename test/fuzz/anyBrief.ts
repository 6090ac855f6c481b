/**
 * Whole briefs, of all that the format has and of what people and programs make of it: sound, half-sound and broken.
 * They stay small, so that what fails can be read; how time grows with size is measured elsewhere.
 */
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const oneOf = (...texts: readonly string[]): Text => fc.constantFrom(...texts);

/** So many of some texts behind each other. */
const run = (text: Text, maxLength: number, between = ''): Text =>
  fc.array(text, { maxLength }).map((parts) => parts.join(between));

/** A text of parts: the strings as they are, the others drawn. */
function joined(...parts: readonly (string | Text)[]): Text {
  return fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''));
}

// ── Names and words ─────────────────────────────────────────────────────────────────────────────────────────

/** Ids of sources, as they are declared: few, so that they meet their citations; some are names that objects have. */
const ID = oneOf(
  '1',
  '1',
  '2',
  '3',
  '7',
  'usgs-2024',
  'usgs-2024',
  'k',
  'doe:a.b',
  '郭2025',
  '__proto__',
  'constructor',
);
const ODD_ID = oneOf(
  '0',
  '007',
  '99999999999999999999',
  'toString',
  'a'.repeat(220),
  'fig:x',
  'K',
  'k.',
  '𠮷',
  'é',
  '-',
);
const anyId = fc.oneof({ weight: 9, arbitrary: ID }, { weight: 1, arbitrary: ODD_ID });
const FIGURE_ID = oneOf('share', 'share', 'rows', 'spec', 'photo', '__proto__', 'nowhere');
const NOTE = oneOf('1', 'n', 'k', 'note-2');

/** What is no ordinary letter: each unit of it has broken some program. */
const STRANGE = oneOf(
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\uDFFF',
  '\u202E',
  '\u2066',
  '\u2069',
  '\u200B',
  '\u200D',
  '\u2028',
  '\u0085',
  '\u00A0',
  '\u3000',
  '\u0301',
  'e\u0301\u0323',
  '🚀',
  '👩‍👩‍👧',
  '𠮷',
  'ﬁ',
  'İ',
  '\u001B[31m',
  '\u007F',
  '\uFFFE',
  'العربية ',
  'עברית ',
);

const NUMBER = oneOf(
  ...['90%', '69 %', '1,234,567', '1.234,5', '48', '0', '-3', '2024', '1980s', 'FY2023', '5–7', '2014–2018', 'half'],
  ...['$500 million', '€3bn', '12 kt', '270,000 tonnes', 'two-thirds', '九成', '3.2亿美元', '270千吨', '三分之二'],
  ...['15 August 2023', '2023-08-15', 'Q3 2023', '2023年8月', 'about 40', 'more than 7', '1e9', '½', '٣', '１２'],
  '9'.repeat(40),
);
const WORDS = oneOf(
  ...['China holds ', 'of it ', 'the world’s ore ', 'fell by ', 'rose to ', 'smelting capacity ', 'It ', 'magnets, '],
  ...[
    '中国占',
    '的稀土',
    '精炼产能。',
    '，',
    'レアアース',
    'руда ',
    'e.g. ',
    'Mr. Smith ',
    'U.S. ',
    '. ',
    '! ',
    '? ',
    '; ',
  ],
);
const QUOTED = oneOf('“the sea was calm” ', '"few others have any" ', '「高い」', '«une part» ', "'short' ", '"open ');
const words = fc.oneof(
  { weight: 10, arbitrary: WORDS },
  { weight: 5, arbitrary: joined(NUMBER, ' ') },
  { weight: 2, arbitrary: QUOTED },
  { weight: 1, arbitrary: STRANGE },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
);

// ── What stands in a line ───────────────────────────────────────────────────────────────────────────────────

const LOCATOR = oneOf('', '', '', ', p. 3', ', pp. 3–5', ', ch. 2, “x”', ', 第3页', ', [x]');
const citation = fc.oneof(
  joined('[', anyId, ']'),
  joined('[', run(anyId, 3, ', '), LOCATOR, ']'),
  joined('[', anyId, oneOf('-', '–', '..'), anyId, ']'),
  joined('[', anyId, '][', anyId, ']'),
  joined('[', anyId, ']–[', anyId, ']'),
  joined('[', oneOf('', '', 'see ', 'cf. '), '@', anyId, LOCATOR, oneOf('', '; @k', '; @', ';'), ']'),
  joined('@', anyId),
  joined('@{', anyId, '}'),
  joined('【', anyId, oneOf('】', '，2】', '')),
  joined('［', anyId, '］'),
  oneOf('¹', '²³', '¹⁻³', '⁹'),
  joined('<sup>', anyId, oneOf('</sup>', ',2</sup>', '')),
  joined('[^', NOTE, ']'),
  joined('[', anyId, '](https://e.example/', anyId, ')'),
  joined('[[', anyId, ']](https://e.example/)'),
  joined('[words][', oneOf('', '@'), anyId, ']'),
  oneOf(
    '[own]',
    '[?]',
    '[citation needed]',
    '(Source: Reuters)',
    '【4†source】',
    ':contentReference[oaicite:0]{index=0}',
  ),
  oneOf('[1,,2]', '[7-5]', '[1', '1]', '[@', '[]', '[ 1 ]', '[1 ,3]', '[source]', '(USGS, 2024)', '[1-99999]', '\\[1]'),
);
const ADDRESS = oneOf(
  ...[
    'https://e.example/a?b=1&c=2#d',
    'http://www.e.example',
    'mailto:a@e.example',
    'a.png',
    '#key-points',
    './b/c.md',
  ],
  ...[
    'javascript:alert(1)',
    'JaVa\tScript:x',
    'data:text/html,<b>',
    '//evil.example',
    '\\\\evil\\a',
    'file:///etc/passwd',
  ],
  ...[
    'command:x',
    'https://u:p@evil.example',
    'vscode:x',
    '../../x',
    '<a b>',
    'https://例え.jp/é',
    'https://xn--e1afmkfd.x',
  ],
  ...[
    'https://e.example/\u202Egpj.exe',
    'blob:x',
    'C:\\a',
    'https://e.example/a_(b)_c',
    '%2e%2e/x',
    'http://[::1]/',
    'http://',
  ],
);
const inlineMarkup = fc.oneof(
  joined('[', WORDS, '](', ADDRESS, oneOf('', ' "t"', ' (x', " 'y'"), ')'),
  joined('![', words, '](', ADDRESS, ')'),
  joined('<', ADDRESS, '>'),
  ADDRESS,
  joined('{{', FIGURE_ID, '}}'),
  joined('[', NUMBER, ']{{', FIGURE_ID, '}}'),
  joined('@fig:', FIGURE_ID),
  oneOf('`x`', '`', '``', '``a`b``', '$x_1$', '$5 and $6', '$\\frac{1}{2}$', '$$', '$', '\\(x\\)', '\\', '\\*'),
  oneOf(
    '*',
    '**',
    '_',
    '__',
    '~~',
    '==',
    '***a*',
    '<b>',
    '</b>',
    '<br>',
    '<img src="a.png">',
    '<span hidden>',
    '</span>',
    '<sub>2</sub>',
    '<kbd>',
    '<mark>',
    '<q>x</q>',
  ),
  oneOf(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=a>',
    '<a href=x style=y>',
    '<!-- c -->',
  ),
  oneOf(
    '<!--',
    '-->',
    '<?x',
    '<!D',
    '<![CDATA[',
    ']]>',
    '</article>',
    '&amp;',
    '&copy;',
    '&#0;',
    '&#x1F600;',
    '&',
    '&#',
  ),
  oneOf('[', ']', '(', ')', '{', '}', '{{', '}}', '|', ':', '：', '!', '^', '[^', '![', '](', '[x]:', '<', '>', '#'),
  oneOf(' {>>Why 90% [1], “so”? @AZ 2026-11-28<<}', '{>>a<<} {>>b @{B C} 2026-11-29 resolved<<}', '{>>', '<<}'),
  oneOf(' <!-- brief: verified 2025-08-07 AZ 3f9a1c -->', '<!-- brief: verified 2025-8-7 -->'),
  oneOf(
    '<!-- brief: computed -->',
    '<!-- brief: own -->',
    '<!-- brief: derived -->',
    '<!-- brief-disable-line -->',
    '<!-- brief-disable -->',
  ),
);
const inline = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 4, arbitrary: citation },
  { weight: 3, arbitrary: inlineMarkup },
);
const line = run(inline, 7);

// ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────

const CODE = oneOf(
  ...[
    'citation/missing',
    'citation/order',
    'number/not-in-source',
    'source/unused',
    'figure/unknown',
    'no/such',
    '',
    ',',
  ],
);
const HEADING_WORDS = oneOf(
  'Title',
  'Key points',
  'Sources',
  '来源',
  'References',
  'Method',
  'Notes [1]',
  '',
  '**B** `c`',
);
const cell = run(inline, 2).map((text) => text.replace(/[\r\n]/g, ' '));
const row = joined('| ', cell, ' | ', cell, oneOf(' |', ' |', '', ' | extra |'));

/** A source as a list of sources has it. */
const sourceLine = joined(
  oneOf('- ', '- ', '* ', '1. ', '2. ', '', '  '),
  fc.oneof(joined('[', anyId, ']'), joined('[@', anyId, ']'), joined('@', anyId, ':'), oneOf('', '[1', '1.')),
  ' ',
  run(words, 3),
  oneOf('. ', ', ', ' — ', ' '),
  oneOf(
    'https://a.example/x',
    'https://a.example/x',
    'www.b.example',
    'doi:10.1000/182',
    '10.1000/x"<',
    '[t](https://c.example)',
    '',
  ),
);

/** Keys and values of a figure, one on each line. */
const figureLines = joined(
  'id: ',
  FIGURE_ID,
  '\n',
  run(
    fc.oneof(
      joined('value: ', NUMBER),
      oneOf(
        'unit: million dollars',
        'chart: bar',
        'chart: pie',
        'chart: table',
        'chart: cube',
        'x: year',
        'y: share',
        'series: s',
      ),
      oneOf(
        'data: data/rows.csv',
        'data: [{ year: 2020, share: 1.5 }, { year: 2021, share: ~ }]',
        'data: ../x.csv',
        'data: [1, 2]',
      ),
      oneOf('data:\n  - { year: 2020, share: 5, s: a }\n  - { __proto__: 1 }', 'data:\n  - year: 1\n    share: x'),
      joined('cites: [', run(anyId, 2, ', '), ']'),
      joined(oneOf('title: ', 'caption: ', 'alt: ', 'as-of: '), run(words, 3)),
      oneOf('own: true', 'own: maybe', 'image: images/a.png', 'image: https://evil.example/a.png', 'alt: words'),
      oneOf('vega-lite: { mark: bar, data: { url: data/rows.csv }, encoding: { x: { field: year } } }', 'vega-lite: 3'),
      oneOf('unknown: 1', ': :', '- a', '"', '{', '&a 1', '*a', '# brief-disable-next-line figure/uncited'),
    ),
    6,
    '\n',
  ),
);

const block = fc.oneof(
  { weight: 8, arbitrary: line },
  {
    weight: 6,
    arbitrary: joined(
      '- ',
      line,
      '\n',
      run(joined(oneOf('- ', '  - ', '    - ', '  ', '+ ', '- [ ] ', '- [x] '), line, '\n'), 3),
    ),
  },
  {
    weight: 2,
    arbitrary: joined(oneOf('1. ', '7) ', '0. ', '1234567890. '), line, '\n', oneOf('2. ', '   ', '9. '), line, '\n'),
  },
  { weight: 4, arbitrary: joined(oneOf('# ', '## ', '### ', '###### ', '####### ', '#'), HEADING_WORDS) },
  { weight: 1, arbitrary: joined(HEADING_WORDS, '\n', oneOf('===', '---', '-', '=== x')) },
  {
    weight: 2,
    arbitrary: joined(
      oneOf('> ', '>', '> > ', '> [!NOTE]\n> ', '> [!x]\n> '),
      line,
      '\n',
      oneOf('', '> ', '> - '),
      line,
    ),
  },
  {
    weight: 2,
    arbitrary: joined(
      oneOf('Table 1: Shares\n\n', '', 'Source: [1]\n', 'In 2020:\n'),
      row,
      '\n',
      oneOf('| - | -: |', '|---|---|', '| - |', '| :-: | x |'),
      '\n',
      run(joined(row, '\n'), 3),
      oneOf('', 'Source: [1]', '\nSource: USGS [2].'),
    ),
  },
  {
    weight: 3,
    arbitrary: joined(
      oneOf('```', '~~~', '````'),
      oneOf('figure', 'figure', 'figure ', 'Figure', 'js'),
      '\n',
      figureLines,
      '\n',
      oneOf('```', '~~~', '', '```'),
    ),
  },
  {
    weight: 1,
    arbitrary: joined(
      oneOf(
        '```\n',
        '~~~ "><b>\n',
        '    ',
        '\t',
        '$$\n',
        '<div>\n',
        '<div>\n\n',
        '<details>\n<summary>a</summary>\n\n',
        '<p align="center">',
        '<!-- a\n\nb ',
      ),
      line,
      oneOf('\n```', '\n~~~', '\n$$', '\n</div>', ' -->', ''),
    ),
  },
  { weight: 2, arbitrary: joined('[^', NOTE, ']: ', line, oneOf('', '\n\n    more [2]', '\n    ```\n    code')) },
  {
    weight: 2,
    arbitrary: joined('[', oneOf('', '@', '@'), anyId, ']: ', ADDRESS, oneOf('', ' "Title"', " 'T", ' (t)', ' x')),
  },
  {
    weight: 2,
    arbitrary: joined(
      '<!-- brief-disable',
      oneOf('', '-line', '-next-line', '-file'),
      ' ',
      CODE,
      oneOf(' ', ' , '),
      CODE,
      oneOf(' -->', ' -- why -->', ''),
    ),
  },
  {
    weight: 1,
    arbitrary: oneOf(
      '---',
      '***',
      '<br>',
      '</div>',
      '</details>',
      '***\n---',
      '<!-- brief-enable -->',
      '\\',
      '',
      '   ',
      '\u000C',
    ),
  },
  { weight: 2, arbitrary: joined(line, ':\n\n- ', line, '\n- ', line) },
  {
    weight: 3,
    arbitrary: joined(
      oneOf('## Sources', '## Sources', '**来源：**', 'Sources:', '# References', '## Quellen'),
      oneOf('\n\n', '\n'),
      run(joined(sourceLine, '\n'), 5),
      oneOf('', '<!-- c -->\n', '  more words\n'),
    ),
  },
  { weight: 1, arbitrary: joined('Sources: ', sourceLine, '; ', sourceLine) },
);
const body = run(joined(block, oneOf('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '', ' \n \n')), 9);

// ── Front matter ────────────────────────────────────────────────────────────────────────────────────────────

/** A value as it may stand behind a key. */
const value = fc.oneof(
  { weight: 4, arbitrary: run(words, 3).map((text) => text.replace(/[\r\n]/g, ' ')) },
  { weight: 2, arbitrary: run(words, 3).map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: run(WORDS, 2).map((text) => `'${text.replaceAll("'", "''")}'`) },
  { weight: 1, arbitrary: joined(oneOf('|', '>', '|-', '>+', '|2'), '\n  ', run(words, 3), '\n\n  ', run(words, 2)) },
  {
    weight: 1,
    arbitrary: oneOf(
      '',
      '~',
      'null',
      '"',
      "'open",
      '[',
      '{a',
      '[a, b]',
      '{a: b}',
      '&a x',
      '*a',
      '!!str 1',
      '!x',
      '@k',
      '- a',
      '#',
      'a: b',
      'true',
    ),
  },
  { weight: 1, arbitrary: ADDRESS },
);
const date = oneOf('2025-08-06', '2025-08-06T03:21', '2025', 'August 2025', '2025-02-30', '0000-00-00', '"2025-08-06"');

/** Lines below an entry of a list, at its indentation. */
const quote = fc.oneof(
  value.map((text) => ` ${text.replaceAll('\n', '\n    ')}`),
  joined(
    '\n      - ',
    run(words, 4).map((text) => JSON.stringify(text)),
    '\n      - { text: China holds 90% of it., page: 3 }',
  ),
  oneOf(
    ' |\n      China holds 90% of it, worth $500 million in 2023.\n\n      "the sea was calm"',
    ' [a, {text: b, page: 2}, {page: 1}]',
  ),
);
const sourceEntry = fc.oneof(
  {
    weight: 5,
    arbitrary: joined(
      '  - id: ',
      anyId,
      '\n',
      run(
        fc.oneof(
          joined(
            '    title: ',
            value.map((text) => text.replaceAll('\n', '\n    ')),
            '\n',
          ),
          joined('    url: ', ADDRESS, '\n'),
          joined('    ', oneOf('published: ', 'accessed: '), date, '\n'),
          joined('    quote:', quote, '\n'),
          oneOf(
            '    text: sources/a.txt\n',
            '    text: sources/b.md\n',
            '    text: sources/c.html\n',
            '    text: ../x.txt\n',
          ),
          oneOf(
            '    doi: 10.1000/182\n',
            '    authors: [A, B]\n',
            '    publisher: USGS\n',
            '    titel: x\n',
            '    id: 2\n',
            '\n',
            '    # c\n',
          ),
        ),
        5,
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: joined(
      '  - { id: ',
      anyId,
      ', title: ',
      oneOf('A', '"B, c"', "'d'", ''),
      oneOf(', quote: China holds 90% of it.', '', ', url: "https://e.example"', ', cite: passages'),
      oneOf(' }', ' }', ''),
      '\n',
    ),
  },
  {
    weight: 1,
    arbitrary: oneOf(
      '  - 3\n',
      '  -\n',
      '- id: 1\n',
      '  # brief-disable-next-line source/unused\n',
      '   - id: x\n',
      '\t- id: 1\n',
      '  - ? a\n',
      '  - [a]\n',
    ),
  },
);
const figureEntry = fc.oneof(
  { weight: 4, arbitrary: figureLines.map((lines) => `  - ${lines.replaceAll('\n', '\n    ')}\n`) },
  {
    weight: 2,
    arbitrary: joined(
      '  - { id: ',
      FIGURE_ID,
      ', value: ',
      oneOf('90%', '5', '"a"', '[1]'),
      ', cites: [',
      run(anyId, 2, ', '),
      '] }\n',
    ),
  },
);
const key = fc.oneof(
  {
    weight: 3,
    arbitrary: joined(oneOf('title', 'subtitle', 'publisher', 'url', 'summary', 'author', 'Title'), ': ', value, '\n'),
  },
  { weight: 1, arbitrary: joined(oneOf('published: ', 'updated: '), date, '\n') },
  { weight: 1, arbitrary: joined('language: ', oneOf('en', 'zh-CN', 'de', 'ar', 'ja', 'x'.repeat(9), 'en_US'), '\n') },
  {
    weight: 1,
    arbitrary: oneOf(
      'authors: [Ada, "Bo, Jr."]\n',
      'authors:\n  - A\n  - "B"\n',
      'tags: [a, b]\n',
      'tags: a\n',
      'draft: true\n',
    ),
  },
  { weight: 1, arbitrary: joined('rules:\n  ', CODE, ': ', oneOf('off', 'error', 'hint', 'loud', ''), '\n') },
  {
    weight: 1,
    arbitrary: oneOf('bibliography: a.bib\n', 'bibliography: [a.bib, b.json, c.yaml]\n', 'bibliography: ../x.bib\n'),
  },
  { weight: 5, arbitrary: joined('sources:\n', run(sourceEntry, 4)) },
  { weight: 2, arbitrary: joined('figures:\n', run(figureEntry, 3)) },
  { weight: 1, arbitrary: joined('sources: [{ id: ', anyId, oneOf(', title: A }', ' }'), oneOf(']', ', ', ''), '\n') },
  {
    weight: 1,
    arbitrary: oneOf(
      '# c\n',
      '\n',
      '? a\n: b\n',
      'a\n',
      '  a: b\n',
      '<<: *a\n',
      '__proto__: x\n',
      '...\n',
      '"q": 1\n',
      'sources: x\n',
    ),
  },
);
const frontMatter = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 4,
    arbitrary: joined(
      oneOf('---\n', '---\n', '---\n', '--- \n', '\uFEFF---\n'),
      run(key, 6),
      oneOf('---\n', '---\n', '---\n', '---\n\n', '...\n', ''),
    ),
  },
);

// ── The whole ───────────────────────────────────────────────────────────────────────────────────────────────

/** How lines end: by one of these, or by each in turn. */
const lineEnds = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['\n']) },
  { weight: 2, arbitrary: fc.constant(['\r\n']) },
  { weight: 1, arbitrary: fc.constantFrom(['\r'], ['\n', '\r\n'], ['\r\n', '\r', '\n', '\n\r']) },
);

function withLineEnds(text: string, ends: readonly string[]): string {
  if (ends.length === 1 && ends[0] === '\n') return text;
  let at = 0;
  return text.replaceAll('\n', () => ends[at++ % ends.length] ?? '\n');
}

/** A brief of some kilobytes at most. */
export const anyBrief: Text = fc
  .tuple(frontMatter, body, lineEnds, fc.boolean())
  .map(([head, rest, ends, isTrimmed]) => withLineEnds(isTrimmed ? (head + rest).trimEnd() : head + rest, ends));

/** Front matter alone, at the start of a text. */
export const anyFrontMatter: Text = fc.tuple(frontMatter, lineEnds).map(([text, ends]) => withLineEnds(text, ends));

/** A piece of any place of a brief. */
export const anyPiece: Text = fc.oneof(
  inline,
  block,
  key,
  sourceEntry,
  STRANGE,
  oneOf('\n', '\n\n', '\r\n', '\r', ' ', '    ', '---\n'),
);

/** A line or so of a body. */
export const anyLine: Text = line;
