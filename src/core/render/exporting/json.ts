import type { Brief } from '../../brief';
import { describeBrief, inspectBrief } from '../../features/overview/inspect';
import type { DrawnCharts } from '../../model/figures/charts';
import { type RenderOptions, renderBrief } from '../renderBrief';
import { keepAllowed } from '../safe/keepAllowed';

/** What `brief export --to json` writes; interfaces that stay put, so it only grows. */
export interface ExportedBrief {
  readonly version: 1;
  /** As `brief inspect` prints it. */
  readonly model: ReturnType<typeof inspectBrief>;
  /** The content of the page, without its style and without evidence. */
  readonly html: string;
}

/** What draws the charts and formulas of a page, or has drawn them, and its list of sources in a style. */
export type Drawings = Pick<RenderOptions, 'charts' | 'writeFormula' | 'styled'>;

/** A brief for other programs, to be written as JSON. */
export function exportData(brief: Brief, drawings: Drawings): ExportedBrief {
  return { version: 1, model: inspectBrief(brief), html: exportContent(brief, drawings) };
}

/** Does the same for a writer that keeps none of it: each item of the long lists of the model is made when it is read. */
export function exportPieces(brief: Brief, drawings: Drawings) {
  return { version: 1, model: describeBrief(brief), html: exportContent(brief, drawings) } as const;
}

/**
 * The content of a page that stands without its host: without style and evidence.
 *
 * @param loadsImages leaves places for images, by their paths, for the caller to put them in; else their words stand for them
 */
export function exportContent(brief: Brief, drawings: Drawings, loadsImages = false): string {
  const charts = inOneWidth(drawings.charts ?? null);
  return keepAllowed(renderBrief(brief, { ...drawings, charts, loadsImages, evidence: 'none' }));
}

/** Keeps one drawing of each chart: only the style of the page hides the others. */
function inOneWidth(charts: DrawnCharts | null): DrawnCharts | null {
  return (
    charts && new Map([...charts].map(([request, drawn]) => [request, 'svg' in drawn ? { svg: drawn.svg } : drawn]))
  );
}
