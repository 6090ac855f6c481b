import { readUri } from '../../messages/readParams';
import { part } from '../../part';
import type { Feature } from '../feature';

/** Checks a Markdown file that nothing includes, or does not check one any more, because somebody wants it. */
export const checkFile: Feature = {
  register: ({ onRequest, session }) => {
    onRequest('brief/check', async (params) => {
      const uri = readUri('brief/check', params);
      await session().ready(uri);
      return { open: session().takeAsBrief(uri, part(params, 'stop') !== true) };
    });
  },
};
