import { ErrorCodes, ResponseError } from '../../lsp';
import { readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import { ACCEPT_PROBLEMS_REQUEST, type AcceptProblemsParams, type AcceptProblemsResult } from '../../protocol';
import type { Feature } from '../feature';

/** Returns the text of a baseline that accepts the present problems. The client writes it. */
export const acceptProblems: Feature = {
  register: ({ connection, documentOf, answer, session }) => {
    connection.onRequest<AcceptProblemsResult | null, void>(
      ACCEPT_PROBLEMS_REQUEST,
      answer(ACCEPT_PROBLEMS_REQUEST, async (params: unknown) => {
        const { textDocument, scope, folder } = readParams(params);
        await session().whole(textDocument.uri);
        const document = await documentOf(textDocument.uri);
        if (!document) return null;
        const { accepting } = await import('../../diagnostics/accepting');
        return accepting(session(), document.uri, scope, folder);
      }),
    );
  },
};

/** @throws ResponseError where the parameters have another form */
function readParams(params: unknown): AcceptProblemsParams {
  const textDocument = readTextDocument(ACCEPT_PROBLEMS_REQUEST, params);
  const scope = part(params, 'scope');
  const folder = part(params, 'folder');
  if (scope !== 'file' && scope !== 'workspace')
    throw new ResponseError(ErrorCodes.InvalidParams, `${ACCEPT_PROBLEMS_REQUEST}: scope must be file or workspace.`);
  if (typeof folder !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, `${ACCEPT_PROBLEMS_REQUEST}: folder must be a text.`);
  return { textDocument, scope, folder: folder.replace(/\/$/, '') };
}
