import type { DocumentSymbol } from '../../../core/editor';
import type { OpenDocument } from '../../documents/document';
import { type DocumentSymbol as LspDocumentSymbol, type SymbolInformation, SymbolKind } from '../../lsp';
import { stopIfCancelled } from '../../messages/answers';
import type { Feature } from '../feature';

/**
 * Length in UTF-16 units. The outline of a longer brief waits until nobody types: for 5,000 insights it is 2 MB, and an editor
 * shows no problems while it takes these in.
 */
const LONG = 1 << 17;
const METHOD = 'textDocument/documentSymbol';

/** The outline. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Brief' } }),
  register: ({ connection, answer, documentOf, session, agreement }) => {
    connection.onDocumentSymbol(
      answer(METHOD, async ({ textDocument: { uri } }, token) => {
        if (((await documentOf(uri))?.content.length ?? 0) > LONG) await session().calm(uri);
        stopIfCancelled(METHOD, token);
        const document = await documentOf(uri);
        if (!document) return null;
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

/** Turns the outline into a list, in which each symbol names the one that it is in. */
function flat(uri: string, symbols: readonly LspDocumentSymbol[], containerName = ''): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === '' ? {} : { containerName }) },
    ...flat(uri, children, name),
  ]);
}
