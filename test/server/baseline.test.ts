import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AcceptProblemsResult } from '../../src/server/protocol';
import { folderWith, runBrief } from '../cli/runBrief';
import { startServer, type TestClient } from './client';

const OUTPUT = '- Output rose by 4% in 2024.\n';
const PRICES = '- Prices fell by 3% in 2024.\n';
/** It cites once, so that each statement is warned of. */
const UNCITED = `# Ore\n## Supply\n[7]: https://ore.example/b "Ore notes"\n- Ore is sold [7].\n${OUTPUT}`;
const CONFIG = 'baseline: known/base.json\n';

describe('a baseline that brief.config.yaml names, in an editor,', () => {
  let folder: ReturnType<typeof folderWith>;
  let client: TestClient;
  const uriOf = (name: string) => pathToFileURL(join(folder.path, name)).href;
  const start = async (options: { readonly trusted?: boolean } = {}) => {
    client = await startServer({ root: pathToFileURL(folder.path).href, initializationOptions: options });
  };
  const lines = async (name: string, count: number) =>
    (await client.diagnostics(({ uri, diagnostics }) => uri === uriOf(name) && diagnostics.length === count)).map(
      ({ code, range }) => `${code} ${range.start.line}`,
    );
  beforeEach(async () => {
    folder = folderWith({ 'brief.config.yaml': CONFIG, 'notes/a.brief': UNCITED });
    mkdirSync(join(folder.path, 'known'));
    const { status, stderr } = await runBrief(['check', '--update-baseline'], { cwd: folder.path });
    assert.deepEqual([status, stderr], [0, '']);
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  it('leaves out what the command line knows, and shows what is new', async () => {
    await start();
    await client.open(UNCITED + PRICES, uriOf('notes/a.brief'));
    assert.deepEqual(await lines('notes/a.brief', 1), ['citation/missing 5']);
    await client.change(2, UNCITED + OUTPUT, undefined, uriOf('notes/a.brief'));
    assert.deepEqual(await lines('notes/a.brief', 1), ['citation/missing 5']);
  });

  it('counts once it is written, and no more once it is gone', async () => {
    await start();
    await client.open(UNCITED, uriOf('notes/a.brief'));
    await lines('notes/a.brief', 0);
    rmSync(join(folder.path, 'known/base.json'));
    const changes = [{ uri: uriOf('known/base.json'), type: 3 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.deepEqual(await lines('notes/a.brief', 1), ['citation/missing 4']);
  });

  it('is an error of the configuration where it is none, and nothing is known', async () => {
    writeFileSync(join(folder.path, 'known/base.json'), '[]');
    await start();
    await client.open(UNCITED, uriOf('notes/a.brief'));
    assert.deepEqual(await lines('notes/a.brief', 1), ['citation/missing 4']);
    assert.deepEqual(await lines('brief.config.yaml', 1), ['config/invalid 0']);
  });

  it('is not read through a link that leads out of the folder', async () => {
    const other = folderWith({ 'base.json': '{"version":1,"files":{}}' });
    rmSync(join(folder.path, 'known/base.json'));
    symlinkSync(join(other.path, 'base.json'), join(folder.path, 'known/base.json'));
    await start();
    await client.open(UNCITED, uriOf('notes/a.brief'));
    assert.deepEqual(await lines('brief.config.yaml', 1), ['config/invalid 0']);
    other.remove();
  });

  it('does not count in a folder that is not trusted', async () => {
    await start({ trusted: false });
    await client.open(UNCITED, uriOf('notes/a.brief'));
    assert.deepEqual(await lines('notes/a.brief', 1), ['citation/missing 4']);
  });
});

describe('accepting the problems of today, over the protocol,', () => {
  let folder: ReturnType<typeof folderWith>;
  let client: TestClient;
  const uriOf = (name: string) => pathToFileURL(join(folder.path, name)).href;
  const start = async (files: Readonly<Record<string, string>>, trusted = true) => {
    folder = folderWith(files);
    client = await startServer({ root: uriOf(''), initializationOptions: { trusted } });
    await client.open(files['a.brief'] ?? '', uriOf('a.brief'));
  };
  const accept = (scope: unknown = 'file') =>
    client.connection.sendRequest<AcceptProblemsResult | null>('brief/acceptProblems', {
      textDocument: { uri: uriOf('a.brief') },
      scope,
      folder: uriOf(''),
    });
  const accepted = async (scope?: string) => {
    const result = await accept(scope);
    assert.ok(result && !('refused' in result), JSON.stringify(result));
    return result;
  };
  const refusal = async () => {
    const result = await accept();
    return result && 'refused' in result ? result.refused : '';
  };
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  it('gives what the command line would write, and the configuration that names it', async () => {
    await start({ 'a.brief': UNCITED, 'sub/b.brief': UNCITED + PRICES });
    const result = await accepted('workspace');
    assert.deepEqual([result.accepted, result.files, result.baseline.before], [3, 2, null]);
    assert.deepEqual(result.config, {
      uri: uriOf('brief.config.yaml'),
      text: 'baseline: brief-baseline.json\n',
      before: '',
    });
    assert.equal(result.baseline.uri, uriOf('brief-baseline.json'));
    writeFileSync(join(folder.path, 'brief.config.yaml'), result.config?.text ?? '');
    assert.equal((await runBrief(['check', '--update-baseline'], { cwd: folder.path })).status, 0);
    assert.equal(readFileSync(join(folder.path, 'brief-baseline.json'), 'utf8'), result.baseline.text);
  });

  it('adds to a configuration at its end', async () => {
    await start({ 'a.brief': UNCITED, 'b.brief': PRICES, 'brief.config.yaml': 'style: apa' });
    const { config } = await accepted('workspace');
    assert.equal(config?.text, 'style: apa\nbaseline: brief-baseline.json\n');
  });

  it('replaces what is known of one file, and keeps the rest', async () => {
    const of = (name: string) => ({ [name]: { 'citation/missing': { abc: 7 } } });
    await start({
      'a.brief': UNCITED,
      'brief.config.yaml': 'baseline: known.json\n',
      'known.json': JSON.stringify({ version: 1, files: { ...of('a.brief'), ...of('b.brief') } }),
    });
    const { baseline, config, accepted: count } = await accepted();
    const { files } = JSON.parse(baseline.text);
    assert.deepEqual([config, count, files['b.brief']], [null, 1, of('')['']]);
    assert.deepEqual(Object.values(files['a.brief']['citation/missing']), [1]);
  });

  it('is refused where the baseline can not be read, whatever the rules say', async () => {
    await start({
      'a.brief': UNCITED,
      'brief.config.yaml': 'baseline: known.json\nrules: { config/invalid: off }\n',
      'known.json': '{}',
    });
    assert.match(await refusal(), /^known\.json has an error\. Fix it first: /);
  });

  it('is refused in a folder that is not trusted, and for parameters that are not these', async () => {
    await start({ 'a.brief': UNCITED }, false);
    assert.match(await refusal(), /^The files of this folder are not read here\./);
    await assert.rejects(accept('all'), { code: -32602 });
  });
});
