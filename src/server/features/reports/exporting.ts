import type { Brief } from '../../../core';
import { saying, type Words } from '../../../core/base/say';
import type { Drawings, ExportJob, Written } from '../../../core/page';
import { isOutputFormat, OUTPUT_FORMATS, OUTPUTS } from '../../../core/page/exporting/outputs';
import { embedImages, type ReadImage, toBase64 } from '../../../files/named/embedImages';
import type { CancellationToken } from '../../lsp';
import { stopIfCancelled } from '../../messages/answers';
import { invalid, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import type { ExportFormat, Params } from '../../protocol';
import type { Feature } from '../feature';

type Render = typeof import('../../../core/page');

/** Writes a brief as a file to hand on. */
export const exporting: Feature = {
  register: ({ onRequest, onWholeDocument, session }) => {
    onRequest('brief/printTrouble', async () => {
      const { printer } = session();
      return printer ? printer.trouble() : (await import('../../../core/page')).noPrinter();
    });
    onWholeDocument('brief/export', readParams, async (document, params, token) => {
      const { charts, formulas, styledLists, settings, printer, imagesOf } = session();
      const brief = document.brief();
      const render = await import('../../../core/page');
      const styled = () => styledLists.whole(brief, settings().bibliographyStyle);
      const drawings = async (): Promise<Drawings> => ({
        charts: (await charts?.all(render.chartRequests(brief))) ?? null,
        writeFormula: await formulas.ready(brief),
        styled: await styled(),
      });
      const paper = render.paperFor(brief.language);
      const readImage = imagesOf(params.textDocument.uri);
      const words = await session().wordsOfPage(brief.language);
      const job: ExportJob = {
        ...{ brief, paper, drawings, styled, comments: params.comments === true },
        page: async (style) =>
          embedImages(pageOf(render, job.brief, await drawings(), params, words, style), readImage),
        print: printer && ((html) => printer.print(html, signalOf(token))),
        writeWord: async (html) => (await import('../../../word')).writeDocx(brief, html, { paper, readImage }),
      };
      const { format = 'html' } = params;
      const written =
        format === 'content'
          ? await contentOf(render, job, readImage)
          : inAnswer(render, format, await render.exportBrief(format, job));
      stopIfCancelled('brief/export', token);
      return { version: document.version, reads: filesOf(brief), ...written };
    });
  },
};

function filesOf({ bibliography, texts, data, style }: Brief): string[] {
  return [...bibliography, ...texts, ...data, ...(style?.file ? [style.file] : [])].flatMap(({ uri }) => uri ?? []);
}

type File =
  | { readonly html: string }
  | { readonly text: string }
  | { readonly base64: string }
  | { readonly error: string };

/** Returns the content of a page, to be pasted into other programs. */
async function contentOf(render: Render, { brief, drawings }: ExportJob, readImage: ReadImage): Promise<File> {
  const error = render.tooLongForPage(brief);
  if (error !== null) return { error };
  return { html: await embedImages(render.exportContent(brief, await drawings(), true), readImage) };
}

/** Returns an exported file in the form that the client gets. */
function inAnswer(render: Render, format: ExportFormat, written: Written): File {
  if ('error' in written) return written;
  if ('bytes' in written) return { base64: toBase64(written.bytes) };
  const text = 'data' in written ? render.wholeJson(written.data) : written.text;
  return format === 'html' ? { html: text } : { text };
}

function pageOf(
  render: Render,
  brief: Brief,
  { charts, writeFormula, styled = null }: Drawings,
  { style = '', evidence = false, comments = false }: Params<'brief/export'>,
  words: Words | null,
  more: string,
): string {
  return saying(words, () =>
    render.renderPage(brief, style + more, charts, evidence ? 'in-page' : 'none', writeFormula, true, styled, comments),
  );
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** @throws ResponseError (`InvalidParams`) if the parameters don't fit the request. */
function readParams(method: string, params: unknown): Params<'brief/export'> {
  const textDocument = readTextDocument(method, params);
  const [format = 'html', style, evidence = false, comments = false] = ['format', 'style', 'evidence', 'comments'].map(
    (key) => part(params, key),
  );
  if (!isFormat(format)) throw invalid(method, `format must be one of ${[...OUTPUT_FORMATS, 'content'].join(', ')}`);
  if (typeof evidence !== 'boolean') throw invalid(method, 'evidence must be true or false');
  if (typeof comments !== 'boolean') throw invalid(method, 'comments must be true or false');
  const needsStyle = format !== 'content' && OUTPUTS[format].isPage;
  if (typeof style !== 'string' && (needsStyle || style !== undefined)) throw invalid(method, 'style must be a text');
  return { textDocument, format, evidence, comments, ...(typeof style === 'string' && { style }) };
}

function isFormat(value: unknown): value is ExportFormat {
  return value === 'content' || isOutputFormat(value);
}
