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
  type SourceFields,
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
        const asked = readAddSourceParams(params);
        const document = await documentOf(asked.textDocument.uri);
        return document ? add(document, asked, agreement().encoding) : null;
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

async function add(
  document: OpenDocument,
  { written, source: known }: AddSourceParams,
  encoding: PositionEncoding,
): Promise<AddSourceResult> {
  const { addSource } = await import('../../core/features');
  const added = addSource(document.brief(), written, known);
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
  const source = part(params, 'source');
  const textDocument = readTextDocument(ADD_SOURCE_REQUEST, params);
  return source === undefined ? { textDocument, written } : { textDocument, written, source: readFields(source) };
}

const TEXTS = ['title', 'publisher', 'published', 'accessed', 'url', 'doi', 'type', 'language', 'text'] as const;

function readFields(source: unknown): SourceFields {
  const fields: { -readonly [Key in keyof SourceFields]: SourceFields[Key] } = {};
  for (const key of TEXTS) {
    const value = part(source, key);
    if (value === undefined) continue;
    if (typeof value !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, `${ADD_SOURCE_REQUEST}: source.${key} must be a text.`);
    fields[key] = value;
  }
  const authors = part(source, 'authors');
  if (authors === undefined) return fields;
  if (!Array.isArray(authors) || !authors.every((author) => typeof author === 'string'))
    throw new ResponseError(ErrorCodes.InvalidParams, `${ADD_SOURCE_REQUEST}: source.authors must be a list of texts.`);
  return { ...fields, authors };
}
