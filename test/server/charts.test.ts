import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codesOf, startServer, type TestClient } from './client';

const BRIEF =
  '---\ntitle: T\nfigures:\n  - {id: a, chart: bar, x: step, y: share, own: true, data: a.csv}\n---\n\nA @fig:a.\n';

describe('The charts of a preview', () => {
  let client: TestClient;
  let folder = '';
  let uri = '';
  let told = 0;

  const html = async () => {
    const answer: { html: string } = await client.connection.sendRequest('brief/render', { uri });
    return answer.html;
  };
  /** Renders again each time that the server says so, until the page has something. */
  const seen = async (pattern: RegExp): Promise<string> => {
    for (let before = -1; ; ) {
      const page = await html();
      if (pattern.test(page)) return page;
      while (told === before) await new Promise((resolve) => setTimeout(resolve, 20));
      before = told;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    uri = pathToFileURL(join(folder, 'a.brief')).href;
    told = 0;
    client = await startServer();
    client.connection.onNotification('brief/preview', () => void told++);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('are drawn after the first answer, of the file beside the brief, and then stay', async () => {
    writeFileSync(join(folder, 'a.csv'), 'step,share\nOre,90\nAlloys,69\n');
    await client.open(BRIEF, uri);
    const page = await seen(/<svg [^>]*role="img"/);
    assert.match(page, /90 \(Ore\), 69 \(Alloys\)/);
    await client.change(2, BRIEF.replace('A @fig', 'More of @fig'), undefined, uri);
    assert.match(await html(), /<svg [^>]*role="img"/);
  });

  it('say what is wrong where the file is not there, as the diagnostics do', async () => {
    await client.open(BRIEF, uri);
    await client.diagnostics((sent) => codesOf(sent.diagnostics).includes('figure/bad-data'));
    assert.match(await seen(/figure-error/), /&quot;a\.csv&quot; was not read\. There is no such file\./);
  });

  it('say of a specification that names an address what to name in its place', async () => {
    const spec = '{ mark: bar, data: { url: "https://example.org/data.csv" }, encoding: { x: { field: a } } }';
    const figure = `id: wrong\ntitle: Drawn of an address\nvega-lite: ${spec}\nown: true`;
    await client.open(`# Ore\n\n\`\`\`figure\n${figure}\n\`\`\`\n`, uri);
    assert.match(await seen(/figure-error/), /Name a file beside the brief, without &quot;:&quot;, not an address/);
  });
});
