import { MarkupKind } from '../lsp';
import type { Feature } from './feature';

/** Shows a description of the thing at a place. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ connection, at, agreement, session }) => {
    connection.onHover(
      at('textDocument/hover', async ({ brief, offset, document, source, rangeOf }) => {
        const { cardInFile, hoverAt, toMarkdown, toPlainText } = await import('../../core/editor');
        const problems = document ? session().visible(document).problems : [];
        const found = source ? cardInFile(brief, source.id) : hoverAt(brief, offset, problems);
        if (!found) return null;
        const contents = agreement().showsMarkdown
          ? { kind: MarkupKind.Markdown, value: toMarkdown(found.content) }
          : { kind: MarkupKind.PlainText, value: toPlainText(found.content) };
        return { contents, range: rangeOf(found.span) };
      }),
    );
  },
};
