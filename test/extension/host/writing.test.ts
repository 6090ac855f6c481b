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
  const enter = () => run('type', { text: '\n' });
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

  it('counts on in an ordered list on Enter, undone with it', async () => {
    const editor = await open('1. one‸\n2. two\n3. three\n');
    await enter();
    await becomes(editor, '1. one\n2. ‸\n3. two\n4. three\n');
    await run('undo');
    await hasText(editor, '1. one\n2. two\n3. three\n');
  });

  it('loses nothing that is typed while it counts', async () => {
    const editor = await open('1. one‸\n2. two\n');
    for (const text of ['\n', 'a', 'b', 'c']) await run('type', { text });
    // Behind a line that VS Code has not coloured yet, its own Enter begins a plain one.
    await becomes(editor, '1. one\n2. abc‸\n3. two\n');
    for (const text of ['\n', 'd']) await run('type', { text });
    await becomes(editor, '1. one\n2. abc\n3. d‸\n4. two\n');
  });

  it('counts on past the rules of the language configuration', async () => {
    const editor = await open('98. one‸\n');
    await enter();
    await becomes(editor, '98. one\n99. ‸\n');
  });

  it('ends a list on Enter in an empty item', async () => {
    const editor = await open('- one\n- ‸\n');
    await run('brief.enter');
    await becomes(editor, '- one\n\n‸\n');
    await run('undo');
    await hasText(editor, '- one\n- \n');
  });

  it('ends a list and a quotation behind the Enter of the editor, undone with it', async () => {
    for (const [before, after] of [
      ['- one\n- ‸\n', '- one\n\n‸\n'],
      ['> one\n> ‸\n', '> one\n\n‸\n'],
    ] as const) {
      const editor = await open(before);
      await enter();
      await becomes(editor, after);
      await run('undo');
      await becomes(editor, before);
    }
  });

  it('goes on with bullets, tasks and quotations on Enter', async () => {
    for (const [before, expected] of [
      ['- one‸', '- one\n- ‸'],
      ['- [x] one‸', '- [x] one\n- [ ] ‸'],
      ['> one‸', '> one\n> ‸'],
    ] as const) {
      const editor = await open(before);
      await run('brief.enter');
      await becomes(editor, expected);
    }
  });

  it('moves items by Tab and Shift+Tab', async () => {
    const editor = await open('1. one\n2. tw‸o\n3. three\n');
    await run('brief.tab');
    await becomes(editor, '1. one\n   1. tw‸o\n2. three\n');
    await run('brief.shiftTab');
    await becomes(editor, '1. one\n2. tw‸o\n3. three\n');
  });

  it('goes from cell to cell by Tab', async () => {
    const editor = await open('| a | b‸ |\n| - | - |\n');
    await run('brief.tab');
    await becomes(editor, '| a | b |\n| - | - |\n| ‸  |   |\n');
  });

  it('leaves Tab and Enter to the editor elsewhere', async () => {
    const editor = await open('Text‸\n');
    await run('brief.tab');
    await becomes(editor, 'Text  ‸\n');
    await run('brief.enter');
    await becomes(editor, 'Text  \n‸\n');
  });

  it('leaves other languages alone', async () => {
    const editor = await open('one‸\n', `writing-${count++}.md`);
    await run('brief.toggleBold');
    await hasText(editor, 'one\n');
  });
});
