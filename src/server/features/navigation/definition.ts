import type { DefinitionLink, Location } from 'vscode-languageserver';
import type { Definition } from '../../../core/editor';
import type { Agreement } from '../../agreement';
import type { OpenDocument } from '../../documents/document';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import type { Feature } from '../feature';

/** Leads from a citation to its source, and from a number to its place in the passage. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register: ({ connection, about, agreement }) => {
    connection.onDefinition(
      about('textDocument/definition', async (document, { position }) => {
        const { definitionAt } = await import('../../../core/editor');
        const found = definitionAt(document.brief(), document.positions.offsetAt(position));
        return found && toDefinition(document, found, agreement());
      }),
    );
  },
};

function toDefinition(
  { uri, positions }: OpenDocument,
  { span, targets }: Definition,
  agreement: Agreement,
): DefinitionLink[] | Location[] {
  const places = targets.map(({ span: whole, nameSpan, elsewhere }) => {
    if (!elsewhere) return { uri, range: positions.rangeOf(whole), nameRange: positions.rangeOf(nameSpan) };
    const { uri: file, range, nameRange } = elsewhere;
    return { uri: file, range: rangeElsewhere(range, agreement), nameRange: rangeElsewhere(nameRange, agreement) };
  });
  if (!agreement.takesLinks) return places.map(({ uri: file, nameRange }) => ({ uri: file, range: nameRange }));
  return places.map(({ uri: file, range, nameRange }) => ({
    originSelectionRange: positions.rangeOf(span),
    targetUri: file,
    targetRange: range,
    targetSelectionRange: nameRange,
  }));
}
