/**
 * The elements and attributes that a page may contain, whatever wrote it. The preview and every export check the rendered
 * markup against them once more. So a fault of the renderer, or of a library in it, shows words and runs nothing.
 */
import { safeUrl } from '../../base/safeUrl';

const HTML =
  'article header nav main div span bdi p a ul ol li h1 h2 h3 h4 h5 h6 hr br time figure figcaption img input button table thead tbody tr th td cite details summary blockquote pre code em strong s b i u sub sup kbd mark small del ins q abbr dl dt dd tfoot caption ruby rt rp';
const SVG =
  'svg g path rect line circle ellipse polygon polyline text tspan defs clipPath linearGradient radialGradient stop';
const MATHML =
  'math semantics annotation mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom';

/** Elements of each kind. Elements of a drawing or of a formula contain no elements of another kind. */
export const ALLOWED_ELEMENTS = {
  html: new Set(HTML.split(' ')),
  svg: new Set(SVG.split(' ')),
  math: new Set(MATHML.split(' ')),
} as const;

/** Ids that links on the page lead to. Each starts with a word of ours. */
const ID = /^(?:source|figure|cite|card|note|noteref|h|chart)-[A-Za-z0-9_-]*$|^outline$/;
const CLASSES = /^(?:[a-z][a-z0-9-]*|language-\S+)(?: [a-z][a-z0-9-]*)*$/;
const WORD = /^[a-z][A-Za-z-]*$/;
const COUNT = /^-?\d{1,9}$/;
/** A stretch of a passage: its index, two offsets, and the id of the source. */
const PLACE = /^\d{1,9} \d{1,9} \d{1,9} \S{1,400}$/;
/** Numbers, colours, paths and functions of them. The only address allowed is of a part of the same drawing. */
const DRAWN = /^(?!.*(?:url|image|image-set|src|element|attr|expression)\s*\()[-\w\s#.,%()+]*$|^url\(#chart-[\w-]+\)$/i;
const FORMULA = /^[-+.\w ]*$/;
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]*$/;

type Check = (value: string) => boolean;
const like =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value);
const anyText: Check = () => true;
const isEmpty: Check = (value) => value === '';

const checks: [names: string, check: Check][] = [
  [
    'title alt lang dir datetime aria-label data-source data-entry data-show-source data-web-image data-load-web-images',
    anyText,
  ],
  ['class', like(CLASSES)],
  ['id popovertarget data-card', like(ID)],
  ['role scope type data-verdict data-filter data-view data-way form', like(WORD)],
  ['tabindex start data-line data-at', like(COUNT)],
  ['aria-hidden aria-pressed focusable', like(/^(?:true|false)$/)],
  ['data-place', like(PLACE)],
  ['checked disabled popover open', isEmpty],
  ['colspan rowspan', like(/^(?:[1-9]\d?|100)$/)],
  ['data-width data-height', like(/^\d{1,4}%?$/)],
  ['rel', like(/^noopener noreferrer$/)],
  ['href', (value) => safeUrl(value) !== null],
  ['data-src', (value) => isPath(value)],
  ['src', like(DATA_IMAGE)],
  ['encoding', like(/^application\/x-tex$/)],
  [
    'viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r fx fy rx ry dx dy width height offset points d transform fill stroke opacity fill-opacity stroke-opacity stop-opacity stop-color stroke-width stroke-dasharray stroke-dashoffset stroke-miterlimit stroke-linecap stroke-linejoin fill-rule clip-rule clip-path font-size font-weight font-style text-anchor dominant-baseline gradientUnits',
    like(DRAWN),
  ],
  [
    'display stretchy symmetric fence separator accent accentunder movablelimits largeop displaystyle lspace rspace depth voffset minsize maxsize linethickness mathvariant scriptlevel',
    like(FORMULA),
  ],
];

const ATTRIBUTES: ReadonlyMap<string, Check> = new Map(
  checks.flatMap(([names, check]) => names.split(' ').map((name) => [name.toLowerCase(), check] as const)),
);

/** Names of the attributes that allow some value, in lower case. */
export const ALLOWED_ATTRIBUTES: readonly string[] = [...ATTRIBUTES.keys()];

/** Elements by the attribute that only they may have. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['href', 'a'],
  ['src', 'img'],
  ['data-src', 'img'],
  ['popovertarget', 'button'],
  ['encoding', 'annotation'],
]);

/**
 * @param element in lower case for an element of HTML, otherwise as its kind writes it
 * @param attribute in any case
 * @param value as it is in the document, not escaped
 */
export function isAllowedAttribute(element: string, attribute: string, value: string): boolean {
  const owner = OWNERS.get(attribute);
  return (owner === undefined || owner === element) && ATTRIBUTES.get(attribute.toLowerCase())?.(value) === true;
}

function isPath(value: string): boolean {
  return safeUrl(value) === value && !/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(value);
}
