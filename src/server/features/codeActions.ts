import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { codeActions as actionsFor, type Problem, safeEdits } from '../../core';
import type { OpenDocument } from '../document';
import { toDiagnostic, toWorkspaceEdit } from '../toLsp';
import type { Feature } from './feature';

/** The source action that applies every fix that is right whatever the author meant. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.brief`;

/** Quick fixes, and "fix all". */
export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),
  register: ({ connection, about, session }) => {
    connection.onCodeAction(
      about('textDocument/codeAction', (document, params) =>
        codeActionsAt(document, session().problems(document), params),
      ),
    );
  },
};

/** Quick fixes for the range; "fix all" only where the client asks for that kind. */
function codeActionsAt(
  document: OpenDocument,
  problems: readonly Problem[],
  { range, context }: CodeActionParams,
): CodeAction[] {
  const wants = (kind: string) => context.only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix) ?? true) {
    for (const { problem, fix } of actionsFor(document.brief(), problems, document.positions.spanOf(range))) {
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(document, problem)],
        edit: toWorkspaceEdit(document, fix.edits),
        ...(fix.preferred ? { isPreferred: true } : {}),
      });
    }
  }
  if (wants(FIX_ALL)) {
    const edits = safeEdits(problems);
    if (edits.length > 0)
      actions.push({ title: 'Fix all safe problems', kind: FIX_ALL, edit: toWorkspaceEdit(document, edits) });
  }
  return actions;
}
