import type { Brief } from '../../../core';
import type { MadeCopy } from '../../../core/editor';
import { toTextEdits } from '../../diagnostics/toLsp';
import { positionsIn } from '../../documents/positions';
import { folderOf } from '../../documents/uris';
import { invalid, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import { COPIES_REQUEST, type CopiesResult, NAME_COPIES_REQUEST, type NameCopiesResult } from '../../protocol';
import type { Feature } from '../feature';

/**
 * Lists the sources of a brief whose text is not here, for a client that fetches it, and names the copies in the brief. The
 * server itself makes no requests.
 */
export const copies: Feature = {
  register: ({ connection, documentOf, answer, agreement }) => {
    connection.onRequest<CopiesResult | null, void>(
      COPIES_REQUEST,
      answer(COPIES_REQUEST, async (params: unknown) => {
        const document = await documentOf(readTextDocument(COPIES_REQUEST, params).uri);
        return document ? copiesOf(document.uri, document.brief()) : null;
      }),
    );
    connection.onRequest<NameCopiesResult | null, void>(
      NAME_COPIES_REQUEST,
      answer(NAME_COPIES_REQUEST, async (params: unknown) => {
        const made = readCopies(part(params, 'copies'));
        const document = await documentOf(readTextDocument(NAME_COPIES_REQUEST, params).uri);
        if (!document) return null;
        const { version, positions } = document;
        const { nameCopies } = await import('../../../core/editor');
        const { edits, files, unnamed } = nameCopies(document.brief(), made);
        return {
          version,
          edits: toTextEdits(positions, edits),
          files: files.map(({ file, edits: ofFile }) => ({
            uri: file.uri,
            edits: toTextEdits(positionsIn(file.written, file.lines, agreement().encoding), ofFile),
          })),
          unnamed,
        };
      }),
    );
  },
};

async function copiesOf(uri: string, brief: Brief): Promise<CopiesResult> {
  const { copiesToMake } = await import('../../../core/editor');
  const { own, ofLibrary, unplaced } = copiesToMake(brief);
  const library = brief.library?.uri;
  return {
    parts: [
      ...(own.length > 0 ? [{ folder: `${folderOf(uri)}/sources`, prefix: 'sources/', sources: own }] : []),
      ...(ofLibrary.length > 0 && library !== undefined
        ? [{ folder: `${library}/copies`, prefix: 'copies/', sources: ofLibrary }]
        : []),
    ],
    unplaced,
  };
}

/** Form of the paths that we give to copies: no other is written into a brief. */
const PATH = /^(?:sources|copies)\/[\p{L}\p{M}\p{N}-]+\.(?:md|txt)$/u;

function readCopies(value: unknown): readonly MadeCopy[] {
  if (!Array.isArray(value)) throw invalid(NAME_COPIES_REQUEST, 'copies must be a list');
  return value.map((copy: unknown): MadeCopy => {
    const [id, path, partOf] = [part(copy, 'id'), part(copy, 'path'), part(copy, 'part')];
    if (typeof id !== 'string') throw invalid(NAME_COPIES_REQUEST, 'each copy must have an id');
    if (path === null) {
      if (partOf !== 'paywall' && partOf !== 'scripts')
        throw invalid(NAME_COPIES_REQUEST, 'part must be paywall or scripts without a path');
      return { id, path, part: partOf };
    }
    if (typeof path !== 'string' || !PATH.test(path))
      throw invalid(NAME_COPIES_REQUEST, 'path must be that of a copy, or null');
    if (partOf !== null && partOf !== 'abstract' && partOf !== 'excerpt')
      throw invalid(NAME_COPIES_REQUEST, 'part must be abstract, excerpt or null');
    return { id, path, part: partOf };
  });
}
