import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, isRange, readTextDocument } from '../../messages/readParams';
import { markdownOf } from '../../pages/pastedHtml';
import { part } from '../../part';
import {
  MARKDOWN_REQUEST,
  type MarkdownResult,
  PASTE_URL_REQUEST,
  type PasteUrlParams,
  type PasteUrlResult,
} from '../../protocol';
import { newFile } from '../../workspace/newFile';
import type { Feature } from '../feature';

/** Offers the forms that a pasted address or rich text can take. */
export const paste: Feature = {
  register: ({ connection, documentOf, answer, agreement }) => {
    connection.onRequest(
      PASTE_URL_REQUEST,
      answer(PASTE_URL_REQUEST, async (params: unknown): Promise<PasteUrlResult | null> => {
        const { textDocument, range, url } = readPasteUrlParams(params);
        const { pasteUrl, pasteValue } = await import('../../../core/editor');
        const document = await documentOf(textDocument.uri);
        if (!document) return null;
        const { version, positions } = document;
        const place = positions.spanOf(range);
        const value = pasteValue(document.brief(), place, url);
        const all = value ? [value] : pasteUrl(document.brief(), place, url);
        const choices = all.map(({ edits, file, ...choice }) => ({
          ...choice,
          edits: toTextEdits(positions, edits),
          ...(file ? { file: newFile(file, agreement().encoding) } : {}),
        }));
        return { version, choices };
      }),
    );
    connection.onRequest(
      MARKDOWN_REQUEST,
      answer(MARKDOWN_REQUEST, async (params: unknown): Promise<MarkdownResult> => {
        const html = part(params, 'html');
        if (typeof html !== 'string') throw invalid(MARKDOWN_REQUEST, 'html must be a text');
        return { markdown: await markdownOf(html) };
      }),
    );
  },
};

function readPasteUrlParams(params: unknown): PasteUrlParams {
  const textDocument = readTextDocument(PASTE_URL_REQUEST, params);
  const range = part(params, 'range');
  const url = part(params, 'url');
  if (!isRange(range)) throw invalid(PASTE_URL_REQUEST, 'range must have a start and an end, each a position');
  if (typeof url !== 'string') throw invalid(PASTE_URL_REQUEST, 'url must be a text');
  return { textDocument, range, url };
}
