import { type DocumentSymbol as LspDocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { type DocumentSymbol, documentSymbols as symbolsOf } from '../../core';
import type { OpenDocument } from '../document';
import type { Feature } from './feature';

/** The outline. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Brief' } }),
  register: ({ connection, about }) => {
    connection.onDocumentSymbol(
      about('textDocument/documentSymbol', (document) =>
        symbolsOf(document.brief()).map((symbol) => toSymbol(document, symbol)),
      ),
    );
  },
};

const KINDS: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  insight: SymbolKind.String,
  figure: SymbolKind.Number,
  source: SymbolKind.Key,
  'front-matter': SymbolKind.Module,
};

function toSymbol(document: OpenDocument, symbol: DocumentSymbol): LspDocumentSymbol {
  const { positions } = document;
  const { kind, name, detail, span, nameSpan, children } = symbol;
  return {
    name,
    detail,
    kind: KINDS[kind],
    range: positions.rangeOf(span),
    selectionRange: positions.rangeOf(nameSpan),
    children: children.map((child) => toSymbol(document, child)),
  };
}
