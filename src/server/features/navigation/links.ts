import type { Agreement } from '../../agreement';
import type { OpenDocument } from '../../documents/document';
import { readLocated } from '../../messages/readParams';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import type { LinksResult } from '../../protocol';
import type { Feature } from '../feature';

/** The web pages that a brief names, for a client that asks whether they are still there. The server asks none itself. */
export const links: Feature = {
  register: ({ onDocument, agreement }) => {
    onDocument('brief/links', readLocated, (document) => linksOf(document, agreement()));
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
