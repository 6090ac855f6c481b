import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  type Brief,
  chartRequests,
  type Drawings,
  exportContent,
  exportData,
  exportMarkdown,
  paperFor,
  paperStyle,
  renderPage,
} from '../../core';
import type { PrintPdf } from '../printing';
import { EXPORT_REQUEST, type ExportFormat, type ExportParams, type ExportResult } from '../protocol';
import { part } from '../settings';
import type { Feature } from './feature';

type Written = { html: string } | { text: string } | { base64: string } | { error: string };

/** What a format is written from. */
interface Job {
  readonly brief: Brief;
  readonly drawings: Drawings;
  readonly params: ExportParams;
  readonly print: PrintPdf | null;
  readonly signal: AbortSignal;
}

const WRITE: Readonly<Record<ExportFormat, (job: Job) => Written | Promise<Written>>> = {
  html: (job) => ({ html: pageOf(job) }),
  content: ({ brief, drawings }) => ({ html: exportContent(brief, drawings) }),
  md: ({ brief }) => ({ text: exportMarkdown(brief) }),
  json: ({ brief, drawings }) => ({ text: `${JSON.stringify(exportData(brief, drawings), null, 2)}\n` }),
  pdf: async (job) => {
    if (!job.print) return { error: NO_PRINTER };
    const printed = await job.print(pageOf(job, paperStyle(paperFor(job.brief.language))), job.signal);
    return 'pdf' in printed ? { base64: toBase64(printed.pdf) } : printed;
  },
};

const NO_PRINTER =
  'A PDF is made by an installed browser, which cannot be started from here. Export as HTML, and print that to a PDF.';

/** A brief as a file to hand on. */
export const exporting: Feature = {
  register: ({ connection, answer, session }) => {
    connection.onRequest<ExportResult | null, void>(
      EXPORT_REQUEST,
      answer(EXPORT_REQUEST, async (given: unknown, token): Promise<ExportResult | null> => {
        const params = readExportParams(given);
        const { charts, formulas, print, document: find } = session();
        const document = find(params.textDocument.uri);
        if (!document) return null;
        const brief = document.brief();
        const drawings: Drawings = {
          charts: (await charts?.all(chartRequests(brief))) ?? null,
          writeFormula: await formulas.ready(brief),
        };
        const write = WRITE[params.format ?? 'html'];
        const written = await write({ brief, drawings, params, print, signal: signalOf(token) });
        if (token.isCancellationRequested)
          throw new ResponseError(LSPErrorCodes.RequestCancelled, `${EXPORT_REQUEST} was cancelled.`);
        return { version: document.version, ...written };
      }),
    );
  },
};

function pageOf({ brief, drawings, params: { style = '', evidence = true } }: Job, more = ''): string {
  const { charts, writeFormula } = drawings;
  return renderPage(brief, style + more, charts, evidence ? 'in-page' : 'none', writeFormula);
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** As Node and browsers both can. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
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
