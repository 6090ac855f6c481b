/**
 * The only filter for drawings. Its input is untrusted. Its output is rebuilt from the few elements and attributes that a
 * chart needs.
 */
import { element, type Html, join, nothing, text } from '../html';

/** Attributes that are numbers, or lists and functions of numbers. */
const NUMBERS = new Set(
  'x y x1 y1 x2 y2 cx cy r fx fy rx ry dx dy width height viewBox offset opacity fill-opacity stroke-opacity stop-opacity stroke-width stroke-dasharray stroke-dashoffset stroke-miterlimit font-size transform points'.split(
    ' ',
  ),
);
const WORDS: ReadonlyMap<string, RegExp> = new Map([
  ['text-anchor', /^(?:start|middle|end)$/],
  ['font-weight', /^(?:normal|bold|lighter|bolder|[1-9]00)$/],
  ['font-style', /^(?:normal|italic|oblique)$/],
  ['stroke-linecap', /^(?:butt|round|square)$/],
  ['stroke-linejoin', /^(?:miter|round|bevel)$/],
  ['fill-rule', /^(?:nonzero|evenodd)$/],
  ['clip-rule', /^(?:nonzero|evenodd)$/],
  ['dominant-baseline', /^[a-z-]{1,20}$/],
  ['gradientUnits', /^(?:userSpaceOnUse|objectBoundingBox)$/],
  ['d', /^[MmLlHhVvCcSsQqTtAaZz0-9eE+\-., \n]*$/],
]);
/** Numbers, percent signs and the names of transformations; no other function has these letters. */
const NUMERIC = /^(?:(?:translate|rotate|scale|matrix|skewX|skewY)\([-+0-9.eE, ]*\)|[-+0-9.eE, %]|px|em)*$/;
const PAINT_ATTRIBUTES = new Set(['fill', 'stroke', 'stop-color']);
const PAINT = /^(?:#[0-9a-f]{3,8}|[a-z]{3,24}|(?:rgb|hsl)a?\([-+0-9., %/deg]{1,60}\)|var\(--chart-[a-z0-9-]{1,20}\))$/i;
const OWN_URL = /^url\(\s*['"]?#([A-Za-z][A-Za-z0-9_-]{0,60})['"]?\s*\)$/;
const REFERENCES = new Set(['clip-path', 'fill', 'stroke']);

const ELEMENTS = new Set(
  'svg g path rect line circle ellipse polygon polyline text tspan defs clipPath linearGradient radialGradient stop'.split(
    ' ',
  ),
);
/** Elements that are left out with their content. Other unknown elements keep their content. */
const DROPPED = new Set(['script', 'style', 'foreignobject', 'title', 'desc', 'metadata']);

const MOST_PARTS = 60_000;
const DEEPEST = 60;

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Html[];
}

/**
 * Returns a drawing as an image of the page.
 *
 * @param prefix start of its ids, so that they are unique in the page
 * @param words description for readers who don't see it
 * @param look our class for it: the drawing itself can't have classes
 * @returns null if the text isn't a drawing
 */
export function safeSvg(svg: string, prefix: string, words: string, look: string | null = null): Html | null {
  // No alternative reads past the next "<".
  const token = /<[?!][^<>]*>|<(\/?)([A-Za-z][A-Za-z0-9:-]{0,40})((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|([^<]+)|</g;
  const root: Node = { name: '', attributes: {}, children: [] };
  const own = { class: look, role: 'img', 'aria-label': words, focusable: 'false' };
  const open: Node[] = [root];
  let dropped = 0;
  let parts = 0;
  for (const [, slash, name = '', rest = '', words_] of svg.matchAll(token)) {
    if (++parts > MOST_PARTS || open.length > DEEPEST) return null;
    const parent = open.at(-1) ?? root;
    if (words_ !== undefined) {
      if (dropped === 0 && /^(?:text|tspan)$/.test(parent.name)) parent.children.push(text(decoded(words_)));
      continue;
    }
    if (name === '') continue;
    const closes = slash === '/';
    const isEmpty = rest.endsWith('/');
    if (DROPPED.has(name.toLowerCase())) {
      if (!isEmpty) dropped = Math.max(0, dropped + (closes ? -1 : 1));
      continue;
    }
    if (dropped > 0 || !ELEMENTS.has(name)) continue;
    if (closes) {
      if (open.length === 1 || parent.name !== name) return null;
      open.pop();
      close(parent, open.at(-1) ?? root, root, own);
      continue;
    }
    const node: Node = { name, attributes: attributesOf(rest, prefix), children: [] };
    if (isEmpty) close(node, parent, root, own);
    else open.push(node);
  }
  const [drawing = nothing, ...others] = root.children;
  return open.length === 1 && others.length === 0 && drawing.startsWith('<svg') ? drawing : null;
}

/** @param own the attributes that a whole drawing gets */
function close(node: Node, parent: Node, root: Node, own: Readonly<Record<string, string | null>>): void {
  const { name, attributes, children } = node;
  // Nested drawings, and parts outside a drawing, aren't charts.
  if ((name === 'svg') !== (parent === root)) return;
  parent.children.push(element(name, { ...attributes, ...(name === 'svg' ? own : {}) }, join(children)));
}

function attributesOf(written: string, prefix: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of written.matchAll(
    /([A-Za-z][A-Za-z0-9:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    const value = safeValue(name, decoded(double ?? single ?? '').trim(), prefix);
    if (value !== null) attributes[name] = value;
  }
  return attributes;
}

function safeValue(name: string, value: string, prefix: string): string | null {
  if (name === 'id') return /^[A-Za-z][A-Za-z0-9_-]{0,60}$/.test(value) ? `${prefix}-${value}` : null;
  const own = REFERENCES.has(name) ? OWN_URL.exec(value)?.[1] : undefined;
  if (own !== undefined) return `url(#${prefix}-${own})`;
  if (PAINT_ATTRIBUTES.has(name)) return PAINT.test(value) ? value : null;
  if (NUMBERS.has(name)) return value.length <= 10_000 && NUMERIC.test(value) ? value : null;
  return WORDS.get(name)?.test(value) ? value : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decoded(written: string): string {
  return written.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}
