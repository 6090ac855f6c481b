/** Numbers, quotations and the files that they are looked up in; pasted and imported texts. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkBrief,
  definitionAt,
  evidenceOf,
  hoverAt,
  importText,
  indexLines,
  parseBrief,
  placeOfPassage,
  renderBrief,
} from '../../../src/core';
import { findNumbers } from '../../../src/core/evidence/numbers';
import { findQuotations } from '../../../src/core/evidence/quotations/findQuotations';
import { BIBLIOGRAPHY, DATA, LOCAL_COPY } from '../../../src/files/named/namedFileKinds';
import { markdownOfHtml } from '../../../src/formats';
import { readDocument } from '../../../src/formats/documents';
import { assertOurs } from '../../core/page/ours';
import { anyBrief, anyLine, anyPiece } from '../anyBrief';
import { mutated } from '../mutations';
import { assertInside } from './inside';
import type { FuzzProperty } from './property';

const oneOf = (...texts: readonly string[]) => fc.constantFrom(...texts);
const heap = (piece: fc.Arbitrary<string>, maxLength: number) =>
  fc
    .array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: anyPiece }), { maxLength })
    .map((all) => all.join(''));

const html = heap(
  fc.oneof(
    oneOf(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<i style="font-weight:700">',
      '</i>',
      '<br>',
      '<hr>',
      '<h1>',
      '</h2>',
    ),
    oneOf(
      '<ul>',
      '<li>',
      '</ul>',
      '<ol start="7">',
      '<ol start=-9e9>',
      '<table>',
      '<tr>',
      '<td>',
      '<td colspan=9>',
      '</table>',
      '<th>',
    ),
    oneOf(
      '<a href="https://e.example/(a)">',
      '<a href=javascript:x>',
      '</a>',
      '<pre>',
      '</pre>',
      '<code>',
      '<blockquote>',
      '<q>',
    ),
    oneOf(
      '<script>',
      '</script>',
      '<style>',
      '<title>',
      '<template>',
      '<textarea>',
      '<svg>',
      '<math>',
      '<img alt="x" src=y>',
      '<nav>',
    ),
    oneOf(
      '<!--',
      '-->',
      '<!-- page 3 -->',
      '<!-- p. iv',
      '<a id="page-12">',
      '<p name=pg_1"000000>',
      '\f',
      '12\f- xii -',
      '<![CDATA[',
      '&amp;',
      '&#x110000;',
      '&nbsp;',
      '&unknown;',
      '<',
      '>',
      '"',
      '<a b="',
      '</',
      '<p',
    ),
    oneOf(
      'China holds 90% of it. ',
      '“the sea was calm” ',
      '270,000 tonnes ',
      '2020',
      ' ',
      '\n',
      '稀土占90%',
      '\u0000',
      '`',
      '|',
      '*',
      '\\',
    ),
  ),
  30,
);
const bibtex = heap(
  oneOf(
    ...[
      '@article{',
      '@book{k,',
      '@string{x = "y"}',
      '@comment{',
      '@preamble{',
      'title = {',
      'author = {A and B}',
      'year = 2024',
      '}',
      '},',
    ],
    ...[
      '{',
      '"',
      ',',
      '=',
      '#',
      '\n',
      '%',
      '\\"{o}',
      '\\',
      '$x$',
      '@',
      'usgs,',
      ' and ',
      'url = {https://a.example}',
      'month = jan',
      '__proto__',
    ],
    ...[
      'crossref = {k}',
      '@string{x = x # x}',
      ' # x',
      '@misc(k, title = x)',
      "{\\'\\i}",
      '\\emph{a}',
      '{\\relax',
      'abstract = {China holds 90%.}',
      '\u0000',
      '稀',
      'date = {2024-13}',
      '\\url{',
      '~',
      '--',
    ],
  ),
  25,
);
const cslText = fc.oneof(
  fc.json({ maxDepth: 3 }),
  heap(
    oneOf(
      ...[
        '[',
        ']',
        '{',
        '}',
        '"id"',
        ':',
        '"k"',
        ',',
        '"title": "A"',
        '"issued": {"date-parts": [[2024]]}',
        '"author": [{"family": "B"}]',
      ],
      ...[
        'references:\n',
        '  - id: k\n',
        '    title: A\n',
        '    issued: 2024\n',
        '    author:\n      - family: B\n',
        '- id: 1\n',
        '*a',
        '&a ',
      ],
      ...[
        '"__proto__": {}',
        '1e999',
        'null',
        '"\\ud800"',
        '\n',
        '"',
        '"URL": "javascript:x"',
        '"DOI": "10.1/2"',
        '"type": 3',
      ],
    ),
    20,
  ),
);
const rows = fc.oneof(
  fc.json({ maxDepth: 3 }),
  heap(
    oneOf(
      ',',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '"',
      '""',
      'a',
      'year',
      '1',
      '1,000',
      '1e5',
      '-0',
      'NaN',
      '=1+1',
      '[{"a": 1}]',
      '{',
      ' ',
      '__proto__',
      '',
    ),
    30,
  ),
);
const plainText = heap(
  oneOf(
    'China holds 90% of it. ',
    '\n',
    '\n\n',
    '\f',
    '- ',
    '| a | b |\n',
    '|---|---|\n',
    'a  b  1\n',
    '  ',
    '“few others\nhave any” ',
    '1.5\t2\n',
    '> ',
    '# ',
  ),
  30,
);

/** A file that a brief may name. */
const file = fc.oneof(
  fc.record({ path: oneOf('a.bib'), text: bibtex }),
  fc.record({ path: oneOf('a.json', 'a.yaml'), text: cslText }),
  fc.record({ path: oneOf('t.txt', 't.md'), text: plainText }),
  fc.record({ path: oneOf('t.html'), text: html }),
  fc.record({ path: oneOf('d.csv', 'd.tsv', 'd.json'), text: rows }),
);

/** A brief that names all of them, with claims to look up. */
const BRIEF = (claims: readonly string[]) => `---
bibliography: [a.bib, a.json, a.yaml]
sources:
${['t.txt', 't.md', 't.html'].map((path, i) => `  - { id: ${i + 1}, title: A, text: ${path} }`).join('\n')}
  - { id: 9, title: B, quote: China holds 90% of it and “the sea was calm”. }
figures:
${['d.csv', 'd.tsv', 'd.json'].map((path, i) => `  - { id: f${i}, chart: bar, x: year, y: a, data: ${path}, cites: [1] }`).join('\n')}
---

${claims.map((claim, i) => `- China holds 90% of it ${claim} [${(i % 3) + 1}, 9].`).join('\n')}
`;

export const EVIDENCE: readonly FuzzProperty[] = [
  {
    name: 'of any file that a brief names is read, looked up, and shown in its place',
    runs: 200,
    property: fc.asyncProperty(
      fc.uniqueArray(file, { maxLength: 5, selector: ({ path }) => path }),
      fc.array(anyLine, { maxLength: 3 }),
      async (files, claims) => {
        const of = (pattern: RegExp) => files.filter(({ path }) => pattern.test(path));
        const uri = (path: string) => `file:///briefs/${path}`;
        const bibliography = await Promise.all(
          of(/^a/).map(({ path, text }) => BIBLIOGRAPHY.read(text, path, uri(path))),
        );
        const texts = await Promise.all(of(/^t/).map(({ path, text }) => LOCAL_COPY.read(text, path, uri(path))));
        const data = await Promise.all(of(/^d/).map(({ path, text }) => DATA.read(text, path, uri(path))));
        for (const { path, declarations, errors } of bibliography) {
          const length = files.find((one) => one.path === path)?.text.length ?? 0;
          for (const { uri: _, ...declaration } of declarations) assertInside(length, declaration, path);
          assert.ok(errors.every(({ message }) => message !== ''));
        }
        const brief = parseBrief(BRIEF(claims), { bibliography, texts, data });
        assertInside(brief.text.length, checkBrief(brief), 'problem');
        for (const { passages } of brief.sources) {
          for (const passage of passages) {
            const spot = placeOfPassage(brief, passage, 1, 4);
            const whole =
              passage.uri === undefined ? brief.text : files.find(({ path }) => uri(path) === passage.uri)?.text;
            if (spot && whole !== undefined) assertInside(whole.length, spot.span, 'place of a passage');
          }
        }
        for (const { numbers, quotations } of evidenceOf(brief).insights) {
          for (const { span, at } of [...numbers, ...quotations]) {
            assert.ok(span.start < span.end && span.end <= brief.text.length);
            const held = at && brief.sources.find(({ id }) => id === at.source)?.passages[at.passage];
            if (at) assert.ok(held && at.start < at.end && at.end <= held.text.length, JSON.stringify(at));
            hoverAt(brief, span.start);
            definitionAt(brief, span.start);
          }
        }
        assertOurs(renderBrief(brief, { evidence: 'in-page' }));
      },
    ),
  },
  {
    name: 'of any text has its numbers and quotations in order and at their words',
    runs: 1500,
    property: fc.property(
      fc.oneof(anyLine, plainText),
      oneOf('en', 'zh', 'de', 'ja', 'fr', 'ar', ''),
      (text, language) => {
        for (const found of [findNumbers(text, language), findQuotations(text)]) {
          let last = 0;
          for (const { span } of found) {
            assert.ok(last <= span.start && span.start < span.end && span.end <= text.length, JSON.stringify(span));
            last = span.end;
          }
        }
        for (const { span, surface } of findNumbers(text, language))
          assert.equal(text.slice(span.start, span.end), surface);
      },
    ),
  },
  {
    name: 'of a local copy is cut into passages that stand where they say',
    runs: 500,
    property: fc.property(fc.oneof(html, plainText), oneOf('t.txt', 't.md', 't.html'), (text, path) => {
      const uri = `file:///briefs/${path}`;
      const read = readDocument(text, { path, uri });
      if ('refused' in read) return;
      const brief = parseBrief('', { texts: [{ path, uri, passages: read.passages, lines: indexLines(text) }] });
      for (const passage of read.passages) {
        assert.notEqual(passage.text.trim(), '');
        assert.match(passage.page ?? '1', /^(?:\d{1,6}|[ivxlc]{1,8})$/i);
        for (const { 0: letter, index } of passage.text.matchAll(/[A-Za-z]/g)) {
          const { span } = placeOfPassage(brief, passage, index, index + 1) ?? {};
          const written = text.slice(span?.start, span?.end);
          // An entity stands for its letters as a whole.
          if (!written.startsWith('&')) assert.equal(written, letter);
        }
      }
    }),
  },
  {
    name: 'that is pasted becomes Markdown, or a brief which stays as it is when it is imported again',
    runs: 200,
    property: fc.property(fc.oneof(html, plainText, anyBrief, mutated(anyBrief)), (text) => {
      const markdown = markdownOfHtml(text);
      assertOurs(renderBrief(parseBrief(markdown ?? '')));
      const imported = importText(text);
      assert.equal(importText(imported), imported);
      checkBrief(parseBrief(imported));
    }),
  },
];
