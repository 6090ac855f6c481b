import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get, globalAgent } from 'node:http';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { NetworkError, type NetworkErrorKind, type NetworkRequest } from '../../src/network/contract';
import { createRequest, nextHop } from '../../src/network/request';
import type { Resolve } from '../../src/network/resolveName';
import { type OwnServer, serve } from './servers';

const LOOPBACK = [{ address: '127.0.0.1', family: 4 }];
const PUBLIC = [{ address: '93.184.215.14', family: 4 }];
const nobody: Resolve = async (host) => assert.fail(`${host} was looked up`);
const request = createRequest(nobody);

async function refusal(wanted: NetworkRequest, resolve: Resolve = nobody): Promise<NetworkError> {
  try {
    await createRequest(resolve)(wanted);
  } catch (error) {
    assert.ok(error instanceof NetworkError, String(error));
    return error;
  }
  return assert.fail(`${wanted.url} was answered`);
}

async function isRefused(kind: NetworkErrorKind, wanted: NetworkRequest, resolve?: Resolve): Promise<NetworkError> {
  const error = await refusal(wanted, resolve);
  assert.equal(error.kind, kind, error.message);
  return error;
}

const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe('A request', () => {
  let server: OwnServer;
  /** What the server answers, by path. */
  const paths = new Map<string, Parameters<typeof serve>[0]>();
  before(async () => {
    server = await serve((asked, response) => {
      const answer = paths.get(asked.url ?? '');
      if (answer) answer(asked, response);
      else response.writeHead(404).end('nothing here');
    });
  });
  after(() => server.close());
  const at = (path: string, answer?: Parameters<typeof serve>[0]) => {
    if (answer) paths.set(path, answer);
    return `${server.address}${path}`;
  };
  const own = (path: string, answer?: Parameters<typeof serve>[0]): NetworkRequest => ({
    url: at(path, answer),
    allowPrivate: true,
  });
  const redirect =
    (to: string, status = 302): Parameters<typeof serve>[0] =>
    (_asked, response) =>
      void response.writeHead(status, { location: to }).end();

  describe('that is answered', () => {
    it('gives status, address, headers and body', async () => {
      const answer = await request(
        own('/a', (_asked, response) => response.writeHead(200, { 'X-Kind': 'a' }).end('hello')),
      );
      assert.equal(answer.status, 200);
      assert.equal(answer.url, at('/a'));
      assert.equal(answer.headers.get('x-kind'), 'a');
      assert.equal(text(answer.body), 'hello');
      assert.equal(answer.isCut, false);
      assert.deepEqual(answer.redirects, []);
    });

    it('gives any status as an answer', async () => {
      const answer = await request(own('/none'));
      assert.equal(answer.status, 404);
      assert.equal(text(answer.body), 'nothing here');
    });

    it('asks for headers alone by HEAD', async () => {
      const answer = await request({ ...own('/a'), method: 'HEAD' });
      assert.equal(answer.status, 200);
      assert.equal(answer.body.length, 0);
      assert.equal(server.asked.at(-1)?.method, 'HEAD');
    });

    it('says what we are, and sends no header that tells who the user is', async () => {
      await request({
        ...own('/a'),
        headers: { accept: 'application/json', Cookie: 'a=b', Authorization: 'x', 'User-Agent': 'y', Referer: 'z' },
      });
      const { rawHeaders = [] } = server.asked.at(-1) ?? {};
      const names = rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
      assert.deepEqual(names.sort(), ['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
      assert.match(server.asked.at(-1)?.headers['user-agent'] ?? '', /^ResearchBriefs\/\d+\.\d+\.\d+ \(\+https:/);
      assert.equal(server.asked.at(-1)?.headers.accept, 'application/json');
      assert.equal(server.asked.at(-1)?.headers.connection, 'close');
    });

    it('keeps no cookie', async () => {
      const wanted = own('/cookie', (_asked, response) =>
        response.writeHead(302, { 'set-cookie': 'a=b', location: '/a' }).end(),
      );
      await request(wanted);
      await request(own('/a'));
      const told = own('/told', (_asked, response) => response.writeHead(200, { 'set-cookie': 'a=b' }).end());
      assert.equal((await request(told)).headers.has('set-cookie'), false);
      for (const asked of server.asked.slice(-3)) assert.equal(asked.headers.cookie, undefined);
    });

    it('does not send the fragment', async () => {
      const answer = await request({ ...own('/a'), url: `${at('/a')}#part` });
      assert.equal(server.asked.at(-1)?.url, '/a');
      assert.equal(answer.url, at('/a'));
    });

    for (const [encoding, pack, what] of [
      ['gzip', gzipSync, 'gzip'],
      ['br', brotliCompressSync, 'br'],
      ['deflate', deflateSync, 'deflate'],
      ['deflate', deflateRawSync, 'deflate without the header of zlib'],
    ] as const)
      it(`unpacks ${what}`, async () => {
        const answer = await request(
          own(`/${encodeURI(what)}`, (_asked, response) =>
            response.writeHead(200, { 'content-encoding': encoding }).end(pack('hello '.repeat(1000))),
          ),
        );
        assert.equal(text(answer.body), 'hello '.repeat(1000));
      });

    for (const encoding of ['gzip', 'br', 'deflate']) {
      it(`takes nothing that is said to be packed by ${encoding} for nothing`, async () => {
        const empty = own(`/empty-${encoding}`, (_asked, response) =>
          response.writeHead(404, { 'content-encoding': encoding }).end(),
        );
        const { status, body } = await request(empty);
        assert.deepEqual([status, body.length], [404, 0]);
      });

      it(`ends where what is packed by ${encoding} never begins`, async () => {
        const silent = own(`/silent-${encoding}`, (_asked, response) =>
          response.writeHead(200, { 'content-encoding': encoding }).flushHeaders(),
        );
        await isRefused('timeout', { ...silent, timeoutMs: 200 });
      });
    }
  });

  describe('for a private host', () => {
    for (const url of [
      'http://127.0.0.1/',
      'http://127.1/',
      'http://2130706433/',
      'http://0x7f.0.0.1/',
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://0.0.0.0/',
      'http://169.254.169.254/latest/meta-data/',
      'http://localhost/',
      'http://printer/',
    ])
      it(`is refused: ${url}`, async () => {
        await isRefused('private', { url });
      });

    it('is refused before anything is sent', async () => {
      const before = server.asked.length;
      const { message } = await isRefused('private', { url: at('/a') });
      assert.match(message, /^No request was sent to 127\.0\.0\.1:\d+: .*, not on the public internet/);
      assert.equal(server.asked.length, before);
    });

    it('is refused where a public name leads there', async () => {
      const url = `http://rebind.example:${server.port}/a`;
      const { message } = await isRefused('private', { url }, async () => [...PUBLIC, ...LOOPBACK]);
      assert.match(message, /rebind\.example:\d+ \(127\.0\.0\.1\)/);
    });

    it('connects to the address that was looked at, and asks for the name once', async () => {
      let times = 0;
      const resolve: Resolve = async () => (times++ === 0 ? LOOPBACK : assert.fail('it was asked for again'));
      const url = `http://rebind.example:${server.port}/a`;
      // No other look-up than this one knows that name.
      assert.equal(text((await createRequest(resolve)({ url, allowPrivate: true })).body), 'hello');
      assert.equal(times, 1);
    });

    it('is answered where the user allowed that very host', async () => {
      const url = `http://own.example:${server.port}/a`;
      const answer = await createRequest(async () => LOOPBACK)({ url, allowPrivate: true });
      assert.equal(text(answer.body), 'hello');
    });

    it('is refused where the host that was allowed redirects to another one', async () => {
      await isRefused('private', own('/inside', redirect('http://192.168.0.1/admin')));
      await isRefused('private', own('/name', redirect(`http://localhost:${server.port}/a`)));
    });

    it('is answered by each host that the user allowed by its name and port, and by no other', async () => {
      const host = `127.0.0.1:${server.port}`;
      const wanted = { url: at('/a'), privateHosts: [host] };
      assert.equal(text((await request(wanted)).body), 'hello');
      await isRefused('private', { ...wanted, privateHosts: ['127.0.0.1', '127.0.0.1:1'] });
      const elsewhere = { url: at('/inside'), privateHosts: [host] };
      assert.equal((await isRefused('private', elsewhere)).host, '192.168.0.1');
    });

    it('is refused where a connection that others had made leads there', async () => {
      // Elsewhere in the same process, somebody keeps one.
      const url = `http://kept.example:${server.port}`;
      assert.ok(globalAgent instanceof Agent);
      await new Promise<void>((done) => {
        const options = {
          lookup: (_h: string, _o: unknown, found: (e: null, a: object[]) => void) => found(null, LOOPBACK),
        };
        get(`${url}/a`, { ...options, agent: globalAgent } as object, (answer) => {
          answer.resume().on('end', () => setImmediate(done));
        });
      });
      await isRefused('private', { url: `${url}/a` }, async () => PUBLIC);
      globalAgent.destroy();
    });
  });

  describe('for what is no address of the web', () => {
    for (const url of [
      '',
      'example.org',
      'file:///etc/passwd',
      'ftp://example.org/',
      'data:text/plain,x',
      'javascript:alert(1)',
      '//example.org/',
      'http://',
      'http://user@example.org/',
      'http://user:secret@example.org/',
      'http://example.org\u0000/',
    ])
      it(`is refused: ${JSON.stringify(url)}`, async () => {
        await isRefused('address', { url });
      });

    it('is refused where it names the port of another service', async () => {
      const { message } = await isRefused('address', { url: 'http://example.org:25/' });
      assert.match(message, /25 is not a web port/);
    });
  });

  describe('that is redirected', () => {
    it('is answered by the redirect if that is wanted: where it leads is looked at, and not asked', async () => {
      const before = server.asked.length;
      const answer = await request({ ...own('/stop', redirect('/a', 301)), stopsAtRedirect: true });
      assert.equal(answer.status, 301);
      assert.deepEqual(answer.redirects, [{ status: 301, from: at('/stop'), to: at('/a') }]);
      assert.equal(server.asked.length, before + 1);
      await isRefused('address', { ...own('/stop2', redirect('file:///etc/passwd')), stopsAtRedirect: true });
    });

    it('is followed, and says by which way', async () => {
      paths.set('/r2', redirect('/a', 308));
      const answer = await request(own('/r1', redirect('r2', 301)));
      assert.equal(text(answer.body), 'hello');
      assert.equal(answer.url, at('/a'));
      assert.deepEqual(answer.redirects, [
        { status: 301, from: at('/r1'), to: at('/r2') },
        { status: 308, from: at('/r2'), to: at('/a') },
      ]);
    });

    it('ends after so many', async () => {
      const { message } = await isRefused('redirects', { ...own('/loop', redirect('/loop')), mostRedirects: 3 });
      assert.match(message, /redirects more than 3 times/);
      assert.equal(server.asked.slice(-5).filter(({ url }) => url === '/loop').length, 4);
    });

    for (const to of ['file:///etc/passwd', 'http://user@example.org/', 'http://', 'gopher://example.org/'])
      it(`is not followed to ${to}`, async () => {
        await isRefused('address', own('/bad', redirect(to)));
      });

    it('is not followed from https to http, and is to anything safer', () => {
      const [safe, plain] = [new URL('https://a.example/x'), new URL('http://a.example/x')];
      assert.throws(
        () => nextHop(safe, 'http://b.example/'),
        (error) =>
          error instanceof NetworkError && error.kind === 'redirects' && /from https to http/.test(error.message),
      );
      assert.equal(nextHop(safe, '//b.example/y').href, 'https://b.example/y');
      assert.equal(nextHop(plain, 'https://a.example/x').href, 'https://a.example/x');
      assert.equal(nextHop(plain, '../y').href, 'http://a.example/y');
    });

    it('is an answer where it says not where to', async () => {
      const answer = await request(own('/nowhere', (_asked, response) => response.writeHead(302).end('x')));
      assert.equal(answer.status, 302);
    });
  });

  describe('that has no end', () => {
    it('is cut at the limit', async () => {
      const wanted = own('/long', (_asked, response) => response.end('x'.repeat(100_000)));
      const answer = await request({ ...wanted, mostBytes: 1000 });
      assert.equal(answer.body.length, 1000);
      assert.equal(answer.isCut, true);
      assert.equal((await request({ ...wanted, mostBytes: 100_000 })).isCut, false);
    });

    it('is cut at the limit where it unfolds without end, and is not unpacked further', async () => {
      const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
      const wanted = own('/bomb', (_asked, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      );
      const before = process.memoryUsage().rss;
      const answer = await request({ ...wanted, mostBytes: 64 * 1024 });
      assert.equal(answer.body.length, 64 * 1024);
      assert.equal(answer.isCut, true);
      assert.ok(process.memoryUsage().rss - before < 50 * 1024 * 1024);
    });

    it('ends where its headers do not', async () => {
      const headers = { 'x-long': 'x'.repeat(20_000) };
      await isRefused(
        'too-large',
        own('/headers', (_asked, response) => response.writeHead(200, headers).end()),
      );
    });

    it('ends when its time is over, although something comes all the while', async () => {
      const wanted = own('/drops', (_asked, response) => {
        response.writeHead(200);
        const drops = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drops));
      });
      const { message } = await isRefused('timeout', { ...wanted, timeoutMs: 200 });
      assert.match(message, /did not answer within 1 s/);
    });

    it('ends when redirects take longer than that together', async () => {
      const slowly: Parameters<typeof serve>[0] = (_asked, response) =>
        void setTimeout(() => response.writeHead(302, { location: '/slow' }).end(), 80);
      await isRefused('timeout', { ...own('/slow', slowly), timeoutMs: 200, mostRedirects: 50 });
    });

    it('ends when nothing comes for a while, before its headers or after', async () => {
      await isRefused('timeout', { ...own('/silent', () => {}), idleMs: 100 });
      const wanted = own('/stops', (_asked, response) => void response.writeHead(200).write('x'));
      await isRefused('timeout', { ...wanted, idleMs: 100 });
    });

    it('ends when nobody answers who is at a name', async () => {
      await isRefused('timeout', { url: 'http://slow.example/', timeoutMs: 50 }, () => new Promise(() => {}));
    });
  });

  describe('that is cancelled', () => {
    it('ends at once, and so does its connection', async () => {
      const cancelled = new AbortController();
      let isClosed: Promise<unknown> = Promise.resolve();
      const wanted = own('/hangs', (_asked, response) => {
        isClosed = new Promise((done) => response.on('close', done));
        response.writeHead(200).write('x');
        setTimeout(() => cancelled.abort(), 20);
      });
      await isRefused('cancelled', { ...wanted, signal: cancelled.signal });
      await isClosed;
    });

    it('is not even begun', async () => {
      const before = server.asked.length;
      await isRefused('cancelled', { ...own('/a'), signal: AbortSignal.abort() });
      assert.equal(server.asked.length, before);
    });
  });

  describe('that fails', () => {
    it('says that nothing answers there', async () => {
      const gone = await serve(() => {});
      await gone.close();
      const { message } = await isRefused('refused', { url: gone.address, allowPrivate: true });
      assert.match(message, /^127\.0\.0\.1:\d+ refuses the connection\. Check the address/);
    });

    it('says that what answers is no HTTP', async () => {
      const speaks = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
      await once(speaks.listen(0, '127.0.0.1'), 'listening');
      const address = speaks.address();
      assert.ok(typeof address === 'object' && address);
      const url = `http://127.0.0.1:${address.port}/`;
      const { message } = await isRefused('unreadable', { url, allowPrivate: true });
      assert.match(message, /^The answer of 127\.0\.0\.1:\d+ cannot be read \(HPE_INVALID_CONSTANT\)/);
      speaks.close();
    });

    it('says that the answer broke off', async () => {
      const wanted = own('/half', (_asked, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('x');
        setTimeout(() => response.destroy(), 20);
      });
      await isRefused('unreadable', wanted);
    });

    it('says that the answer is damaged', async () => {
      const wanted = own('/damaged', (_asked, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
      );
      await isRefused('unreadable', wanted);
    });

    it('refuses what is packed as nobody asked for', async () => {
      const wanted = own('/packed', (_asked, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))),
      );
      await isRefused('unreadable', wanted);
    });

    it('says that the machine is offline', async () => {
      const offline: Resolve = async () => {
        throw Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' });
      };
      const { message } = await isRefused('offline', { url: 'https://doi.org/' }, offline);
      assert.match(message, /doi\.org cannot be reached: this machine seems to be offline/);
    });

    it('says that nobody knows the name', async () => {
      const unknown: Resolve = async () => {
        throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
      };
      const error = await refusal({ url: 'https://no.such.example/' }, unknown);
      assert.match(error.kind, /^(?:name|offline)$/);
      assert.match(error.message, /no\.such\.example/);
    });

    it('says that a connection is not safe', async () => {
      const url = server.address.replace('http:', 'https:');
      const { message } = await isRefused('tls', { url, allowPrivate: true });
      assert.match(message, /no secure connection is possible \(\w+\)/);
    });
  });
});
