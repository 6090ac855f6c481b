import type { Agreement } from '../agreement';
import { toTextEdits } from '../diagnostics/toLsp';
import { DocumentFormattingRequest, DocumentOnTypeFormattingRequest, DocumentRangeFormattingRequest } from '../lsp';
import { send } from '../messages/send';
import type { Feature } from './feature';

/** Formats a whole brief, the blocks that a range touches, or the list in which a line break was typed. */
export const formatting: Feature = {
  capabilities: (agreement) =>
    registers(agreement)
      ? {}
      : {
          documentFormattingProvider: true,
          documentRangeFormattingProvider: true,
          documentOnTypeFormattingProvider: ON_TYPE,
        },
  initialized: ({ connection, agreement }) => {
    if (!registers(agreement())) return;
    const documentSelector = [{ language: 'brief' }];
    send(connection.client.register(DocumentFormattingRequest.type, { documentSelector }));
    send(connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector }));
    send(connection.client.register(DocumentOnTypeFormattingRequest.type, { documentSelector, ...ON_TYPE }));
  },
  register: ({ connection, about }) => {
    connection.onDocumentFormatting(
      about('textDocument/formatting', async (document) => {
        const { formattingEdits } = await import('../../core/editor');
        return toTextEdits(document.positions, formattingEdits(document.brief()));
      }),
    );
    connection.onDocumentRangeFormatting(
      about('textDocument/rangeFormatting', async (document, { range }) => {
        const { formattingEdits } = await import('../../core/editor');
        return toTextEdits(document.positions, formattingEdits(document.brief(), document.positions.spanOf(range)));
      }),
    );
    connection.onDocumentOnTypeFormatting(
      about('textDocument/onTypeFormatting', async (document, { position }) => {
        const { formattingAfterLineBreak } = await import('../../core/editor');
        return toTextEdits(
          document.positions,
          formattingAfterLineBreak(document.brief(), document.positions.offsetAt(position)),
        );
      }),
    );
  },
};

const ON_TYPE = { firstTriggerCharacter: '\n' };

/**
 * True if formatting is registered for one language. An editor that hears of two formatters for Markdown asks its user which
 * one to take, even where this one would leave the file alone.
 */
function registers({ client: { textDocument } }: Agreement): boolean {
  const { formatting, rangeFormatting, onTypeFormatting } = textDocument ?? {};
  return [formatting, rangeFormatting, onTypeFormatting].every((part) => part?.dynamicRegistration === true);
}
