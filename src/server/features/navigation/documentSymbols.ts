import type { DocumentSymbol } from '../../../core/editor';
import type { OpenDocument } from '../../documents/document';
import { type DocumentSymbol as LspDocumentSymbol, type SymbolInformation, SymbolKind } from '../../lsp';
import type { Feature } from '../feature';

/** The outline. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Brief' } }),
  register: ({ connection, about, agreement }) => {
    connection.onDocumentSymbol(
      about('textDocument/documentSymbol', async (document): Promise<LspDocumentSymbol[] | SymbolInformation[]> => {
        const { documentSymbols: symbolsOf } = await import('../../../core/editor');
        const symbols = symbolsOf(document.brief()).map((symbol) => toSymbol(document, symbol));
        const showsTrees = agreement().client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
        return showsTrees ? symbols : flat(document.uri, symbols);
      }),
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

/** The same as a list, in which each symbol names the one that it is in. */
function flat(uri: string, symbols: readonly LspDocumentSymbol[], containerName = ''): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === '' ? {} : { containerName }) },
    ...flat(uri, children, name),
  ]);
}
