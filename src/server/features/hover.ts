import { MarkupKind } from 'vscode-languageserver';
import { hoverAt, toMarkdown, toPlainText } from '../../core';
import type { Feature } from './feature';

/** What is said about the thing at a place. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ connection, about, agreement }) => {
    connection.onHover(
      about('textDocument/hover', ({ brief, positions }, { position }) => {
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
