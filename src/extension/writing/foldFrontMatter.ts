import * as vscode from 'vscode';

/** Longest front matter that isn't folded, in lines. It leaves room for text. */
const MOST_LINES = 30;

/** The editor folds nothing before it knows the ranges. So it is asked again, this often, with a pause in milliseconds. */
const MOST_TRIES = 20;
const PAUSE = 150;

/** Folds long front matter when a brief is shown for the first time, so that it begins with its text. */
export function foldFrontMatter(): vscode.Disposable {
  const seen = new Set<string>();
  const look = (editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId !== 'brief') return;
    const uri = editor.document.uri.toString();
    if (seen.has(uri)) return;
    seen.add(uri);
    if (vscode.workspace.getConfiguration('brief').get('foldFrontMatter', true)) void fold(editor);
  };
  look(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => seen.delete(uri.toString())),
  );
}

async function fold(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  if (linesOfFrontMatter(document) <= MOST_LINES) return;
  const { version } = document;
  // A user who goes to a place in it, or types, wants to see it.
  const isUntouched = () =>
    vscode.window.activeTextEditor === editor && document.version === version && editor.selection.end.line === 0;
  for (let tries = 0; tries < MOST_TRIES && isUntouched(); tries++) {
    await vscode.commands.executeCommand('editor.fold', { selectionLines: [0], levels: 1 });
    if (!editor.visibleRanges.some((range) => range.contains(new vscode.Position(1, 0)))) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Counts the lines of the front matter, with its marks; 0 if there is none, or if it has no end. */
function linesOfFrontMatter(document: vscode.TextDocument): number {
  if (document.lineAt(0).text.trimEnd() !== '---') return 0;
  for (let line = 1; line < document.lineCount; line++)
    if (/^(?:---|\.\.\.)[ \t]*$/.test(document.lineAt(line).text)) return line + 1;
  return 0;
}
