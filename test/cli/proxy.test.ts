import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CERTIFICATE, KEY } from '../network/certificate';
import { type OwnProxy, startProxy } from '../network/proxies';
import { folderWith, runBrief, runBriefAlone } from './runBrief';

const PAGE = '<html lang="en"><head><title>Ore of the Year</title></head><body><p>It rose.</p></body></html>';
const LINKS = `---
sources:
  - id: 1
    title: Ore
    url: http://ore-one.org/a
---

- It [rose](http://ore-one.org/a), and [fell](http://ore-two.org/b) [1].
`;

describe('the command line behind a proxy', () => {
  let server: Server;
  let proxy: OwnProxy;
  let folder: ReturnType<typeof folderWith>;
  before(async () => {
    server = createServer({ cert: CERTIFICATE, key: KEY }, (_asked, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    proxy = await startProxy((server.address() as AddressInfo).port);
    folder = folderWith({ 'ca.pem': CERTIFICATE, 'a.brief': LINKS });
  });
  after(async () => {
    await proxy.close();
    server.close();
    folder.remove();
  });

  it('asks a host that only the proxy knows, by a connection that is safe from the proxy', async () => {
    const { status, stdout, stderr } = await runBriefAlone(['look-up', 'https://ore.invalid/page'], {
      cwd: folder.path,
      sockets: true,
      env: { HTTPS_PROXY: `http://${proxy.host}`, NODE_EXTRA_CA_CERTS: join(folder.path, 'ca.pem') },
    });
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /title: Ore of the Year\n/);
    assert.equal(proxy.asked.at(-1), 'CONNECT ore.invalid:443');
  });

  it('asks for links through it', async () => {
    const args = ['links', '--no-archive', '--format=json', '--cache-dir', join(folder.path, 'cache'), 'a.brief'];
    const env = { HTTP_PROXY: proxy.host };
    const { status, stdout } = await runBrief(args, { cwd: folder.path, sockets: true, env });
    assert.equal(status, 0, stdout);
    assert.deepEqual(JSON.parse(stdout).totals.ok, 2);
  });

  it('ends with one line where the proxy is of no use', async () => {
    const gone = await startProxy(0);
    await gone.close();
    for (const args of [['links'], ['fetch', '--yes'], ['look-up', 'http://ore-one.org/a']]) {
      const files = args[0] === 'look-up' ? [] : ['a.brief'];
      const env = { HTTP_PROXY: gone.host };
      const ended = await runBrief([...args, ...files], { cwd: folder.path, sockets: true, env });
      assert.deepEqual([ended.status, ended.stdout], [2, ''], args[0]);
      assert.match(
        ended.stderr,
        /^brief: The proxy \S+ cannot be used \(ECONNREFUSED\)\. Start it, or correct HTTP_PROXY/,
      );
    }
  });
});
