import { invalid, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import type { AcceptProblemsParams } from '../../protocol';
import type { Feature } from '../feature';

/** Returns the text of a baseline that accepts the present problems. The client writes it. */
export const acceptProblems: Feature = {
  register: ({ onWholeDocument, session }) => {
    onWholeDocument('brief/acceptProblems', readParams, async (document, { scope, folder }) => {
      const { accepting } = await import('../../diagnostics/accepting');
      return accepting(session(), document.uri, scope, folder);
    });
  },
};

/** @throws ResponseError where the parameters have another form */
function readParams(method: string, params: unknown): AcceptProblemsParams {
  const textDocument = readTextDocument(method, params);
  const scope = part(params, 'scope');
  const folder = part(params, 'folder');
  if (scope !== 'file' && scope !== 'workspace') throw invalid(method, 'scope must be file or workspace');
  if (typeof folder !== 'string') throw invalid(method, 'folder must be a text');
  return { textDocument, scope, folder: folder.replace(/\/$/, '') };
}
