import type { CodeLens } from 'vscode-languageserver';
import type { SourceLens } from '../../core/editor';
import type { OpenDocument } from '../documents/document';
import type { Feature } from './feature';

/** Shows how often each source is cited. A click shows the places, if the client named a command that does. */
export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),
  register: ({ connection, about, session, agreement }) => {
    connection.onCodeLens(
      about('textDocument/codeLens', async (document) => {
        if (!session().settings().sourceLenses) return [];
        const { sourceLenses } = await import('../../core/editor');
        const { references } = agreement().commands;
        return sourceLenses(document.brief()).map((lens) => toCodeLens(document, lens, references));
      }),
    );
  },
};

function toCodeLens({ uri, positions }: OpenDocument, { span, title }: SourceLens, command?: string): CodeLens {
  const range = positions.rangeOf(span);
  // A command without a name does nothing, and its title is shown.
  if (command === undefined) return { range, command: { title, command: '' } };
  return { range, command: { title, command, arguments: [uri, range.start] } };
}
