import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { chartRequests, renderPage } from '../../core';
import { EXPORT_REQUEST, type ExportParams, type ExportResult } from '../protocol';
import { part } from '../settings';
import type { Feature } from './feature';

/** A brief as a file to hand on. */
export const exporting: Feature = {
  register: ({ connection, answer, session }) => {
    connection.onRequest(
      EXPORT_REQUEST,
      answer(EXPORT_REQUEST, async (params: unknown): Promise<ExportResult | null> => {
        const { textDocument, style } = readExportParams(params);
        const document = session().document(textDocument.uri);
        if (!document) return null;
        const brief = document.brief();
        const charts = (await session().charts?.all(chartRequests(brief))) ?? null;
        return { version: document.version, html: renderPage(brief, style, charts) };
      }),
    );
  },
};

/** @throws ResponseError (`InvalidParams`) where the parameters are not those of the request. */
function readExportParams(params: unknown): ExportParams {
  const uri = part(part(params, 'textDocument'), 'uri');
  const style = part(params, 'style');
  if (typeof uri !== 'string') throw invalid('textDocument.uri must be a text');
  if (typeof style !== 'string') throw invalid('style must be a text');
  return { textDocument: { uri }, style };
}

function invalid(what: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${EXPORT_REQUEST}: ${what}.`);
}
