/** Briefs of the tests with their files read and their charts drawn. */
import { drawChart } from '../../src/charts/draw';
import { chartRequests, type DrawnCharts } from '../../src/core/brief/figures/charts';
import { parseBrief } from '../../src/core/brief/parseBrief';
import type { Brief, DataFile } from '../../src/core/brief/types';
import { readRows } from '../../src/formats/rows';
import { EVERYTHING_FILES } from '../everything';

function readFiles(files: Readonly<Record<string, string>>): DataFile[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const read = readRows(text, path);
    return 'rows' in read ? [{ path, columns: read.columns, rows: read.rows }] : [];
  });
}

/** @param files those that the brief may name, by their paths */
export async function drawn(
  text: string,
  files: Readonly<Record<string, string>> = EVERYTHING_FILES,
): Promise<{ readonly brief: Brief; readonly charts: DrawnCharts }> {
  const missing = { path: 'data/missing.csv', columns: [], rows: [], unreadable: 'There is no such file.' };
  const brief = parseBrief(text, { data: [...readFiles(files), missing] });
  const charts: [string, Awaited<ReturnType<typeof drawChart>>][] = [];
  // One after the other, as one is drawn at a time.
  for (const request of chartRequests(brief)) charts.push([request, await drawChart(JSON.parse(request))]);
  return { brief, charts: new Map(charts) };
}
