import assert from 'node:assert/strict';
import { safeUrl } from '../../../src/core/base/safeUrl';

const HTML =
  'article nav button header div span bdi p a ul ol li h1 h2 h3 h4 h5 h6 svg rect time figure figcaption table thead tbody tr th td ' +
  'cite details summary blockquote pre code em strong s b i u sub sup br kbd mark small del ins q abbr hr img input dl dt dd tfoot caption ruby rt rp';
const MATH =
  'math semantics annotation mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts ' +
  'mprescripts mtable mtr mtd mstyle mpadded mphantom';
const SVG = 'g path line circle ellipse polygon polyline text tspan defs clipPath linearGradient radialGradient stop';
const TAGS = new Set(`${HTML} ${MATH} ${SVG}`.split(' '));
const VOID = new Set(['br', 'hr', 'img', 'input']);

const OF_HTML =
  'class id href rel title role lang dir datetime start scope tabindex type disabled checked alt aria-label aria-hidden ' +
  'viewBox preserveAspectRatio width height data-line data-at data-source data-entry data-src data-show-source data-web-image data-load-web-images ' +
  'data-card data-verdict popover popovertarget x data-filter data-view data-way data-place aria-pressed open colspan rowspan data-width data-height';
const OF_MATH =
  'display encoding stretchy symmetric fence separator accent accentunder movablelimits largeop displaystyle lspace rspace ' +
  'depth voffset minsize maxsize linethickness form mathvariant scriptlevel';
const OF_SVG =
  'y x1 y1 x2 y2 cx cy r fx fy rx ry dx dy offset opacity fill-opacity stroke-opacity stop-opacity stroke-width ' +
  'stroke-dasharray stroke-dashoffset stroke-miterlimit font-size transform points text-anchor font-weight font-style ' +
  'stroke-linecap stroke-linejoin fill-rule clip-rule dominant-baseline gradientUnits d fill stroke stop-color clip-path focusable';
const ATTRIBUTES = new Set(`${OF_HTML} ${OF_MATH} ${OF_SVG}`.split(' '));
const CLASSES =
  /^(?:brief|head|body|topics|subtitle|byline|publisher|dot|summary|coverage|meters|meter|meter-bad|doubt|card|cards|card-(?:text|links)|way|ways|tools|tool|tool-count|filtered|review|review-(?:row|claim|evidence)|meter-track|meter-value|tiles|tile|tile-(?:value|unit|label|caption|note)|as-of|insight|uncited|uncited-hint|own|tag|tag-(?:missing|own|gap|computed|section)|narrative|chip|chip-(?:broken|long)|hidden|locator|value|figure-(?:link|name|title|note)|slip|note|notes|notes-heading|note-(?:link|number)|math|math-[a-z-]+|figure-error|more-rows|outline|outline-(?:button|list|name)|chart|chart-(?:waiting|data|medium|narrow)|em-(?:marked|bolder)|together|refused|scroller|code|task|alert|alert-(?:note|tip|important|warning|caution|title)|align-(?:left|right|center)|float-(?:left|right)|data-file|image|image-(?:missing|error)|web-image|link-host|unreadable|sources|source|source-(?:besides|id|text|details|link|unused)|passages|back|empty|verified|unread|entry-block|source-entry|standalone|written|fold|in-line|undrawn|undrawn-note|address)$/;

/**
 * Throws unless a page is made of the tags, attributes and classes of ours, each element closed where it must be, and of
 * escaped text; no address in it is one that the gate would not let through.
 */
export function assertOurs(html: string): void {
  const open: string[] = [];
  const rest = html.replace(
    /<(\/?)([a-z][a-zA-Z0-9]*)((?: [a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)>/g,
    (tag, slash: string, name: string, attributes: string) => {
      assert.ok(TAGS.has(name), tag);
      if (slash) assert.equal(open.pop(), name, `${tag} closes another element`);
      else if (!VOID.has(name)) open.push(name);
      for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)) {
        assert.ok(ATTRIBUTES.has(key), `${key} in ${tag}`);
        if (key === 'href' && !value.startsWith('#'))
          assert.notEqual(safeUrl(value.replaceAll('&amp;', '&')), null, tag);
        if (/url\(/i.test(value) && /^(?:fill|stroke|clip-path)$/.test(key)) assert.match(value, /^url\(#/, tag);
        // The word after a fence names the language of its code, whatever it is.
        const classes = name === 'code' ? /^language-\S+$/ : CLASSES;
        if (key === 'class') for (const one of value.split(' ')) assert.match(one, classes, tag);
        if (key === 'id')
          assert.match(value, /^(?:(?:source|figure|cite|card|note|noteref|h|chart)-[A-Za-z0-9_-]*|outline)$/, tag);
      }
      return '';
    },
  );
  assert.deepEqual(open, [], 'elements that are not closed');
  assert.doesNotMatch(rest, /[<>]/, 'a sign that is not escaped');
  assert.doesNotMatch(rest, /&(?!(?:amp|lt|gt|quot|#39);)/, 'an ampersand that is not escaped');
}
