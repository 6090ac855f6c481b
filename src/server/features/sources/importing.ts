import { invalid } from '../../messages/readParams';
import { importFile, importPasted } from '../../pages/importing';
import { part } from '../../part';
import type { ImportResult } from '../../protocol';
import type { Feature } from '../feature';

/** Pasted text and files to a brief. */
export const importing: Feature = {
  register: ({ onRequest }) => {
    onRequest('brief/import', (params: unknown): Promise<ImportResult> => {
      const [text, name, base64] = [part(params, 'text'), part(params, 'name'), part(params, 'base64')];
      if (typeof text === 'string') return importPasted(text);
      if (typeof name !== 'string' || typeof base64 !== 'string')
        throw invalid('brief/import', 'text, or name and base64, must be texts');
      return importFile(name, bytesOf('brief/import', base64));
    });
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
