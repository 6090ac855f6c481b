import { invalid } from '../../messages/readParams';
import { importFile, importPasted } from '../../pages/importing';
import { part } from '../../part';
import { IMPORT_REQUEST, type ImportResult } from '../../protocol';
import type { Feature } from '../feature';

/** Pasted text and files to a brief. */
export const importing: Feature = {
  register: ({ connection, answer }) => {
    connection.onRequest<ImportResult, void>(
      IMPORT_REQUEST,
      answer(IMPORT_REQUEST, (params: unknown): Promise<ImportResult> => {
        const [text, name, base64] = [part(params, 'text'), part(params, 'name'), part(params, 'base64')];
        if (typeof text === 'string') return importPasted(text);
        if (typeof name !== 'string' || typeof base64 !== 'string')
          throw invalid(IMPORT_REQUEST, 'text, or name and base64, must be texts');
        return importFile(name, bytesOf(IMPORT_REQUEST, base64));
      }),
    );
  },
};

/** @throws ResponseError where it is no Base64 */
export function bytesOf(method: string, base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    throw invalid(method, 'base64 must be Base64');
  }
}
