import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartDrawer } from '../charts/drawApart';
import { type Brief, TOO_MANY_FORMULAS, type WriteFormula, weighFormulas } from '../core/checking';
import { chartRequests, type Drawings, type DrawnCharts, renderPage } from '../core/render';
import { embedImages, type ReadImage } from '../files/embedImages';
import { imageReader } from '../files/readImages';
import { CommandError, reasonOf } from './commandError';

export interface PageOptions {
  /** Where the brief lies; `-`: nowhere. */
  readonly file: string;
  /** Whether it says what the sources say. */
  readonly evidence: boolean;
  /** Style beyond that of the preview. */
  readonly style?: string;
}

/** The one HTML file of a brief, in the style of the preview. */
export async function pageOf(brief: Brief, { file, evidence, style = '' }: PageOptions): Promise<string> {
  const { charts, writeFormula } = await drawingsOf(brief);
  const page = renderPage(brief, readStyle() + style, charts, evidence ? 'in-page' : 'none', writeFormula, true);
  return embedImages(page, imagesOf(file));
}

/** Reads the images of a brief: below this folder, or else below its own. */
export function imagesOf(file: string): ReadImage {
  return imageReader(file === '-' ? 'standard-input' : file, process.cwd());
}

/** The charts of a brief, drawn, and what writes its formulas. */
export async function drawingsOf(brief: Brief): Promise<Drawings> {
  const [charts, writeFormula] = await Promise.all([drawCharts(brief), formulaWriter(brief)]);
  return { charts, writeFormula };
}

export async function drawCharts(brief: Brief): Promise<DrawnCharts> {
  const draw = chartDrawer(join(__dirname, 'charts.js'));
  const requests = chartRequests(brief);
  const drawn = await Promise.all(requests.map(draw));
  return new Map(requests.flatMap((request, i) => (drawn[i] ? [[request, drawn[i]]] : [])));
}

/** What writes formulas, where the brief has any. */
async function formulaWriter(brief: Brief): Promise<WriteFormula | null> {
  const weight = weighFormulas(brief.text);
  if (weight === 'too many') return TOO_MANY_FORMULAS;
  return weight === 'some' ? (await import('../math')).writeFormula : null;
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
