import * as vscode from 'vscode';
import { codeOfLink, dayOf, replacementOf } from '../../links';
import type { FoundLink, FoundLinks } from './foundLinks';

/** Briefs, and what bibliographies are. */
const DOCUMENTS: vscode.DocumentSelector = [
  { language: 'brief' },
  { language: 'markdown' },
  { pattern: '**/*.{bib,ris,json,yaml,yml}' },
];

/** Offers what replaces an address whose page has moved, or has an archived copy. */
export function registerLinkActions(found: FoundLinks): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    DOCUMENTS,
    {
      provideCodeActions: (document, range, { diagnostics }) =>
        found.at(document.uri, range).flatMap((link) => {
          const action = actionFor(document, link);
          if (!action) return [];
          const code = link.result && codeOfLink(link.result);
          action.diagnostics = diagnostics.filter(
            (each) => typeof each.code === 'object' && each.code.value === code && each.range.isEqual(link.range),
          );
          return [action];
        }),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionFor(document: vscode.TextDocument, { range, written, result }: FoundLink): vscode.CodeAction | null {
  // What stands there now is what is replaced, or nothing is.
  if (!result || written === null || document.getText(range) !== written) return null;
  const { movedTo, archived } = result;
  const url = movedTo ?? archived?.url;
  if (url === undefined) return null;
  const title =
    archived && movedTo === null
      ? vscode.l10n.t('Replace by the archived copy of {0}', dayOf(archived.date, vscode.env.language))
      : vscode.l10n.t('Replace by the new address');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, range, replacementOf(written, url));
  action.isPreferred = movedTo !== null;
  return action;
}
