/** Draws one chart after the other to SVG. Nothing is loaded, and no text is run as code. */
import { expressionFunction, type Loader, parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';
import { textMetrics } from 'vega-scenegraph';
import { say } from '../core/base/say';
import type { ChartJob, DrawnChart } from '../core/brief/figures/charts';
import { configFor, NUMBER_FORMAT, TIME_FORMAT, WIDTHS } from './look';
import { formatsFor } from './numbers';
import type { Json } from './plot';
import { specOf } from './spec';
import { textWidth } from './textWidth';

/** Most characters of the SVGs of one chart. More are too much for a page. */
const LARGEST = 2_000_000;

// Vega's own estimate of the width of a text fits no font, and Chinese least of all.
textMetrics.width = (item, text) => textWidth(String(text ?? item.text ?? ''), item.fontSize ?? 11);

/** Most characters of JSON in a chart that is drawn in several widths, as drawing takes long. */
const MOST_DRAWN_AGAIN = 1_000_000;

/** Draws a chart. Never throws and never rejects; how long it takes is for the caller to limit. */
export async function drawChart(job: ChartJob): Promise<DrawnChart> {
  try {
    const drawn = await drawAt(job, null);
    return 'error' in drawn ? drawn : { ...drawn, ...(await narrower(job, drawn.svg)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { error: say('{0} Correct the specification.', said(reason)) };
  }
}

/** Draws the chart in each width below that of `first`, and leaves out widths that it does not fit into. */
async function narrower(job: ChartJob, first: string): Promise<Partial<Record<keyof typeof WIDTHS, string>>> {
  const drawings: [string, string][] = [];
  let size = first.length;
  for (const [name, width] of canNarrow(job) ? Object.entries(WIDTHS) : []) {
    if (!(widthOf(first) > width)) continue;
    // An error in one width costs that width only.
    const drawn = await drawAt(job, width).catch(() => null);
    if (!drawn || 'error' in drawn || widthOf(drawn.svg) > width) continue;
    size += drawn.svg.length;
    if (size <= LARGEST) drawings.push([name, drawn.svg]);
  }
  return Object.fromEntries(drawings);
}

/**
 * True if the chart may be drawn in other widths. Charts of several views stay as they are, because each view has its own
 * width. So do charts with `autosize`, which sets how a chart fits.
 */
function canNarrow(job: ChartJob): boolean {
  if (JSON.stringify(job).length > MOST_DRAWN_AGAIN) return false;
  if (job.kind === 'data') return true;
  const { spec } = job;
  return typeof spec === 'object' && spec !== null && ('mark' in spec || 'layer' in spec) && !('autosize' in spec);
}

/** Reads the width of a drawing in pixels; NaN if it has none. */
function widthOf(svg: string): number {
  return Number(/^<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
}

/** @param width in pixels; null: what the author of a specification says, or a whole page */
async function drawAt(
  job: ChartJob,
  width: number | null,
): Promise<{ readonly svg: string } | { readonly error: string }> {
  const formats = formatsFor(job.language, job.kind === 'data' ? formatOf(job) : {});
  // Vega has one function of a name for all charts.
  expressionFunction(NUMBER_FORMAT, formats.number);
  expressionFunction(TIME_FORMAT, formats.time);
  const spec = job.kind === 'data' ? specOf(job, formats, width ?? WIDTHS.svg) : authored(job.spec, width);
  if ('error' in spec) return { error: String(spec.error) };
  if (!isSpec(spec)) return { error: say('This is not a Vega-Lite specification. It needs a mark and an encoding.') };
  const svg = await toSvg(spec, configFor(width ?? WIDTHS.svg));
  return svg.length > LARGEST ? { error: say('The chart has too many parts to show. Use fewer rows.') } : { svg };
}

function formatOf({ percent, points }: Extract<ChartJob, { kind: 'data' }>) {
  return { percent, days: points.some(({ x }) => /^\d{4}-\d{2}-\d{2}/.test(String(x))) };
}

/** A reason on one line, as a sentence. */
function said(reason: string): string {
  const line = reason.replace(/\s+/g, ' ').trim().slice(0, 300);
  return /[.!?。！？]$/.test(line) ? line : `${line}.`;
}

/** Returns an author's specification, in a width if one is given: `{ error }` for Vega, and `{}` if it isn't an object. */
function authored(spec: unknown, width: number | null): Json {
  if (typeof spec !== 'object' || spec === null) return {};
  if ('$schema' in spec && /\/vega\/v\d/.test(String(spec.$schema)))
    return { error: say('This is a Vega specification. Write a Vega-Lite one.') };
  if (width !== null) return { ...spec, width, autosize: { type: 'fit', contains: 'padding' } };
  // There is no page, and so no container.
  return { ...spec, ...('width' in spec && spec.width === 'container' ? { width: 560 } : {}) };
}

const PARTS = ['mark', 'layer', 'facet', 'hconcat', 'vconcat', 'concat', 'repeat'];

function isSpec(spec: object): spec is TopLevelSpec {
  return PARTS.some((part) => part in spec);
}

async function toSvg(spec: TopLevelSpec, config: Config): Promise<string> {
  const problems: string[] = [];
  const logger = loggerInto(problems);
  const { spec: compiled } = compile(spec, { config, logger });
  const runtime = parse(compiled, {}, { ast: true });
  const view = new View(runtime, { expr: expressionInterpreter, loader: REFUSING, logger, renderer: 'none' });
  try {
    await view.runAsync();
    const svg = await view.toSVG();
    if (problems[0] !== undefined) throw new Error(problems[0]);
    return svg;
  } finally {
    view.finalize();
  }
}

const refuse = (uri: string): Promise<never> =>
  Promise.reject(new Error(say('A chart cannot load files or pages, so "{0}" is not read', uri.slice(0, 100))));

/**
 * Loads nothing: rows are already in the specification. An address is given as missing rather than refused, because Vega
 * neither waits for a link nor expects it to fail.
 */
const REFUSING: Loader = { load: refuse, sanitize: async () => ({ href: '' }), http: refuse, file: refuse };

function loggerInto(problems: string[]) {
  const logger = {
    level: () => logger,
    error: (...parts: readonly unknown[]) => {
      problems.push(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '));
      return logger;
    },
    // Vega only warns of data that it can't load, and goes on without them.
    warn: (...parts: readonly unknown[]) =>
      /^(?:Loading|Data ingestion) failed$/.test(String(parts[0])) ? logger.error(...parts.slice(2)) : logger,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}
