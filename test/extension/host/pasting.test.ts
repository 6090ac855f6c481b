import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { indexLines, parseBrief } from '../../../src/core';
import { pasteValue } from '../../../src/core/editor';
import { pasteApi } from '../../../src/extension/paste/api';
import { rowsProvider, urlProvider } from '../../../src/extension/paste/paste';
import { comesToBe, openText } from './support';

const LINES = 'Fees rise: by 4 %, or $1 a ton.\r\n\r\n  The $north quay stays closed.\n';
const VALUE = '"Fees rise: by 4 %, or $1 a ton. The $north quay stays closed."';

/** Pastes a text where `‸` stands, as VS Code does with the edit that comes first. @returns whether the server was asked */
async function paste(marked: string, text: string, expected: string): Promise<boolean> {
  const at = marked.indexOf('‸');
  const editor = await openText(`pasting-${at}.brief`, marked.replace('‸', ''));
  const { document } = editor;
  const api = pasteApi();
  assert.ok(api, 'this VS Code takes edits for what is pasted');
  let isAsked = false;
  const provider = urlProvider(api, {
    pasteUrl: async (_uri, range, pasted) => {
      isAsked = true;
      const content = document.getText();
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const value = pasteValue(parseBrief(content), { start, end }, pasted);
      const { rangeOf } = indexLines(content);
      const edits = value?.edits.map(({ span, newText }) => ({ range: rangeOf(span), newText })) ?? [];
      const { version } = document;
      return { version, choices: value ? [{ kind: 'value', title: value.title, preferred: true, edits }] : [] };
    },
  });
  const place = document.positionAt(at);
  const data = new vscode.DataTransfer();
  data.set('text/plain', new vscode.DataTransferItem(text));
  const { token } = new vscode.CancellationTokenSource();
  const [edit] = await provider.provideDocumentPasteEdits(document, [new vscode.Range(place, place)], data, {}, token);
  assert.equal(edit?.yieldTo, undefined);
  const { insertText = text } = edit ?? {};
  editor.selection = new vscode.Selection(place, place);
  if (typeof insertText === 'string') await editor.edit((builder) => builder.insert(place, insertText));
  else await editor.insertSnippet(insertText, place);
  await comesToBe(() => document.getText(), expected);
  return isAsked;
}

describe('Lines that are pasted', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('are one valid value behind a key of the front matter, with all their signs', async () => {
    const after = `---\ntitle: Ports\nsummary: ${VALUE}\n---\n\nText.\n`;
    assert.ok(await paste('---\ntitle: Ports\nsummary: ‸\n---\n\nText.\n', LINES, after));
    assert.deepEqual(parseBrief(after).frontMatter?.errors, []);
  });

  it('are one value behind a key of a source, too', async () => {
    const after = `---\nsources:\n  - id: a\n    quote: ${VALUE}\n---\n`;
    assert.ok(await paste('---\nsources:\n  - id: a\n    quote: ‸\n---\n', LINES, after));
    assert.deepEqual(parseBrief(after).frontMatter?.errors, []);
  });

  it('stay as they are in the text, where the server is not asked', async () => {
    assert.equal(await paste('Words ‸\n', 'one\ntwo', 'Words one\ntwo\n'), false);
  });
});

describe('Rows that are pasted', () => {
  const editsFor = async (name: string, copied: Readonly<Record<string, string>>) => {
    const { document } = await openText(name, '# Ports\n\n\n');
    const api = pasteApi();
    assert.ok(api, 'this VS Code takes edits for what is pasted');
    const data = new vscode.DataTransfer();
    for (const [type, text] of Object.entries(copied)) data.set(type, new vscode.DataTransferItem(text));
    const { token } = new vscode.CancellationTokenSource();
    const place = new vscode.Range(2, 0, 2, 0);
    return rowsProvider(api).provideDocumentPasteEdits(document, [place], data, {}, token);
  };
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('become a table, with their signs as they are', async () => {
    const [edit] = await editsFor('rows.brief', { 'text/plain': 'Port\tFee\nKiel\t$1\n' });
    assert.ok(edit && typeof edit.insertText !== 'string');
    const editor = vscode.window.activeTextEditor;
    await editor?.insertSnippet(edit.insertText, new vscode.Position(2, 0));
    await comesToBe(
      () => editor?.document.getText() ?? '',
      '# Ports\n\n| Port | Fee |\n| --- | --- |\n| Kiel | $1 |\n',
    );
  });

  it('stay as they are where rich text comes with them, or where they come from an editor', async () => {
    const rows = { 'text/plain': 'a\tb\nc\td' };
    assert.deepEqual(await editsFor('rich.brief', { ...rows, 'text/html': '<table></table>' }), []);
    assert.deepEqual(await editsFor('copied.brief', { ...rows, 'vscode-editor-data': '{}' }), []);
  });
});
