import * as vscode from 'vscode';
import { comesToBe, openText } from './support';

describe('Writing', () => {
  let count = 0;
  /** A brief with cursors where `‸` stands. */
  const open = async (marked: string, name = `writing-${count++}.brief`) => {
    const parts = marked.split('‸');
    const editor = await openText(name, parts.join(''));
    let at = 0;
    editor.selections = parts.slice(0, -1).map((part) => {
      at += part.length;
      const position = editor.document.positionAt(at);
      return new vscode.Selection(position, position);
    });
    return editor;
  };
  const textOf = ({ document }: vscode.TextEditor) => document.getText();
  /** The text with the cursors in it. */
  const marked = ({ document, selections }: vscode.TextEditor) =>
    selections
      .map(({ active }) => document.offsetAt(active))
      .sort((a, b) => b - a)
      .reduce((text, at) => `${text.slice(0, at)}‸${text.slice(at)}`, document.getText());
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  /** Waits: the editor tells late of what its commands did. */
  const becomes = (editor: vscode.TextEditor, expected: string) => comesToBe(() => marked(editor), expected);
  const hasText = (editor: vscode.TextEditor, expected: string) => comesToBe(() => textOf(editor), expected);
  afterEach(() => run('workbench.action.revertAndCloseActiveEditor'));

  it('makes words bold at several cursors, in one step to undo', async () => {
    const editor = await open('- o‸ne [1]\n- tw‸o\n');
    await run('brief.toggleBold');
    await becomes(editor, '- **o‸ne** [1]\n- **tw‸o**\n');
    await run('undo');
    await hasText(editor, '- one [1]\n- two\n');
  });

  it('leaves the cursor where the next letter belongs, in one step with the text', async () => {
    const editor = await open('one ‸\n');
    await run('brief.toggleBold');
    await run('type', { text: 'a' });
    await run('type', { text: '$1' });
    await becomes(editor, 'one **a$1‸**\n');
  });

  it('keeps a selection of words that it makes bold', async () => {
    const editor = await open('one ‸two} $three\n');
    editor.selection = new vscode.Selection(0, 4, 0, 15);
    await run('brief.toggleBold');
    await hasText(editor, 'one **two} $three**\n');
    await comesToBe(() => editor.document.getText(editor.selection), 'two} $three');
  });

  it('changes nothing on Enter and Tab but what the editor itself does', async () => {
    const editor = await open('- one‸\n- two\n');
    await run('type', { text: '\n' });
    await run('tab');
    await becomes(editor, '- one\n-   ‸\n- two\n');
  });

  it('numbers the items behind a new one', async () => {
    const editor = await open('1. one‸\n2. two\n3. three\n');
    await run('type', { text: '\n' });
    await becomes(editor, '1. one\n2. ‸\n3. two\n4. three\n');
  });

  it('ends a list on an empty item, in a step of its own to undo', async () => {
    const editor = await open('- one\n- ‸\n');
    await run('type', { text: '\n' });
    await becomes(editor, '- one\n\n‸\n');
    await run('undo');
    await hasText(editor, '- one\n- \n\n');
  });

  it('moves items in and out, and numbers the lists around', async () => {
    const editor = await open('1. one\n2. tw‸o\n3. three\n');
    await run('brief.indent');
    await becomes(editor, '1. one\n   1. tw‸o\n2. three\n');
    await run('brief.outdent');
    await becomes(editor, '1. one\n2. tw‸o\n3. three\n');
  });

  it('goes from cell to cell of a table', async () => {
    const editor = await open('| a | b‸ |\n| - | - |\n');
    await run('brief.indent');
    await becomes(editor, '| a | b |\n| - | - |\n| ‸  |   |\n');
  });

  it('indents a line of text as the editor does', async () => {
    const editor = await open('Text‸\n');
    await run('brief.indent');
    await becomes(editor, '  Text‸\n');
    await run('brief.outdent');
    await becomes(editor, 'Text‸\n');
  });

  it('leaves other languages alone', async () => {
    const editor = await open('one‸\n', `writing-${count++}.md`);
    await run('brief.toggleBold');
    await hasText(editor, 'one\n');
  });
});
