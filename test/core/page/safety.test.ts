import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { runs } from '../../runs';
import { assertOurs } from './ours';

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
      { numRuns: runs(300) },
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
      { numRuns: runs(300) },
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
      '<p><em></p></em>',
      '<p>',
    ]) {
      assert.throws(() => assertOurs(html), assert.AssertionError, html);
    }
  });
});
