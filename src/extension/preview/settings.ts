import * as vscode from 'vscode';

type Setting =
  | 'markEditorSelection'
  | 'scrollEditorWithPreview'
  | 'scrollPreviewWithEditor'
  | 'doubleClickToSwitchToEditor';

/** True if a setting of previews is on, as it is by default. */
export function settingOf(name: Setting): boolean {
  return vscode.workspace.getConfiguration('brief').get(`preview.${name}`, true);
}
