import type { Location } from 'vscode-languageserver';
import { referencesAt } from '../../core';
import { rangeElsewhere } from '../rangeElsewhere';
import type { Feature } from './feature';

/** Everywhere that a source, a footnote, a figure or a section is named. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register: ({ connection, about, agreement }) => {
    connection.onReferences(
      about('textDocument/references', ({ uri, brief, positions }, { position, context }): Location[] =>
        referencesAt(brief(), positions.offsetAt(position), context.includeDeclaration).map(({ span, elsewhere }) =>
          elsewhere
            ? { uri: elsewhere.uri, range: rangeElsewhere(elsewhere.range, agreement()) }
            : { uri, range: positions.rangeOf(span) },
        ),
      ),
    );
  },
};
