import * as vscode from 'vscode';
import type { Briefs } from '../briefs';
import type { Client } from '../client';
import type { Previews } from '../preview/previews';

/** The brief that the user is at. */
export interface ActiveBrief extends vscode.Disposable {
  uri(): vscode.Uri | null;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * Follows the user from brief to brief, in editors and previews. One that is left for another kind of file stays the
 * active one, as long as it is open.
 */
export function createActiveBrief(client: Client, briefs: Briefs, previews: Previews): ActiveBrief {
  const changed = new vscode.EventEmitter<void>();
  let active: vscode.Uri | null = null;

  const set = (uri: vscode.Uri | null) => {
    if (uri?.toString() === active?.toString()) return;
    active = uri;
    changed.fire();
  };
  const look = () => {
    const document = vscode.window.activeTextEditor?.document;
    const shown = previews.active()?.uri ?? (document && briefs.has(document) ? document.uri : null);
    if (shown) set(shown);
  };
  look();
  const listeners = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(look),
    previews.onDidChangeActive(look),
    // A Markdown file is known for a brief only once it is checked.
    client.onStatus(look),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.toString() !== active?.toString()) return;
      set(null);
      look();
    }),
  );
  return { uri: () => active, onDidChange: changed.event, dispose: () => listeners.dispose() };
}
