import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartDrawer } from '../charts/drawApart';
import { type Brief, chartRequests, type DrawnCharts, renderPage } from '../core';
import { CommandError, reasonOf } from './commandError';

/**
 * The one HTML file of a brief, in the style of the preview.
 *
 * @param more style beyond that
 */
export async function pageOf(brief: Brief, more = ''): Promise<string> {
  return renderPage(brief, readStyle() + more, await drawCharts(brief));
}

export async function drawCharts(brief: Brief): Promise<DrawnCharts> {
  const draw = chartDrawer(join(__dirname, 'charts.js'));
  const requests = chartRequests(brief);
  const drawn = await Promise.all(requests.map(draw));
  return new Map(requests.flatMap((request, i) => (drawn[i] ? [[request, drawn[i]]] : [])));
}

/** The preview's style, which the build puts beside this bundle. */
function readStyle(): string {
  const path = join(__dirname, 'webview', 'preview-style.css');
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError(`cannot read the style of the page, "${path}": ${reasonOf(error)}. Build it again.`);
  }
}
