import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makeSource } from '../../../src/extension/commands/documentEdits';
import {
  comesToBe,
  eventually,
  fixesFor,
  noProblemOf,
  openText,
  problemOf,
  workspaceFolder,
  writeText,
} from './support';

const TEXT = '# Ore\n\n- Output rose by 4% in 2024 [@usgs].\n- Prices fell by 3%.\n';
const OTHER = '# Other\n\n- Output rose by 4% in 2024 [@usgs].\n';
const USGS = 'title: Summaries\npublisher: USGS\nquote: Output rose by 4% in 2024.\n';

describe('A library folder', () => {
  let count = 0;
  /** Another one for each test: what is told late of files that are gone is about no file of the next. */
  let folder = '';
  const uriOf = (path: string) => vscode.Uri.joinPath(workspaceFolder(), folder, path);
  const textOf = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
  /** Whether briefs that are not open can be read. */
  const readsOthers = vscode.workspace.isTrusted && workspaceFolder().scheme === 'file';
  let editor: vscode.TextEditor;
  let other: vscode.TextDocument;

  beforeEach(async () => {
    folder = `library-${count++}`;
    await writeText(`${folder}/brief.config.yaml`, 'sources: sources/\n');
    await writeText(`${folder}/sources/usgs.yaml`, USGS);
    // Where no file can be read but those that are open, no other brief is known.
    other = await vscode.workspace.openTextDocument(await writeText(`${folder}/b.brief`, OTHER));
    editor = await openText(`${folder}/a.brief`, TEXT);
    // That nothing is wrong may only mean that nothing is known yet.
    await eventually('the library', () =>
      vscode.commands
        .executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          editor.document.uri,
          editor.document.positionAt(TEXT.indexOf('usgs')),
        )
        .then(([found]) => found || undefined),
    );
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    // What a test has changed the next one knows nothing of.
    for (const document of vscode.workspace.textDocuments)
      if (document.uri.path.startsWith(`${uriOf('').path}/`) && !document.isClosed) {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    await vscode.workspace.fs.delete(uriOf(''), { recursive: true });
  });

  const rename = () =>
    vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      editor.document.positionAt(TEXT.indexOf('usgs')),
      'mcs',
    );

  if (workspaceFolder().scheme === 'file')
    it('is missed when it is removed as a whole, and found when it comes back', async () => {
      await vscode.workspace.fs.rename(uriOf('sources'), uriOf('elsewhere'));
      await problemOf(editor.document.uri, 'citation/unknown-source');
      await vscode.workspace.fs.rename(uriOf('elsewhere'), uriOf('sources'));
      await noProblemOf(editor.document.uri, 'citation/unknown-source');
    });

  if (readsOthers)
    it('has a source renamed along with its file', async () => {
      const edit = await eventually('the rename', () =>
        rename().then(
          (found) => (found.size > 0 ? found : undefined),
          () => undefined,
        ),
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(await textOf('sources/mcs.yaml'), USGS);
      await comesToBe(() => editor.document.getText(), TEXT.replace('usgs', 'mcs'));
      assert.equal(other.getText(), OTHER.replace('usgs', 'mcs'));
      await noProblemOf(editor.document.uri, 'citation/unknown-source');
    });
  else
    it('has no source renamed from a brief where others can not be read, which says what to do', async () => {
      const advice = vscode.workspace.isTrusted ? /VS Code on the desktop/ : /Trust the folder/;
      await eventually('the refusal', () =>
        rename().then(
          () => undefined,
          (error: unknown) => advice.test(String(error)) || undefined,
        ),
      );
      assert.equal(await textOf('sources/usgs.yaml'), USGS);
    });

  it('has a source renamed in open briefs along with its file', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uriOf('sources/usgs.yaml'), uriOf('sources/mcs.yaml'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually(
      'the rename in the editor',
      () => editor.document.getText() === TEXT.replace('usgs', 'mcs') || undefined,
    );
    await eventually(
      'the rename in the other brief',
      () => other.getText() === OTHER.replace('usgs', 'mcs') || undefined,
    );
    assert.equal(await textOf('sources/mcs.yaml'), USGS);
    await noProblemOf(editor.document.uri, 'citation/unknown-source');
  });

  it('keeps no file of a source whose local copy could not be moved along', async () => {
    const at = { line: 0, character: 0 };
    const file = {
      uri: uriOf('sources/half.yaml').toString(),
      text: 'title: Half\ntext: copies/half.md\n',
      title: null,
      copy: { from: uriOf('gone.md').toString(), to: uriOf('sources/copies/half.md').toString() },
    };
    const source = { citation: '[@half]', edits: [], title: { start: at, end: at }, file };
    assert.equal(await makeSource(editor, source, editor.document.version), false);
    await assert.rejects(async () => textOf('sources/half.yaml'));
    await comesToBe(() => editor.document.getText(), TEXT);
  });

  it('gets a file of its own for a source that is added, and the insight its citation', async () => {
    const at = editor.document.positionAt(TEXT.indexOf('Prices'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.env.clipboard.writeText('https://www.example.org/prices');
    const command = vscode.commands.executeCommand('brief.addSource');
    await eventually('the new source', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return editor.document.getText() !== TEXT || undefined;
    });
    await command;
    await comesToBe(() => editor.document.getText(), TEXT.replace('3%.', '3% [@example].'));
    assert.equal(
      await textOf('sources/example.yaml'),
      'title: Title of the source\nurl: https://www.example.org/prices\n',
    );
    await comesToBe(() => {
      const shown = vscode.window.activeTextEditor;
      return shown?.document.getText(shown.selection) ?? '';
    }, 'Title of the source');
    await noProblemOf(editor.document.uri, 'citation/unknown-source');
  });

  it('gets a file of its own for a source that is declared by a quick fix', async () => {
    const text = `${TEXT}- Demand rose by 9% [@oecd].\n`;
    await editor.edit((builder) => builder.insert(editor.document.positionAt(TEXT.length), text.slice(TEXT.length)));
    const problem = await problemOf(editor.document.uri, 'citation/unknown-source');
    // Applied as VS Code applies it, whose own command takes no answer where problems arrive meanwhile.
    const fix = await eventually('the fix', async () =>
      (await fixesFor(editor.document.uri, problem)).find(({ isPreferred }) => isPreferred),
    );
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit, { isRefactoring: true })));
    const written = await eventually('the new source', () =>
      textOf('sources/oecd.yaml')
        .catch(() => '')
        .then((text) => text || undefined),
    );
    assert.equal(written, 'title:\n');
    await comesToBe(() => editor.document.getText(), text);
    await noProblemOf(editor.document.uri, 'citation/unknown-source');
    await problemOf(uriOf('sources/oecd.yaml'), 'source/incomplete');
  });

  it('is asked about in its own files: what a source is, who cites it, and what it is to be called', async () => {
    const { document } = await openText(`${folder}/sources/usgs.yaml`, USGS);
    const at = new vscode.Position(0, USGS.indexOf('Summaries'));
    const ask = <T>(command: string) =>
      eventually(command, () =>
        vscode.commands
          .executeCommand<T[]>(command, document.uri, at)
          .then((found) => (found.length > 0 ? found : undefined)),
      );
    const [hover, ...more] = await ask<vscode.Hover>('vscode.executeHoverProvider');
    const [content] = hover?.contents ?? [];
    assert.match(typeof content === 'object' ? content.value : '', /usgs.*Summaries/);
    assert.deepEqual(more, []);
    await eventually('the references in both briefs', async () => {
      const references = await ask<vscode.Location>('vscode.executeReferenceProvider');
      const names = references.map(({ uri }) => uri.path.replace(/^.*\//, ''));
      return ['a.brief', 'b.brief'].every((name) => names.includes(name)) || undefined;
    });
    if (!readsOthers) return;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'mcs',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(await textOf('sources/mcs.yaml'), USGS);
    await comesToBe(() => editor.document.getText(), TEXT.replace('usgs', 'mcs'));
  });

  it('has its problems in its own files', async () => {
    await writeText(`${folder}/sources/usgs.yaml`, `${USGS}titel: T\n`);
    await problemOf(uriOf('sources/usgs.yaml'), 'brief/unknown-key');
  });
});
