import * as vscode from 'vscode';
import type { Briefs } from '../briefs';
import type { Client } from '../client';
import { inform } from '../client/messages';
import type { Previews } from '../preview/previews';
import { activeEditor, columnWith, editorOf, isTextAtHand } from '../preview/source';
import { openDocument } from '../uris';

/** The brief that the user is at. */
export interface ActiveBrief extends vscode.Disposable {
  /** @param ifNone the message if there is none: that a brief must be open, and why */
  uri(ifNone?: string): vscode.Uri | null;
  /**
   * Its editor, which is brought forward if its preview covers it. Without a brief: the editor of Markdown that is not checked, so
   * that the command can say so.
   */
  editor(ifNone: string): Promise<vscode.TextEditor | null>;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * Follows the user from brief to brief, in editors and previews. One that is left for another kind of file stays the
 * active one, as long as it has a tab and is checked.
 */
export function createActiveBrief(client: Client, briefs: Briefs, previews: Previews): ActiveBrief {
  const changed = new vscode.EventEmitter<void>();
  let active: vscode.Uri | null = null;

  const set = (uri: vscode.Uri | null) => {
    if (uri?.toString() === active?.toString()) return;
    active = uri;
    changed.fire();
  };
  const mayBeBrief = (uri: vscode.Uri) => {
    const document = openDocument(uri);
    return document ? briefs.has(document) : isTextAtHand(uri);
  };
  const isShown = (uri: vscode.Uri) => columnWith(uri) !== undefined || previews.of(uri).length > 0;
  const look = () => {
    const shown = previews.active()?.uri ?? activeEditor()?.document.uri;
    if (shown && mayBeBrief(shown)) set(shown);
    else if (active && !(mayBeBrief(active) && isShown(active))) set(null);
  };
  const uriOf: ActiveBrief['uri'] = (ifNone) => {
    if (!active && ifNone !== undefined) inform(ifNone);
    return active;
  };
  const editor: ActiveBrief['editor'] = async (ifNone) => {
    const current = activeEditor();
    if (!active && current?.document.languageId === 'markdown') return current;
    const uri = uriOf(ifNone);
    return uri && editorOf(uri);
  };
  look();
  const listeners = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(look),
    previews.onDidChangeActive(look),
    // A Markdown file is known for a brief only once it is checked.
    client.onStatus(look),
    client.onNoBrief(look),
    // A document stays open for a while after its last tab is closed.
    vscode.window.tabGroups.onDidChangeTabs(look),
  );
  return { uri: uriOf, editor, onDidChange: changed.event, dispose: () => listeners.dispose() };
}
