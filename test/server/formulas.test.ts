import assert from 'node:assert/strict';
import { codesOf, startServer, type TestClient } from './client';

const URI = 'file:///briefs/a.brief';
/** What reads formulas is loaded by its preview alone. */
const BRIEF = '---\nrules:\n  text/formula: off\n---\n\n# Title\n\nLet $x^2$ be.\n';

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

  it('are told in the editor where they cannot be shown, once what reads them is loaded, and no more once they can', async () => {
    await client.open('# Title\n\nLet $\\fraq$ be.\n', URI);
    const diagnostics = await client.diagnostics((sent) => codesOf(sent.diagnostics).includes('text/formula'));
    const found = diagnostics.find(({ code }) => code === 'text/formula');
    assert.equal(found?.message, 'The formula cannot be shown. There is no command \\fraq.');
    assert.deepEqual(found?.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 11 } });
    const before = client.published.length;
    await client.change(2, '# Title\n\nLet $x$ be.\n', undefined, URI);
    await client.diagnostics(
      (sent) => client.published.indexOf(sent) >= before && !codesOf(sent.diagnostics).includes('text/formula'),
    );
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
