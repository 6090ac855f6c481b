import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CITED, eventually, openText } from './support';

const EXTENSION = 'research-briefs.research-briefs';

describe('The language of a brief', () => {
  it('is known by both file extensions', async () => {
    for (const name of ['language.brief', 'language.brief.md']) {
      const { document } = await openText(name, CITED);
      assert.equal(document.languageId, 'brief', name);
    }
  });

  it('leaves Markdown files to Markdown', async () => {
    const { document } = await openText('plain.md', '# Plain\n');
    assert.equal(document.languageId, 'markdown');
  });

  it('wakes the extension', async () => {
    await openText('wake.brief', CITED);
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, `${EXTENSION} is loaded`);
    await eventually('the extension', () => extension.isActive || undefined);
  });

  it('has an outline of its sections', async () => {
    const { document } = await openText('outline.brief', CITED);
    const symbols = await eventually('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap((symbol) => [symbol.name, ...names(symbol.children)]);
    assert.deepEqual(
      names(symbols).filter((name) => name === 'Supply' || name === 'Sources'),
      ['Supply', 'Sources'],
    );
  });
});
