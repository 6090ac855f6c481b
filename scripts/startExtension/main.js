/**
 * Opens what `RESEARCH_BRIEFS_OPEN` asks for, as JSON: `{ file, preview, problems, sideBar }`, a path and what to show. It does
 * for a person what the person would do next, with the product's own commands; so the product needs no start-up mode.
 */
const vscode = require('vscode');

exports.activate = async () => {
  const { RESEARCH_BRIEFS_OPEN = '{}' } = process.env;
  const wanted = JSON.parse(RESEARCH_BRIEFS_OPEN);
  // A window that was reloaded brings its editors back by itself.
  const restored = vscode.window.tabGroups.all.some((group) => group.tabs.length > 0);
  if (!wanted.file || restored) return;
  await vscode.window.showTextDocument(vscode.Uri.file(wanted.file), { preview: false });
  if (wanted.preview) await vscode.commands.executeCommand('brief.showPreviewToSide');
  if (wanted.problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (wanted.sideBar === false) await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
};
