import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codesOf, startServer, type TestClient } from './client';

const BRIEF =
  '---\ntitle: T\nbibliography: refs.bib\n---\n\n- Output rose by 12% [@one].\n- Output fell by 3% [@two].\n';

describe('a bibliography', () => {
  let client: TestClient;
  let folder = '';
  let uri = '';
  const write = (...ids: readonly string[]) =>
    writeFileSync(join(folder, 'refs.bib'), ids.map((id) => `@misc{${id}, title={${id}}}\n`).join(''));
  const see = async (expected: readonly string[]) => {
    await client.diagnostics((sent) => sent.uri === uri && codesOf(sent.diagnostics).join() === expected.join());
  };

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    uri = pathToFileURL(join(folder, 'a.brief')).href;
    client = await startServer();
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('beside a brief declares what the brief cites', async () => {
    write('one');
    await client.open(BRIEF, uri);
    await see(['citation/unknown-source']);
  });

  it('that is not there is said at its path', async () => {
    await client.open(BRIEF, uri);
    await see(['source/missing-file']);
  });

  it('is read again when it has changed', async () => {
    write('one');
    await client.open(BRIEF, uri);
    await see(['citation/unknown-source']);
    write('one', 'two');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await client.diagnostics(
      (sent) => sent.uri === uri && sent.diagnostics.length === 0 && client.published.indexOf(sent) > 1,
    );
  });

  describe('that is large', () => {
    const LARGE = Array.from({ length: 2000 }, (_, i) => `k${i}`);
    const CITING = BRIEF.replace('@one', '@k1999').replace('@two', '@later');
    const tell = () =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

    it('is taken once it is indexed, and what was typed meanwhile counts', async () => {
      write(...LARGE);
      await client.open(CITING, uri);
      await client.change(2, `${CITING}- It stayed [@none].\n`, undefined, uri);
      await see(['citation/unknown-source', 'citation/unknown-source']);
    });

    it('counts as it is last, though it changes while it is indexed', async () => {
      write(...LARGE);
      await client.open(CITING, uri);
      for (let i = 0; i < 5; i++) {
        write(...LARGE, `new${i}`);
        await tell();
      }
      write(...LARGE, 'later');
      await tell();
      await client.diagnostics(
        (sent) => sent.uri === uri && sent.diagnostics.length === 0 && client.published.indexOf(sent) > 0,
      );
    });

    it('is let go with its brief, and read again with that', async () => {
      write(...LARGE);
      await client.open(CITING, uri);
      await client.close(uri);
      await client.open(CITING, uri);
      await see(['citation/unknown-source']);
    });
  });

  describe('that a program writes anew', () => {
    const WHOLE = '@misc{one, title={one}}\n@misc{two, title={two}}\n';
    const put = async (text: string) => {
      writeFileSync(join(folder, 'refs.bib'), text);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    };
    const still = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    /** Opens the brief, whose last source is in no file, and waits until the others are known. */
    const openWith = async (config: string | null, text: string) => {
      if (config !== null) writeFileSync(join(folder, 'brief.config.yaml'), config);
      writeFileSync(join(folder, 'refs.bib'), WHOLE);
      await client.stop();
      client = await startServer({ root: pathToFileURL(folder).href });
      await client.open(`${text}- Output is 4% [@none].\n`, uri);
      await see(['citation/unknown-source']);
    };

    for (const [where, config, text] of [
      ['a brief names', null, BRIEF],
      ['a configuration names', 'bibliography: refs.bib\n', BRIEF.replace('bibliography: refs.bib\n', '')],
    ] as const) {
      it(`bit by bit is taken for what it was until it is whole, where ${where} it`, async () => {
        await openWith(config, text);
        const before = client.published.length;
        for (const part of ['', '@misc{one, title={o', '@misc{one, title={one}}\n', `${WHOLE}@misc{x, title={X}}\n`]) {
          await put(part);
          // An answer: it knows of the part.
          await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
        }
        await still(1100);
        const said = client.published.slice(before).filter((sent) => sent.uri === uri);
        for (const { diagnostics } of said) assert.deepEqual(codesOf(diagnostics), ['citation/unknown-source']);
      });
    }

    it('with less than before is believed once it stays so', async () => {
      await openWith(null, BRIEF);
      await put('@misc{one, title={one}}\n');
      await see(['citation/unknown-source', 'citation/unknown-source']);
    });
  });

  it('is read when its path is typed', async () => {
    write('one');
    await client.open(BRIEF.replace('refs.bib', 'ref.bib'), uri);
    await see(['source/missing-file']);
    await client.change(2, BRIEF, undefined, uri);
    await see(['citation/unknown-source']);
  });

  it('is none for a brief that lies nowhere', async () => {
    await client.open(BRIEF, 'untitled:a.brief');
    const found = await client.diagnostics((sent) => sent.uri === 'untitled:a.brief');
    assert.deepEqual(codesOf(found), []);
  });
});
