import * as vscode from 'vscode';
import { nameOf } from '../uris';

/** The briefs whose previews load images from the web. No image is asked for unless the user has said so. */
export interface WebImages extends vscode.Disposable {
  /** True if the user has said yes; always false in a folder that isn't trusted. */
  loads(brief: vscode.Uri): boolean;
  /** Asks the user, and remembers a yes for this brief in this workspace. */
  ask(brief: vscode.Uri): Promise<void>;
  /** Takes the user's yes for a brief back. */
  stop(brief: vscode.Uri): Promise<void>;
  /** Fires when the answer for a brief may have changed. */
  readonly onDidChange: vscode.Event<void>;
}

const KEY = 'brief.preview.webImages';
/** Number of briefs whose answers are kept. The oldest answers are dropped first. */
const MOST_BRIEFS = 500;

export function createWebImages(state: vscode.Memento): WebImages {
  const changed = new vscode.EventEmitter<void>();
  const trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire());
  const known = (): string[] => {
    const kept: unknown = state.get(KEY);
    return Array.isArray(kept) ? kept.filter((uri) => typeof uri === 'string') : [];
  };
  const remember = async (brief: vscode.Uri, loads: boolean) => {
    const others = known().filter((uri) => uri !== brief.toString());
    await state.update(KEY, loads ? [...others, brief.toString()].slice(-MOST_BRIEFS) : others);
    changed.fire();
  };
  return {
    loads: (brief) => vscode.workspace.isTrusted && known().includes(brief.toString()),
    ask: async (brief) => {
      if (!vscode.workspace.isTrusted) {
        const message = vscode.l10n.t('Images from the web are not loaded in a folder that you do not trust.');
        if (
          (await vscode.window.showInformationMessage(message, vscode.l10n.t('Manage Workspace Trust'))) !== undefined
        )
          await vscode.commands.executeCommand('workbench.trust.manage');
        return;
      }
      const message = vscode.l10n.t('Load images from the web in previews of {0}?', nameOf(brief));
      const detail = vscode.l10n.t(
        'The sites of the images see that you read this brief, and your network address. Your answer is saved for this brief. To undo it, run "Brief: Stop Loading Images from the Web".',
      );
      const load = vscode.l10n.t('Load Images');
      if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, load)) === load)
        await remember(brief, true);
    },
    stop: (brief) => remember(brief, false),
    onDidChange: changed.event,
    dispose: () => {
      trusted.dispose();
      changed.dispose();
    },
  };
}
