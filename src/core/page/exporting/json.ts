import type { DrawnCharts } from '../../brief/figures/charts';
import type { Brief } from '../../brief/types';
import { type RenderOptions, renderBrief } from '../renderBrief';
import { keepAllowed } from '../safe/keepAllowed';
import { describeBrief } from './inspect';

/** Options for the charts and formulas of a page, drawn or to be drawn, and for its list of sources in a style. */
export type Drawings = Pick<RenderOptions, 'charts' | 'writeFormula' | 'styled'>;

/**
 * Returns a brief for other programs, to be written as JSON. This is an interface that stays put, so it only grows. Each item
 * of the long lists of its model is made when it is read, for a writer that keeps nothing.
 *
 * @returns `model` as `brief inspect` prints it, `html` as {@link exportContent} has it; both without the comments of people,
 *   unless these are wanted
 */
export function exportPieces(brief: Brief, drawings: Drawings, comments = false) {
  const model = describeBrief(brief, comments);
  return { version: 1, model, html: exportContent(brief, drawings, false, comments) } as const;
}

/** Writes such data as one text. */
export function wholeJson(data: object): string {
  return `${JSON.stringify(data, (_, value: unknown) => (isMadeWhileRead(value) ? [...value] : value), 2)}\n`;
}

function isMadeWhileRead(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/**
 * Returns the content of a page for use without its host: without style and evidence.
 *
 * @param loadsImages leaves places for images, by their paths, where the caller puts them in; else their words stand for them
 * @param comments whether it has the comments of people
 */
export function exportContent(brief: Brief, drawings: Drawings, loadsImages = false, comments = false): string {
  const charts = inOneWidth(drawings.charts ?? null);
  return keepAllowed(renderBrief(brief, { ...drawings, charts, loadsImages, comments, evidence: 'none' }));
}

/** Keeps one drawing of each chart: only the style of the page hides the others. */
function inOneWidth(charts: DrawnCharts | null): DrawnCharts | null {
  return (
    charts && new Map([...charts].map(([request, drawn]) => [request, 'svg' in drawn ? { svg: drawn.svg } : drawn]))
  );
}
