/** The data of a chart to a specification in Vega-Lite. */
import type { ChartJob, ChartPoint } from '../core/figures/charts';
import { say } from '../core/say';
import { type ColumnKind, kindOf, timeOf } from './columns';
import { DASHES, FONT_SIZE, NUMBER_FORMAT, ON_PALETTE, PALETTE, PAPER, SHAPES, TIME_FORMAT, WIDTH } from './look';
import type { Formats } from './numbers';
import { textWidth } from './textWidth';

type DataJob = Extract<ChartJob, { kind: 'data' }>;
export type Json = { readonly [key: string]: unknown };

/** What all kinds of charts need to know of their data. */
interface Plot {
  readonly job: DataJob;
  readonly formats: Formats;
  readonly kind: ColumnKind;
  /** What stands along the axis of `x`, in order. */
  readonly categories: readonly string[];
  /** In the order of the data; empty without series. */
  readonly series: readonly string[];
  readonly rows: readonly Row[];
}

/** Names of columns are the author's and may mean something to Vega: in specifications they are these. */
interface Row {
  /** The category, in words. */
  readonly c: string;
  /** Along a continuous axis. */
  readonly x: number | string;
  readonly y: number;
  readonly s: string;
}

const HEIGHT = 320;
const MOST_BARS = 200;
const MOST_SERIES = 24;
const MOST_SLICES = 24;
const RADIUS = 118;
/** More labels than these would be in each other's way. */
const MOST_LABELS = 24;

/** @returns why it is none, as sentences with what to do, where a chart of this kind would show nothing */
export function specOf(job: DataJob, formats: Formats): Json | { readonly error: string } {
  const plot = plotOf(job, formats);
  const { categories, series, rows } = plot;
  if (rows.length === 0) return { error: say('No row has both a name and a number. Fill them in.') };
  if (series.length > MOST_SERIES)
    return {
      error: say(
        'There are {0} series, and nobody can tell more than {1} apart. Sum them up.',
        series.length,
        MOST_SERIES,
      ),
    };
  switch (job.chart) {
    case 'bar':
      if (categories.length * Math.max(1, series.length) > MOST_BARS)
        return { error: say('There are more than {0} bars. Sum them up, or draw a line.', MOST_BARS) };
      return whole(plot, bars(plot));
    case 'pie':
      if (rows.length > MOST_SLICES) return { error: say('There are more than {0} slices. Draw bars.', MOST_SLICES) };
      if (rows.some(({ y }) => y < 0)) return { error: say('A slice cannot be less than nothing. Draw bars.') };
      return whole(plot, pie(plot));
    case 'line':
      return whole(plot, line(plot));
    case 'area':
      return whole(plot, area(plot));
    default:
      return whole(plot, points(plot));
  }
}

function plotOf(job: DataJob, formats: Formats): Plot {
  const kind = kindOf(job.points.map(({ x }) => x));
  const category = ({ x }: ChartPoint) => {
    if (kind === 'time') return formats.time(timeOf(x) ?? 0);
    return kind === 'number' ? formats.number(Number(x)) : nameOf(x);
  };
  const along = ({ x }: ChartPoint) => (kind === 'time' ? (timeOf(x) ?? 0) : kind === 'text' ? String(x) : Number(x));
  // Numbers and times have an order of their own; words stand as the author put them.
  const ordered =
    kind === 'text' || job.chart === 'pie'
      ? job.points
      : [...job.points].sort((a, b) => Number(along(a)) - Number(along(b)));
  const rows = ordered.map((point) => ({ c: category(point), x: along(point), y: point.y, s: nameOf(point.s ?? '') }));
  const unique = (values: readonly string[]) => [...new Set(values)];
  return {
    job,
    formats,
    kind,
    categories: unique(rows.map(({ c }) => c)),
    series: job.names.series === null ? [] : unique(job.points.map(({ s }) => nameOf(s ?? ''))),
    rows,
  };
}

/** Vega keeps names as keys of objects, where some mean something else: those get an invisible character. */
function nameOf(value: string | number): string {
  return value in Object.prototype ? `${value}\u200b` : String(value);
}

function whole(plot: Plot, parts: Json): Json {
  return {
    data: { values: plot.rows },
    width: WIDTH,
    height: HEIGHT,
    autosize: { type: 'fit', contains: 'padding' },
    ...parts,
  };
}

/** Bars stand where their names fit below them, and lie where not. Parts of wholes of 100 are stacked. */
function bars(plot: Plot): Json {
  const { categories, series, rows, job } = plot;
  const slot = (WIDTH - 60) / categories.length;
  const lies = categories.some((name) => textWidth(name, FONT_SIZE) > slot - 6);
  const isStacked = series.length > 1 && isWhole(plot);
  const groups = isStacked ? 1 : Math.max(1, series.length);
  const isLabelled = rows.length <= MOST_LABELS && (lies || slot / groups > 34);
  const [along, across] = lies ? ['y', 'x'] : ['x', 'y'];
  const offset = `${along}Offset`;
  const position = {
    field: 'c',
    type: 'nominal',
    sort: categories,
    title: titleOf(plot, 'x'),
    scale: { paddingInner: categories.length < 5 && !lies ? 0.5 : 0.3, paddingOuter: 0.2 },
  };
  // The number of a bar that goes down stands below it, and is not to reach into the names.
  const needsRoom = isLabelled && !isStacked && rows.some(({ y }) => y < 0);
  const value = {
    field: 'y',
    type: 'quantitative',
    stack: isStacked ? 'zero' : null,
    ...(needsRoom ? { scale: { padding: lies ? 70 : 24 } } : {}),
    title: nameOf(job.names.y),
    axis: isLabelled
      ? { labels: false, ticks: false, grid: false, domain: false, ...sideTitle(lies) }
      : { ...sideTitle(lies), tickCount: 5, grid: true, domain: false },
  };
  const shared = {
    [along]: {
      ...position,
      axis: {
        ticks: false,
        domain: !lies,
        labelLimit: lies ? 300 : 240,
        title: titleOf(plot, 'x') === null ? null : undefined,
        labelOverlap: false,
      },
    },
    [across]: value,
    ...(groups > 1 ? { [offset]: { field: 's', type: 'nominal', sort: series, scale: { paddingInner: 0.08 } } } : {}),
  };
  const sign = 'datum.y < 0';
  const labels: Json = isStacked
    ? {
        mark: { type: 'text' },
        transform: [{ filter: 'datum.y >= 5' }],
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
      ...(series.length > 0 ? { color: colour(plot, 'square') } : {}),
      ...(isStacked ? { order: { field: 'o', type: 'quantitative' } } : {}),
    },
  };
  return {
    ...(lies ? { height: Math.max(130, categories.length * (groups * 20 + 16) + 70) } : {}),
    data: { values: rows.map((row) => ({ ...row, o: series.indexOf(row.s) })) },
    encoding: shared,
    layer: isLabelled ? [bar, labels] : [bar],
    ...(isStacked ? { resolve: { scale: { color: 'independent' } } } : {}),
  };
}

/** Whether the parts of every category are percents of a whole. */
function isWhole({ rows, categories }: Plot): boolean {
  const sums = new Map<string, number>();
  for (const { c, y } of rows) sums.set(c, (sums.get(c) ?? 0) + y);
  return (
    categories.length > 0 && [...sums.values()].every((sum) => Math.abs(sum - 100) < 1) && rows.every(({ y }) => y >= 0)
  );
}

function line(plot: Plot): Json {
  const { series, rows } = plot;
  const dash = {
    field: 's',
    type: 'nominal',
    scale: { domain: series, range: cycled(DASHES, series.length) },
    legend: { symbolType: 'stroke', ...legendOf(plot) },
  };
  return {
    mark: { type: 'line', ...(rows.length <= 60 ? { point: { filled: true, size: 34 } } : {}) },
    encoding: {
      x: along(plot),
      y: upright(plot, reachesToZero(rows.map(({ y }) => y))),
      ...(series.length > 0 ? { color: colour(plot, 'stroke'), strokeDash: dash } : {}),
    },
  };
}

function area(plot: Plot): Json {
  const { series } = plot;
  return {
    mark:
      series.length > 0 ? { type: 'area', stroke: PAPER, strokeWidth: 1 } : { type: 'area', line: true, opacity: 0.3 },
    encoding: {
      x: along(plot),
      y: { ...upright(plot, true), stack: series.length > 0 ? 'zero' : null },
      ...(series.length > 0 ? { color: colour(plot, 'square') } : {}),
    },
  };
}

function points(plot: Plot): Json {
  const { series, rows } = plot;
  const shape = {
    field: 's',
    type: 'nominal',
    scale: { domain: series, range: cycled(SHAPES, series.length) },
    legend: legendOf(plot),
  };
  return {
    mark: { type: 'point', filled: true, size: rows.length > 300 ? 28 : 64, opacity: rows.length > 100 ? 0.7 : 1 },
    encoding: {
      x: along(plot),
      y: upright(plot, reachesToZero(rows.map(({ y }) => y))),
      ...(series.length > 0 ? { color: colour(plot, undefined), shape } : {}),
    },
  };
}

/** Slices are named where they are; who can not tell colours apart need not look for them. */
function pie({ rows, formats }: Plot): Json {
  const total = rows.reduce((sum, { y }) => sum + y, 0) || 1;
  const center = { x: WIDTH / 2, y: HEIGHT / 2 };
  const labels: { label: string; x: number; y: number; side: number }[] = [];
  let before = 0;
  for (const { c, y } of rows) {
    // The middle of the slice, clockwise from the top.
    const angle = (2 * Math.PI * (before + y / 2)) / total;
    const side = Math.sin(angle) < 0 ? -1 : 1;
    const [x, height] = [Math.sin(angle), -Math.cos(angle)].map((part) => part * (RADIUS + 16));
    labels.push({ label: `${c} ${formats.number(y)}`, x: center.x + (x ?? 0), y: center.y + (height ?? 0), side });
    before += y;
  }
  for (const side of [-1, 1]) partLabels(labels.filter((label) => label.side === side));
  const slices = rows.map(({ y }, o) => ({ y, o: String(o), at: o }));
  const order = slices.map(({ o }) => o);
  const scale = { domain: order, range: cycled(PALETTE, order.length) };
  const names = (side: number) => ({
    data: { values: labels.filter((label) => label.side === side) },
    mark: { type: 'text', align: side < 0 ? 'right' : 'left', baseline: 'middle', limit: WIDTH / 2 - RADIUS - 14 },
    encoding: {
      text: { field: 'label', type: 'nominal' },
      x: { field: 'x', type: 'quantitative', scale: null, axis: null },
      y: { field: 'y', type: 'quantitative', scale: null, axis: null },
    },
  });
  return {
    autosize: { type: 'none' },
    layer: [
      {
        data: { values: slices },
        mark: { type: 'arc', outerRadius: RADIUS, innerRadius: RADIUS / 2 },
        encoding: {
          theta: { field: 'y', type: 'quantitative', stack: true },
          order: { field: 'at', type: 'quantitative' },
          color: { field: 'o', type: 'nominal', scale, legend: null },
        },
      },
      names(-1),
      names(1),
    ],
  };
}

/** Moves the names on one side of a pie apart where they would stand in each other. */
function partLabels(labels: { y: number }[]): void {
  const lineHeight = FONT_SIZE * 1.45;
  labels.sort((a, b) => a.y - b.y);
  for (const [at, label] of labels.entries()) {
    const above = labels[at - 1];
    if (above) label.y = Math.max(label.y, above.y + lineHeight);
  }
  const low = HEIGHT - FONT_SIZE / 2;
  for (const [at, label] of [...labels.entries()].reverse()) {
    const below = labels[at + 1];
    label.y = Math.min(label.y, below ? below.y - lineHeight : low);
  }
}

function along(plot: Plot): Json {
  const { kind, categories } = plot;
  const title = titleOf(plot, 'x');
  if (kind === 'text')
    return {
      field: 'c',
      type: 'nominal',
      sort: categories,
      title,
      scale: { padding: 0.3 },
      axis: { labelOverlap: true },
    };
  if (kind === 'time')
    return {
      field: 'x',
      type: 'temporal',
      title,
      scale: { type: 'utc' },
      axis: {
        formatType: TIME_FORMAT,
        values: { expr: `[${someOf(plot.rows.map(({ x }) => Number(x))).join(', ')}]` },
        labelOverlap: true,
      },
    };
  const axis = kind === 'year' ? { format: 'd', formatType: 'number', tickMinStep: 1, tickCount: 8 } : { tickCount: 6 };
  return {
    field: 'x',
    type: 'quantitative',
    title,
    scale: { zero: false, nice: kind !== 'year', padding: 12 },
    axis: { ...axis, labelOverlap: true },
  };
}

/** At most seven of the values, evenly chosen: a tick stands where there is something to see. */
function someOf(values: readonly number[]): number[] {
  const all = [...new Set(values)];
  const step = Math.ceil(all.length / 7);
  return all.filter((_, at) => at % step === 0);
}

function upright({ job }: Plot, zero: boolean): Json {
  return {
    field: 'y',
    type: 'quantitative',
    title: nameOf(job.names.y),
    scale: { zero, nice: true, ...(zero ? {} : { padding: 12 }) },
    axis: { tickCount: 5, ...sideTitle(false) },
  };
}

/** A scale starts at zero unless all that happens is far above it. */
function reachesToZero(values: readonly number[]): boolean {
  const least = Math.min(...values);
  return least <= 0 || least < Math.max(...values) * 0.6;
}

/** The title of an upright axis lies above it, where it is read without turning the head. */
function sideTitle(lies: boolean): Json {
  return lies
    ? {}
    : { titleAngle: 0, titleAlign: 'left', titleAnchor: 'start', titleX: 0, titleY: -10, titleBaseline: 'bottom' };
}

/** What everybody sees need not be said: that 2021, 2022 are years. */
function titleOf({ kind, job }: Plot, axis: 'x' | 'y'): string | null {
  return axis === 'x' && (kind === 'year' || kind === 'time' || (kind === 'text' && job.chart !== 'point'))
    ? null
    : nameOf(job.names[axis]);
}

function colour(plot: Plot, symbolType: string | undefined): Json {
  const { series } = plot;
  return {
    field: 's',
    type: 'nominal',
    scale: { domain: series, range: cycled(PALETTE, series.length) },
    legend: { ...(symbolType ? { symbolType } : {}), ...legendOf(plot) },
  };
}

/** As many columns as fit side by side. */
function legendOf({ series }: Plot): Json {
  const widths = series.map((name) => Math.min(240, textWidth(name, FONT_SIZE)) + 40);
  const inOneRow = widths.reduce((sum, width) => sum + width, 0) <= WIDTH;
  // The title of the upright axis stands between the legend and the chart.
  return { offset: 36, columns: inOneRow ? series.length : Math.max(1, Math.floor(WIDTH / Math.max(...widths))) };
}

function cycled<T>(list: readonly T[], length: number): T[] {
  return Array.from({ length }, (_, i) => list[i % list.length]).flatMap((item) => (item === undefined ? [] : [item]));
}
