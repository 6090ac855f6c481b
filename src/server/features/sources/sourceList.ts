import type { Agreement } from '../../agreement';
import type { OpenDocument } from '../../documents/document';
import { readLocated } from '../../messages/readParams';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import type { Mention, SourcesResult } from '../../protocol';
import type { Feature } from '../feature';

/** The sources of a brief and what rests on them, for a view. */
export const sourceList: Feature = {
  register: ({ onDocument, agreement }) => {
    onDocument('brief/sources', readLocated, (document) => sourcesOf(document, agreement()));
  },
};

async function sourcesOf(
  { uri, version, positions, brief }: OpenDocument,
  agreement: Agreement,
): Promise<SourcesResult> {
  const { sourceOverview } = await import('../../../core/editor');
  const { sources, gaps } = sourceOverview(brief());
  const mention = ({ text, span }: (typeof gaps)[number]): Mention => ({ uri, range: positions.rangeOf(span), text });
  return {
    version,
    sources: sources.map(({ declared, citedBy, ...source }) => ({
      ...source,
      declared: declared && {
        uri: declared.elsewhere?.uri ?? uri,
        range: declared.elsewhere
          ? rangeElsewhere(declared.elsewhere.range, agreement)
          : positions.rangeOf(declared.span),
      },
      citedBy: citedBy.map(mention),
    })),
    gaps: gaps.map(mention),
  };
}
