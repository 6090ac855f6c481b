import type { TextEdit as LspTextEdit } from 'vscode-languageserver';
import { formattingAfterLineBreak, formattingEdits, type TextEdit } from '../../core';
import type { OpenDocument } from '../document';
import type { Feature } from './feature';

/** Formatting of all, of the blocks that a range touches, and of the table that a line break ends. */
export const formatting: Feature = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  }),
  register: ({ connection, about }) => {
    connection.onDocumentFormatting(
      about('textDocument/formatting', (document) => toEdits(document, formattingEdits(document.brief()))),
    );
    connection.onDocumentRangeFormatting(
      about('textDocument/rangeFormatting', (document, { range }) =>
        toEdits(document, formattingEdits(document.brief(), document.positions.spanOf(range))),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      about('textDocument/onTypeFormatting', (document, { position }) =>
        toEdits(document, formattingAfterLineBreak(document.brief(), document.positions.offsetAt(position))),
      ),
    );
  },
};

function toEdits({ positions }: OpenDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: positions.rangeOf(span), newText }));
}
