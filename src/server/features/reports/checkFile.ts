import { ErrorCodes, ResponseError } from '../../lsp';
import { part } from '../../part';
import { CHECK_REQUEST, type CheckResult } from '../../protocol';
import type { Feature } from '../feature';

/** Checks a Markdown file that nothing includes, or does not check one any more, because somebody wants it. */
export const checkFile: Feature = {
  register: ({ connection, answer, session }) => {
    connection.onRequest(
      CHECK_REQUEST,
      answer(CHECK_REQUEST, async (params: unknown): Promise<CheckResult> => {
        const uri = part(params, 'uri');
        if (typeof uri !== 'string')
          throw new ResponseError(ErrorCodes.InvalidParams, `${CHECK_REQUEST}: uri must be a text.`);
        await session().ready(uri);
        return { open: session().takeAsBrief(uri, part(params, 'stop') !== true) };
      }),
    );
  },
};
