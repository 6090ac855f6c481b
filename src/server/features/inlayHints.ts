import type { InlayHint as LspInlayHint } from 'vscode-languageserver';
import type { InlayHint } from '../../core/editor';
import type { OpenDocument } from '../documents/document';
import type { Feature } from './feature';

/** Shows after each citation, in a few words, what it cites. */
export const inlayHints: Feature = {
  capabilities: ({ client }) => (client.textDocument?.inlayHint ? { inlayHintProvider: true } : {}),
  register: ({ connection, about, session }) => {
    connection.languages.inlayHint.on(
      about('textDocument/inlayHint', async (document, { range }) => {
        const { citationHints } = session().settings();
        if (citationHints === 'off') return [];
        const { inlayHints: hintsIn } = await import('../../core/editor');
        const hints = hintsIn(document.brief(), document.positions.spanOf(range), citationHints);
        return hints.map((hint) => toInlayHint(document, hint));
      }),
    );
  },
};

function toInlayHint({ positions, brief }: OpenDocument, { at, label, tooltip }: InlayHint): LspInlayHint {
  const { content } = brief();
  const position = positions.rangeOf({ start: at, end: at }).start;
  // Before another citation, say, the hint would seem to be its start.
  const paddingRight = /^[^\s\p{P}]|^[[(【［]/u.test(content.slice(at, at + 2));
  return {
    position,
    label,
    paddingLeft: true,
    ...(paddingRight ? { paddingRight } : {}),
    ...(tooltip === '' ? {} : { tooltip }),
  };
}
