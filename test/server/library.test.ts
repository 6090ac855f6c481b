import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
});
