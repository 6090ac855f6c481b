import assert from 'node:assert/strict';
import { startServer, type TestClient } from './client';

const URI = 'file:///briefs/a.brief';
const BRIEF = '# Title\n\nLet $x^2$ be.\n';

describe('The formulas of a preview', () => {
  let client: TestClient;
  let told: () => void = () => undefined;

  const html = async () => {
    const answer: { html: string } = await client.connection.sendRequest('brief/render', { uri: URI });
    return answer.html;
  };

  beforeEach(async () => {
    client = await startServer();
    client.connection.onNotification('brief/preview', () => told());
  });
  afterEach(() => client.stop());

  it('are their source until what writes them is loaded, and formulas from then on', async () => {
    await client.open(BRIEF, URI);
    const loaded = new Promise<void>((resolve) => {
      told = resolve;
    });
    assert.match(await html(), /Let <span class="math">\$x\^2\$<\/span> be\./);
    await loaded;
    assert.match(await html(), /Let <math dir="ltr">.*<msup><mi>x<\/mi><mn>2<\/mn><\/msup>/);
    await client.change(2, BRIEF.replace('x^2', 'y'), undefined, URI);
    assert.match(await html(), /Let <math dir="ltr">.*<mi>y<\/mi>/);
  });

  it('are in an exported page at once', async () => {
    await client.open(BRIEF, URI);
    const answer: { html: string } = await client.connection.sendRequest('brief/export', {
      textDocument: { uri: URI },
      style: '',
    });
    assert.match(answer.html, /Let <math dir="ltr">/);
  });
});
