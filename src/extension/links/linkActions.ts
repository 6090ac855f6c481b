import * as vscode from 'vscode';
import { codeOfLink, dayOf, replacementOf } from '../../links';
import type { FoundLink, FoundLinks } from './foundLinks';

/** Briefs, and files that hold sources of briefs. */
const DOCUMENTS: vscode.DocumentSelector = [
  { language: 'brief' },
  { language: 'markdown' },
  { pattern: '**/*.{bib,ris,json,yaml,yml}' },
];

/** Offers code actions that replace an address whose page has moved or has an archived copy. */
export function registerLinkActions(found: FoundLinks): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    DOCUMENTS,
    {
      provideCodeActions: (document, range, { diagnostics }) => {
        const here = found.at(document.uri, range);
        const actions = here.flatMap((link) => {
          const action = actionFor(document, link);
          if (!action) return [];
          action.diagnostics = diagnostics.filter((diagnostic) => isOf(diagnostic, link));
          return [action];
        });
        const all = here.some(hasMoved) ? actionForAll(document, found) : null;
        return all ? [...actions, all] : actions;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionFor(document: vscode.TextDocument, link: FoundLink): vscode.CodeAction | null {
  const replacement = replacementFor(document, link);
  if (replacement === null) return null;
  const copy = hasMoved(link) ? null : link.result?.archived;
  const title = copy
    ? vscode.l10n.t('Replace by the archived copy of {0}', dayOf(copy.date, vscode.env.language))
    : vscode.l10n.t('Replace by the new address');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, link.range, replacement);
  action.isPreferred = !copy;
  return action;
}

/** Returns the action for all pages that have moved; null if fewer than two have. */
function actionForAll(document: vscode.TextDocument, found: FoundLinks): vscode.CodeAction | null {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const edit = new vscode.WorkspaceEdit();
  let count = 0;
  for (const link of found.at(document.uri, whole)) {
    const replacement = hasMoved(link) ? replacementFor(document, link) : null;
    if (replacement === null) continue;
    edit.replace(document.uri, link.range, replacement);
    count++;
  }
  if (count < 2) return null;
  const title = vscode.l10n.t('Replace all addresses that have moved ({0})', count);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = edit;
  return action;
}

function hasMoved({ result }: FoundLink): boolean {
  return typeof result?.movedTo === 'string';
}

/** Returns the text that replaces an address; null if there is none, or if the document has changed there. */
function replacementFor(document: vscode.TextDocument, { range, written, result }: FoundLink): string | null {
  const url = result?.movedTo ?? result?.archived?.url;
  return url === undefined || written === null || document.getText(range) !== written
    ? null
    : replacementOf(written, url);
}

function isOf({ code, range }: vscode.Diagnostic, link: FoundLink): boolean {
  const own = link.result && codeOfLink(link.result);
  return typeof code === 'object' && code.value === own && range.isEqual(link.range);
}
