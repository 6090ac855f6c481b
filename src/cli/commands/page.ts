import { join } from 'node:path';
import { say, spoken } from '../../core/base/say';
import type { Brief } from '../../core/checking';
import {
  chartRequests,
  type Drawings,
  type DrawnCharts,
  isSimplifiedChinese,
  renderPage,
  type StyledList,
  saying,
  tooLongForPage,
  type Words,
} from '../../core/page';
import { chartDrawer } from '../../files/apart/drawCharts';
import { listSourcesOf } from '../../files/apart/listSources';
import { embedImages, type ReadImage } from '../../files/named/embedImages';
import { imageReader } from '../../files/named/readImages';
import { CommandError } from '../commandError';
import { formulaWriter } from '../io/formulas';
import { noteInputUri } from '../io/inputs';
import { printError } from '../io/output';
import { readOwn } from '../io/readOwn';
import { wordsOfChinese } from '../language';

export interface PageOptions {
  /** Path of the brief; `-` for standard input. */
  readonly file: string;
  /** True if the page shows what the sources say. */
  readonly evidence: boolean;
  /** True if the page shows the comments of people. */
  readonly comments?: boolean;
  /** CSS to add to the style of the preview. */
  readonly style?: string;
}

/** Returns a brief as one HTML file, in the style of the preview. */
export async function pageOf(brief: Brief, { file, evidence, comments, style = '' }: PageOptions): Promise<string> {
  const { charts, writeFormula, styled = null } = await drawingsOf(brief);
  const page = saying(wordsOf(brief.language), () =>
    renderPage(brief, readStyle() + style, charts, evidence ? 'in-page' : 'none', writeFormula, true, styled, comments),
  );
  return embedImages(page, imagesOf(file));
}

/** Reads the images of a brief: below this folder, or else below its own. */
export function imagesOf(file: string): ReadImage {
  return imageReader(file === '-' ? 'standard-input' : file, process.cwd(), noteInputUri);
}

/**
 * Returns the drawn charts of a brief, the function that writes its formulas, and its sources in the style that it names.
 *
 * @throws CommandError where the brief is too long for a page
 */
export async function drawingsOf(brief: Brief): Promise<Drawings> {
  const error = tooLongForPage(brief);
  if (error !== null) throw nothingWritten(error);
  const [charts, writeFormula, styled] = await Promise.all([
    drawCharts(brief),
    formulaWriter(brief.text),
    styledOf(brief),
  ]);
  return { charts, writeFormula, styled };
}

/** @param why a brief cannot be written in a format, in sentences */
export function nothingWritten(why: string): CommandError {
  return new CommandError(say('nothing was written. {0}', why));
}

/** Most sources that are listed in a style: each takes a few milliseconds. */
export const MOST_STYLED = 2000;

/** Lists the sources of a brief in the style that it names. If that fails, standard error says why. */
export async function styledOf(brief: Brief): Promise<StyledList | null> {
  const styled = await listSourcesOf(brief, { fallback: 'compact', most: MOST_STYLED });
  if (styled && 'unstyled' in styled)
    printError(
      say('the sources are listed in the compact style, not in "{0}": {1}', brief.style?.name ?? '', styled.unstyled),
    );
  return styled;
}

async function drawCharts(brief: Brief): Promise<DrawnCharts> {
  const draw = chartDrawer(join(__dirname, 'charts.js'));
  const requests = chartRequests(brief);
  const drawn = await Promise.all(requests.map(draw));
  return new Map(requests.flatMap((request, i) => (drawn[i] ? [[request, drawn[i]]] : [])));
}

/** Returns the words for a page. It is in the language of its brief, also where it speaks of evidence. */
function wordsOf(language: string): Words | null {
  if (/^en(?:$|[-_])/i.test(language)) return null;
  if (spoken() !== null || !isSimplifiedChinese(language)) return spoken();
  return wordsOfChinese();
}

/** Reads the preview's style, which the build puts beside this bundle. */
function readStyle(): string {
  return readOwn(say('the style of the page'), join(__dirname, 'webview', 'preview-style.css'));
}
