/** Bars, standing or lying. */
import { colour, sideTitle, titleOf } from './axes';
import { FONT_SIZE, LINE_HEIGHT, NUMBER_FORMAT, ON_PALETTE, PAPER } from './look';
import { cycled, type Json, nameOf, type Plot } from './plot';
import { linesOf, textWidth } from './textWidth';

/** More labels than these would be in each other's way. */
const MOST_LABELS = 24;
/** The share of the width that names of lying bars may take. */
const NAME_SHARE = 0.42;

const HALF_OF_LINES = `-${LINE_HEIGHT / 2} * (split(datum.label, '\\n').length - 1)`;

/** Bars stand where their names fit below them, and lie where not. Parts of wholes of 100 are stacked. */
export function bars(plot: Plot): Json {
  const { series, job, width } = plot;
  const slot = (width - 60) / plot.categories.length;
  const lies = plot.categories.some((name) => textWidth(name, FONT_SIZE) > slot - 6);
  const most = width * NAME_SHARE;
  const inLines = (name: string) => (lies ? linesOf(name, FONT_SIZE, most).join('\n') : name);
  const categories = plot.categories.map(inLines);
  const rows = plot.rows.map((row) => ({ ...row, c: inLines(row.c), o: series.indexOf(row.s) }));
  const isStacked = series.length > 1 && isWhole(plot);
  const lines = categories.map((name) => name.split('\n'));
  // That of the bars, beside their names.
  const room = width - Math.max(...lines.flat().map((line) => textWidth(line, FONT_SIZE))) - 16;
  const highest = Math.max(...lines.map(({ length }) => length)) * LINE_HEIGHT;
  const groups = isStacked ? 1 : Math.max(1, series.length);
  const isLabelled = rows.length <= MOST_LABELS && (lies || slot / groups > 34);
  const [along, across] = lies ? ['y', 'x'] : ['x', 'y'];
  const offset = `${along}Offset`;
  const position = {
    field: 'c',
    type: 'nominal',
    sort: categories,
    title: titleOf(plot),
    scale: { paddingInner: categories.length < 5 && !lies ? 0.5 : 0.3, paddingOuter: 0.2 },
  };
  const value = {
    field: 'y',
    type: 'quantitative',
    stack: isStacked ? 'zero' : null,
    ...(isLabelled && !isStacked ? { scale: lies ? beside(plot, room) : below(plot) } : {}),
    title: linesOf(nameOf(job.names.y), FONT_SIZE, lies ? room : width),
    axis: {
      ...(lies ? {} : sideTitle(plot)),
      ...(isLabelled
        ? { labels: false, ticks: false, grid: false, domain: false }
        : { tickCount: lies ? Math.round(room / 80) : 5, grid: true, domain: false }),
    },
  };
  const shared = {
    [along]: {
      ...position,
      axis: {
        ticks: false,
        domain: !lies,
        labelLimit: lies ? most : 240,
        title: titleOf(plot) === null ? null : undefined,
        labelOverlap: false,
        // Vega puts the first line where a single one would be.
        ...(lies && highest > LINE_HEIGHT
          ? { encoding: { labels: { update: { dy: { signal: HALF_OF_LINES } } } } }
          : {}),
      },
    },
    [across]: value,
    ...(groups > 1 ? { [offset]: { field: 's', type: 'nominal', sort: series, scale: { paddingInner: 0.08 } } } : {}),
  };
  const sign = 'datum.y < 0';
  const labels: Json = isStacked
    ? {
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
      }
    : {
        mark: lies
          ? {
              type: 'text',
              align: { expr: `${sign} ? 'right' : 'left'` },
              baseline: 'middle',
              dx: { expr: `${sign} ? -6 : 6` },
            }
          : { type: 'text', baseline: { expr: `${sign} ? 'top' : 'bottom'` }, dy: { expr: `${sign} ? 5 : -4` } },
        encoding: { text: { field: 'y', formatType: NUMBER_FORMAT } },
      };
  const bar = {
    mark: { type: 'bar', ...(isStacked ? { stroke: PAPER, strokeWidth: 1.5, cornerRadius: 0 } : {}) },
    encoding: {
      ...(series.length > 0 ? { color: colour(plot, 'square', lies ? room : width) } : {}),
      ...(isStacked ? { order: { field: 'o', type: 'quantitative' } } : {}),
    },
  };
  return {
    ...(lies ? { height: Math.max(130, categories.length * (Math.max(groups * 20, highest) + 16) + 70) } : {}),
    data: { values: rows },
    encoding: shared,
    layer: isLabelled ? [bar, labels] : [bar],
    ...(isStacked ? { resolve: { scale: { color: 'independent' } } } : {}),
  };
}

/** Leaves room for the number below a bar that goes down, so that it stays clear of the names. */
function below({ rows }: Plot): Json {
  return rows.some(({ y }) => y < 0) ? { padding: 24 } : {};
}

/**
 * Bars that leave room for the numbers at their ends.
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

/** Whether the parts of every category are percents of a whole. */
function isWhole({ rows, categories }: Plot): boolean {
  const sums = new Map<string, number>();
  for (const { c, y } of rows) sums.set(c, (sums.get(c) ?? 0) + y);
  return (
    categories.length > 0 && [...sums.values()].every((sum) => Math.abs(sum - 100) < 1) && rows.every(({ y }) => y >= 0)
  );
}
