import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type Hover,
  type Location,
  MessageType,
  type Range,
  type Registration,
  type RegistrationParams,
  type ShowMessageParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type {
  AddSourceResult,
  PasteUrlResult,
  ReadFileParams,
  ReadFileResult,
  ReadFolderParams,
  ReadFolderResult,
  SourcesResult,
  SourceTexts,
  WorkspaceSourcesResult,
} from '../../src/server/protocol';
import { codesOf, rangeIn, startServer, type TestClient } from './client';

const BRIEF = '# Ore\n\n- Output rose by 4% in 2024 [@usgs].\n';
const USGS = 'title: Summaries\npublisher: USGS\nquote: Output rose by 4% in 2024.\n';

describe('A library folder in an editor', () => {
  let client: TestClient;
  let folder = '';
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const tell = (path: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type: 2 }] });
  const see = async (path: string, ...expected: readonly string[]) =>
    client.diagnostics((sent) => sent.uri === uriOf(path) && codesOf(sent.diagnostics).join() === expected.join());

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    mkdirSync(join(folder, 'sources'));
    write('brief.config.yaml', 'sources: sources/\n');
    write('a.brief', BRIEF);
    client = await startServer({
      root: pathToFileURL(folder).href,
      capabilities: {
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
          fileOperations: { willRename: true },
        },
        textDocument: { hover: { contentFormat: ['plaintext'] } },
      },
    });
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('is read again when a file of it changes', async () => {
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief', 'citation/unknown-source');
    write('sources/usgs.yaml', USGS);
    await tell('sources/usgs.yaml');
    await see('a.brief');
  });

  it('is read again when it is removed, and made anew, of which only the folder is told', async () => {
    write('sources/usgs.yaml', USGS);
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief');
    rmSync(join(folder, 'sources'), { recursive: true });
    await tell('sources');
    await see('a.brief', 'citation/unknown-source');
    mkdirSync(join(folder, 'sources'));
    write('sources/usgs.yaml', USGS);
    await tell('sources');
    await see('a.brief');
  });

  it('has its problems told in its own files, until they are mended', async () => {
    write('sources/usgs.yaml', `${USGS}titel: T\n`);
    await client.open(BRIEF, uriOf('a.brief'));
    const [problem] = await see('sources/usgs.yaml', 'brief/unknown-key');
    assert.deepEqual(problem?.range, rangeIn(`${USGS}titel: T\n`, 'titel'));
    write('sources/usgs.yaml', USGS);
    await tell('sources/usgs.yaml');
    await see('sources/usgs.yaml');
  });

  it('is where a citation leads, and what its hover shows', async () => {
    write('sources/usgs.md', `---\n${USGS}---\n\nSee chapter 2.\n`);
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief');
    const place = { textDocument: { uri: uriOf('a.brief') }, position: rangeIn(BRIEF, 'usgs').start };
    const [target] = await client.connection.sendRequest<{ uri: string }[]>('textDocument/definition', place);
    assert.equal(target?.uri, uriOf('sources/usgs.md'));
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', place);
    assert.match(hover.contents.value, /Own notes\nSee chapter 2\./);
  });

  it('is completed in a citation', async () => {
    write('sources/usgs.yaml', USGS);
    const text = BRIEF.replace('[@usgs]', '[@');
    await client.open(text, uriOf('a.brief'));
    await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: uriOf('a.brief') },
      position: { line: 0, character: 0 },
    });
    const { items } = await client.connection.sendRequest<{ items: { label: string }[] }>('textDocument/completion', {
      textDocument: { uri: uriOf('a.brief') },
      position: rangeIn(text, '[@').end,
    });
    assert.ok(items.some(({ label }) => label.includes('usgs')));
  });

  it('has the references to a source in all briefs', async () => {
    write('sources/usgs.yaml', USGS);
    write('b.brief', BRIEF);
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief');
    const found = await client.connection.sendRequest<{ uri: string }[]>('textDocument/references', {
      textDocument: { uri: uriOf('a.brief') },
      position: rangeIn(BRIEF, 'usgs').start,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found.map(({ uri }) => uri).sort(), [
      uriOf('a.brief'),
      uriOf('b.brief'),
      uriOf('sources/usgs.yaml'),
    ]);
  });

  interface Edit {
    readonly documentChanges: readonly {
      readonly kind?: string;
      readonly oldUri?: string;
      readonly newUri?: string;
      readonly textDocument?: { readonly uri: string };
      readonly edits?: readonly { readonly newText: string }[];
    }[];
  }
  const shown = ({ documentChanges }: Edit) =>
    documentChanges.map(({ kind, oldUri, newUri, textDocument, edits }) =>
      (kind ? [kind, oldUri, newUri] : [textDocument?.uri, ...(edits ?? []).map(({ newText }) => newText)])
        .map((part) => part?.replace(/^.*\//, ''))
        .join(' '),
    );
  const rename = (newName: string) =>
    client.connection.sendRequest<Edit>('textDocument/rename', {
      textDocument: { uri: uriOf('a.brief') },
      position: rangeIn(BRIEF, 'usgs').start,
      newName,
    });

  it('has a source renamed in its file, the file too, and in all briefs, as one edit', async () => {
    write('sources/usgs.yaml', `id: usgs\n${USGS}`);
    write('b.brief', BRIEF);
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief');
    assert.deepEqual(shown(await rename('mcs')), [
      'a.brief mcs',
      'usgs.yaml mcs',
      'b.brief mcs',
      'rename usgs.yaml mcs.yaml',
    ]);
  });

  const move = (oldPath: string, newPath: string) =>
    client.connection.sendRequest<Edit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: uriOf(oldPath), newUri: uriOf(newPath) }],
    });

  it('has a source renamed along with its file, and not once more where the file is renamed along with it', async () => {
    write('sources/usgs.yaml', USGS);
    write('b.brief', BRIEF);
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief');
    const edit = await move('sources/usgs.yaml', 'sources/mcs.yaml');
    assert.deepEqual(edit && shown(edit), ['a.brief mcs', 'b.brief mcs']);
    await rename('mcs');
    assert.equal(await move('sources/usgs.yaml', 'sources/mcs.yaml'), null);
    assert.equal(await move('sources/usgs.yaml', 'sources/usgs.yml'), null);
    assert.equal(await move('sources/usgs.yaml', 'usgs-old.yaml'), null);
  });

  it('is named by its new path when it is moved', async () => {
    write('sources/usgs.yaml', USGS);
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief');
    const edit = await move('sources', 'shared/library');
    assert.deepEqual(
      edit?.documentChanges.map(({ textDocument }) => textDocument?.uri),
      [uriOf('brief.config.yaml')],
    );
    assert.deepEqual(
      edit?.documentChanges[0]?.edits?.map(({ newText }) => newText),
      ['shared/library/'],
    );
  });

  it('has the path of a local copy changed when that is moved', async () => {
    write('sources/usgs.yaml', `${USGS}text: usgs.txt\n`);
    write('sources/usgs.txt', 'Output rose.\n');
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief');
    const edit = await move('sources/usgs.txt', 'sources/copies/usgs 1.txt');
    assert.deepEqual(
      edit?.documentChanges[0]?.edits?.map(({ newText }) => newText),
      ['"copies/usgs 1.txt"'],
    );
  });

  it('is listed with the briefs that use each source, and with those that none uses', async () => {
    write('sources/usgs.yaml', USGS);
    write('sources/other.md', '---\ntitle: Other\npublisher: P\n---\n');
    write('b.brief', BRIEF);
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief');
    const { sources } = await client.connection.sendRequest<WorkspaceSourcesResult>('brief/workspaceSources', {});
    assert.deepEqual(
      sources.map(({ title, library, briefs }) => [title, library?.id, library?.uri, briefs.length]),
      [
        ['Summaries', 'usgs', uriOf('sources/usgs.yaml'), 2],
        ['Other', 'other', uriOf('sources/other.md'), 0],
      ],
    );
    const own = await client.connection.sendRequest<SourcesResult>('brief/sources', {
      textDocument: { uri: uriOf('a.brief') },
    });
    assert.deepEqual(
      own.sources.map(({ id }) => id),
      ['usgs'],
    );
  });

  it('gets a file for a source that is added, with its local copy, and the brief its citation', async () => {
    write('sources/usgs.yaml', USGS);
    const text = '# Ore\n\n- Output rose by 4% in 2024.\n';
    await client.open(text, uriOf('a.brief'));
    await see('a.brief', 'citation/missing');
    const add = (source: SourceTexts) =>
      client.connection.sendRequest<AddSourceResult>('brief/addSource', {
        textDocument: { uri: uriOf('a.brief') },
        written: '',
        source,
        range: rangeIn(text, 'rose'),
      });
    const known = { title: 'Ore', publisher: 'USGS', published: '2024' };
    const added = await add({ ...known, text: 'web/ore 1.md' });
    assert.ok(added.kind === 'added');
    assert.deepEqual(
      added.source.edits.map(({ newText }) => newText),
      [' [@usgs-2024]'],
    );
    assert.deepEqual(added.source.file, {
      uri: uriOf('sources/usgs-2024.yaml'),
      text: 'title: Ore\npublisher: USGS\npublished: 2024\ntext: copies/usgs-2024.md\n',
      title: null,
      copy: { from: uriOf('web/ore 1.md'), to: uriOf('sources/copies/usgs-2024.md') },
    });
    const beside = await add({ ...known, text: 'sources/ore.md' });
    assert.ok(beside.kind === 'added');
    assert.match(beside.source.file?.text ?? '', /text: ore\.md/);
    assert.equal(beside.source.file?.copy, null);
  });

  const declared = async (from: TestClient) => {
    const actions = await from.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('a.brief') },
      range: rangeIn(BRIEF, 'usgs'),
      context: { diagnostics: [] },
    });
    return actions.find(({ title }) => title === 'Declare source [@usgs]')?.edit;
  };

  it('gets a file for a source that is declared by a quick fix', async () => {
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief', 'citation/unknown-source');
    const start = { line: 0, character: 0 };
    assert.deepEqual(await declared(client), {
      documentChanges: [
        { kind: 'create', uri: uriOf('sources/usgs.yaml'), options: { overwrite: false, ignoreIfExists: false } },
        {
          textDocument: { uri: uriOf('sources/usgs.yaml'), version: null },
          edits: [{ range: { start, end: start }, newText: 'title:\n' }],
        },
      ],
    });
  });

  it('leaves it to the brief to declare a source where the editor makes no files', async () => {
    const plain = await startServer({
      root: pathToFileURL(folder).href,
      capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } } },
    });
    try {
      await plain.open(BRIEF, uriOf('a.brief'));
      await plain.diagnostics(({ uri }) => uri === uriOf('a.brief'));
      const edit = await declared(plain);
      assert.deepEqual(
        edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.uri),
        [uriOf('a.brief')],
      );
    } finally {
      await plain.stop();
    }
  });

  it('gets a file for the source of an address that is pasted', async () => {
    const text = '# Ore\n\n- Output rose by 4% in 2024.\n';
    await client.open(text, uriOf('a.brief'));
    await see('a.brief', 'citation/missing');
    const { end } = rangeIn(text, '2024.');
    const result = await client.connection.sendRequest<PasteUrlResult>('brief/pasteUrl', {
      textDocument: { uri: uriOf('a.brief') },
      range: { start: end, end },
      url: 'https://www.example.org/prices',
    });
    assert.deepEqual(
      result.choices.map(({ file }) => file),
      [
        {
          uri: uriOf('sources/example.yaml'),
          text: 'title:\nurl: https://www.example.org/prices\n',
          title: null,
          copy: null,
        },
      ],
    );
  });

  describe('in a file of it', () => {
    const inFile = (text: string, words: string) => ({
      textDocument: { uri: uriOf('sources/usgs.yaml') },
      position: rangeIn(text, words).start,
    });
    const start = async (text = USGS) => {
      write('sources/usgs.yaml', text);
      write('b.brief', BRIEF);
      await client.open(BRIEF, uriOf('a.brief'));
      await see('a.brief');
    };
    const hovered = (text: string, words: string) =>
      client.connection.sendRequest<Hover | null>('textDocument/hover', inFile(text, words));
    const renamed = (text: string, words: string) =>
      client.connection.sendRequest<Edit | null>('textDocument/rename', { ...inFile(text, words), newName: 'mcs' });
    const prepared = (text: string, words: string) =>
      client.connection.sendRequest<{ range: Range; placeholder: string } | null>(
        'textDocument/prepareRename',
        inFile(text, words),
      );

    it('shows the card of its source on its title, and nothing in other lines', async () => {
      await start();
      const hover = await hovered(USGS, 'Summaries');
      assert.deepEqual(hover?.contents, { kind: 'plaintext', value: '[@usgs] Summaries\nUSGS' });
      assert.deepEqual(hover.range, rangeIn(USGS, 'Summaries'));
      assert.equal(await hovered(USGS, 'publisher'), null);
    });

    it('has the references to its source in all briefs', async () => {
      await start();
      const references = (includeDeclaration: boolean) =>
        client.connection.sendRequest<Location[]>('textDocument/references', {
          ...inFile(USGS, 'title'),
          context: { includeDeclaration },
        });
      const uris = [uriOf('a.brief'), uriOf('b.brief')];
      assert.deepEqual(
        (await references(false)).map(({ uri, range }) => ({ uri, range })),
        uris.map((uri) => ({ uri, range: rangeIn(BRIEF, 'usgs') })),
      );
      assert.deepEqual(
        (await references(true)).map(({ uri }) => uri),
        [uriOf('sources/usgs.yaml'), ...uris],
      );
    });

    it('has its source renamed from its title, where the name of the file is the id', async () => {
      await start();
      assert.deepEqual(await prepared(USGS, 'Summaries'), { range: rangeIn(USGS, 'Summaries'), placeholder: 'usgs' });
      const edit = await renamed(USGS, 'title');
      assert.deepEqual(edit && shown(edit), ['a.brief mcs', 'b.brief mcs', 'rename usgs.yaml mcs.yaml']);
    });

    it('has its source renamed from the id that is written, and not from its title then', async () => {
      const text = `${USGS}id: usgs\n`;
      await start(text);
      assert.deepEqual(await prepared(text, 'usgs'), { range: rangeIn(text, 'usgs'), placeholder: 'usgs' });
      const edit = await renamed(text, 'usgs');
      assert.deepEqual(edit && shown(edit), [
        'usgs.yaml mcs',
        'a.brief mcs',
        'b.brief mcs',
        'rename usgs.yaml mcs.yaml',
      ]);
      assert.equal(await prepared(text, 'Summaries'), null);
      assert.equal(await renamed(text, 'Summaries'), null);
    });

    it('is asked about as the editor has it, and has nothing renamed before it is saved', async () => {
      await start();
      const text = `# Checked\n${USGS}`;
      await client.open(text, uriOf('sources/usgs.yaml'), 'yaml');
      assert.deepEqual((await hovered(text, 'Summaries'))?.range, rangeIn(text, 'Summaries'));
      await assert.rejects(renamed(text, 'Summaries'), /Save this file/);
    });

    it('is no brief where it is open, and says nothing of files that are no sources', async () => {
      await start();
      write('other.yaml', USGS);
      await client.open(USGS, uriOf('sources/usgs.yaml'), 'yaml');
      // What kind of YAML it is editors say by where it lies.
      await client.open(USGS, uriOf('other.yaml'), 'ansible');
      const position = rangeIn(USGS, 'Summaries').start;
      const of = (path: string) =>
        client.connection.sendRequest('textDocument/hover', { textDocument: { uri: uriOf(path) }, position });
      assert.equal(await of('other.yaml'), null);
      assert.ok(await of('sources/usgs.yaml'));
      assert.deepEqual(
        client.published.filter(({ uri }) => /(?:usgs|other)\.yaml$/.test(uri)),
        [],
      );
    });
  });

  it('has its files asked about by an editor that is told of it, and no others', async () => {
    write('sources/usgs.yaml', USGS);
    const dynamic = { dynamicRegistration: true };
    const registered: Registration[] = [];
    const telling = await startServer({
      root: pathToFileURL(folder).href,
      capabilities: {
        textDocument: { synchronization: dynamic, hover: dynamic, references: dynamic, rename: dynamic },
      },
    });
    telling.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      registered.push(...registrations);
    });
    try {
      await telling.open(BRIEF, uriOf('a.brief'));
      await telling.diagnostics(({ uri }) => uri === uriOf('a.brief'));
      await telling.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: uriOf('a.brief') },
        position: { line: 0, character: 0 },
      });
      assert.deepEqual(
        registered.map(({ method }) => method),
        ['didOpen', 'didChange', 'didClose', 'hover', 'references', 'rename'].map((name) => `textDocument/${name}`),
      );
      const pattern = `**/${basename(folder)}/sources/*.{yaml,yml}`;
      for (const { registerOptions } of registered) assert.deepEqual(registerOptions.documentSelector, [{ pattern }]);
    } finally {
      await telling.stop();
    }
  });

  it('has those briefs known anew that may cite a source which changes, though they are not open', async () => {
    write('b.brief', BRIEF);
    await client.open(BRIEF, uriOf('a.brief'));
    await see('a.brief', 'citation/unknown-source');
    const used = async () => {
      const { sources } = await client.connection.sendRequest<WorkspaceSourcesResult>('brief/workspaceSources', {});
      return sources.map(({ library, briefs }) => `${library?.id} ${briefs.length}`);
    };
    assert.deepEqual(await used(), []);
    write('sources/usgs.yaml', USGS);
    await tell('sources/usgs.yaml');
    assert.deepEqual(await used(), ['usgs 2']);
  });

  it('is read beside the brief alone in a folder that is not trusted', async () => {
    write('sources/usgs.yaml', USGS);
    mkdirSync(join(folder, 'inner'));
    write('inner/b.brief', BRIEF);
    const restricted = await startServer({
      root: pathToFileURL(folder).href,
      initializationOptions: { trusted: false },
    });
    try {
      const codes = async (path: string) => {
        await restricted.open(BRIEF, uriOf(path));
        return codesOf(await restricted.diagnostics(({ uri }) => uri === uriOf(path)));
      };
      assert.deepEqual(await codes('a.brief'), []);
      assert.deepEqual(await codes('inner/b.brief'), ['citation/unknown-source']);
    } finally {
      await restricted.stop();
    }
  });
});

describe('A library folder whose other briefs can not be read', () => {
  let client: TestClient;
  const shown: ShowMessageParams[] = [];
  const FILES = new Map([
    ['brief.config.yaml', 'sources: sources/\n'],
    ['sources/usgs.yaml', USGS],
  ]);
  const uriOf = (path: string) => `memory:/folder/${path}`;
  const start = async (root: string | null, trusted: boolean, files: ReadonlyMap<string, string> = FILES) => {
    client = await startServer({
      ...(root === null ? {} : { root }),
      capabilities: {
        workspace: {
          workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
          fileOperations: { willRename: true },
        },
      },
      initializationOptions: { trusted, readsFiles: true, readsFolders: true },
    });
    const { connection } = client;
    connection.onRequest<ReadFileResult, void>('brief/readFile', ({ folder, path }: ReadFileParams) => {
      const uri = `${folder}/${path}`;
      const text = files.get(uri.replace(uriOf(''), ''));
      return text === undefined
        ? { refused: 'There is no such file.' }
        : { text, garbled: false, state: { uri, size: text.length, version: '1' } };
    });
    connection.onRequest<ReadFolderResult, void>('brief/readFolder', ({ folder, path }: ReadFolderParams) => ({
      uri: `${folder}/${path}`,
      files: [{ name: 'usgs.yaml' }],
      isCut: false,
    }));
    connection.onNotification('window/showMessage', (message: ShowMessageParams) => void shown.push(message));
    await client.open(BRIEF, uriOf('a.brief'));
  };
  const isRead = () =>
    client.diagnostics(({ uri, diagnostics }) => uri === uriOf('a.brief') && diagnostics.length === 0);
  const place = { textDocument: { uri: uriOf('a.brief') }, position: rangeIn(BRIEF, 'usgs').start };
  const rename = () =>
    client.connection.sendRequest<WorkspaceEdit | null>('textDocument/rename', { ...place, newName: 'mcs' });
  const prepare = () => client.connection.sendRequest('textDocument/prepareRename', place);
  const move = () =>
    client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: uriOf('sources/usgs.yaml'), newUri: uriOf('sources/mcs.yaml') }],
    });
  afterEach(async () => {
    await client.stop();
    shown.length = 0;
  });

  it('has none of its sources renamed where it is not trusted, which says what to do', async () => {
    await start('memory:/folder', false);
    await isRead();
    await assert.rejects(rename(), /only open briefs are read.*Trust the folder/);
    await assert.rejects(prepare(), /Trust the folder/);
  });

  it('has none of them renamed where no folder can be listed, which says what to do', async () => {
    await start('memory:/folder', true);
    await isRead();
    await assert.rejects(rename(), /Only open briefs are read.*VS Code on the desktop/);
    await assert.rejects(prepare(), /VS Code on the desktop/);
  });

  it('has them renamed for a brief that is open without a folder', async () => {
    await start(null, false);
    await isRead();
    assert.ok(await prepare());
    assert.equal((await rename())?.documentChanges?.length, 2);
  });

  it('has the citations changed in a brief that is still being read', async () => {
    // So many are read a piece at a time.
    const entries = Array.from({ length: 3000 }, (_, i) => `@misc{key${i}, title = {Ore, part ${i}}}\n`);
    const config = 'sources: sources/\nbibliography: refs.bib\n';
    const files = new Map([...FILES, ['brief.config.yaml', config], ['refs.bib', entries.join('')]]);
    await start('memory:/folder', true, files);
    assert.equal((await move())?.documentChanges?.length, 1);
  });

  for (const trusted of [false, true])
    it(`has the citations in open briefs changed along with its file ${trusted ? 'there, too' : 'where it is not trusted'}, and says that others are not`, async () => {
      await start('memory:/folder', trusted);
      await isRead();
      const edit = await move();
      assert.deepEqual(edit?.documentChanges, [
        {
          textDocument: { uri: uriOf('a.brief'), version: 1 },
          edits: [{ range: rangeIn(BRIEF, 'usgs'), newText: 'mcs' }],
        },
      ]);
      const [{ type, message } = { type: null, message: '' }, ...more] = shown;
      assert.equal(type, MessageType.Warning);
      assert.match(message, /The citations of usgs change only in open briefs/);
      assert.deepEqual(more, []);
    });
});
