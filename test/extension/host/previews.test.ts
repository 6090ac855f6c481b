import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contentOf, resourceRootsOf } from '../../../src/extension/preview/content';
import { CITED, eventually, openText, workspaceFolder, writeText } from './support';

/** The titles of all previews. */
const previews = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && /brief\.preview/.test(input.viewType))
    .map(({ label }) => label)
    .sort();

/** Waits until these previews are there, and no others. */
const shown = (...titles: readonly string[]) =>
  eventually(`the previews ${titles.join(', ')}`, () => previews().join() === [...titles].sort().join() || undefined);

describe('Previews', () => {
  const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');
  beforeEach(closeAll);
  after(closeAll);

  async function rename(from: string, to: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    const folder = workspaceFolder();
    edit.renameFile(vscode.Uri.joinPath(folder, from), vscode.Uri.joinPath(folder, to), { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('follow the brief in the active editor', async () => {
    await openText('first.brief', CITED);
    await vscode.commands.executeCommand('brief.showPreviewToSide');
    await shown('Preview first.brief');
    await openText('second.brief', CITED);
    await shown('Preview second.brief');
  });

  it('stay with their brief when they are locked, several at a time', async () => {
    await openText('first.brief', CITED);
    await vscode.commands.executeCommand('brief.showLockedPreviewToSide');
    await shown('[Preview] first.brief');
    await openText('second.brief', CITED);
    await vscode.commands.executeCommand('brief.showPreviewToSide');
    await shown('[Preview] first.brief', 'Preview second.brief');
    await vscode.commands.executeCommand('brief.showLockedPreviewToSide');
    await shown('[Preview] first.brief', '[Preview] second.brief', 'Preview second.brief');
  });

  it('follow a brief that is renamed, locked ones too', async () => {
    await openText('first.brief', CITED);
    await vscode.commands.executeCommand('brief.showPreviewToSide');
    await vscode.commands.executeCommand('brief.showLockedPreviewToSide');
    await shown('[Preview] first.brief', 'Preview first.brief');
    await rename('first.brief', 'renamed.brief');
    await shown('[Preview] renamed.brief', 'Preview renamed.brief');
  });

  it('follow a brief whose folder is renamed', async () => {
    await openText('old/first.brief', CITED);
    await vscode.commands.executeCommand('brief.showLockedPreviewToSide');
    await shown('[Preview] first.brief');
    await rename('old', 'new');
    // It has the same name there: it is told by the source that it leads to.
    await vscode.commands.executeCommand('workbench.action.closeEditorsInGroup');
    await eventually('the source in its new folder', async () => {
      await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
      await vscode.commands.executeCommand('brief.showSource');
      return vscode.window.activeTextEditor?.document.uri.path.endsWith('/new/first.brief') || undefined;
    });
  });

  it('stay when their brief is moved to another group of editors', async () => {
    await openText('first.brief', CITED);
    await vscode.commands.executeCommand('brief.showPreviewToSide');
    await shown('Preview first.brief');
    await vscode.commands.executeCommand('workbench.action.moveEditorToNextGroup');
    await shown('Preview first.brief');
  });

  it('follow a new brief that is left for one with a name', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'brief', content: CITED });
    await vscode.window.showTextDocument(untitled, { preview: false });
    await vscode.commands.executeCommand('brief.showPreviewToSide');
    await eventually('the preview of the new brief', () => previews().length === 1 || undefined);
    await openText('named.brief', CITED);
    await shown('Preview named.brief');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('open their brief when the server does not know it, and only while they are there themselves', async () => {
    const uri = await writeText('unopened.brief', CITED);
    const isOpen = () => vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path);
    let asked = 0;
    const unknown = {
      render: async () => {
        asked++;
        return null;
      },
    };
    const content = (isThere: boolean) =>
      contentOf(uri, unknown, { review: false, have: null, isStill: () => isThere });
    assert.equal(await content(false), null);
    assert.deepEqual({ asked, open: isOpen() }, { asked: 1, open: false });
    assert.match((await content(true))?.html ?? '', /unopened\.brief/);
    assert.deepEqual({ asked, open: isOpen() }, { asked: 3, open: true });
  });

  it('may load our page and what is in the folder of the brief, not in the workspace around it', () => {
    const folder = workspaceFolder();
    const media = vscode.Uri.joinPath(folder, 'page');
    const style = vscode.Uri.joinPath(folder, 'styles');
    const roots = (brief: vscode.Uri, styles: readonly vscode.Uri[] = []) =>
      resourceRootsOf(brief, media, styles).map(String);
    const own = vscode.Uri.joinPath(folder, 'deep', 'own');
    assert.deepEqual(roots(vscode.Uri.joinPath(own, 'a.brief')), [media, own].map(String));
    assert.deepEqual(roots(vscode.Uri.joinPath(own, 'a.brief'), [style]), [media, own, style].map(String));
    assert.deepEqual(roots(vscode.Uri.parse('untitled:Untitled-1')), [media].map(String));
  });
});
