import assert from 'node:assert/strict';
import { startServer, type TestClient } from './client';

const URI = 'file:///briefs/a.brief';
const BRIEF = `---
style: apa
sources:
  - { id: zed, title: On magnets, authors: Ann Zed, published: 2020, url: "https://a.example/" }
  - { id: abe, title: Of mines, authors: Bo Abe, published: 2021 }
---

Magnets [@zed] and mines [@abe].
`;

describe('The sources of a preview in a style', () => {
  let client: TestClient;
  let told: () => void = () => undefined;

  const html = async () => {
    const answer: { html: string } = await client.connection.sendRequest('brief/render', { uri: URI });
    return answer.html;
  };
  const entries = (page: string) =>
    [...page.matchAll(/<span class="source-entry">(.*?)<\/span>/g)].map(([, entry]) => entry);

  beforeEach(async () => {
    client = await startServer();
    client.connection.onNotification('brief/preview', () => told());
  });
  afterEach(() => client.stop());

  it('are in its order where they have keys, and lead back to where they are cited', async () => {
    await client.open(BRIEF, URI);
    const page = await html();
    assert.deepEqual(entries(page), [
      'Abe, B. (2021). <i>Of mines</i>.',
      'Zed, A. (2020). <i>On magnets</i>. <a href="https://a.example/" rel="noopener noreferrer">https://a.example/</a>',
    ]);
    assert.match(page, /id="source-zed".*href="#cite-zed/);
  });

  it('stay in the order of the brief where they have numbers', async () => {
    await client.open(BRIEF.replaceAll('zed', '1').replaceAll('abe', '2').replaceAll('@', ''), URI);
    assert.match(entries(await html()).join('\n'), /^Zed.*\nAbe/);
  });

  it('change when typing rests, and till then are those before', async () => {
    await client.open(BRIEF, URI);
    await html();
    const changed = new Promise<void>((resolve) => {
      told = resolve;
    });
    await client.change(2, BRIEF.replace('Of mines', 'Of more mines'), undefined, URI);
    assert.match(entries(await html()).join(), /Of mines/);
    await changed;
    assert.match(entries(await html()).join(), /Of more mines/);
  });

  it('are in an exported page', async () => {
    await client.open(BRIEF, URI);
    const answer: { html: string } = await client.connection.sendRequest('brief/export', {
      textDocument: { uri: URI },
      style: '',
      evidence: false,
    });
    assert.equal(entries(answer.html).length, 2);
  });

  it('are compact where the brief asks for that', async () => {
    await client.open(BRIEF.replace('apa', 'compact'), URI);
    assert.deepEqual(entries(await html()), []);
  });
});
