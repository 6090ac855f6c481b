import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief } from '../../../src/core/model/parseBrief';
import { renderBrief } from '../../../src/core/render/renderBrief';
import { safeUrl } from '../../../src/core/render/safeUrl';

const TAGS = new Set(
  (
    'article button header div span bdi p a ul ol li h1 h2 h3 h4 h5 h6 svg rect time figure figcaption table thead tbody tr th td ' +
    'cite details summary blockquote pre code em strong s b i u sub sup br kbd mark small del ins q abbr hr img input'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'class id href rel title role lang dir datetime start scope tabindex type disabled checked alt aria-label aria-hidden ' +
    'viewBox preserveAspectRatio width height data-line data-at data-source data-src data-show-source ' +
    'data-card data-verdict popover popovertarget x data-filter data-view aria-pressed'
  ).split(' '),
);
const CLASSES =
  /^(?:brief|head|body|topics|subtitle|byline|publisher|dot|summary|coverage|meters|meter|meter-bad|doubt|card|cards|card-(?:text|links)|tools|tool|tool-count|review|review-(?:row|claim|evidence)|meter-track|meter-value|tiles|tile|tile-(?:value|unit|label|caption|note)|as-of|insight|uncited|uncited-hint|own|tag|tag-(?:missing|own)|chip|chip-(?:broken|long)|hidden|locator|value|figure-(?:link|name|title|note)|slip|note|notes|note-(?:link|number)|math|math-block|em-(?:marked|bolder)|together|refused|scroller|code|task|alert|alert-(?:note|tip|important|warning|caution|title)|align-(?:left|right|center)|data-file|image|unreadable|sources|source|source-(?:id|text|details|link|unused)|passages|back|empty)$/;

/** Throws unless a page is made of the tags, attributes and classes of ours, and of escaped text. */
function assertOurs(html: string): void {
  const rest = html.replace(
    /<\/?([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*)>/g,
    (tag, name: string, attributes: string) => {
      assert.ok(TAGS.has(name), tag);
      for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
        assert.ok(ATTRIBUTES.has(key), `${key} in ${tag}`);
        if (key === 'href' && !value.startsWith('#'))
          assert.notEqual(safeUrl(value.replaceAll('&amp;', '&')), null, tag);
        // The word after a fence names the language of its code, whatever it is.
        const classes = name === 'code' ? /^language-\S+$/ : CLASSES;
        if (key === 'class') for (const one of value.split(' ')) assert.match(one, classes, tag);
        if (key === 'id') assert.match(value, /^(?:source|figure|cite|card|note|noteref|h)-[A-Za-z0-9_-]*$/, tag);
      }
      return '';
    },
  );
  assert.doesNotMatch(rest, /[<>]/, 'a sign that is not escaped');
  assert.doesNotMatch(rest, /&(?!(?:amp|lt|gt|quot|#39);)/, 'an ampersand that is not escaped');
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onclick='alert(1)",
  '<sub onclick=alert(1)>x</sub>',
  '<b>x',
  '</div></article>',
  '<style>*{display:none}</style>',
  '<meta http-equiv=refresh content=0;url=//evil.example>',
  '<!--><script>alert(1)</script>-->',
  ']]><script>',
  '[x](javascript:alert(1))',
  '[x](  java\tscript:alert(1))',
  '[x](data:text/html,x "a\\" onclick=b")',
  '[x](//evil.example)',
  '[x](command:run)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/track.png)',
  '![x"onerror=alert(1)](a.png)',
  '![x](../../secret.png)',
  '[1]: javascript:alert(1)\n',
  '[x][1]',
  '[1]',
  '[@"><script>]',
  '{{"><b>}}',
  '```"><script>\n',
  '| a | b |\n| :-: | -: |\n| <b> | `<` |\n',
  '$<script>$',
  '&lt;script&gt;',
  '&#106;avascript:',
  '\u0000',
  '\u202e',
  '\ud800',
  '# x\n',
  '\n\n',
  '- ',
  '> ',
  'words ',
];
const hostile = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 12 }).map((pieces) => pieces.join(''));
/** A text in YAML, whatever it holds. */
const quoted = hostile.map((text) => JSON.stringify(text.replaceAll('\u0000', '').replaceAll('\ud800', '')));

describe('a hostile brief', () => {
  it('gets no markup of its own into the page from its body', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assertOurs(renderBrief(parseBrief(text)));
        assertOurs(renderBrief(parseBrief(text), { evidence: 'in-page' }));
      }),
      { numRuns: 300 },
    );
  });

  it('gets no markup of its own into the page from its front matter', () => {
    fc.assert(
      fc.property(fc.array(quoted, { minLength: 24, maxLength: 24 }), (texts) => {
        const text = (i: number) => texts[i] ?? '""';
        const brief = `---
title: ${text(0)}
subtitle: ${text(1)}
publisher: ${text(2)}
url: ${text(3)}
authors: [${text(4)}]
published: ${text(5)}
updated: ${text(6)}
summary: ${text(7)}
tags: [${text(8)}]
language: ${text(9)}
sources:
  - id: 1
    title: ${text(10)}
    publisher: ${text(11)}
    published: ${text(12)}
    url: ${text(13)}
    doi: ${text(14)}
    language: ${text(15)}
    quote: ${text(16)}
figures:
  - { id: a, value: ${text(17)}, unit: ${text(18)}, title: ${text(19)}, as-of: ${text(20)}, cites: [1] }
  - { id: b, image: ${text(21)}, alt: ${text(22)}, caption: ${text(23)}, own: true }
  - { id: c, chart: table, data: [{ ${text(0)}: ${text(1)} }], cites: [1] }
---
{{a}} @fig:b [1]

- A claim of 7 parts and 90% that stands here. [1]
`;
        assertOurs(renderBrief(parseBrief(brief), { evidence: 'in-page' }));
      }),
      { numRuns: 300 },
    );
  });

  it('finds every sign of markup in the test itself', () => {
    for (const html of [
      '<script>',
      '<p onclick="x">',
      '<p class="evil">',
      'a < b',
      '<a href="javascript:x">',
      '<p id="brief">',
    ]) {
      assert.throws(() => assertOurs(html), assert.AssertionError, html);
    }
  });
});
