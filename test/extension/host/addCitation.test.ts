import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { comesToBe, eventually, openText } from './support';

const TEXT = `---
sources:
  - id: 1
    title: Prices of rare earths
  - id: 3
    title: Deals of the year
    quote: The agreement over magnets is worth $500 million.
---

## Magnets

- The agreement over magnets is worth 5亿 dollars. It was signed.
- Nothing of this kind is known.
`;

/** The source that is likeliest for the first insight, where the command puts it. */
const CITED = TEXT.replace('dollars.', 'dollars [3].');

describe('Add Citation', () => {
  let count = 0;
  /** A brief with the cursor before a word of it. */
  const openAt = async (word: string, text = TEXT) => {
    const editor = await openText(`add-citation-${count++}.brief`, text);
    const at = editor.document.positionAt(text.indexOf(word));
    editor.selection = new vscode.Selection(at, at);
    return editor;
  };
  /** Accepts what is chosen in the picker, as often as it takes until the picker has something. */
  const pickUntil = (what: string, done: () => boolean) =>
    eventually(what, async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done() || undefined;
    });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('cites the likeliest source at the end of the sentence, in one step to undo', async () => {
    const { document } = await openAt('agreement over magnets is worth 5');
    const command = vscode.commands.executeCommand('brief.addCitation');
    await pickUntil('the citation', () => document.getText() !== TEXT);
    await command;
    await comesToBe(() => document.getText(), CITED);
    await vscode.commands.executeCommand('undo');
    await comesToBe(() => document.getText(), TEXT);
  });

  it('asks again where the text has changed meanwhile, and then cites at the right place', async () => {
    const editor = await openAt('agreement over magnets is worth 5');
    const { document } = editor;
    const command = vscode.commands.executeCommand('brief.addCitation');
    // The picker is filled by then; nothing tells.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const line = new vscode.Position(10, 0);
    assert.ok(await editor.edit((edit) => edit.insert(line, 'A paragraph of one sentence.\n\n')));
    const changed = document.getText();
    await pickUntil('the citation', () => document.getText() !== changed);
    await command;
    await comesToBe(() => document.getText(), changed.replace('dollars.', 'dollars [3].'));
  });

  it('cites in its brief where the user has gone to another one meanwhile, and shows it again', async () => {
    const { document } = await openAt('agreement over magnets is worth 5');
    const command = vscode.commands.executeCommand('brief.addCitation');
    // The picker is filled by then; nothing tells.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const other = await vscode.workspace.openTextDocument({ language: 'brief', content: '- Another brief.\n' });
    await vscode.window.showTextDocument(other, { preserveFocus: true });
    await pickUntil('the citation', () => document.getText() !== TEXT);
    await command;
    assert.equal(document.getText(), CITED);
    assert.equal(other.getText(), '- Another brief.\n');
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('changes nothing where there is no insight', async () => {
    const { document } = await openAt('## Magnets');
    await vscode.commands.executeCommand('brief.addCitation');
    await comesToBe(() => document.getText(), TEXT);
  });

  it('declares and cites a new source, whose title is selected', async () => {
    const text = TEXT.replace(/sources:[\s\S]*?---/, 'title: Magnets\n---');
    const editor = await openAt('Nothing', text);
    const command = vscode.commands.executeCommand('brief.addCitation');
    await pickUntil('the new source', () => editor.document.getText() !== text);
    await command;
    const after = editor.document.getText();
    assert.match(after, /is known \[1\]\.\n\n## Sources\n\n- \[1\] Title of the source\n$/);
    await comesToBe(() => editor.document.getText(editor.selection), 'Title of the source');
    await vscode.commands.executeCommand('undo');
    await comesToBe(() => editor.document.getText(), text);
  });
});
