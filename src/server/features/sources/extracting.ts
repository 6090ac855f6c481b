import { ErrorCodes, ResponseError } from '../../lsp';
import { part } from '../../part';
import { EXTRACT_REQUEST, type ExtractResult } from '../../protocol';
import type { Feature } from '../feature';
import { bytesOf } from './importing';

/** The documents of sources as local copies. */
export const extracting: Feature = {
  register: ({ connection, answer, session }) => {
    connection.onRequest<ExtractResult, void>(
      EXTRACT_REQUEST,
      answer(EXTRACT_REQUEST, async (params: unknown): Promise<ExtractResult> => {
        const [name, base64] = [part(params, 'name'), part(params, 'base64')];
        if (typeof name !== 'string' || typeof base64 !== 'string')
          throw new ResponseError(ErrorCodes.InvalidParams, `${EXTRACT_REQUEST}: name and base64 must be texts.`);
        const { extractFile } = await import('../../../files/apart/extractFile');
        return extractFile(name, bytesOf(EXTRACT_REQUEST, base64), session().readPdf);
      }),
    );
  },
};
