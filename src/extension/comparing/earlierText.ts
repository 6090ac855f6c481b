import * as vscode from 'vscode';

/** The scheme of earlier versions of briefs, as a comparison shows them. */
export const EARLIER_TEXT = 'brief-earlier';

/** The texts that were shown, by their addresses. */
let texts: Map<string, string> | null = null;

/**
 * Makes a document of an earlier text, for reading only.
 *
 * @param revision what it is called, so that each has an address of its own
 */
export function earlierText(document: vscode.Uri, revision: string, text: string): vscode.Uri {
  const uri = vscode.Uri.from({ scheme: EARLIER_TEXT, path: document.path, query: `${known().size} ${revision}` });
  known().set(uri.toString(), text);
  return uri;
}

function known(): Map<string, string> {
  if (texts) return texts;
  const made = new Map<string, string>();
  texts = made;
  vscode.workspace.registerTextDocumentContentProvider(EARLIER_TEXT, {
    provideTextDocumentContent: (uri) => made.get(uri.toString()) ?? '',
  });
  // A text is kept as long as it is shown.
  vscode.workspace.onDidCloseTextDocument(({ uri }) => made.delete(uri.toString()));
  return made;
}
