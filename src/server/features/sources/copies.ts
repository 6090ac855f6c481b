import type { Brief } from '../../../core';
import type { MadeCopy } from '../../../core/editor';
import { toTextEdits } from '../../diagnostics/toLsp';
import { positionsIn } from '../../documents/positions';
import { folderOf } from '../../documents/uris';
import { invalid, readLocated } from '../../messages/readParams';
import { part } from '../../part';
import type { CopiesResult } from '../../protocol';
import type { Feature } from '../feature';

/**
 * Lists the sources of a brief whose text is not here, for a client that fetches it, and names the copies in the brief. The
 * server itself makes no requests.
 */
export const copies: Feature = {
  register: ({ onDocument, agreement }) => {
    onDocument('brief/copies', readLocated, (document) => copiesOf(document.uri, document.brief()));
    onDocument('brief/nameCopies', readCopies, async (document, { made }) => {
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
    });
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

function readCopies(method: string, params: unknown) {
  const value = part(params, 'copies');
  if (!Array.isArray(value)) throw invalid(method, 'copies must be a list');
  const made = value.map((copy: unknown): MadeCopy => {
    const [id, path, partOf] = [part(copy, 'id'), part(copy, 'path'), part(copy, 'part')];
    if (typeof id !== 'string') throw invalid(method, 'each copy must have an id');
    if (path === null) {
      if (partOf !== 'paywall' && partOf !== 'scripts')
        throw invalid(method, 'part must be paywall or scripts without a path');
      return { id, path, part: partOf };
    }
    if (typeof path !== 'string' || !PATH.test(path)) throw invalid(method, 'path must be that of a copy, or null');
    if (partOf !== null && partOf !== 'abstract' && partOf !== 'excerpt')
      throw invalid(method, 'part must be abstract, excerpt or null');
    return { id, path, part: partOf };
  });
  return { ...readLocated(method, params), made };
}
