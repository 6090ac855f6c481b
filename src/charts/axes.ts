/** Axes, their titles, and legends. */
import { FONT_SIZE, LINE_HEIGHT, PALETTE, TIME_FORMAT } from './look';
import { cycled, type Json, nameOf, type Plot } from './plot';
import { linesOf, textWidth } from './textWidth';

export function along(plot: Plot): Json {
  const { kind, categories, width } = plot;
  const title = titleOf(plot);
  if (kind === 'text')
    return {
      field: 'c',
      type: 'nominal',
      sort: categories,
      title,
      scale: { padding: 0.3 },
      axis: namesBelow(plot),
    };
  if (kind === 'time')
    return {
      field: 'x',
      type: 'temporal',
      title,
      scale: { type: 'utc' },
      axis: {
        formatType: TIME_FORMAT,
        values: {
          expr: `[${someOf(
            plot.rows.map(({ x }) => Number(x)),
            Math.round(width / 97),
          ).join(', ')}]`,
        },
        labelOverlap: true,
      },
    };
  const axis =
    kind === 'year'
      ? { format: 'd', formatType: 'number', tickMinStep: 1, tickCount: Math.round(width / 85) }
      : { tickCount: Math.round(width / 113) };
  return {
    field: 'x',
    type: 'quantitative',
    title,
    scale: { zero: false, nice: kind !== 'year', padding: 12 },
    axis: { ...axis, labelOverlap: true },
  };
}

/** Returns the width that each name has below a line, in pixels. */
function slotOf({ width, categories }: Plot): number {
  return (width - 60) / categories.length - 6;
}

/** Most lines of a name below a line. Its words are not cut. */
const MOST_LINES = 3;

/** Breaks names into lines where they then fit side by side. Otherwise the plot gets room for slanted names. */
export function withNamesBelow(plot: Plot): Plot {
  const slot = slotOf(plot);
  if (plot.kind !== 'text' || plot.categories.every((name) => textWidth(name, FONT_SIZE) <= slot)) return plot;
  const fits = (name: string) =>
    name.split(/\s+/).every((word) => textWidth(word, FONT_SIZE) <= slot) &&
    linesOf(name, FONT_SIZE, slot).length <= MOST_LINES;
  if (!plot.categories.every(fits)) return { ...plot, height: plot.height + SLANTED / 2 };
  const inLines = (name: string) => linesOf(name, FONT_SIZE, slot).join('\n');
  return {
    ...plot,
    categories: plot.categories.map(inLines),
    rows: plot.rows.map((row) => ({ ...row, c: inLines(row.c) })),
  };
}

/** Longest slanted name, in pixels. */
const SLANTED = 130;

/** The names below a line: upright where they fit, else slanted. Where even that is too much, some are left out. */
function namesBelow(plot: Plot): Json {
  const slot = slotOf(plot);
  const lines = plot.categories.flatMap((name) => name.split('\n'));
  if (lines.every((line) => textWidth(line, FONT_SIZE) <= slot)) return {};
  return {
    values: someOf(plot.categories, Math.floor((plot.width - 60) / LINE_HEIGHT)),
    labelAngle: -40,
    labelAlign: 'right',
    labelBaseline: 'middle',
    labelLimit: SLANTED,
  };
}

/** Returns at most `most` of the distinct values, evenly chosen: each tick stands at a value of the data. */
function someOf<T>(values: readonly T[], most: number): T[] {
  const all = [...new Set(values)];
  const step = Math.ceil(all.length / most);
  return all.filter((_, at) => at % step === 0);
}

export function upright(plot: Plot, zero: boolean): Json {
  return {
    field: 'y',
    type: 'quantitative',
    title: sideLines(plot),
    scale: { zero, nice: true, ...(zero ? {} : { padding: 12 }) },
    axis: { tickCount: 5, ...sideTitle(plot) },
  };
}

/** Puts the title of an upright axis above it, where it is read without turning the head. */
export function sideTitle(plot: Plot): Json {
  const titleY = -10 - below(plot);
  return { titleAngle: 0, titleAlign: 'left', titleAnchor: 'start', titleX: 0, titleY, titleBaseline: 'bottom' };
}

/** The title of an upright axis, in lines as wide as the drawing. */
function sideLines({ job, width }: Plot): string[] {
  return linesOf(nameOf(job.names.y), FONT_SIZE, width - 8);
}

/** Returns the height of the lines below the first line of that title, in pixels. */
function below(plot: Plot): number {
  return (sideLines(plot).length - 1) * LINE_HEIGHT;
}

/** Returns the title of the axis of `x`, in lines; null for years, dates and, except in charts of points, names. */
export function titleOf({ kind, job, width }: Plot): string[] | null {
  return kind === 'year' || kind === 'time' || (kind === 'text' && job.chart !== 'point')
    ? null
    : linesOf(nameOf(job.names.x), FONT_SIZE, width - 60);
}

/** @param room of the legend, in pixels */
export function colour(plot: Plot, symbolType: string | undefined, room: number = plot.width): Json {
  const { series } = plot;
  return {
    field: 's',
    type: 'nominal',
    scale: { domain: series, range: cycled(PALETTE, series.length) },
    legend: { ...(symbolType ? { symbolType } : {}), ...legendOf(plot, room) },
  };
}

/** Lays out a legend in as many columns as fit side by side. */
export function legendOf(plot: Plot, room: number = plot.width): Json {
  const { series } = plot;
  const labelLimit = Math.min(240, room - 40);
  const widths = series.map((name) => Math.min(labelLimit, textWidth(name, FONT_SIZE)) + 40);
  const inOneRow = widths.reduce((sum, each) => sum + each, 0) <= room;
  const columns = inOneRow ? series.length : Math.max(1, Math.floor(room / Math.max(...widths)));
  // The title of the upright axis stands between the legend and the chart.
  return { offset: 36 + below(plot), columns, labelLimit };
}
