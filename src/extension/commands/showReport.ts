import * as vscode from 'vscode';

/** The scheme of reports on what was done. */
export const REPORT = 'brief-import';

/** The reports that were shown, by their addresses. A document of its own kind: nothing asks to save it. */
let reports: Map<string, string> | null = null;

/**
 * Shows a report beside the brief.
 *
 * @param nameOf makes its name, of how many there are
 * @param text Markdown
 */
export async function showReport(nameOf: (count: number) => string, text: string): Promise<void> {
  const uri = vscode.Uri.from({ scheme: REPORT, path: `/${nameOf(known().size + 1)}.md` });
  known().set(uri.toString(), text);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

function known(): Map<string, string> {
  if (reports) return reports;
  const made = new Map<string, string>();
  reports = made;
  vscode.workspace.registerTextDocumentContentProvider(REPORT, {
    provideTextDocumentContent: (uri) => made.get(uri.toString()) ?? '',
  });
  return made;
}
