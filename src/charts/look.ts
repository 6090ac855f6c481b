/** Look of charts. Colours are variables of the page's style, so that light, dark, contrast and print need no other drawing. */
import type { Config } from 'vega-lite';

/**
 * Widths of drawings in pixels, by the names of their drawings: one for a whole page, and two for places where its texts would
 * be too small. The style of the page chooses one (`webview/style/figures.css`).
 */
export const WIDTHS = { svg: 680, medium: 460, narrow: 320 } as const;
const INK = 'var(--chart-ink)';
const MUTED = 'var(--chart-muted)';
const GRID = 'var(--chart-grid)';
export const PAPER = 'var(--chart-paper)';
export const FONT_SIZE = 13;
/** Distance from one line of a text to the next, in pixels. */
export const LINE_HEIGHT = 16;

const COLOURS = 8;
const numbered = (name: string): string[] => Array.from({ length: COLOURS }, (_, i) => `var(--chart-${name}${i + 1})`);
/** Colours that people with any colour vision can tell apart, after Okabe and Ito. */
export const PALETTE = numbered('');
/** Colours of text on each colour of the palette. */
export const ON_PALETTE = numbered('on-');
/** Strokes of lines, and shapes of points: colour alone need not tell them apart. */
export const DASHES = [
  [1, 0],
  [7, 3],
  [2, 3],
  [10, 3, 2, 3],
  [5, 2],
  [1, 2],
  [12, 4],
  [4, 4],
];
export const SHAPES = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'triangle-right',
  'stroke',
];

/** Space around the drawing, in pixels. */
export const PADDING = 4;

/** Names of our formats of numbers and of times. */
export const NUMBER_FORMAT = 'briefNumber';
export const TIME_FORMAT = 'briefTime';

/** @param width of the drawing, in pixels */
export function configFor(width: number): Config {
  const narrower =
    width < WIDTHS.svg ? { legend: { ...CONFIG.legend, columns: Math.floor(width / 150), labelLimit: 110 } } : {};
  return { ...CONFIG, ...narrower };
}

const CONFIG: Config = {
  background: 'transparent',
  padding: PADDING,
  customFormatTypes: true,
  numberFormatType: NUMBER_FORMAT,
  view: { stroke: null, continuousWidth: 560, continuousHeight: 280, discreteWidth: { step: 56 } },
  range: { category: PALETTE, symbol: SHAPES },
  axis: {
    labelColor: MUTED,
    titleColor: MUTED,
    gridColor: GRID,
    tickColor: GRID,
    domainColor: GRID,
    labelFontSize: FONT_SIZE,
    titleFontSize: FONT_SIZE,
    titleFontWeight: 'normal',
    labelLimit: 240,
    labelPadding: 6,
    titlePadding: 8,
  },
  axisX: { grid: false, labelAngle: 0 },
  axisY: { domain: false, ticks: false },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    title: null,
    labelColor: INK,
    titleColor: MUTED,
    labelFontSize: FONT_SIZE,
    titleFontSize: FONT_SIZE,
    labelLimit: 240,
    symbolSize: 110,
    columnPadding: 18,
    offset: 12,
    padding: 0,
  },
  title: { color: INK, subtitleColor: MUTED, fontSize: 15, anchor: 'start' },
  header: { labelColor: MUTED, titleColor: MUTED, labelFontSize: FONT_SIZE, titleFontSize: FONT_SIZE },
  mark: { color: 'var(--chart-1)' },
  bar: { cornerRadiusEnd: 2 },
  line: { strokeWidth: 2.25 },
  text: { color: INK, fontSize: FONT_SIZE },
  rule: { color: MUTED },
  arc: { stroke: PAPER, strokeWidth: 1.5 },
};
