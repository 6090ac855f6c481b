import type { Feature } from '../feature';

/** The id in a declaration and in its citations, typed together. */
export const linkedEditing: Feature = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  register: ({ connection, about }) => {
    connection.languages.onLinkedEditingRange(
      about('textDocument/linkedEditingRange', async ({ brief, positions }, { position }) => {
        const { linkedEditingAt } = await import('../../../core/editor');
        const found = linkedEditingAt(brief(), positions.offsetAt(position));
        return found && { ranges: found.spans.map(positions.rangeOf), wordPattern: found.pattern };
      }),
    );
  },
};
