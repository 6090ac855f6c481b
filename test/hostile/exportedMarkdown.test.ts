/** What other viewers of Markdown make of an export: viewers that let HTML through, which ours does not. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import createMarkdownIt from 'markdown-it';
import { exportMarkdown, parseBrief } from '../../src/core';
import { safeUrl } from '../../src/core/base/safeUrl';
import { runs } from '../runs';
import { BODY, everywhere, type HostileBrief, only } from './briefs';
import { payloadsFor } from './payloads';

const PAYLOADS = payloadsFor('127.0.0.1:9').map(({ text }) => text);

/** Readers that differ in what they know beside CommonMark: tables. Links of any kind are let through. */
const READERS = ['default', 'commonmark'].map((preset) => {
  const reader = createMarkdownIt(preset as 'default', { html: true, maxNesting: 1000 });
  reader.validateLink = () => true;
  return reader;
});

const ELEMENTS = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 ul ol li em strong s code pre blockquote a img table thead tbody tr th td br hr ' +
    'sub sup kbd mark b i small u del ins q abbr cite div span font center section article aside header footer main nav address figure figcaption picture ' +
    'strike tt samp var dfn bdo bdi big time ruby rt rp wbr dl dt dd details summary caption tfoot'
  ).split(' '),
);
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  title: /^/,
  align: /^(?:left|center|right)$/,
  dir: /^(?:ltr|rtl|auto)$/,
  lang: /^[A-Za-z\d-]+$/,
  colspan: /^\d{1,3}$/,
  rowspan: /^\d{1,3}$/,
  'details.open': /^$/,
  'time.datetime': /^[-\d:.TWZ+ ]+$/,
  'img.width': /^\d+%?$/,
  'img.height': /^\d+%?$/,
  'img.alt': /^/,
  'code.class': /^language-/,
  'ol.start': /^\d+$/,
  'th.style': /^text-align:\w+$/,
  'td.style': /^text-align:\w+$/,
};

/** A picture that stands in the text. */
const PICTURE = /^data:image\/png;base64,[A-Za-z0-9+/=]*$/;

/** What of some HTML does something, or is none of what Markdown and the page have. */
function harmIn(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ELEMENTS.has(name)) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        const isAddress = (name === 'a' && attribute === 'href') || (name === 'img' && attribute === 'src');
        const isFine = isAddress
          ? value === '' || safeUrl(value) !== null || PICTURE.test(value)
          : (ATTRIBUTES[`${name}.${attribute}`] ?? ATTRIBUTES[attribute])?.test(value);
        if (!isFine) found.push(`<${name} ${attribute}="${value}">`);
      }
    },
    // An empty one says nothing, and keeps a list apart from what follows it.
    oncomment: (words) => (words === ' ' ? 0 : found.push(`<!--${words}-->`)),
    onprocessinginstruction: (name, words) => found.push(`<${name} ${words}>`),
  });
  parser.end(html);
  return found;
}

function assertHarmless(brief: HostileBrief): void {
  const exported = exportMarkdown(parseBrief(brief.text, brief));
  for (const reader of READERS)
    assert.deepEqual(harmIn(reader.render(exported)), [], `${brief.text}\n\nis exported as\n\n${exported}`);
}

/** Each payload comes in every seventh place, and each place has one of seven payloads. */
const APART = 7;
const AT_ONCE = 110;

describe('an exported Markdown in a viewer that shows HTML', function () {
  this.timeout(120_000);

  it('does nothing, whatever stands in one place of the body', () => {
    const places = Object.keys(BODY);
    for (const [i, text] of PAYLOADS.entries())
      for (let j = i % APART; j < places.length; j += APART) assertHarmless(only(places[j] ?? '', text));
  });

  it('does nothing, whatever stands in all places of a brief and of the files that it names', async () => {
    for (let i = 0; i < PAYLOADS.length; i += AT_ONCE) assertHarmless(await everywhere(PAYLOADS.slice(i, i + AT_ONCE)));
  });

  it('does nothing, whatever is put together', () => {
    const part = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...PAYLOADS) },
      { weight: 6, arbitrary: fc.constantFrom(...SEAMS) },
      { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => assertHarmless({ text: parts.join('') })),
      { numRuns: runs(1000) },
    );
  });
});

/** What opens, closes and hides something. */
const SEAMS = [
  ...['`', '``', '```', '\n```\n', '~~~\n', '\n    ', '\n\n    ', '\\', '$', '$$', '\n$$\n', '*', '**', '~~'],
  ...['\n', '\n\n', '\n> ', '\n- ', '\n  ', '\n1. ', '\n\n---\n\n', '\n===\n', '| a | ', ' |\n| - | - |\n| '],
  ...[
    '[',
    ']',
    '](',
    ')',
    '![',
    '[x](',
    '[x]: ',
    '\n\n[x]: ',
    '\n\n[^n]: ',
    '[^n]',
    '[1]',
    '\n\n[1]: https://a.example\n',
  ],
  ...[
    '<',
    '>',
    '<!--',
    '-->',
    '\n\n<!-- -->\n\n',
    '\n<!-- -->\n',
    '<b>',
    '</b>',
    '<br>',
    '\n<br>\n',
    '\n<kbd>\n',
    '</kbd>',
    '<a ',
    '"',
    ' ',
  ],
  ...[
    '\n<div align="center">\n',
    '</div>',
    '<details open>',
    '<summary>',
    '<table>',
    '<tr><td>',
    '</table>',
    '<p ',
    '<pre>',
    '\n</pre>\n',
  ],
  ...[
    '<span style="display:none">',
    '<span hidden>',
    '</span>',
    '<img src="',
    '<img\nsrc=a',
    '<a href=',
    '<hr>',
    '<ul><li>',
    '\n<h2\n',
  ],
];
