import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { SymbolInformation, WorkDoneProgressBegin, WorkspaceEdit } from 'vscode-languageserver/node';
import { type ClientOptions, startServer, type TestClient } from './client';

const BIBLIOGRAPHY = '@book{usgs, title = {Summaries}, publisher = {USGS}}\n';
const CITING = '---\ntitle: T\nbibliography: refs.bib\n---\n\n# Ore\n\n- Output rose by 4% in 2024 [@usgs].\n';

describe('a workspace that is being read', () => {
  let client: TestClient;
  let folder = '';
  /** What was shown of the work, in order. */
  let shown: { kind: string; percentage?: number }[] = [];
  let created = 0;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  /** @param begun called when the server says that it begins to read the workspace */
  const start = async (options: ClientOptions, begun: (token: string | number) => void = () => undefined) => {
    client = await startServer({ root: pathToFileURL(folder).href, ...options });
    client.connection.onRequest('window/workDoneProgress/create', () => {
      created++;
      return null;
    });
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string | number; value: WorkDoneProgressBegin }) => {
        shown.push(value);
        if (value.kind === 'begin') begun(token);
      },
    );
  };
  const openBrief = async () => {
    await client.open(CITING, uriOf('a.brief'));
    // Sent again once the bibliography is read.
    await client.diagnostics((sent) => sent.uri === uriOf('a.brief') && client.published.indexOf(sent) > 0);
  };
  const rename = (newName: string) =>
    client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: uriOf('a.brief') },
      position: { line: 7, character: 32 },
      newName,
    });
  const symbols = (query: string) => client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
  /** Waits until one heading of that name is known: an answer waits for a while only, and tells what is known by then. */
  const known = async (query: string) => {
    let found = await symbols(query);
    for (; found.length === 0; found = await symbols(query)) await wait(10);
    assert.equal(found.length, 1);
  };

  beforeEach(() => {
    shown = [];
    created = 0;
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    write('refs.bib', BIBLIOGRAPHY);
    write('a.brief', CITING);
    for (let i = 0; i < 150; i++) write(`deep/${i}.brief`, `# Part ${i}\n`);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('is shown with its progress to a client that shows such things', async () => {
    await start({ capabilities: { window: { workDoneProgress: true } } });
    await client.open(CITING, uriOf('a.brief'));
    await known('Part 149');
    // Its end is told beside the answer.
    while (shown.at(-1)?.kind !== 'end') await wait(10);
    const [begin, ...rest] = shown;
    assert.deepEqual(begin, {
      kind: 'begin',
      title: 'Reading the briefs of the workspace',
      percentage: 0,
      cancellable: true,
    });
    assert.equal(rest.pop()?.kind, 'end');
    const percentages = rest.map(({ percentage }) => percentage ?? -1);
    assert.deepEqual(
      percentages,
      [...percentages].sort((a, b) => a - b),
    );
    assert.equal(percentages.at(-1), 100);
    assert.equal(created, 1);
  });

  it('is not shown to another', async () => {
    await start({});
    await client.open(CITING, uriOf('a.brief'));
    await known('Part 149');
    assert.deepEqual([shown, created], [[], 0]);
  });

  it('does not keep answers about the open brief waiting', async () => {
    let tell = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    // Nothing is read before the client has said which files are briefs.
    await start({ capabilities: { workspace: { configuration: true } }, settings: () => told });
    await openBrief();
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: uriOf('a.brief') },
      position: { line: 7, character: 32 },
    });
    assert.match(JSON.stringify(hover), /Summaries/);
    tell();
    await known('Part 149');
  });

  it('has no brief of a folder any more that was removed, of which only the folder is told', async () => {
    write('old/c.brief', '# A forgotten heading\n\n- It rose.\n');
    await start({});
    await openBrief();
    await known('forgotten');
    rmSync(join(folder, 'old'), { recursive: true });
    const changes = [{ uri: uriOf('old'), type: 3 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.equal((await symbols('forgotten')).length, 0);
  });

  it('is waited for by what may miss none of its briefs', async () => {
    write('z.brief', CITING);
    await start({ capabilities: {} });
    await openBrief();
    const { changes } = await rename('mcs');
    assert.deepEqual(Object.keys(changes ?? {}).sort(), [uriOf('a.brief'), uriOf('refs.bib'), uriOf('z.brief')]);
  });

  it('that the user stops is not renamed in, which is said', async () => {
    for (let i = 0; i < 3000; i++) write(`more/${i}.brief`, `# More ${i}\n\n- A claim of ${i}% [1].\n`);
    await start({ capabilities: { window: { workDoneProgress: true } } }, (token) => {
      client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    });
    await openBrief();
    await assert.rejects(rename('mcs'), /Not all briefs of the workspace were read/);
  });
});
