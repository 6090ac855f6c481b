import { offsetOfFirstWord, type Span } from '../../../core/base/text';
import type { SemanticToken } from '../../../core/editor';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../../core/editor/navigation/kinds';
import type { OpenDocument } from '../../documents/document';
import { type SemanticTokens, SemanticTokensBuilder } from '../../lsp';
import type { Feature } from '../feature';

/**
 * Colours that only the whole brief can tell. They stand over those of a grammar: a client that puts them in the place
 * of these would lose all others, and gets none.
 */
export const semanticTokens: Feature = {
  capabilities: ({ client: { textDocument } }) => {
    const support = textDocument?.semanticTokens;
    if (!support || support.augmentsSyntaxTokens === false) return {};
    return {
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
        full: true,
        range: true,
      },
    };
  },
  register: ({ connection, about }) => {
    connection.languages.semanticTokens.on(
      about('textDocument/semanticTokens/full', async (document) => {
        const { semanticTokens: tokensOf } = await import('../../../core/editor');
        return encode(document, tokensOf(document.brief()));
      }),
    );
    connection.languages.semanticTokens.onRange(
      about('textDocument/semanticTokens/range', async (document, { range }) => {
        const { semanticTokens: tokensOf } = await import('../../../core/editor');
        const { start, end } = document.positions.spanOf(range);
        const tokens = tokensOf(document.brief());
        return encode(
          document,
          tokens.filter(({ span }) => span.start < end && start < span.end),
        );
      }),
    );
  },
};

/** Each token on its own line or lines: not every client takes one that goes on to the next. */
function encode(document: OpenDocument, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifier } of tokens) {
    const modifiers = modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
    for (const part of lineParts(document, span)) {
      const { start, end } = document.positions.rangeOf(part);
      builder.push(start.line, start.character, end.character - start.character, TOKEN_TYPES.indexOf(type), modifiers);
    }
  }
  return builder.build();
}

function lineParts({ lines, content }: OpenDocument, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (let line = lines.lineAt(start); line <= lines.lineAt(end); line++) {
    const part = { start: Math.max(start, lines.startOf(line)), end: Math.min(end, lines.endOf(line)) };
    const words = offsetOfFirstWord(content.slice(part.start, part.end));
    if (words >= 0) parts.push({ start: part.start + words, end: part.end });
  }
  return parts;
}
