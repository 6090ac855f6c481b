import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CITED, eventually, openText } from './support';

const UNTIDY = `---
tags: [metals]
title: Rare earths
---
## Supply
- China mined 69% of the world's rare earths in 2024 [ 3 ].

| Country | Share |
|---|--:|
| 中国 | 69% |

## Sources

- [3] [Mineral Commodity Summaries 2025](https://example.org/minerals)
`;

const TIDY = `---
title: Rare earths
tags: [metals]
---
## Supply

- China mined 69% of the world's rare earths in 2024 [3].

| Country | Share |
| ------- | ----: |
| 中国    |   69% |

## Sources

- [3] [Mineral Commodity Summaries 2025](https://example.org/minerals)
`;

/** Waits until a provider of the server, which may be starting, gives something. */
function provided<T>(what: string, command: string, ...values: readonly unknown[]): Promise<T[]> {
  return eventually(what, async () => {
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...values);
    return found && found.length > 0 ? found : undefined;
  });
}

function whole(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(0, 0, document.lineCount, 0);
}

describe('The structure of a brief in the editor', () => {
  it('is formatted, and one undo gives back what was there', async () => {
    const { document } = await openText('format.brief', UNTIDY);
    await provided('the edits', 'vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2 });
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(await eventually('the new text', () => textOtherThan(document, UNTIDY)), TIDY);
    await vscode.commands.executeCommand('undo');
    assert.equal(await eventually('the old text', () => textOtherThan(document, TIDY)), UNTIDY);
  });

  it('is folded by sections', async () => {
    const editor = await openText('fold.brief', CITED);
    const { document } = editor;
    const supply = 2;
    await eventually('a fold of the section', async () => {
      const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return ranges.find(({ start, end }) => start === supply && end === 5);
    });
    await eventually('the folded section', async () => {
      await vscode.commands.executeCommand('editor.fold', { selectionLines: [supply], levels: 1 });
      const hides = !editor.visibleRanges.some((range) => range.contains(new vscode.Position(4, 0)));
      return hides || undefined;
    });
    await vscode.commands.executeCommand('editor.unfoldAll');
  });

  it('folds front matter of more than 30 lines when a brief is opened, and none that is shorter or read', async () => {
    const long = `---\ntitle: Long\ntags:\n${'  - tag\n'.repeat(30)}---\n\nText.\n`;
    const { document } = await openText('folded.brief', long);
    const hides = () => {
      const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
      return editor && !editor.visibleRanges.some((range) => range.contains(new vscode.Position(3, 0)));
    };
    await eventually('the folded front matter', () => hides() || undefined);
    await vscode.commands.executeCommand('editor.unfoldAll');
    await eventually('all of it', () => !hides() || undefined);
    await openText('short.brief', CITED);
    await vscode.window.showTextDocument(document);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(hides(), false);
  });

  it('shows what numbers cite, and colours', async () => {
    const text = CITED.replace('[Prices of rare earths]', 'Prices Weekly, 2025. [Prices]');
    const { document } = await openText('numbers.brief', text);
    const hints = await provided<vscode.InlayHint>(
      'the hints',
      'vscode.executeInlayHintProvider',
      document.uri,
      whole(document),
    );
    const behind = hints.map(({ position }) => document.getText(new vscode.Range(position.translate(0, -3), position)));
    assert.deepEqual(behind, ['[3]', '[1]']);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length > 0);
  });

  it('shows above sources how often they are cited, once that is turned on', async () => {
    const { document } = await openText('lenses.brief', CITED);
    const settings = vscode.workspace.getConfiguration('brief');
    await settings.update('codeLens.sources', true, vscode.ConfigurationTarget.Global);
    try {
      const [lens] = await provided<vscode.CodeLens>('the lenses', 'vscode.executeCodeLensProvider', document.uri);
      assert.equal(lens?.command?.title, 'cited once');
      await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
      await vscode.commands.executeCommand('closeReferenceSearch');
    } finally {
      await settings.update('codeLens.sources', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

function textOtherThan(document: vscode.TextDocument, text: string): string | undefined {
  return document.getText() === text ? undefined : document.getText();
}
