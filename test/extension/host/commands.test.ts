import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CITED, eventually, noProblemOf, openText, problemOf } from './support';

/** Those that other programs rely on, with their titles. */
const COMMANDS: Readonly<Record<string, string>> = {
  'brief.showPreview': 'Open Preview',
  'brief.showPreviewToSide': 'Open Preview to the Side',
  'brief.showSource': 'Show Source',
  'brief.export': 'Export...',
  'brief.exportHtml': 'Export as HTML',
  'brief.exportPdf': 'Export as PDF',
  'brief.exportDocx': 'Export as Word',
  'brief.exportMarkdown': 'Export as Markdown',
  'brief.exportJson': 'Export as JSON',
  'brief.copyRichText': 'Copy as Rich Text',
  'brief.newBrief': 'New Brief',
  'brief.importText': 'Import Text as Brief',
  'brief.importFile': 'Import File as Brief',
  'brief.addCitation': 'Add Citation',
  'brief.addSource': 'Add Source',
  'brief.addSourceFromFile': 'Add Source from File',
  'brief.addArticleText': 'Add Text of Article',
  'brief.keepCopies': 'Keep Copies of All Sources',
  'brief.addSourceFromZotero': 'Add Source from Zotero',
  'brief.addHighlightsFromZotero': 'Add Highlights from Zotero',
  'brief.openOriginal': 'Open Original',
  'brief.openLocalCopy': 'Open Local Copy to the Side',
  'brief.openInZotero': 'Open in Zotero',
  'brief.renumberCitations': 'Renumber Citations',
  'brief.markVerified': 'Mark as Verified',
  'brief.nextUncited': 'Next Uncited Claim',
  'brief.previousUncited': 'Previous Uncited Claim',
  'brief.hideHints': 'Hide Hints',
  'brief.showHints': 'Show Hints',
  'brief.acceptProblems': 'Accept All Current Problems',
  'brief.showUncited': 'Show Uncited Statements',
  'brief.suggestSources': 'Suggest a Source for Each Statement',
  'brief.addComment': 'Add Comment',
  'brief.nextComment': 'Next Open Comment',
  'brief.previousComment': 'Previous Open Comment',
  'brief.showComments': 'Show Open Comments',
  'brief.compareWithRevision': 'Compare with Revision...',
  'brief.checkLinks': 'Check Links',
  'brief.readAgainstSources': 'Read Against Sources',
  'brief.setSecondReaderKey': 'Set Key of Second Reader',
  'brief.forgetSecondReaderKey': 'Forget Key of Second Reader',
  'brief.restartServer': 'Restart Language Server',
};

interface ContributedCommand {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

describe('The commands', () => {
  before(async () => {
    await openText('commands.brief', CITED);
  });

  it('are all registered under the titles that they are known by', async () => {
    const contributed = contributedCommands();
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const [command, title] of Object.entries(COMMANDS)) {
      const entry = contributed.find((other) => other.command === command);
      assert.equal(entry?.title, title, command);
      assert.equal(entry.category, 'Brief', command);
      assert.ok(registered.has(command), `${command} is registered`);
    }
  });

  it('that package.json names do all exist', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributedCommands().filter(({ command }) => !registered.has(command)),
      [],
    );
  });

  it('go to one uncited claim after the other, however fast they are asked', async () => {
    const claims = '- Exports fell by 30%.\n'.repeat(5);
    const editor = await openText('uncited.brief', `# T\n\n${claims}- Ore [own].\n`);
    const lineAfter = async (...commands: readonly string[]) => {
      await Promise.all(commands.map((command) => vscode.commands.executeCommand(command)));
      assert.ok(editor.selection.isEmpty);
      return editor.selection.active.line;
    };
    const next = 'brief.nextUncited';
    assert.equal(await lineAfter(next), 2);
    assert.equal(await lineAfter(next, next, next), 5);
    assert.equal(await lineAfter(next, next), 2);
    assert.equal(await lineAfter('brief.previousUncited'), 6);
  });

  it('leave hints out of the problems, and bring them back', async () => {
    const { document } = await openText('hints.brief', CITED.replace('[3].', '[3][1].'));
    await problemOf(document.uri, 'citation/order');
    try {
      await vscode.commands.executeCommand('brief.hideHints');
      await noProblemOf(document.uri, 'citation/order');
    } finally {
      await vscode.commands.executeCommand('brief.showHints');
    }
    await problemOf(document.uri, 'citation/order');
  });

  it('open a new brief', async () => {
    const opening = vscode.commands.executeCommand('brief.newBrief');
    const document = await eventually('a new document', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const active = vscode.window.activeTextEditor?.document;
      return active?.isUntitled && active.languageId === 'brief' ? active : undefined;
    });
    await opening;
    assert.match(document.getText(), /#|title:/);
  });

  it('import a file and a selection as untitled briefs, and leave the file as it is', async () => {
    const report = '# Ore\n\nIt rose ([Ore Report](https://ore.example/r?utm_source=chatgpt.com)).\n';
    const expected = '# Ore\n\nIt rose [1].\n\n## Sources\n\n- [1] Ore Report. https://ore.example/r\n';
    const { document } = await openText('report.md', report);
    const imported = () =>
      eventually('the imported brief', () => {
        const active = vscode.window.activeTextEditor?.document;
        return active?.isUntitled && active.languageId === 'brief' && active.getText() === expected
          ? active
          : undefined;
      });
    await vscode.commands.executeCommand('brief.importFile', document.uri);
    const first = await imported();
    assert.equal(document.getText(), report);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, document.lineCount, 0);
    await vscode.commands.executeCommand('brief.importText');
    assert.notEqual((await imported()).uri.toString(), first.uri.toString());
  });

  it('open the preview beside the text, which keeps the focus', async () => {
    const { document } = await openText('preview.brief', CITED);
    await vscode.commands.executeCommand('brief.showPreviewToSide');
    await eventually('the tab of the preview', () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .find((tab) => tab.input instanceof vscode.TabInputWebview && /brief/i.test(tab.input.viewType)),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });
});

function contributedCommands(): readonly ContributedCommand[] {
  const extension = vscode.extensions.getExtension('research-briefs.research-briefs');
  assert.ok(extension, 'the extension is loaded');
  return extension.packageJSON.contributes.commands;
}
