import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, isRange, readTextDocument } from '../../messages/readParams';
import { markdownOf } from '../../pages/pastedHtml';
import { part } from '../../part';
import type { Params } from '../../protocol';
import { newFile } from '../../workspace/newFile';
import type { Feature } from '../feature';

/** Offers the forms that a pasted address or rich text can take. */
export const paste: Feature = {
  register: ({ onRequest, onDocument, agreement }) => {
    onDocument('brief/pasteUrl', readPasteUrlParams, async (document, { range, url }) => {
      const { pasteUrl, pasteValue } = await import('../../../core/editor');
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
    });
    onRequest('brief/markdown', async (params) => {
      const html = part(params, 'html');
      if (typeof html !== 'string') throw invalid('brief/markdown', 'html must be a text');
      return { markdown: await markdownOf(html) };
    });
  },
};

function readPasteUrlParams(method: string, params: unknown): Params<'brief/pasteUrl'> {
  const textDocument = readTextDocument(method, params);
  const range = part(params, 'range');
  const url = part(params, 'url');
  if (!isRange(range)) throw invalid(method, 'range must have a start and an end, each a position');
  if (typeof url !== 'string') throw invalid(method, 'url must be a text');
  return { textDocument, range, url };
}
