import * as vscode from 'vscode';

type Setting =
  | 'markEditorSelection'
  | 'scrollEditorWithPreview'
  | 'scrollPreviewWithEditor'
  | 'doubleClickToSwitchToEditor';

/** Whether a setting of previews is on. */
export function settingOf(name: Setting): boolean {
  return vscode.workspace.getConfiguration('brief').get(`preview.${name}`, true);
}
