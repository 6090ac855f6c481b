import { MarkupKind } from '../lsp';
import type { Feature } from './feature';

/** What is said about the thing at a place. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ connection, about, agreement }) => {
    connection.onHover(
      about('textDocument/hover', async ({ brief, positions }, { position }) => {
        const { hoverAt, toMarkdown, toPlainText } = await import('../../core/features');
        const found = hoverAt(brief(), positions.offsetAt(position));
        if (!found) return null;
        const contents = agreement().showsMarkdown
          ? { kind: MarkupKind.Markdown, value: toMarkdown(found.content) }
          : { kind: MarkupKind.PlainText, value: toPlainText(found.content) };
        return { contents, range: positions.rangeOf(found.span) };
      }),
    );
  },
};
