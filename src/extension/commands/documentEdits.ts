import * as vscode from 'vscode';
import type { Edit } from '../../server/protocol';

/**
 * Makes edits that the server computed, in one step to undo.
 *
 * @param version of the document that they are for
 * @returns false where the document is another version by now
 */
export async function makeEdits(editor: vscode.TextEditor, edits: readonly Edit[], version: number): Promise<boolean> {
  if (editor.document.version !== version) return false;
  // VS Code refuses these, too, when the text changes before they arrive.
  return editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
}

export function select(editor: vscode.TextEditor, range: Edit['range']): void {
  const { start, end } = toRange(range);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function toRange({ start, end }: Edit['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/**
 * The active editor of a brief, or of Markdown, which may be one for the server.
 *
 * @param ifNone what is said where there is none: that a brief must be open, and what for
 */
export function activeBrief(ifNone: string): vscode.TextEditor | null {
  const editor = vscode.window.activeTextEditor;
  if (editor && /^(?:brief|markdown)$/.test(editor.document.languageId)) return editor;
  vscode.window.showInformationMessage(ifNone);
  return null;
}
