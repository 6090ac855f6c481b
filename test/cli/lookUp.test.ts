import assert from 'node:assert/strict';
import { type OwnServer, serve } from '../network/servers';
import { runBrief } from './runBrief';

const PAGE = `<html lang="en"><head><title>Ore: "A" History</title><meta name="author" content="Ada \u202ESample">
<meta name="date" content="2024-03-05"></head><body><p>It rose.</p></body></html>`;

describe('brief look-up', () => {
  let server: OwnServer;
  before(async () => {
    server = await serve((asked, response) => {
      if (asked.url === '/ore') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      else response.writeHead(asked.url === '/busy' ? 503 : 404).end();
    });
  });
  after(() => server.close());
  const lookUp = (...args: readonly string[]) => runBrief(['look-up', ...args], { cwd: '.', sockets: true });

  it('prints what a page says of itself as an entry for the front matter', async () => {
    const { status, stdout, stderr } = await lookUp('--allow-private', `${server.address}/ore`);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /accessed: \d{4}-\d\d-\d\d\n/);
    assert.equal(
      stdout.replace(/accessed: .*/, 'accessed: DAY'),
      `- id: sample-2024
  title: "Ore: \\"A\\" History"
  authors: Ada Sample
  published: 2024-03-05
  accessed: DAY
  url: ${server.address}/ore
  type: webpage
  language: en
`,
    );
  });

  it('exits with 1 where it is not known, and with 2 where there is no answer', async () => {
    const unknown = await lookUp('--allow-private', `${server.address}/none`);
    assert.deepEqual([unknown.status, unknown.stdout], [1, '']);
    assert.match(unknown.stderr, /^brief: 127\.0\.0\.1:\d+ has no page http/);
    const busy = await lookUp('--allow-private', `${server.address}/busy`);
    assert.equal(busy.status, 2);
    assert.match(busy.stderr, /cannot answer at the moment \(503\)/);
  });

  it('asks no host of this machine unless it is told to', async () => {
    const before = server.asked.length;
    const { status, stderr } = await lookUp(`${server.address}/ore`);
    assert.equal(status, 2);
    assert.match(stderr, /not on the public internet.* If it is yours, add --allow-private\.\n$/);
    assert.equal(server.asked.length, before);
  });

  it('says what can be looked up', async () => {
    const { status, stderr } = await lookUp('Ore', 'Yearbook');
    assert.equal(status, 2);
    assert.match(stderr, /^brief: "Ore Yearbook" cannot be looked up\. Write a DOI, an arXiv id, an ISBN/);
  });
});
