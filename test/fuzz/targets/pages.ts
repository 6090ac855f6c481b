/** What becomes of any text for readers: the page, its parts, and the files that are exported. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Brief,
  cardsOf,
  chartRequests,
  type DrawnChart,
  exportContent,
  exportMarkdown,
  exportPieces,
  parseBrief,
  renderBrief,
  renderPage,
  renderParts,
  wholeJson,
} from '../../../src/core';
import { writeFormula } from '../../../src/math';
import { writeDocx } from '../../../src/word';
import { chipsOf } from '../../core/page/html';
import { assertOurs } from '../../core/page/ours';
import { anyLine } from '../anyBrief';
import { anyText } from '../mutations';
import { CIRCUMSTANCES, circumstance } from './namedFiles';
import type { FuzzProperty } from './property';

/** What a program that draws charts may give, which is not believed. */
const drawing: fc.Arbitrary<DrawnChart> = fc.oneof(
  fc.constantFrom({ error: 'It has <no> rows.' }, { svg: '' }, { svg: '<svg' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<g>',
          '</g>',
          '<g onload="a">',
          '<text>words & <b></text>',
          '<script>a</script>',
          '<style>*{}</style>',
          '<a href="x">',
        ],
        ...[
          '<image href="https://evil.example"/>',
          '<rect fill="url(https://evil.example)" width="1"/>',
          '<rect id="a"/>',
        ],
        ...[
          '<path d="M0,0" fill="url(#a)"/>',
          '<foreignObject>',
          '<svg>',
          '</svg>',
          '<!--',
          ']]>',
          '&#60;b&#62;',
          '<',
          '"',
          '\u0000',
        ],
      ),
      { maxLength: 8 },
    )
    .map((parts) => `<svg width="10" height="5">${parts.join('')}</svg>`)
    .map((svg) => ({ svg, narrow: svg })),
);

/** The page of a brief in all ways in which it is shown. */
function pagesOf(brief: Brief, drawn: readonly DrawnChart[]): string[] {
  const requests = chartRequests(brief);
  const charts = new Map(requests.flatMap((request, i) => (drawn[i] ? [[request, drawn[i]] as const] : [])));
  return [
    renderBrief(brief),
    renderBrief(brief, { review: true, charts, evidence: 'in-page' }),
    renderBrief(brief, { outline: true, writeFormula, charts, evidence: 'in-page', loadsImages: false }),
    exportContent(brief, { writeFormula, charts }, true),
  ];
}

/** A body in which citations stand in all places but in lists of sources and in notes, which the page has elsewhere. */
const citingBody = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: anyLine },
      fc.constantFrom('\n', '\n\n', '\n\n', '\n- ', '\n  - ', '\n1. ', '\n> ', '\n\n## ', '\n\n- ', '\n- [x] ', '\r\n'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  // The parsers of model and page disagree on what may open code after an escaped backtick, and on items that start empty.
  .filter((text) => !/\\`|\[\^|^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]*(?:[ \t]{2,}|\r?$)/m.test(text));
const CITED_HEAD = `---
sources:
${['1', '2', '3', '7', 'usgs-2024', 'k'].map((id) => `  - { id: ${id}, title: A }`).join('\n')}
figures:
  - { id: share, value: 90%, cites: [3] }
---

# Title

`;

export const PAGES: readonly FuzzProperty[] = [
  {
    name: 'becomes a page of our tags and attributes, each closed, of escaped text and of addresses that may be opened',
    runs: 250,
    property: fc.property(anyText, circumstance, fc.array(drawing, { maxLength: 2 }), (text, named, drawn) => {
      const brief = parseBrief(text, CIRCUMSTANCES[named]);
      for (const page of pagesOf(brief, drawn)) assertOurs(page);
      const parts = renderParts(brief, { writeFormula });
      for (const { html } of parts.parts) assertOurs(html);
      const ids = parts.parts.flatMap(({ html }) =>
        [...html.matchAll(/ data-card="([^"]*)"/g)].map(([, id = '']) => id),
      );
      const cards = cardsOf(brief, ids);
      assert.equal(cards.size, new Set(ids).size);
      for (const card of cards.values()) assertOurs(card);
      const names = [...renderBrief(brief, { evidence: 'in-page' }).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(names).size, names.length, 'an id comes twice');
    }),
  },
  {
    name: 'is exported in every format',
    runs: 60,
    property: fc.asyncProperty(anyText, circumstance, async (text, named) => {
      const brief = parseBrief(text, CIRCUMSTANCES[named]);
      assert.equal(parseBrief(exportMarkdown(brief)).frontMatter, null);
      JSON.parse(wholeJson(exportPieces(brief, { writeFormula, charts: null })));
      assert.doesNotMatch(renderPage(brief, 'a { color: red }', null, 'in-page', writeFormula), /<script/i);
      const content = exportContent(brief, { writeFormula, charts: null }, true);
      const file = await writeDocx(brief, content, { paper: 'A4', readImage: async () => null });
      assert.equal(String.fromCharCode(...file.slice(0, 2)), 'PK');
    }),
  },
  {
    name: 'has the citations in its page that it has in its model, in the same order',
    runs: 500,
    property: fc.property(citingBody, (text) => {
      const brief = parseBrief(CITED_HEAD + text);
      const page = renderBrief(brief);
      const cited = brief.citations.flatMap(({ items }) => items.map(({ id }) => id));
      assert.deepEqual(chipsOf(page.slice(page.indexOf('<div class="body">'))), cited);
    }),
  },
];
