import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartDrawer } from '../charts/drawApart';
import { type Brief, chartRequests, type DrawnChart, renderPage } from '../core';
import { CommandError, reasonOf } from './commandError';
import { printDocument } from './output';
import type { Arguments } from './parseArguments';
import { readBrief } from './readBrief';

/** `brief render FILE`: writes one self-contained HTML page, in the style of the preview. */
export async function render(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const brief = await readBrief(file);
  await printDocument(renderPage(brief, readStyle(), await drawCharts(brief)), args.valueOf('output'));
  return 0;
}

async function drawCharts(brief: Brief): Promise<Map<string, DrawnChart>> {
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
