import * as vscode from 'vscode';
import type { Briefs } from '../briefs';
import type { Client } from '../client';
import type { Previews } from '../preview/previews';
import { columnWith } from '../preview/source';

/** The brief that the user is at. */
export interface ActiveBrief extends vscode.Disposable {
  uri(): vscode.Uri | null;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * Follows the user from brief to brief, in editors and previews. One that is left for another kind of file stays the
 * active one, as long as it has a tab.
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
    else if (active && columnWith(active) === undefined && previews.of(active).length === 0) set(null);
  };
  look();
  const listeners = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(look),
    previews.onDidChangeActive(look),
    // A Markdown file is known for a brief only once it is checked.
    client.onStatus(look),
    // A document stays open for a while after its last tab is closed.
    vscode.window.tabGroups.onDidChangeTabs(look),
  );
  return { uri: () => active, onDidChange: changed.event, dispose: () => listeners.dispose() };
}
