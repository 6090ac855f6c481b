import type { DocumentLink as LspDocumentLink } from 'vscode-languageserver';
import type { DocumentLink } from '../../../core/editor';
import type { OpenDocument } from '../../documents/document';
import type { Feature } from '../feature';

/** Addresses and paths that can be opened. */
export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register: ({ connection, about, agreement }) => {
    connection.onDocumentLinks(
      about('textDocument/documentLink', async (document) => {
        const { documentLinks: linksOf } = await import('../../../core/editor');
        const showsTooltips = agreement().client.textDocument?.documentLink?.tooltipSupport === true;
        return linksOf(document.brief()).flatMap((link) => toLink(document, link, showsTooltips));
      }),
    );
  },
};

function toLink({ uri, positions }: OpenDocument, link: DocumentLink, showsTooltips: boolean): LspDocumentLink[] {
  const target = 'url' in link.target ? link.target.url : fileBeside(uri, link.target.path);
  if (target === null) return [];
  const { span, tooltip } = link;
  return [{ range: positions.rangeOf(span), target, ...(showsTooltips ? { tooltip } : {}) }];
}

/**
 * The URI of a file below the folder of a document. Null for a document that lies nowhere, and on network shares, which
 * a brief must not make anybody touch.
 */
function fileBeside(uri: string, path: string): string | null {
  try {
    const folder = new URL('.', uri).href;
    const file = new URL(`./${path}`, uri);
    if (file.protocol === 'file:' && file.host !== '') return null;
    return file.href.startsWith(folder) ? file.href : null;
  } catch {
    // An untitled document has no folder.
    return null;
  }
}
