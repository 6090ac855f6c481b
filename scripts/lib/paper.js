/** A page on paper, as a picture: what a browser prints, drawn by the viewer of PDFs that Firefox has. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce, npm } from './install.js';

const PDFJS = '6.5.438';
/** Nothing is there: all that this address has is answered by us. */
const HERE = 'https://paper.invalid/';

const SHEETS = `<!doctype html><style>
  body { margin: 0; display: flex; gap: 24px; padding: 24px; background: #d8dade; width: max-content }
  canvas { background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 30%) }
</style><body></body>`;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} html a page that loads nothing
 * @param {{ sheets: number, width: number, scale: number }} size how many sheets of A4 stand side by side, each so many CSS
 *   pixels wide
 * @returns {Promise<Buffer>} a PNG
 */
export async function pictureOfPaper(browser, html, { sheets, width, scale }) {
  const pdfjs = await installPdfJs();
  const page = await browser.newPage({ deviceScaleFactor: scale });
  await page.setContent(html);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
  await page.route(`${HERE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: SHEETS });
    if (name === 'page.pdf') return route.fulfill({ contentType: 'application/pdf', body: pdf });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(pdfjs, name)) });
  });
  await page.goto(HERE);
  await page.evaluate(draw, { address: HERE, sheets, width, scale });
  const picture = await page.locator('body').screenshot();
  await page.close();
  return picture;
}

/**
 * Runs in the page.
 *
 * @param {{ address: string, sheets: number, width: number, scale: number }} options
 */
async function draw({ address, sheets, width, scale }) {
  const { getDocument, GlobalWorkerOptions } = await import(`${address}pdf.min.mjs`);
  GlobalWorkerOptions.workerSrc = `${address}pdf.worker.min.mjs`;
  const pdf = await getDocument({ url: `${address}page.pdf` }).promise;
  for (let number = 1; number <= Math.min(sheets, pdf.numPages); number++) {
    const sheet = await pdf.getPage(number);
    const whole = sheet.getViewport({ scale: 1 });
    const viewport = sheet.getViewport({ scale: (width / whole.width) * scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    canvas.style.width = `${canvas.width / scale}px`;
    document.body.append(canvas);
    await sheet.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
  }
}

/** @returns {Promise<string>} the folder with its scripts */
async function installPdfJs() {
  const folder = await installOnce(`pdfjs-${PDFJS}`, async (folder, progress) => {
    progress.step(`Fetching pdf.js ${PDFJS}, once, about 40 MB`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    await npm(folder, ['install', `pdfjs-dist@${PDFJS}`, '--omit=optional'], 'pdf.js');
  });
  return join(folder, 'node_modules/pdfjs-dist/build');
}
