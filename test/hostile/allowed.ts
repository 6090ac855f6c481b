/**
 * What may be in a page, written down once more and apart from the product, so that a mistake in its list is found by
 * this one.
 */

export const ALLOWED = {
  /** In small letters. */
  elements: (
    'article header nav main div span bdi p a ul ol li h1 h2 h3 h4 h5 h6 hr br time figure figcaption img input button ' +
    'table thead tbody tr th td cite details summary blockquote pre code em strong s b i u sub sup kbd mark small del ins q abbr dl dt dd tfoot caption ruby rt rp ' +
    'svg g path rect line circle ellipse polygon polyline text tspan defs clippath lineargradient radialgradient stop ' +
    'math semantics annotation mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover ' +
    'mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom'
  ).split(' '),
  attributes: (
    'class id href src alt title rel role lang dir datetime start scope colspan rowspan data-width data-height tabindex type disabled checked open popover popovertarget ' +
    'aria-label aria-hidden aria-pressed aria-expanded aria-describedby focusable data-line data-at data-source data-entry data-src data-card ' +
    'data-verdict data-filter data-view data-way data-place data-show-source data-web-image data-load-web-images ' +
    'viewbox preserveaspectratio x y x1 y1 x2 y2 cx cy r fx fy rx ry dx dy width height offset points d transform fill stroke ' +
    'opacity fill-opacity stroke-opacity stop-opacity stop-color stroke-width stroke-dasharray stroke-dashoffset stroke-miterlimit ' +
    'stroke-linecap stroke-linejoin fill-rule clip-rule clip-path font-size font-weight font-style text-anchor dominant-baseline ' +
    'gradientunits display encoding stretchy symmetric fence separator accent accentunder movablelimits largeop displaystyle ' +
    'lspace rspace depth voffset minsize maxsize linethickness form mathvariant scriptlevel'
  ).split(' '),
  /** As the source of a regular expression. `block-` is the preview's own. */
  ids: '^(?:source|figure|cite|card|note|noteref|h|chart|block)-|^outline$',
} as const;

/** Something in a page that must not be. */
export interface Finding {
  readonly kind: 'script' | 'dialog' | 'request' | 'navigation' | 'element' | 'attribute' | 'address' | 'name';
  readonly what: string;
}
