import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  DocumentHighlight,
  DocumentLink,
  LinkedEditingRanges,
  Location,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { applyEdits, indexLines } from '../../src/core';
import { positionsIn } from '../../src/server/documents/positions';
import { startServer, type TestClient, URI } from './client';

/** With CRLF, and CJK text before a citation, where a character of UTF-16 is three bytes. */
const TEXT = [
  '---',
  'sources:',
  '  - id: 1',
  '    url: https://a.example/1',
  '  - id: 10',
  'figures:',
  '  - id: out',
  '    value: 5',
  '    cites: [1]',
  '---',
  '',
  '- 中国占九成【1】，另见[1, 10]。',
  '- So it is {{out}} [@none][10], see [below](#key-points).',
  '',
  '## Key points',
  '',
].join('\r\n');

const RENAMED = TEXT.replace('id: 1\r', 'id: usgs-2024\r')
  .replace('cites: [1]', 'cites: [usgs-2024]')
  .replace('【1】，另见[1, 10]', '[@usgs-2024]，另见[@usgs-2024][10]');

const DOCUMENT_CHANGES: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: { rename: { prepareSupport: true }, documentLink: { tooltipSupport: true } },
};

describe('Names over LSP', () => {
  let client: TestClient | undefined;
  const start = async (capabilities: ClientCapabilities, text = TEXT) => {
    client = await startServer({ capabilities });
    await client.open(text);
    return client;
  };
  afterEach(() => client?.stop());

  const utf8: ClientCapabilities = { general: { positionEncodings: ['utf-8'] } };

  /** Asks about the place behind the first `before` of the text. */
  const ask = <T>(method: string, before: string, more: object = {}, encoding: 'utf-16' | 'utf-8' = 'utf-16') => {
    assert.ok(client, 'a server runs');
    const start = TEXT.indexOf(before) + before.length;
    const { start: position } = positionsIn(TEXT, indexLines(TEXT), encoding).rangeOf({ start, end: start });
    return client.connection.sendRequest<T>(method, { textDocument: { uri: URI }, position, ...more });
  };
  const words = (range: Range, encoding: 'utf-16' | 'utf-8' = 'utf-16') => {
    const { start, end } = positionsIn(TEXT, indexLines(TEXT), encoding).spanOf(range);
    return TEXT.slice(start, end);
  };
  const apply = (text: string, edits: readonly TextEdit[], encoding: 'utf-16' | 'utf-8' = 'utf-16') => {
    const positions = positionsIn(text, indexLines(text), encoding);
    return applyEdits(
      text,
      edits.map(({ range, newText }) => ({ span: positions.spanOf(range), newText })),
    );
  };

  it('are renamed as one change of one version, and taken back to the byte', async () => {
    const { change } = await start(DOCUMENT_CHANGES);
    const found = await ask<{ range: Range; placeholder: string }>('textDocument/prepareRename', '九成【');
    assert.deepEqual([words(found.range), found.placeholder], ['1', '1']);
    await change(2, TEXT);
    const edit = await ask<WorkspaceEdit>('textDocument/rename', '九成【', { newName: 'usgs-2024' });
    const [only, ...others] = edit.documentChanges ?? [];
    assert.ok(only && 'edits' in only);
    assert.deepEqual([only.textDocument, others], [{ uri: URI, version: 2 }, []]);
    const edits = only.edits.filter((one) => 'newText' in one);
    assert.equal(apply(TEXT, edits), RENAMED);

    await change(3, RENAMED);
    const position = indexLines(RENAMED).positionAt(RENAMED.indexOf('@usgs-2024') + 2);
    const back = await client?.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: URI },
      position,
      newName: '1',
    });
    const [again] = back?.documentChanges ?? [];
    assert.ok(again && 'edits' in again);
    const after = apply(
      RENAMED,
      again.edits.filter((one) => 'newText' in one),
    );
    assert.equal(after, TEXT.replace('【1】，另见[1, 10]', '[1]，另见[1][10]'));
  });

  it('are renamed for a client that counts bytes and knows no versions of documents', async () => {
    const { initialized } = await start(utf8);
    assert.equal(initialized.capabilities.renameProvider, true);
    const edit = await ask<WorkspaceEdit>('textDocument/rename', '另见[', { newName: 'usgs-2024' }, 'utf-8');
    assert.equal(edit.documentChanges, undefined);
    assert.equal(apply(TEXT, edit.changes?.[URI] ?? [], 'utf-8'), RENAMED);
  });

  it('are not renamed to what is taken or no id, with the reason', async () => {
    await start(DOCUMENT_CHANGES);
    const renaming = (newName: string) => ask('textDocument/rename', '九成【', { newName });
    await assert.rejects(renaming('10'), /\[10\] is already declared, in line 5/);
    await assert.rejects(renaming('a b'), /is not an id/);
    assert.deepEqual(client?.log, [], 'nothing failed');
    assert.equal(await ask('textDocument/prepareRename', '- So it'), null);
    assert.equal(await ask('textDocument/rename', '- So it', { newName: 'x' }), null);
  });

  it('are listed, with their declarations or without', async () => {
    await start({});
    const listed = async (includeDeclaration: boolean) => {
      const found = await ask<Location[]>('textDocument/references', '九成【', { context: { includeDeclaration } });
      return found.map(({ range: { start } }) => `${start.line}:${start.character}`);
    };
    assert.deepEqual(await listed(true), ['2:8', '8:12', '11:8', '11:14']);
    assert.deepEqual(await listed(false), ['8:12', '11:8', '11:14']);
  });

  it('are listed and highlighted in bytes', async () => {
    await start(utf8);
    const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight', '九成【', {}, 'utf-8');
    assert.deepEqual(
      found.map(({ range, kind }) => `${range.start.line}:${range.start.character} ${words(range, 'utf-8')} ${kind}`),
      ['2:8 1 3', '8:12 1 2', '11:20 1 2', '11:34 1 2'],
    );
  });

  it('lead from a link to its section, and from a key number to its figure', async () => {
    await start({});
    const target = async (before: string) => {
      const found = await ask<Location[] | null>('textDocument/definition', before);
      return found?.map(({ range }) => words(range)).join();
    };
    assert.equal(await target('(#key'), 'Key points');
    assert.equal(await target('{{ou'), 'out');
    assert.equal(await target('[10], s'), undefined);
  });

  it('are typed together only where that is safe', async () => {
    const { change } = await start({});
    assert.equal(await ask<LinkedEditingRanges | null>('textDocument/linkedEditingRange', '- id: 1'), null);
    const found = await ask<LinkedEditingRanges | null>('textDocument/linkedEditingRange', '- id: ou');
    assert.deepEqual(
      found?.ranges.map((range) => words(range)),
      ['out', 'out'],
    );
    await change(2, '[[');
    assert.equal(await ask<LinkedEditingRanges | null>('textDocument/linkedEditingRange', '-'), null);
  });
});

describe('Links over LSP', () => {
  const text = '---\nbibliography: my refs.bib\n---\n\n- 见 [a](notes/a.md#x), https://b.example.\n';
  const links = async (uri: string, capabilities: ClientCapabilities) => {
    const client = await startServer({ capabilities });
    await client.open(text, uri);
    const found = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    await client.stop();
    return found;
  };

  it('lead to the web, and to files below the folder of the brief', async () => {
    const found = await links(URI, DOCUMENT_CHANGES);
    assert.deepEqual(
      found.map(({ target, tooltip }) => [target, tooltip]),
      [
        ['file:///briefs/my%20refs.bib', 'Open the bibliography: my refs.bib'],
        ['file:///briefs/notes/a.md#x', 'Open: notes/a.md#x'],
        ['https://b.example', 'Open: https://b.example'],
      ],
    );
    assert.deepEqual(found[1]?.range, { start: { line: 4, character: 8 }, end: { line: 4, character: 20 } });
  });

  it('of a brief that lies nowhere, or on a network share, lead to the web only', async () => {
    for (const uri of ['untitled:a.brief', 'file://host/share/a.brief']) {
      const found = await links(uri, {});
      assert.deepEqual(
        found.map(({ target, tooltip }) => [target, tooltip]),
        [['https://b.example', undefined]],
        uri,
      );
    }
  });
});

describe('A source of a bibliography', () => {
  const bib = '@misc{one, title={Eins — 一}}\n@misc{two, crossref={one}}\n';
  const text = '---\ntitle: T\nbibliography: refs.bib\n---\n\n- 产量增长12% [@one].\n';
  /** The briefs of the folder; `c` has a source of its own of the same name. */
  const files: Readonly<Record<string, string>> = {
    'refs.bib': bib,
    'a.brief': text,
    'b.brief': text.replace('产量', '价格'),
    'c.brief': '# C\n\n- Prices fell [@one].\n\n## Sources\n\n- [@one] Another\n',
  };
  let folder = '';
  let client: TestClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const capabilities = { ...DOCUMENT_CHANGES, general: { positionEncodings: ['utf-8'] } };
    client = await startServer({ capabilities, root: pathToFileURL(folder).href });
    await client.open(text, uriOf('a.brief'));
    // Sent again once the file is read.
    await client.diagnostics((sent) => sent.uri === uriOf('a.brief') && client.published.indexOf(sent) > 0);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const params = () => ({
    textDocument: { uri: uriOf('a.brief') },
    position: { line: 5, character: Buffer.byteLength('- 产量增长12% [@o') },
  });
  const rename = (newName: string) =>
    client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...params(), newName });

  it('is renamed in that file, too, and in every brief that has it from there', async () => {
    const edit = await rename('uno');
    const changed = (edit.documentChanges ?? []).map((change) => {
      assert.ok('edits' in change);
      const { uri, version } = change.textDocument;
      const name = uri.replace(/^.*\//, '');
      const before = files[name] ?? '';
      const positions = positionsIn(before, indexLines(before), 'utf-8');
      const edits = change.edits.filter((one) => 'newText' in one);
      const after = applyEdits(
        before,
        edits.map(({ range, newText }) => ({ span: positions.spanOf(range), newText })),
      );
      return [name, version, after === before.replaceAll('one', 'uno')];
    });
    assert.deepEqual(changed, [
      ['a.brief', 1, true],
      ['refs.bib', null, true],
      ['b.brief', null, true],
    ]);
  });

  it('is renamed there also where the brief has just been opened', async () => {
    await client.open(files['b.brief'] ?? '', uriOf('b.brief'));
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...params(),
      textDocument: { uri: uriOf('b.brief') },
      newName: 'uno',
    });
    assert.equal(edit.documentChanges?.length, 3);
  });

  it('is renamed in that file as it is now', async () => {
    const linesIn = ({ documentChanges = [] }: WorkspaceEdit) =>
      documentChanges.flatMap((change) =>
        'edits' in change && change.textDocument.uri.endsWith('refs.bib')
          ? change.edits.flatMap((edit) => ('range' in edit ? [edit.range.start.line] : []))
          : [],
      );
    assert.deepEqual(linesIn(await rename('uno')).sort(), [0, 1]);
    writeFileSync(join(folder, 'refs.bib'), `@misc{zero, title={Null}}\n${bib}`);
    assert.deepEqual(linesIn(await rename('uno')).sort(), [1, 2]);
  });

  it('is not renamed where another brief can not follow', async () => {
    writeFileSync(join(folder, 'b.brief'), `${files['b.brief']}- And [@uno] fell.\n\n[@uno]: https://uno.example\n`);
    await assert.rejects(rename('uno'), /In b\.brief: \[@uno\] is already declared, in line 9/);
  });

  const references = async () => {
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...params(),
      context: { includeDeclaration: true },
    });
    return found.map(({ uri, range }) => `${uri.replace(/^.*\//, '')} ${range.start.line}:${range.start.character}`);
  };

  it('is listed in every brief that has it from there', async () => {
    assert.deepEqual(await references(), ['a.brief 5:20', 'refs.bib 0:0', 'b.brief 5:20']);
  });

  it('is listed as the files of other briefs are now', async () => {
    const all = await references();
    assert.deepEqual(await references(), all);
    writeFileSync(join(folder, 'b.brief'), `${files['b.brief']}- And [@one] fell.\n`);
    assert.deepEqual(await references(), [...all, 'b.brief 6:8']);
    writeFileSync(join(folder, 'b.brief'), (files['b.brief'] ?? '').replace('bibliography: refs.bib', 'title: U'));
    assert.deepEqual(await references(), all.slice(0, 2));
    // The folder's configuration gives it what its front matter named.
    writeFileSync(join(folder, 'brief.config.yaml'), 'bibliography: refs.bib\n');
    assert.deepEqual(await references(), all);
  });
});
