/** The data of a chart to a specification in Vega-Lite. */
import { say } from '../core/base/say';
import { along, colour, legendOf, upright, withNamesBelow } from './axes';
import { bars } from './bars';
import { DASHES, PAPER, SHAPES } from './look';
import type { Formats } from './numbers';
import { pie } from './pie';
import { cycled, type DataJob, type Json, type Plot, plotOf } from './plot';

const MOST_BARS = 200;
const MOST_SERIES = 24;
const MOST_SLICES = 24;

/**
 * @param width of the drawing, in pixels
 * @returns why it is none, as sentences with what to do, where a chart of this kind would show nothing
 */
export function specOf(job: DataJob, formats: Formats, width: number): Json | { readonly error: string } {
  const plot = plotOf(job, formats, width);
  const { categories, series, rows } = plot;
  if (rows.length === 0) return { error: say('No row has both a name and a number. Fill them in.') };
  if (series.length > MOST_SERIES)
    return {
      error: say(
        'There are {0} series, and readers can tell at most {1} apart. Combine some.',
        series.length,
        MOST_SERIES,
      ),
    };
  const below = withNamesBelow(plot);
  switch (job.chart) {
    case 'bar':
      if (categories.length * Math.max(1, series.length) > MOST_BARS)
        return { error: say('There are more than {0} bars. Combine some, or use a line.', MOST_BARS) };
      return whole(plot, bars(plot));
    case 'pie':
      if (rows.length > MOST_SLICES) return { error: say('There are more than {0} slices. Use bars.', MOST_SLICES) };
      if (rows.some(({ y }) => y < 0)) return { error: say('A pie slice cannot be negative. Use bars.') };
      return whole(plot, pie(plot));
    case 'line':
      return whole(below, line(below));
    case 'area':
      return whole(below, area(below));
    default:
      return whole(below, points(below));
  }
}

function whole(plot: Plot, parts: Json): Json {
  return {
    data: { values: plot.rows },
    width: plot.width,
    height: plot.height,
    // The names of categories are cut into lines.
    config: { lineBreak: '\n' },
    autosize: { type: 'fit', contains: 'padding' },
    ...parts,
  };
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

/** A scale starts at zero unless all that happens is far above it. */
function reachesToZero(values: readonly number[]): boolean {
  const least = Math.min(...values);
  return least <= 0 || least < Math.max(...values) * 0.6;
}
