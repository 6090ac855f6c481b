import type { WorkspaceEdit } from 'vscode-languageserver';
import { say } from '../../../core/base/say';
import type { Agreement } from '../../agreement';
import { MessageType, ShowMessageNotification } from '../../lsp';
import { send } from '../../messages/send';
import type { Change } from '../../moves/changes';
import type { Feature } from '../feature';

/** When files or folders are moved, the briefs that name them, or are moved themselves, are changed along. */
export const fileRenames: Feature = {
  capabilities: ({ client }) =>
    client.workspace?.fileOperations?.willRename
      ? { workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } } }
      : {},
  register: ({ connection, answer, session, agreement }) => {
    connection.workspace.onWillRenameFiles(
      answer('workspace/willRenameFiles', async ({ files }) => {
        const { changesOnMove } = await import('../../moves/changesOnMove');
        const { changes, missed } = await changesOnMove(files, session(), agreement().encoding);
        if (missed.length > 0) {
          const message = say(
            'The citations of {0} change only in open briefs: the others could not be read. Change them by hand.',
            missed.join(say(', ')),
          );
          send(connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }));
        }
        return changes.length > 0 ? toEdit(changes, agreement()) : null;
      }),
    );
  },
};

function toEdit(changes: readonly Change[], { client }: Agreement): WorkspaceEdit {
  if (!client.workspace?.workspaceEdit?.documentChanges)
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  return { documentChanges: changes.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
}
