import assert from 'node:assert/strict';
import { NetworkError, type NetworkRequest } from '../../src/network/contract';
import { proxiesOf } from '../../src/network/proxy';
import { createRequest } from '../../src/network/request';
import type { Resolve } from '../../src/network/resolveName';
import { type OwnProxy, startProxy } from './proxies';
import { type OwnServer, serve } from './servers';

const nobodyKnows: Resolve = async () => {
  throw Object.assign(new Error('no name'), { code: 'ENOTFOUND' });
};

/** Which proxy a host is asked through, by its address. */
function proxyOf(url: string, env: NodeJS.ProcessEnv): string | null {
  return proxiesOf(env)(new URL(url))?.url.href ?? null;
}

describe('The proxy of an address', () => {
  it('is that of its scheme, in lower case before upper case', () => {
    const env = { HTTP_PROXY: 'http://plain:3128', HTTPS_PROXY: 'safe:8080' };
    assert.equal(proxyOf('http://ore.org/', env), 'http://plain:3128/');
    assert.equal(proxyOf('https://ore.org/', env), 'http://safe:8080/');
    assert.equal(proxyOf('https://ore.org/', { ...env, https_proxy: 'https://other:1' }), 'https://other:1/');
    assert.equal(proxyOf('https://ore.org/', { ...env, https_proxy: '' }), 'http://safe:8080/');
    assert.equal(proxyOf('https://ore.org/', { HTTP_PROXY: 'plain' }), null);
  });

  it('is none for this machine, whatever the variables say', () => {
    for (const host of ['localhost', 'ore.localhost', '127.0.0.1', '127.9.9.9', '[::1]'])
      assert.equal(proxyOf(`http://${host}:8000/`, { HTTP_PROXY: 'http://proxy' }), null, host);
  });

  it('is none for what NO_PROXY names', () => {
    const env = {
      HTTPS_PROXY: 'http://proxy',
      NO_PROXY: 'ore.org, .metal.net *.tin.net,93.184.215.14,zinc.org:8443,[2a00::1]',
    };
    const urls = (hosts: readonly string[]) => hosts.filter((host) => proxyOf(`https://${host}/`, env) === null);
    const direct = ['ore.org', 'a.b.ore.org', 'ORE.org.', 'metal.net', 'a.metal.net', 'a.tin.net', '93.184.215.14'];
    const others = ['zinc.org:8443', '[2a00::1]', '[2a00::1]:8443'];
    const proxied = ['more.org', 'ore.org.uk', 'zinc.org', '93.184.215.140', '1.93.184.215.14.org', '[2a00::2]'];
    assert.deepEqual(urls([...direct, ...others, ...proxied]), [...direct, ...others]);
    assert.equal(proxyOf('https://lead.org/', { ...env, NO_PROXY: '*' }), null);
    assert.equal(proxyOf('https://lead.org/', { ...env, NO_PROXY: '2a00::1,' }), 'http://proxy/');
  });

  it('is an error where no request can be made through it, which says nothing of its password', () => {
    for (const value of ['socks5://me:secret@proxy:1080', 'http://', 'http://me:secret@pro xy'])
      assert.throws(
        () => proxyOf('https://ore.org/', { HTTPS_PROXY: value }),
        (error) =>
          error instanceof NetworkError &&
          error.kind === 'proxy' &&
          /^HTTPS_PROXY does not name a usable proxy\. Set it to http:\/\/HOST:PORT/.test(error.message) &&
          !JSON.stringify([error.message, error.host]).includes('secret'),
      );
  });
});

describe('A request through a proxy', () => {
  let server: OwnServer;
  let proxy: OwnProxy;
  before(async () => {
    server = await serve((_asked, response) => void response.end());
    proxy = await startProxy(server.port);
  });
  after(() => Promise.all([server.close(), proxy.close()]));
  const ask = (wanted: NetworkRequest, env: NodeJS.ProcessEnv, resolve = nobodyKnows) =>
    createRequest(resolve, proxiesOf(env))(wanted);
  const refused = (wanted: NetworkRequest, resolve?: Resolve, through = `http://${proxy.host}`) =>
    ask(wanted, { HTTP_PROXY: through, HTTPS_PROXY: through }, resolve).then(
      () => assert.fail('it was answered'),
      (error: unknown) => (error instanceof NetworkError ? error : assert.fail(String(error))),
    );

  it('asks it for the whole address, of a host that only the proxy knows', async () => {
    const answer = await ask({ url: 'http://ore.invalid/a?b#c' }, { http_proxy: proxy.host });
    assert.equal(answer.status, 200);
    assert.equal(answer.url, 'http://ore.invalid/a?b');
    assert.equal(proxy.asked.at(-1), 'GET http://ore.invalid/a?b');
    const told = proxy.headers.at(-1) ?? {};
    assert.deepEqual([told.host, told['proxy-authorization'], told.cookie], ['ore.invalid', undefined, undefined]);
  });

  it('tells the name and the password of the address to the proxy', async () => {
    await ask({ url: 'http://ore.invalid/' }, { HTTP_PROXY: `http://me:p%40ss@${proxy.host}` });
    const told = proxy.headers.at(-1)?.['proxy-authorization'] ?? '';
    assert.equal(Buffer.from(told.replace('Basic ', ''), 'base64').toString(), 'me:p@ss');
    const odd = proxiesOf({ HTTP_PROXY: 'http://me:100%@proxy' })(new URL('http://ore.invalid/'));
    assert.equal(odd?.authorization, `Basic ${Buffer.from('me:100%').toString('base64')}`);
  });

  it('asks for no host of this machine or its network that is one by its address, its name, or what is known of it', async () => {
    const before = proxy.asked.length;
    for (const host of ['10.0.0.1', '[fd00::1]', '169.254.169.254', 'router.lan', 'intranet', 'db.internal', '0x7f.1'])
      for (const scheme of ['http', 'https'])
        assert.equal((await refused({ url: `${scheme}://${host}/` })).kind, 'private', host);
    const known: Resolve = async () => [{ address: '192.168.1.1', family: 4 }];
    assert.equal((await refused({ url: 'http://ore.org/' }, known)).kind, 'private');
    assert.equal(proxy.asked.length, before);
  });

  it('follows a redirect only to where it may ask', async () => {
    const leading = await serve(
      (_asked, response) => void response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    );
    try {
      assert.equal((await refused({ url: 'http://ore.invalid/' }, undefined, leading.address)).kind, 'private');
    } finally {
      await leading.close();
    }
  });

  it('does not wait for a name that nobody tells', async () => {
    const silent: Resolve = () => new Promise(() => {});
    const answer = await ask({ url: 'http://ore.invalid/' }, { HTTP_PROXY: proxy.host }, silent);
    assert.equal(answer.status, 200);
  });

  it('says which proxy cannot be used, and by which variable it was named', async () => {
    const gone = await startProxy(server.port);
    await gone.close();
    for (const scheme of ['http', 'https']) {
      const error = await refused({ url: `${scheme}://ore.invalid/` }, undefined, `http://me:secret@${gone.host}`);
      assert.equal(error.kind, 'proxy');
      assert.equal(
        error.message,
        `The proxy ${gone.host} cannot be used (ECONNREFUSED). Start it, or correct ${scheme.toUpperCase()}_PROXY in the environment.`,
      );
    }
  });

  it('says that a proxy wants a name and a password', async () => {
    const closed = await startProxy(server.port, 407);
    for (const scheme of ['http', 'https']) {
      const error = await refused({ url: `${scheme}://ore.invalid/` }, undefined, `http://${closed.host}`);
      assert.deepEqual([error.kind, /\(407\)/.test(error.message)], ['proxy', true]);
    }
    await closed.close();
  });

  it('says that a proxy made no connection', async () => {
    const closed = await startProxy(server.port, 403);
    const error = await refused({ url: 'https://ore.invalid/' }, undefined, `http://${closed.host}`);
    assert.equal(error.kind, 'refused');
    assert.equal(
      error.message,
      `No request was sent to ore.invalid: the proxy ${closed.host} could not connect to it (403).`,
    );
    await closed.close();
  });

  it('trusts no certificate because of a proxy', async () => {
    const error = await refused({ url: 'https://ore.invalid/' });
    assert.match(error.kind, /^(?:tls|refused)$/);
  });
});
