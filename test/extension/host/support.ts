import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A brief with two insights, each cited, that gives no problem but hints. */
export const CITED = `# Rare earths

## Supply

- China mined 69% of the world's rare earths in 2024 [3].
- Prices rose by 12% in the first quarter of 2025 [1].

## Sources

- [1] [Prices of rare earths](https://example.org/prices)
- [3] [Mineral Commodity Summaries 2025](https://example.org/minerals)
`;

/** The folder that VS Code shows: a copy of the samples. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the window shows a folder');
  return folder.uri;
}

/** Writes a file into the workspace and opens it in an editor. */
export async function openText(name: string, text: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await writeText(name, text), { preview: false });
  // A document that another test has left open is read again once VS Code notices that its file has changed.
  await comesToBe(() => editor.document.getText(), text);
  return editor;
}

/** Writes a file into the workspace, in UTF-8. */
export async function writeText(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/**
 * Waits until `read` gives something.
 *
 * @param what names it in the error: "the warning".
 * @throws Error when the time is over.
 */
export async function eventually<T>(
  what: string,
  read: () => T | undefined | PromiseLike<T | undefined>,
  deadlineMs = 45_000,
): Promise<T> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what} did not come within ${deadlineMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until `read` gives a text. */
export async function comesToBe(read: () => string, expected: string): Promise<void> {
  await eventually(JSON.stringify(expected), () => read() === expected || undefined).catch(() =>
    assert.equal(read(), expected),
  );
}

/** The code of a rule that a diagnostic carries. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a diagnostic of a rule. */
export function problemOf(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`a problem ${rule}`, () => ofRule(uri, rule)[0]);
}

/** Waits until the rule reports nothing. */
export async function noProblemOf(uri: vscode.Uri, rule: string): Promise<void> {
  await eventually(`the end of all problems ${rule}`, () => ofRule(uri, rule).length === 0 || undefined);
}

function ofRule(uri: vscode.Uri, rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => codeOf(diagnostic) === rule);
}

/** Deletes the first place where `text` stands. */
export async function erase(editor: vscode.TextEditor, text: string): Promise<void> {
  const start = editor.document.getText().indexOf(text);
  assert.notEqual(start, -1, `the document holds ${text}`);
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + text.length));
  assert.ok(await editor.edit((edit) => edit.delete(range)));
}

/** The quick fixes at a diagnostic's place. VS Code's command does not tell which of them are for this diagnostic. */
export function fixesFor(uri: vscode.Uri, diagnostic: vscode.Diagnostic): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}
