/** Drawings for Word: charts, and untrusted drawings of the brief's folder. */
import { CHART_COLOURS } from './colours';
import { type Element, isElement, type Node, readPage, xmlText } from './page';

const ELEMENTS = new Set(
  'svg g path rect line circle ellipse polygon polyline text tspan defs clipPath linearGradient radialGradient stop symbol use marker pattern mask style title desc'.split(
    ' ',
  ),
);
const FONTS = "Calibri, Carlito, 'Segoe UI', Arial, 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const DEEPEST = 200;

export interface Drawing {
  readonly svg: string;
  /** The size of the drawing, in pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Writes a drawing again, without scripts and external content, with its colours written out.
 *
 * @returns null if it isn't a drawing, or has no size
 */
export function writeDrawing(root: Element): Drawing | null {
  const size = sizeOf(root.attributes);
  if (root.name !== 'svg' || size === null) return null;
  const fonts = root.attributes['font-family'] === undefined ? { 'font-family': FONTS } : {};
  const { width, height } = size;
  const attributes = { ...fonts, ...root.attributes, xmlns: 'http://www.w3.org/2000/svg', ...numbers(size) };
  return { svg: write({ ...root, attributes }, 0), width, height };
}

/** Reads and writes the text of a drawing in the same way. */
export function readDrawing(text: string): Drawing | null {
  const root = readPage(text).children.find((child) => isElement(child) && child.name === 'svg');
  return isElement(root) ? writeDrawing(root) : null;
}

function write(node: Node, depth: number): string {
  if (!isElement(node)) return escapeText(node);
  const { name, children } = node;
  if (!ELEMENTS.has(name) || depth > DEEPEST) return '';
  const content = children.map((child) => write(child, depth + 1)).join('');
  if (name === 'style' && !isHarmless(content)) return '';
  const attributes = Object.entries(node.attributes).flatMap(([key, value]) => {
    const written = attributeOf(key, value);
    return written === null ? [] : [` ${key}="${escapeText(written).replace(/"/g, '&quot;')}"`];
  });
  return `<${name}${attributes.join('')}>${content}</${name}>`;
}

function attributeOf(name: string, value: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || /^on/i.test(name)) return null;
  if (name === 'href') return value.startsWith('#') ? value : null;
  if (/^(?:role|focusable|tabindex|aria-.*|data-.*)$/.test(name)) return null;
  const resolved = value.replace(/var\(--chart-([a-z0-9-]+)\)/g, (_, key: string) => CHART_COLOURS[key] ?? '#000');
  return name === 'xmlns' || isHarmless(resolved) ? resolved : null;
}

/** True if the text of a style or an attribute names nothing that would be loaded. */
function isHarmless(value: string): boolean {
  return !/[\\@]|:\/\/|javascript:|data:/i.test(value) && !/url\(\s*['"]?(?!#|['"#])/i.test(value);
}

/** Returns the size of a drawing, as written or from its view box; null if it has none that can be used. */
function sizeOf({
  width = '',
  height = '',
  viewBox = '',
}: Element['attributes']): { width: number; height: number } | null {
  const [, , boxWidth, boxHeight] = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const written = (value: string) =>
    /^\d+(?:\.\d+)?(?:px)?$/.test(value.trim()) ? Number.parseFloat(value) : undefined;
  const size = { width: written(width) ?? boxWidth ?? 0, height: written(height) ?? boxHeight ?? 0 };
  return size.width > 0 && size.height > 0 && size.width < 1e5 && size.height < 1e5 ? size : null;
}

const numbers = ({ width, height }: { width: number; height: number }) => ({
  width: String(width),
  height: String(height),
});

function escapeText(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
