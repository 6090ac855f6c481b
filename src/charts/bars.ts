/** Bars, standing or lying. */
import { colour, sideTitle, titleOf } from './axes';
import { FONT_SIZE, LINE_HEIGHT, NUMBER_FORMAT, ON_PALETTE, PAPER } from './look';
import { cycled, type Json, nameOf, type Plot } from './plot';
import { linesOf, textWidth } from './textWidth';

/** Most numbers to label bars with: more would overlap. */
const MOST_LABELS = 24;
/** Largest share of the width that names of lying bars may take. */
const NAME_SHARE = 0.42;

const HALF_OF_LINES = `-${LINE_HEIGHT / 2} * (split(datum.label, '\\n').length - 1)`;

/** Layout of the bars of a chart. */
interface Layout {
  /** True if the bars lie, because their names don't fit below them. */
  readonly lies: boolean;
  /** True if the bars of a category are parts of one bar. */
  readonly isStacked: boolean;
  readonly isLabelled: boolean;
  /** Number of bars side by side in a category. */
  readonly groups: number;
  /** The names of the categories, in lines where the bars lie. */
  readonly categories: readonly string[];
  /** Largest width of the name of a lying bar, in pixels. */
  readonly most: number;
  /** Width of the bars without their names, in pixels. */
  readonly room: number;
  /** Height of the highest name, in pixels. */
  readonly highest: number;
  readonly along: 'x' | 'y';
  readonly across: 'x' | 'y';
}

/** Draws standing bars if their names fit below them, else lying bars. Parts of wholes of 100 are stacked. */
export function bars(plot: Plot): Json {
  const { series, width } = plot;
  const layout = layOut(plot);
  const { lies, isStacked, isLabelled, groups, categories, room, highest, along, across } = layout;
  const nameOfRow = new Map(plot.categories.map((name, i) => [name, categories[i] ?? name]));
  const rows = plot.rows.map((row) => ({ ...row, c: nameOfRow.get(row.c) ?? row.c, o: series.indexOf(row.s) }));
  const value = valueAxis(plot, layout);
  const offset = { field: 's', type: 'nominal', sort: series, scale: { paddingInner: 0.08 } };
  const bar = {
    mark: { type: 'bar', ...(isStacked ? { stroke: PAPER, strokeWidth: 1.5, cornerRadius: 0 } : {}) },
    encoding: {
      ...(series.length > 0 ? { color: colour(plot, 'square', lies ? room : width) } : {}),
      ...(isStacked ? { order: { field: 'o', type: 'quantitative' } } : {}),
    },
  };
  const labels = isStacked ? labelsInside(plot, layout, value) : labelsAtEnds(layout);
  return {
    ...(lies ? { height: Math.max(130, categories.length * (Math.max(groups * 20, highest) + 16) + 70) } : {}),
    data: { values: rows },
    encoding: {
      [along]: nameAxis(plot, layout),
      [across]: value,
      ...(groups > 1 ? { [`${along}Offset`]: offset } : {}),
    },
    layer: isLabelled ? [bar, labels] : [bar],
    ...(isStacked ? { resolve: { scale: { color: 'independent' } } } : {}),
  };
}

function layOut(plot: Plot): Layout {
  const { series, width } = plot;
  const slot = (width - 60) / plot.categories.length;
  const lies = plot.categories.some((name) => textWidth(name, FONT_SIZE) > slot - 6);
  const most = width * NAME_SHARE;
  const categories = plot.categories.map((name) => (lies ? linesOf(name, FONT_SIZE, most).join('\n') : name));
  const isStacked = series.length > 1 && isWhole(plot);
  const lines = categories.map((name) => name.split('\n'));
  const groups = isStacked ? 1 : Math.max(1, series.length);
  return {
    lies,
    isStacked,
    isLabelled: plot.rows.length <= MOST_LABELS && (lies || slot / groups > 34),
    groups,
    categories,
    most,
    room: width - Math.max(...lines.flat().map((line) => textWidth(line, FONT_SIZE))) - 16,
    highest: Math.max(...lines.map(({ length }) => length)) * LINE_HEIGHT,
    ...(lies ? { along: 'y', across: 'x' } : { along: 'x', across: 'y' }),
  };
}

function nameAxis(plot: Plot, { lies, categories, most, highest }: Layout): Json {
  return {
    field: 'c',
    type: 'nominal',
    sort: categories,
    title: titleOf(plot),
    scale: { paddingInner: categories.length < 5 && !lies ? 0.5 : 0.3, paddingOuter: 0.2 },
    axis: {
      ticks: false,
      domain: !lies,
      labelLimit: lies ? most : 240,
      title: titleOf(plot) === null ? null : undefined,
      labelOverlap: false,
      // Vega puts the first line where a single one would be.
      ...(lies && highest > LINE_HEIGHT ? { encoding: { labels: { update: { dy: { signal: HALF_OF_LINES } } } } } : {}),
    },
  };
}

function valueAxis(plot: Plot, { lies, isStacked, isLabelled, room }: Layout): Json {
  return {
    field: 'y',
    type: 'quantitative',
    stack: isStacked ? 'zero' : null,
    ...(isLabelled && !isStacked ? { scale: lies ? beside(plot, room) : below(plot) } : {}),
    title: linesOf(nameOf(plot.job.names.y), FONT_SIZE, lies ? room : plot.width),
    axis: {
      ...(lies ? {} : sideTitle(plot)),
      ...(isLabelled
        ? { labels: false, ticks: false, grid: false, domain: false }
        : { tickCount: lies ? Math.round(room / 80) : 5, grid: true, domain: false }),
    },
  };
}

/** The numbers within the parts of stacked bars that have room for one. */
function labelsInside({ series }: Plot, { lies, room, across }: Layout, value: Json): Json {
  return {
    mark: { type: 'text' },
    transform: [{ filter: `datum.y >= ${lies ? Math.ceil(2400 / room) : 5}` }],
    encoding: {
      [across]: { ...value, bandPosition: 0.5 },
      color: {
        field: 's',
        type: 'nominal',
        scale: { domain: series, range: cycled(ON_PALETTE, series.length) },
        legend: null,
      },
      text: { field: 'y', formatType: NUMBER_FORMAT },
      order: { field: 'o', type: 'quantitative' },
    },
  };
}

/** The numbers at the ends of bars. */
function labelsAtEnds({ lies }: Layout): Json {
  const sign = 'datum.y < 0';
  const place = lies
    ? {
        align: { expr: `${sign} ? 'right' : 'left'` },
        baseline: 'middle',
        dx: { expr: `${sign} ? -6 : 6` },
      }
    : { baseline: { expr: `${sign} ? 'top' : 'bottom'` }, dy: { expr: `${sign} ? 5 : -4` } };
  return { mark: { type: 'text', ...place }, encoding: { text: { field: 'y', formatType: NUMBER_FORMAT } } };
}

/** Leaves room for the number below a bar that goes down, so that it stays clear of the names. */
function below({ rows }: Plot): Json {
  return rows.some(({ y }) => y < 0) ? { padding: 24 } : {};
}

/**
 * Returns a scale of lying bars that leaves room for the numbers at their ends.
 *
 * @param room for both, in pixels
 */
function beside({ rows, formats }: Plot, room: number): Json {
  const values = rows.map(({ y }) => y);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const number = Math.max(...values.map((value) => textWidth(formats.number(value), FONT_SIZE))) + 10;
  const [before, behind] = [low < 0 ? number : 0, high > 0 ? number : 0];
  const perPixel = (high - low) / Math.max(room / 4, room - before - behind);
  return high > low ? { domain: [low - before * perPixel, high + behind * perPixel], nice: false } : {};
}

/** True if the parts of every category are percentages that add up to 100. */
function isWhole({ rows, categories }: Plot): boolean {
  const sums = new Map<string, number>();
  for (const { c, y } of rows) sums.set(c, (sums.get(c) ?? 0) + y);
  return (
    categories.length > 0 && [...sums.values()].every((sum) => Math.abs(sum - 100) < 1) && rows.every(({ y }) => y >= 0)
  );
}
