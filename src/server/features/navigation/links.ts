import type { Agreement } from '../../agreement';
import type { OpenDocument } from '../../documents/document';
import { readTextDocument } from '../../messages/readParams';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import { LINKS_REQUEST, type LinksResult } from '../../protocol';
import type { Feature } from '../feature';

/** The web pages that a brief names, for a client that asks whether they are still there. The server asks none itself. */
export const links: Feature = {
  register: ({ connection, documentOf, answer, agreement }) => {
    connection.onRequest(
      LINKS_REQUEST,
      answer(LINKS_REQUEST, async (params: unknown) => {
        const document = await documentOf(readTextDocument(LINKS_REQUEST, params).uri);
        return document ? linksOf(document, agreement()) : null;
      }),
    );
  },
};

async function linksOf({ uri, version, positions, brief }: OpenDocument, agreement: Agreement): Promise<LinksResult> {
  const { webLinks } = await import('../../../core/editor');
  return {
    version,
    links: webLinks(brief()).map(({ places, ...link }) => ({
      ...link,
      places: places.map(({ span, written, elsewhere }) => ({
        uri: elsewhere?.uri ?? uri,
        range: elsewhere ? rangeElsewhere(elsewhere.range, agreement) : positions.rangeOf(span),
        written,
      })),
    })),
  };
}
