import type { Brief } from '../../../core';
import { say, saying, type Words } from '../../../core/base/say';
import type { Drawings } from '../../../core/render';
import { embedImages, type ReadImage, toBase64 } from '../../../files/named/embedImages';
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from '../../lsp';
import type { PrintPdf } from '../../machine';
import { writeWordFile } from '../../pages/wordFile';
import { part } from '../../part';
import { EXPORT_REQUEST, type ExportFormat, type ExportParams, type ExportResult } from '../../protocol';
import type { Feature } from '../feature';

type Written = { html: string } | { text: string } | { base64: string } | { error: string };

/** What a format is written from. */
interface Job {
  readonly brief: Brief;
  readonly drawings: Drawings;
  readonly params: ExportParams;
  readonly print: PrintPdf | null;
  readonly readImage: ReadImage;
  readonly signal: AbortSignal;
  /** In which the page is. */
  readonly words: Words | null;
  readonly render: typeof import('../../../core/render');
}

const WRITE: Readonly<Record<ExportFormat, (job: Job) => Written | Promise<Written>>> = {
  html: async (job) => ({ html: await pageOf(job) }),
  content: async ({ brief, drawings, readImage, render }) => ({
    html: await embedImages(render.exportContent(brief, drawings, true), readImage),
  }),
  md: ({ brief, drawings, render }) => ({ text: render.exportMarkdown(brief, drawings.styled) }),
  json: ({ brief, drawings, render }) => ({ text: `${JSON.stringify(render.exportData(brief, drawings), null, 2)}\n` }),
  pdf: async (job) => {
    if (!job.print) return { error: noPrinter() };
    const { paperFor, paperStyle, tooLongForPdf } = job.render;
    const error = tooLongForPdf(job.brief);
    if (error !== null) return { error };
    const printed = await job.print(await pageOf(job, paperStyle(paperFor(job.brief.language))), job.signal);
    return 'pdf' in printed ? { base64: toBase64(printed.pdf) } : printed;
  },
  docx: async ({ brief, drawings, readImage, render }) => {
    const options = { paper: render.paperFor(brief.language), readImage };
    const html = render.exportContent(brief, drawings, true);
    const error = render.tooLongForWord(html);
    return error === null ? { base64: toBase64(await writeWordFile(brief, html, options)) } : { error };
  },
};

function noPrinter(): string {
  return say(
    'A PDF is made by an installed browser, which cannot be started from here. Export as HTML, and print that to a PDF.',
  );
}

/** A brief as a file to hand on. */
export const exporting: Feature = {
  register: ({ connection, documentOf, answer, session }) => {
    connection.onRequest<ExportResult | null, void>(
      EXPORT_REQUEST,
      answer(EXPORT_REQUEST, async (given: unknown, token): Promise<ExportResult | null> => {
        const params = readExportParams(given);
        const { charts, formulas, styledLists, settings, print, imagesOf } = session();
        await session().whole(params.textDocument.uri);
        const document = await documentOf(params.textDocument.uri);
        if (!document) return null;
        const brief = document.brief();
        const render = await import('../../../core/render');
        const drawings: Drawings = {
          charts: (await charts?.all(render.chartRequests(brief))) ?? null,
          writeFormula: await formulas.ready(brief),
          styled: await styledLists.whole(brief, settings().bibliographyStyle),
        };
        const format = params.format ?? 'html';
        const error = format === 'md' ? null : render.tooLongForPage(brief);
        const job: Job = {
          ...{ brief, drawings, params, print, render },
          readImage: imagesOf(params.textDocument.uri),
          signal: signalOf(token),
          words: await session().wordsOfPage(brief.language),
        };
        const written = error === null ? await WRITE[format](job) : { error };
        if (token.isCancellationRequested)
          throw new ResponseError(LSPErrorCodes.RequestCancelled, `${EXPORT_REQUEST} was cancelled.`);
        return { version: document.version, reads: filesOf(brief), ...written };
      }),
    );
  },
};

function filesOf({ bibliography, texts, data, style }: Brief): string[] {
  return [...bibliography, ...texts, ...data, ...(style?.file ? [style.file] : [])].flatMap(({ uri }) => uri ?? []);
}

function pageOf({ brief, drawings, params, readImage, render, words }: Job, more = ''): Promise<string> {
  const { charts, writeFormula, styled = null } = drawings;
  const { style = '', evidence = true } = params;
  const page = saying(words, () =>
    render.renderPage(brief, style + more, charts, evidence ? 'in-page' : 'none', writeFormula, true, styled),
  );
  return embedImages(page, readImage);
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** @throws ResponseError (`InvalidParams`) where the parameters are not those of the request. */
function readExportParams(params: unknown): ExportParams {
  const uri = part(part(params, 'textDocument'), 'uri');
  const [format = 'html', style, evidence = true] = ['format', 'style', 'evidence'].map((key) => part(params, key));
  if (typeof uri !== 'string') throw invalid('textDocument.uri must be a text');
  if (!isFormat(format)) throw invalid(`format must be one of ${Object.keys(WRITE).join(', ')}`);
  if (typeof evidence !== 'boolean') throw invalid('evidence must be true or false');
  const needsStyle = format === 'html' || format === 'pdf';
  if (typeof style !== 'string' && (needsStyle || style !== undefined)) throw invalid('style must be a text');
  return { textDocument: { uri }, format, evidence, ...(typeof style === 'string' && { style }) };
}

function isFormat(value: unknown): value is ExportFormat {
  return typeof value === 'string' && Object.hasOwn(WRITE, value);
}

function invalid(what: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${EXPORT_REQUEST}: ${what}.`);
}
