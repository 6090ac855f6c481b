import assert from 'node:assert/strict';
import type { CopyFolder, KeepOptions, Outcome, Wanted } from '../../src/copies/contract';
import { keepCopies } from '../../src/copies/keepCopies';
import { NetworkError, type NetworkErrorKind } from '../../src/network/contract';
import { createRequest } from '../../src/network/request';
import { answers, openSite, type Page, type Site } from '../links/site';
import { html, htmlOf } from './reportSite';

const PAGE = html(htmlOf('<h1>Ore</h1><p>It rose by 12%.</p>'));

/** A folder in memory. */
function folderWith(
  files: Readonly<Record<string, string>> = {},
): CopyFolder & { readonly files: Map<string, string> } {
  const all = new Map(Object.entries(files));
  return {
    files: all,
    names: async () => new Set([...all.keys()].map((name) => name.toLowerCase())),
    read: async (name) => all.get(name) ?? null,
    writeNew: async (name, text) => {
      if (all.has(name)) throw new Error('it is there');
      all.set(name, text);
    },
    replace: async (name, text) => void all.set(name, text),
  };
}

describe('A page that is kept', () => {
  let site: Site | undefined;
  afterEach(() => site?.close());

  const request = createRequest(async (host) => [
    { address: host === 'public.test.net' ? '93.184.216.34' : '127.0.0.1', family: 4 },
  ]);
  const open = async (pages: Readonly<Record<string, Page>>) => {
    site = await openSite(pages);
    return site;
  };

  async function keep(sources: readonly Wanted[], more: Partial<KeepOptions> = {}): Promise<Record<string, Outcome>> {
    const options = {
      request,
      extract: async () => ({ error: 'it is encrypted' }),
      archive: null,
      today: '2026-01-02',
      allowPrivate: true,
      pace: { pauseMs: 0 },
      folder: folderWith(),
      ...more,
    };
    return Object.fromEntries(await keepCopies(sources, options));
  }
  const at = (path: string, id = '1'): Wanted => ({ id, url: `${site?.origin}${path}` });
  const one = async (path: string, more: Partial<KeepOptions> = {}) => {
    const outcome = (await keep([at(path)], more))['1'];
    return outcome && 'reason' in outcome ? outcome.reason : outcome?.state;
  };

  it('is not asked for if it has no address, or one that is kept for examples', async () => {
    const none = async () => assert.fail('somebody was asked');
    const outcomes = await keep(
      [
        { id: '1', url: null },
        { id: '2', url: 'https://example.org/a' },
      ],
      { request: none },
    );
    assert.deepEqual(outcomes, { '1': { reason: 'no-address' }, '2': { reason: 'address', host: 'example.org' } });
  });

  it('leads to no private host but the one that the source names', async () => {
    const { asked } = await open({ '/to': answers(302, { location: '/secret' }), '/secret': PAGE });
    const { port } = new URL(site?.origin ?? '');
    await site?.close();
    site = await openSite(
      { '/to': answers(302, { location: `http://localhost:${port}/secret` }), '/secret': PAGE },
      Number(port),
    );
    assert.deepEqual(asked, []);
    const outcomes = await keep([at('/to')]);
    assert.deepEqual(outcomes['1'], { reason: 'private', host: `localhost:${port}` });
    assert.deepEqual(site.asked, ['GET /robots.txt', 'GET /to']);
  });

  it('is gone where its host sends all to its first page or to a page for errors, and wants a sign-in where it says so', async () => {
    await open({
      '/a': answers(302, { location: '/' }),
      '/b': answers(302, { location: '/not-found' }),
      '/c': answers(302, { location: '/login?next=/c' }),
      '/d': answers(401),
      '/e': answers(402),
      '/f': answers(410),
      '/': PAGE,
    });
    assert.deepEqual(
      [await one('/a'), await one('/b'), await one('/c'), await one('/d'), await one('/e'), await one('/f')],
      ['gone', 'gone', 'sign-in', 'sign-in', 'paywall', 'gone'],
    );
  });

  it('is asked for once more when its host says in how long, and else its host is left alone', async () => {
    let times = 0;
    await open({
      '/soon': (...both) => (++times === 1 ? answers(429, { 'retry-after': '0' }) : PAGE)(...both),
      '/late': answers(503, { 'retry-after': '3600' }),
    });
    assert.equal(await one('/soon'), 'whole');
    const outcomes = await keep([at('/late', '1'), at('/late?2', '2'), at('/soon', '3')], {
      pace: { pauseMs: 0, atOnceOfHost: 1 },
    });
    const host = new URL(site?.origin ?? '').host;
    assert.deepEqual(outcomes, {
      '1': { reason: 'busy', host },
      '2': { reason: 'busy', host, detail: 'not asked' },
      '3': { reason: 'busy', host, detail: 'not asked' },
    });
    assert.deepEqual(site?.asked.slice(3), ['GET /robots.txt', 'GET /late']);
  });

  it('is not asked for where the host cannot say what it wants of programs, or wants none, by a redirect either', async () => {
    const { asked } = await open({ '/robots.txt': answers(503), '/a': PAGE });
    assert.equal(await one('/a'), 'failed');
    assert.deepEqual(asked, ['GET /robots.txt']);
    await site?.close();
    const second = await open({
      '/robots.txt': answers(200, {}, 'User-agent: *\nDisallow: /b'),
      '/a': answers(301, { location: '/b' }),
      '/b': PAGE,
    });
    assert.equal(await one('/a'), 'robots');
    assert.deepEqual(second.asked, ['GET /robots.txt', 'GET /a']);
  });

  it('is a text, or nothing that is read', async () => {
    const typed = (type: string, body: string) => answers(200, { 'content-type': type }, body);
    await open({
      '/text': typed('text/plain; charset=iso-8859-1', 'It rose.'),
      '/none': answers(200, {}, '<!doctype html><p>It rose.</p>'),
      '/pdf': typed('text/html', '%PDF-1.4 broken'),
      '/png': typed('image/png', 'PNG'),
      '/bytes': typed('text/plain', 'a\u0000b'),
      '/empty': typed('text/plain', '  '),
      '/403': answers(403),
      '/500': answers(500),
    });
    const states = [];
    for (const path of ['/text', '/none', '/pdf', '/png', '/bytes', '/empty', '/403', '/500'])
      states.push(await one(path));
    assert.deepEqual(states, ['whole', 'whole', 'unreadable', 'type', 'type', 'empty', 'refused', 'failed']);
  });

  it('is one for two sources of one page, and a new file beside all that is there', async () => {
    const { asked } = await open({ '/a': PAGE });
    const folder = folderWith({ '1.MD': 'mine' });
    const outcomes = await keep([at('/a', '1'), at('/a', '2')], { folder });
    assert.deepEqual(
      Object.values(outcomes).map((outcome) => 'name' in outcome && outcome.name),
      ['1-2.md', '1-2.md'],
    );
    assert.equal(folder.files.get('1.MD'), 'mine');
    assert.deepEqual(asked, ['GET /robots.txt', 'GET /a']);
  });

  it('that cannot be written is asked for again', async () => {
    await open({ '/a': PAGE });
    const folder = folderWith();
    const full = { ...folder, writeNew: () => Promise.reject(new Error('the disk is full')) };
    assert.deepEqual((await keep([at('/a')], { folder: full }))['1'], { reason: 'write', detail: 'the disk is full' });
    assert.equal(await one('/a', { folder }), 'whole');
  });

  it('is found missing where the network gave no answer, which is not remembered', async () => {
    await open({ '/a': PAGE });
    const folder = folderWith();
    const there = at('/a', 'there');
    const lost = (id: string): Wanted => ({ id, url: `https://${id}.net/x` });
    const failing =
      (kind: NetworkErrorKind): KeepOptions['request'] =>
      (wanted) =>
        /\.net/.test(wanted.url)
          ? Promise.reject(new NetworkError(kind, new URL(wanted.url).host, 'no'))
          : request(wanted);
    for (const [kind, sources, reason] of [
      ['offline', [lost('a')], 'offline'],
      ['timeout', [lost('a')], 'timeout'],
      // Where no host at all is found, it is hardly their names.
      ['name', [lost('a'), lost('b')], 'offline'],
      ['name', [lost('a')], 'name'],
      ['name', [lost('a'), lost('b'), there], 'name'],
    ] as const) {
      const outcomes = await keep(sources, { folder, request: failing(kind) });
      assert.deepEqual(outcomes['a'], { reason, host: 'a.net' }, kind);
    }
    assert.doesNotMatch((await folder.read('copies.json')) ?? '', /a\.net/);
  });

  it('is asked for in an archive later if none was asked before', async () => {
    const { asked } = await open({});
    const folder = folderWith();
    assert.equal(await one('/a', { folder }), 'gone');
    assert.equal(await one('/a', { folder }), 'gone');
    assert.deepEqual(asked, ['GET /robots.txt', 'GET /a']);
    assert.equal(await one('/a', { folder, archive: site?.origin ?? '' }), 'gone');
    assert.deepEqual(asked.slice(2, 3), ['GET /a']);
    assert.match(asked[3] ?? '', /^GET \/wayback\/available\?url=/);
  });
});
