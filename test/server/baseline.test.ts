import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
