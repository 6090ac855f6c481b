import * as vscode from 'vscode';
import { endsByItself, hasMarkerOnly, mayMoveByTab } from '../../core/writing';

/**
 * Keeps the context keys that the bindings of Tab and Enter depend on, so that a key which does not apply is the
 * editor's own, with no way through the extension: `brief.tabMoves` in a list item or a row of a table,
 * `brief.enterEnds` in an item that has no text yet, where what follows the editor's own Enter would be something else.
 */
export function createPlaceKeys(): vscode.Disposable {
  const known = new Map<string, boolean>();
  const set = (key: string, value: boolean) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    vscode.commands.executeCommand('setContext', key, value);
  };
  const update = () => {
    const editor = vscode.window.activeTextEditor;
    const inBrief = editor?.document.languageId === 'brief' ? editor : null;
    const lines = (inBrief?.selections ?? []).flatMap(({ active: { line } }) => {
      // The selection may be about a text that is newer than the one that is here.
      const { document } = inBrief ?? {};
      if (!document || line >= document.lineCount) return [];
      return [{ text: document.lineAt(line).text, above: line > 0 ? document.lineAt(line - 1).text : '' }];
    });
    const isEmpty = lines.length > 0 && lines.every(({ text }) => hasMarkerOnly(text));
    set(
      'brief.tabMoves',
      lines.some(({ text }) => mayMoveByTab(text)),
    );
    set('brief.enterEnds', isEmpty && !lines.every(({ text, above }) => endsByItself(text, above)));
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
  );
}
