import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { knownReviewer, rememberReviewer } from '../../../src/extension/commands/reviewing/reviewer';
import { BriefComment, createShownThreads } from '../../../src/extension/commands/reviewing/threads/shownThreads';
import { comesToBe, eventually, openText } from './support';

describe('The initials of a reviewer', () => {
  afterEach(() =>
    vscode.workspace.getConfiguration('brief').update('reviewer', undefined, vscode.ConfigurationTarget.Global),
  );

  it('are known from the moment they are typed, though it takes a while to write them into the settings', async () => {
    const writing = rememberReviewer('QX');
    assert.equal(knownReviewer(), 'QX');
    await writing;
    assert.equal(knownReviewer(), 'QX');
    assert.equal(vscode.workspace.getConfiguration('brief').get('reviewer'), 'QX');
  });
});

describe('A comment that cannot be written', () => {
  const TEXT =
    '# Ports\n\n- The port grew by 4 % [1]. {>>Since when? @AZ 2026-11-28<<}\n\n[1]: https://example.org/port\n';
  let controller: vscode.CommentController;
  let editor: vscode.TextEditor;
  before(async () => {
    controller = vscode.comments.createCommentController('test', 'Test');
    editor = await openText('reviewed.brief', TEXT);
    await comesToBe(() => String(vscode.languages.getDiagnostics(editor.document.uri).length > 0), 'true');
    await vscode.workspace.getConfiguration('brief').update('reviewer', 'BC', vscode.ConfigurationTarget.Global);
  });
  after(async () => {
    controller.dispose();
    await vscode.workspace.getConfiguration('brief').update('reviewer', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
  const threadAt = (line: number) =>
    controller.createCommentThread(editor.document.uri, new vscode.Range(line, 0, line, 3), []);

  it('leaves its words in their box, which VS Code empties unless the command fails', async () => {
    const thread = threadAt(0);
    await assert.rejects(
      async () => vscode.commands.executeCommand('brief.comments.create', { thread, text: 'Which ports?' }),
      /cancel/i,
    );
    assert.equal(editor.document.getText(), TEXT);
  });

  it('is written from the same box once it can be', async () => {
    await vscode.commands.executeCommand('brief.comments.create', { thread: threadAt(2), text: 'In tons?' });
    await eventually('the comment', () => editor.document.getText().includes('{>>In tons? @BC') || undefined);
  });

  it('keeps what was changed in it, in a box that is open again', async () => {
    const thread = threadAt(0);
    const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } };
    const comment = new BriefComment({ range, text: 'Since when?', author: 'AZ', date: '2026-11-28' }, thread);
    comment.body = 'Since which year?';
    comment.mode = vscode.CommentMode.Editing;
    thread.comments = [comment];
    const before = editor.document.getText();
    await vscode.commands.executeCommand('brief.comments.save', comment);
    assert.equal(editor.document.getText(), before);
    const [again] = thread.comments;
    assert.notEqual(again, comment);
    assert.deepEqual([again?.body, again?.mode], ['Since which year?', vscode.CommentMode.Editing]);
  });
});

describe('A box in which a comment is changed', () => {
  const TOLD = { text: 'Since when?', author: 'AZ', date: '2026-11-28' };
  const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } };

  it('stays open when another comment comes to its thread', () => {
    const controller = vscode.comments.createCommentController('test', 'Test');
    try {
      const shown = createShownThreads(controller);
      const uri = vscode.Uri.parse('untitled:reviewed.brief');
      const first = { ...TOLD, range };
      shown.show(uri, [{ range, resolved: false, comments: [first] }]);
      const comment = shown.of(uri)[0]?.thread.comments[0];
      assert.ok(comment instanceof BriefComment);
      comment.mode = vscode.CommentMode.Editing;
      comment.body = 'Since which year?';
      const second = { range, text: 'In 1990.', author: 'BC', date: '2026-11-29' };
      shown.show(uri, [{ range, resolved: false, comments: [first, second] }]);
      const now = shown.of(uri)[0]?.thread.comments ?? [];
      assert.equal(now[0], comment);
      assert.deepEqual([now[0]?.body, now[1]?.body], ['Since which year?', 'In 1990.']);
    } finally {
      controller.dispose();
    }
  });
});
