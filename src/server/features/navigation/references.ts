import type { Location } from 'vscode-languageserver';
import type { Reference } from '../../../core/editor';
import type { Agreement } from '../../agreement';
import { type Positions, positionsIn } from '../../documents/positions';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import type { Feature } from '../feature';

/**
 * Everywhere that a source, a footnote, a figure or a section is named; for a source of a bibliography, in all briefs
 * that have it from there.
 */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register: ({ connection, at, agreement, session }) => {
    connection.onReferences(
      at('textDocument/references', async ({ uri, brief, offset, document, rangeOf }, { context }) => {
        const { referencesAt, referencesTo, sharedSourceAt } = await import('../../../core/editor');
        const { briefsSharing } = await import('../../workspace/briefsSharing');
        const found = referencesAt(brief, offset, context.includeDeclaration);
        const locations = found
          .filter(({ elsewhere }) => document || elsewhere)
          .map((reference) => toLocation(uri, rangeOf, reference, agreement()));
        const shared = sharedSourceAt(brief, offset);
        for (const other of shared ? await briefsSharing(session(), shared, uri, false) : []) {
          const { text, lines } = other.brief;
          const places = positionsIn(text, lines, agreement().encoding);
          const name = { kind: 'source', id: shared?.id ?? '' } as const;
          for (const reference of referencesTo(other.brief, name, context.includeDeclaration))
            if (!reference.elsewhere) locations.push(toLocation(other.uri, places.rangeOf, reference, agreement()));
        }
        return locations;
      }),
    );
  },
};

function toLocation(
  uri: string,
  rangeOf: Positions['rangeOf'],
  { span, elsewhere }: Reference,
  agreement: Agreement,
): Location {
  return elsewhere
    ? { uri: elsewhere.uri, range: rangeElsewhere(elsewhere.range, agreement) }
    : { uri, range: rangeOf(span) };
}
