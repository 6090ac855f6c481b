import { type DocumentHighlight, DocumentHighlightKind } from '../../lsp';
import type { Feature } from '../feature';

/** The other places of the name under the cursor. */
export const highlights: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register: ({ connection, about }) => {
    connection.onDocumentHighlight(
      about(
        'textDocument/documentHighlight',
        async ({ brief, positions }, { position }): Promise<DocumentHighlight[]> => {
          const { highlightsAt } = await import('../../../core/editor');
          return highlightsAt(brief(), positions.offsetAt(position)).map(({ span, declares }) => ({
            range: positions.rangeOf(span),
            kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
          }));
        },
      ),
    );
  },
};
