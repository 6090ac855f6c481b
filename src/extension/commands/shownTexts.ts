import * as vscode from 'vscode';

/** The scheme of read-only texts that the extension shows: reports, and earlier versions of briefs. */
export const SHOWN_TEXT = 'brief-shown';

/** The texts by the addresses of their documents; null until the first one is shown. */
let texts: Map<string, string> | null = null;
let count = 0;

/**
 * Makes a read-only document of a text. Nothing asks to save it.
 *
 * @param path of the document, whose last part is its name
 * @param about tells it from other documents of that path
 */
export function shownText(path: string, about: string, text: string): vscode.Uri {
  count++;
  const uri = vscode.Uri.from({ scheme: SHOWN_TEXT, path, query: `${count} ${about}` });
  known().set(uri.toString(), text);
  return uri;
}

function known(): Map<string, string> {
  if (texts) return texts;
  const made = new Map<string, string>();
  texts = made;
  vscode.workspace.registerTextDocumentContentProvider(SHOWN_TEXT, {
    provideTextDocumentContent: (uri) => made.get(uri.toString()) ?? '',
  });
  // A text is kept as long as it is shown.
  vscode.workspace.onDidCloseTextDocument(({ uri }) => made.delete(uri.toString()));
  return made;
}
