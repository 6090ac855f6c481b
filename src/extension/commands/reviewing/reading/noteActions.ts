import * as vscode from 'vscode';
import type { ReaderNote } from '../../../../server/protocol';
import { toRange } from '../../documentEdits';
import type { PlacedNote } from './shownNotes';

/** Command of the action by which the user disagrees with a note. */
export const DISAGREE = 'brief.disagreeWithReader';

/** The notes of a brief, and the version of it that their edits are for. */
export interface NotesOfBrief {
  readonly notes: readonly PlacedNote[];
  readonly version: number;
}

/**
 * Offers, on the lines of a note, to agree with it, by its wording or its passage, and to disagree.
 *
 * @param notesOf returns undefined for a brief without notes
 */
export function registerNoteActions(
  notesOf: (document: vscode.TextDocument) => NotesOfBrief | undefined,
): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    [{ language: 'brief' }, { language: 'markdown' }],
    {
      provideCodeActions: (document, range, { diagnostics }) => {
        const { notes = [], version = -1 } = notesOf(document) ?? {};
        return notes
          .filter(({ range: { start, end } }) => start.line <= range.end.line && range.start.line <= end.line)
          .flatMap(({ note, range: place }) => {
            const own = diagnostics.filter(({ code, range: at }) => codeOf(code) === note.code && at.isEqual(place));
            return actionsFor(document, note, version === document.version).map((action) =>
              Object.assign(action, { diagnostics: own }),
            );
          });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** @param isCurrent false if the edits are for another version */
function actionsFor(
  document: vscode.TextDocument,
  { hash, passage, edits }: ReaderNote,
  isCurrent: boolean,
): vscode.CodeAction[] {
  const actions: vscode.CodeAction[] = [];
  const offer = (title: string) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    actions.push(action);
    return action;
  };
  if (isCurrent && edits.length > 0) {
    const edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
    offer(vscode.l10n.t("Agree: take the source's wording")).edit = edit;
  }
  if (passage) {
    const title = vscode.l10n.t('Agree: open the passage');
    const options = { selection: toRange(passage.range), viewColumn: vscode.ViewColumn.Beside };
    offer(title).command = { title, command: 'vscode.open', arguments: [vscode.Uri.parse(passage.uri), options] };
  }
  const title = vscode.l10n.t('Disagree: do not ask about this again');
  offer(title).command = { title, command: DISAGREE, arguments: [hash] };
  return actions;
}
