import * as vscode from 'vscode';
import type { UncitedStatement } from '../../server/protocol';
import { verbatim } from '../client/verbatim';
import { toRange } from '../commands/documentEdits';

/** A statement in the list. */
export interface StatementRow extends vscode.QuickPickItem {
  readonly statement: UncitedStatement;
}

export interface PickerLook {
  readonly title: string;
  readonly placeholder: string;
}

/**
 * Lets the user pick a statement from a list. Moving through it shows each in the editor.
 *
 * @returns what was picked; where that is nothing, the editor is as it was before
 */
export async function pickStatement(
  editor: vscode.TextEditor,
  rows: readonly StatementRow[],
  { title, placeholder }: PickerLook,
): Promise<UncitedStatement | undefined> {
  const picker = vscode.window.createQuickPick<StatementRow>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = rows;
  const places = showPlaces(editor);
  try {
    const picked = await new Promise<StatementRow | undefined>((resolve) => {
      picker.onDidChangeActive(([row]) => row && places.show(toRange(row.statement.range)));
      picker.onDidAccept(() => resolve(picker.selectedItems[0]));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
    if (!picked) places.back();
    return picked?.statement;
  } finally {
    picker.dispose();
    places.dispose();
  }
}

/** A row with the words of a statement, its section and its line. */
export function rowOf(statement: UncitedStatement): StatementRow {
  const { text, section, range } = statement;
  const line = vscode.l10n.t('line {0}', range.start.line + 1);
  return {
    label: verbatim(text),
    description: verbatim(section === '' ? line : `${section} · ${line}`),
    statement,
  };
}

/** Shows places of an editor, one at a time, and goes back to where the user was. */
export function showPlaces(editor: vscode.TextEditor) {
  const { selections } = editor;
  const [top] = editor.visibleRanges;
  const highlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    isWholeLine: true,
  });
  return {
    show: (range: vscode.Range) => {
      editor.setDecorations(highlight, [range]);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
    back: () => {
      editor.selections = selections;
      if (top) editor.revealRange(top, vscode.TextEditorRevealType.AtTop);
    },
    dispose: () => highlight.dispose(),
  };
}
