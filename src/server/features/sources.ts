import { indexLines, type TextEdit } from '../../core/text';
import type { OpenDocument } from '../document';
import { ErrorCodes, ResponseError } from '../lsp';
import { part } from '../part';
import { type PositionEncoding, positionsIn } from '../positions';
import {
  ADD_SOURCE_REQUEST,
  type AddSourceParams,
  type AddSourceResult,
  type Edit,
  RENUMBER_REQUEST,
  type RenumberResult,
} from '../protocol';
import { readTextDocument } from '../readParams';
import type { Feature } from './feature';

/** What is done to the sources of a whole brief. */
export const sources: Feature = {
  register: ({ connection, documentOf, answer, agreement }) => {
    connection.onRequest(
      RENUMBER_REQUEST,
      answer(RENUMBER_REQUEST, async (params: unknown): Promise<RenumberResult | null> => {
        const document = await documentOf(readTextDocument(RENUMBER_REQUEST, params).uri);
        return document ? renumber(document) : null;
      }),
    );
    connection.onRequest<AddSourceResult | null, void>(
      ADD_SOURCE_REQUEST,
      answer(ADD_SOURCE_REQUEST, async (params: unknown) => {
        const { textDocument, written } = readAddSourceParams(params);
        const document = await documentOf(textDocument.uri);
        return document ? add(document, written, agreement().encoding) : null;
      }),
    );
  },
};

async function renumber(document: OpenDocument): Promise<RenumberResult> {
  const { organizeSources } = await import('../../core/features');
  const { version } = document;
  const brief = document.brief();
  if (!brief.sources.some(({ id }) => /^\^?\d+$/.test(id))) return { version, outcome: 'no numbers', edits: [] };
  const organized = organizeSources(brief);
  if (typeof organized === 'string') return { version, outcome: organized, edits: [] };
  return { version, outcome: 'done', edits: editsIn(document, organized.edits) };
}

async function add(document: OpenDocument, written: string, encoding: PositionEncoding): Promise<AddSourceResult> {
  const { addSource } = await import('../../core/features');
  const added = addSource(document.brief(), written);
  switch (added.kind) {
    case 'no place':
      return { kind: 'no place' };
    case 'known':
      return { kind: 'known', citation: added.citation, range: document.positions.rangeOf(added.span) };
    case 'added': {
      const { citation, text, title } = added;
      const after = positionsIn(text, indexLines(text), encoding);
      const source = { citation, edits: editsIn(document, added.edits), title: after.rangeOf(title) };
      return { kind: 'added', version: document.version, source };
    }
  }
}

function editsIn({ positions }: OpenDocument, edits: readonly TextEdit[]): Edit[] {
  return edits.map(({ span, newText }) => ({ range: positions.rangeOf(span), newText }));
}

function readAddSourceParams(params: unknown): AddSourceParams {
  const written = part(params, 'written');
  if (typeof written !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, `${ADD_SOURCE_REQUEST}: written must be a text.`);
  return { textDocument: readTextDocument(ADD_SOURCE_REQUEST, params), written };
}
