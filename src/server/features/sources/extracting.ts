import { invalid } from '../../messages/readParams';
import { part } from '../../part';
import type { Feature } from '../feature';
import { bytesOf } from './importing';

/** The documents of sources as local copies. */
export const extracting: Feature = {
  register: ({ onRequest, session }) => {
    onRequest('brief/extract', async (params) => {
      const [name, base64] = [part(params, 'name'), part(params, 'base64')];
      if (typeof name !== 'string' || typeof base64 !== 'string')
        throw invalid('brief/extract', 'name and base64 must be texts');
      const { extractFile } = await import('../../../files/apart/extractFile');
      return extractFile(name, bytesOf('brief/extract', base64), session().readPdf);
    });
  },
};
