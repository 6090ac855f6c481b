import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { highlightsAt } from '../../core';
import type { Feature } from './feature';

/** The other places of the name under the cursor. */
export const highlights: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register: ({ connection, about }) => {
    connection.onDocumentHighlight(
      about('textDocument/documentHighlight', ({ brief, positions }, { position }): DocumentHighlight[] =>
        highlightsAt(brief(), positions.offsetAt(position)).map(({ span, declares }) => ({
          range: positions.rangeOf(span),
          kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    );
  },
};
