/** The data of a figure: a chart with the data behind it, a table, or an error. */

import { derive } from '../../base/derive';
import { say } from '../../base/say';
import { type ChartRequest, type DrawnChart, requestOf } from '../../brief/figures/charts';
import { chartInWords } from '../../brief/figures/chartWords';
import { badFileOf, dataOf, type FigureData } from '../../brief/figures/data';
import { fingerprint } from '../../brief/queries/anchors';
import type { Cell, Figure, FigureContent } from '../../brief/types';
import { localeOf } from '../formats';
import { element, type Html, join, nothing, text } from '../html';
import type { Page } from '../page';
import { safeSvg } from '../safe/svg';

/** Most rows of a table; nobody reads more on a page. */
const MOST_ROWS = 200;

/** The chart of a figure, with its data one click away; or its table. */
export function renderData(figure: Figure, content: Extract<FigureContent, { kind: 'data' }>, page: Page): Html {
  const data = dataOf(content, figure.span, page.brief);
  if (data === null && 'path' in content.data) return renderPath(content.data.path.value, page);
  if (data === null) return nothing;
  if ('message' in data) return renderError(data.message, page);
  const table = () => renderRows(data, figure.title?.value ?? page.words.table, page);
  const request = requestOf(figure, page.brief);
  if (content.chart === 'table' || request === null || page.charts === null) return table();
  const { x, y, series } = data;
  const words = () =>
    x === null || y === null
      ? page.words.charts[chartOf(content)]
      : chartInWords(
          { rows: data.rows, x, y, series, chart: content.chart },
          page.words.charts[chartOf(content)],
          cellFormat(data, page),
          page.words.chartSentences,
        );
  return once(page.charts.get(request), [content.chart, data, request, ...factsOf(figure, page)], () => {
    const behind = element('details', { class: 'chart-data' }, element('summary', {}, text(page.words.data)), table());
    return join([renderChart(figure, request, words, page), behind]);
  });
}

/** A chart of an author's own specification. */
export function renderSpecification(
  figure: Figure,
  content: Extract<FigureContent, { kind: 'vega-lite' }>,
  page: Page,
): Html {
  const bad = badFileOf(content, page.brief);
  if (bad) return renderError(bad.message, page);
  const request = requestOf(figure, page.brief);
  const words = () => descriptionOf(content.spec) ?? page.words.charts['vega-lite'];
  if (request === null || page.charts === null) return element('p', {}, text(figure.alt?.value ?? words()));
  return once(page.charts.get(request), [words(), request, ...factsOf(figure, page)], () =>
    renderChart(figure, request, words, page),
  );
}

/** Returns the facts that a drawn chart is rendered with. */
function factsOf({ id, title, alt }: Figure, { brief }: Page): readonly unknown[] {
  return [id?.value, title?.value, alt?.value, brief.language];
}

/** Most renderings kept of one drawing. Figures with the same data share it, and a renamed figure keeps it. */
const MOST_WAYS = 8;
const waysOf = derive((_drawn: DrawnChart) => new Map<string, Html>());

/**
 * Returns the markup of a drawing, from the cache if it is there: it is large, and most edits don't change it.
 *
 * @param facts everything else that the markup is made from
 */
function once(drawn: DrawnChart | undefined, facts: readonly unknown[], write: () => Html): Html {
  if (!drawn) return write();
  const ways = waysOf(drawn);
  const key = JSON.stringify(facts);
  const html = ways.get(key) ?? write();
  if (ways.size >= MOST_WAYS) ways.clear();
  ways.set(key, html);
  return html;
}

function renderChart(figure: Figure, request: ChartRequest, inWords: () => string, page: Page): Html {
  const drawn = page.charts?.get(request);
  // The placeholder is as large as most drawings, so that little moves when the drawing comes.
  if (!drawn) return element('div', { class: 'chart chart-waiting' }, text(page.words.drawing));
  if ('error' in drawn) return renderError(drawn.error, page);
  const words = figure.alt?.value ?? inSentences(figure.title?.value, inWords(), page);
  const name = `chart-${fingerprint(`${figure.id?.value ?? ''} ${request}`)}`;
  const svg = safeSvg(drawn.svg, name, words);
  const narrower = (['medium', 'narrow'] as const).map(
    (width) => safeSvg(drawn[width] ?? '', `${name}-${width}`, words, `chart-${width}`) ?? nothing,
  );
  if (svg === null) return renderError(say('The chart could not be drawn. Simplify its specification.'), page);
  const label = figure.title?.value ?? page.words.charts['vega-lite'];
  return element('div', { class: 'chart', role: 'group', tabindex: 0, 'aria-label': label }, svg, ...narrower);
}

/** Joins a title and a description as sentences of the language. */
function inSentences(title: string | undefined, words: string, page: Page): string {
  if (!title) return words;
  const { stop } = page.words.chartSentences;
  const end = /[.!?…。！？؟]$/.test(title) ? '' : stop;
  return `${title}${end}${stop === '。' ? '' : ' '}${words}`;
}

/** Renders the error in place of the figure. */
function renderError(message: string, page: Page): Html {
  return element('p', { class: 'figure-error' }, element('strong', {}, text(page.words.notDrawn)), text(message));
}

function renderPath(path: string, page: Page): Html {
  return element('p', { class: 'data-file' }, text(page.words.dataIn), element('code', {}, text(path)));
}

function chartOf({ chart }: Extract<FigureContent, { kind: 'data' }>) {
  return chart === 'table' ? 'vega-lite' : chart;
}

function descriptionOf(spec: unknown): string | null {
  if (typeof spec !== 'object' || spec === null || !('description' in spec)) return null;
  return typeof spec.description === 'string' && spec.description.trim() !== '' ? spec.description : null;
}

/**
 * Renders rows as a table: the named columns first, numbers aligned to the right.
 *
 * @param name accessible name of the table
 */
function renderRows(data: FigureData, name: string, page: Page): Html {
  const columns = new Set([data.x, data.series, data.y].flatMap((name) => name ?? []));
  for (const name of data.columns) columns.add(name);
  const { words } = page;
  const rows = data.rows.slice(0, MOST_ROWS);
  const numeric = new Set([...columns].filter((name) => rows.every((row) => typeof (row[name] ?? 0) === 'number')));
  const side = (name: string) => (numeric.has(name) ? 'align-right' : null);
  const format = cellFormat(data, page);
  const header = [...columns].map((name) => element('th', { scope: 'col', class: side(name) }, text(name)));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      join([...columns].map((name) => element('td', { class: side(name) }, text(format(row[name] ?? null, name))))),
    ),
  );
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, join(header))),
    element('tbody', {}, join(body)),
  );
  const left = data.rows.length - rows.length;
  const more = left > 0 ? element('p', { class: 'more-rows' }, text(words.moreRows(left))) : nothing;
  return element('div', { class: 'scroller', role: 'region', tabindex: 0, 'aria-label': name }, table, more);
}

/** Returns a function that formats a cell. A year is a number too, but has no thousands separator. */
function cellFormat({ x }: FigureData, { brief }: Page): (cell: Cell, name?: string) => string {
  const format = new Intl.NumberFormat(localeOf(brief.language), { maximumFractionDigits: 20 });
  return (cell, name) => {
    if (typeof cell !== 'number') return cell ?? '';
    const isPlain = Number.isInteger(cell) && (Math.abs(cell) < 10_000 || (name !== undefined && name === x));
    return isPlain ? String(cell) : format.format(cell);
  };
}
