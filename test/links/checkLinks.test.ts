import assert from 'node:assert/strict';
import {
  checkLinks,
  codeOfLink,
  type LinkCheck,
  type LinkResult,
  OfflineError,
  type Pace,
  wordsOfLink,
} from '../../src/links';
import { NetworkError, type NetworkErrorKind, type NetworkRequest, request } from '../../src/network';
import { answers, archiveWith, byMethod, openSite, type Page, type Site } from './site';

const FAST: Partial<Pace> = { pauseMs: 0, timeoutMs: 2000 };

describe('A check of links', () => {
  let site: Site;
  afterEach(() => site.close());

  /** Opens a site with pages, and asks for paths of it. */
  const check = async (pages: Readonly<Record<string, Page>>, options: Partial<LinkCheck> = {}, paths = ['/page']) => {
    site = await openSite(pages);
    const urls = paths.map((path) => site.origin + path);
    return checkLinks(urls, { request, archive: null, allowPrivate: true, pace: FAST, ...options });
  };
  const only = async (page: Page, options?: Partial<LinkCheck>): Promise<LinkResult> => {
    const [result] = await check({ '/page': page, '/new': answers(200) }, options);
    assert.ok(result);
    return result;
  };

  it('finds a page that is there, and asks for its head alone', async () => {
    assert.equal((await only(answers(200))).state, 'ok');
    assert.deepEqual(site.asked, ['HEAD /page']);
  });

  for (const status of [403, 404, 405, 500, 501]) {
    it(`asks for a whole page where its head is answered by ${status}`, async () => {
      assert.equal((await only(byMethod(answers(status), answers(200)))).state, 'ok');
      assert.deepEqual(site.asked, ['HEAD /page', 'GET /page']);
    });
  }

  for (const [status, state] of [
    [404, 'dead'],
    [410, 'dead'],
    [401, 'blocked'],
    [403, 'blocked'],
    [429, 'blocked'],
    [451, 'blocked'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ] as const) {
    it(`calls a page that answers ${status} ${state}`, async () => {
      const result = await only(answers(status));
      assert.deepEqual([result.state, result.status], [state, status]);
    });
  }

  it('does not call a page there whose answer does not say so', async () => {
    for (const page of [answers(302), answers(301), answers(304), answers(300)]) {
      const result = await only(page);
      assert.deepEqual([result.state, codeOfLink(result)], ['blocked', 'link/blocked']);
      assert.match(wordsOfLink(result), /^This page could not be checked: 127\.0\.0\.1:\d+ answers 30\d to programs\./);
      assert.deepEqual(site.asked, ['HEAD /page', 'GET /page']);
      await site.close();
    }
  });

  it('does not call a page there whose headers have no end', async () => {
    const result = await only(answers(200, { 'x-long': 'x'.repeat(20_000) }));
    assert.deepEqual([result.state, result.status, result.reason], ['blocked', null, 'headers']);
    assert.match(wordsOfLink(result), /^This page could not be checked: 127\.0\.0\.1:\d+ sends endless headers\./);
  });

  it('names the host that a redirect leads to, where that answers or may not be asked', async () => {
    const other = await openSite({ '/gone': answers(404) });
    try {
      const gone = await only(answers(302, { location: `${other.origin}/gone` }), {
        request: (wanted) => request({ ...wanted, privateHosts: [new URL(other.origin).host] }),
      });
      const host = new URL(other.origin).host;
      assert.deepEqual([gone.host, wordsOfLink(gone)], [host, `This page does not exist: ${host} answers 404.`]);
      await site.close();
      const inside = await only(answers(302, { location: 'http://10.1.2.3:8080/admin' }));
      assert.deepEqual([inside.state, inside.reason, inside.host], ['blocked', 'private', '10.1.2.3:8080']);
      assert.match(wordsOfLink(inside), /it leads to 10\.1\.2\.3:8080, which is on this machine/);
    } finally {
      await other.close();
    }
  });

  it('knows where a page has moved for good', async () => {
    for (const status of [301, 308]) {
      const result = await only(answers(status, { location: '/new' }));
      assert.deepEqual([result.state, result.movedTo], ['moved', `${site.origin}/new`]);
      await site.close();
    }
  });

  it('names no new address for a page that is elsewhere only for now', async () => {
    for (const status of [302, 303, 307]) {
      const result = await only(answers(status, { location: '/new' }));
      assert.deepEqual([result.state, result.movedTo], ['redirected', null]);
      await site.close();
    }
  });

  it('takes a chain of moves up to where it leads on only for now', async () => {
    const [result] = await check({
      '/page': answers(301, { location: '/a' }),
      '/a': answers(308, { location: '/b' }),
      '/b': answers(302, { location: '/c' }),
      '/c': answers(200),
    });
    assert.equal(result?.movedTo, `${site.origin}/b`);
  });

  it('is not sure of a page that leads to the front page of its host', async () => {
    const [result] = await check({ '/page': answers(301, { location: '/' }), '/': answers(200) });
    assert.deepEqual([result?.state, result?.reason, result?.movedTo], ['moved', 'front-page', null]);
  });

  it('offers no page that everybody is sent to for a new address', async () => {
    for (const path of ['/login', '/en/404.html', '/page-not-found/', '/auth/start']) {
      const [result] = await check({ '/page': answers(301, { location: path }), [path]: answers(200) });
      assert.deepEqual([result?.state, result?.movedTo], ['redirected', null], path);
      await site.close();
    }
  });

  it('calls a page dead that moved to one that is not there', async () => {
    assert.equal((await only(answers(301, { location: '/gone' }))).state, 'dead');
  });

  it('waits as long as a host asks for, and asks once more', async () => {
    let times = 0;
    const page: Page = (request, response) =>
      (times++ === 0 ? answers(429, { 'retry-after': '1' }) : answers(200))(request, response);
    const start = performance.now();
    assert.equal((await only(page)).state, 'ok');
    assert.ok(performance.now() - start > 950);
    assert.deepEqual(site.asked, ['HEAD /page', 'GET /page']);
  });

  it('does not wait for a host that asks for too long', async () => {
    assert.equal((await only(answers(429, { 'retry-after': '86400' }))).state, 'blocked');
    assert.deepEqual(site.asked, ['HEAD /page']);
  });

  it('tries a page twice that does not answer', async () => {
    // Time for the request to arrive on a busy machine, too.
    const result = await only(() => {}, { pace: { ...FAST, timeoutMs: 1500 } });
    assert.deepEqual([result.state, result.reason], ['unreachable', 'timeout']);
    assert.deepEqual(site.asked, ['HEAD /page', 'GET /page']);
  });

  it('asks no more than two at once of a host, with a pause between them', async () => {
    let now = 0;
    let most = 0;
    const times: number[] = [];
    const slow: Page = (_request, response) => {
      times.push(performance.now());
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        response.writeHead(200).end();
      }, 700);
    };
    const paths = ['/1', '/2', '/3', '/4'];
    await check(Object.fromEntries(paths.map((path) => [path, slow])), { pace: { pauseMs: 300 } }, paths);
    assert.equal(most, 2);
    const pauses = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    // The answers of a busy machine come late, so that two are nearer to each other than their requests.
    assert.ok(Math.min(...pauses) > 100, pauses.join(' '));
  });

  it('asks for no more links than its limit, and says so of the others', async () => {
    const results = await check({ '/1': answers(200) }, { pace: { ...FAST, mostLinks: 1 } }, ['/1', '/2']);
    assert.deepEqual(
      results.map(({ state, reason }) => [state, reason]),
      [
        ['ok', null],
        ['unchecked', 'limit'],
      ],
    );
  });

  it('asks nothing of this machine and its network unless that is allowed', async () => {
    const result = await only(answers(200), { allowPrivate: false });
    assert.deepEqual([result.state, result.reason], ['unchecked', 'private']);
    assert.deepEqual(site.asked, []);
  });

  it('asks nothing of what it knows', async () => {
    const known: LinkResult = { url: '', state: 'ok', status: 200, reason: null, movedTo: null, at: 1 };
    site = await openSite({});
    const url = `${site.origin}/page`;
    const results = await checkLinks([url], { request, archive: null, known: new Map([[url, { ...known, url }]]) });
    assert.deepEqual(results, [{ ...known, url }]);
    assert.deepEqual(site.asked, []);
  });

  it('finds the archived copy of a dead page, and asks for no other', async () => {
    site = await openSite({});
    const copies = {
      [`${site.origin}/dead`]: {
        url: `http://web.archive.org/web/20250807101112/${site.origin}/dead`,
        timestamp: '20250807101112',
      },
    };
    const archive = await openSite({ '/wayback/available': archiveWith(copies) });
    try {
      const urls = ['/dead', '/lost'].map((path) => site.origin + path);
      const results = await checkLinks(urls, { request, archive: archive.origin, allowPrivate: true, pace: FAST });
      assert.deepEqual(
        results.map(({ archived }) => archived),
        [{ url: `https://web.archive.org/web/20250807101112/${site.origin}/dead`, date: '2025-08-07' }, null],
      );
      assert.equal(archive.asked.length, 2);
    } finally {
      await archive.close();
    }
  });

  it('asks for the copy that is nearest to the day on which the page was read', async () => {
    site = await openSite({});
    const archive = await openSite({ '/wayback/available': archiveWith({}) });
    try {
      const days = ['2025-08-06', '2024-03', '2023', '2022-01-02T10:00', 'yesterday'];
      const accessed = new Map(days.map((day) => [`${site.origin}/${day}`, day]));
      const options = { request, archive: archive.origin, allowPrivate: true, pace: FAST, accessed };
      await checkLinks([...accessed.keys()], options);
      assert.deepEqual(archive.asked.map((each) => /&timestamp=(.*)/.exec(each)?.[1]).sort(), [
        '20220102',
        '2023',
        '202403',
        '20250806',
        undefined,
      ]);
    } finally {
      await archive.close();
    }
  });

  it('writes the address of a copy in signs that show as what they are', async () => {
    site = await openSite({});
    const start = 'https://web.archive.org/web/20250807101112/';
    const copies = { [`${site.origin}/dead`]: { url: `${start}a\u202eb\u001b[31m`, timestamp: '20250807101112' } };
    const archive = await openSite({ '/wayback/available': archiveWith(copies) });
    try {
      const check = { request, archive: archive.origin, allowPrivate: true, pace: FAST };
      const [result] = await checkLinks([`${site.origin}/dead`], check);
      assert.equal(result?.archived?.url, `${start}a%E2%80%AEb%1B[31m`);
    } finally {
      await archive.close();
    }
  });

  it('believes no copy that an archive names elsewhere', async () => {
    site = await openSite({});
    const copies = { [`${site.origin}/dead`]: { url: 'https://evil.example/x', timestamp: '20250807101112' } };
    const archive = await openSite({ '/wayback/available': archiveWith(copies) });
    try {
      const check = { request, archive: archive.origin, allowPrivate: true, pace: FAST };
      assert.equal((await checkLinks([`${site.origin}/dead`], check))[0]?.archived, null);
    } finally {
      await archive.close();
    }
  });

  it('ends at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const page: Page = () => cancel.abort(new Error('enough'));
    await assert.rejects(only(page, { signal: cancel.signal }), /enough/);
  });
});

describe('A check of links that gets no answers', () => {
  const failing =
    (kind: (wanted: NetworkRequest) => NetworkErrorKind, host?: string): LinkCheck['request'] =>
    async (wanted) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      throw new NetworkError(kind(wanted), host ?? new URL(wanted.url).host, 'words');
    };
  /** @param host at which it failed; else that of the address */
  const check = (urls: readonly string[], kind: (wanted: NetworkRequest) => NetworkErrorKind, host?: string) =>
    checkLinks(urls, { request: failing(kind, host), archive: null, pace: FAST });

  for (const [kind, state] of [
    ['name', 'dead'],
    ['refused', 'unreachable'],
    ['unreadable', 'unreachable'],
    ['tls', 'unreachable'],
    ['redirects', 'blocked'],
    ['private', 'unchecked'],
  ] as const) {
    it(`calls a link ${state} whose request fails by ${kind}`, async () => {
      const [result] = await check(['https://a.org/'], () => kind);
      assert.equal(result?.state, state);
    });
  }

  for (const [kind, state, host, words] of [
    ['name', 'dead', 'b.org', 'This page does not exist: it leads to b.org, and no host has that name.'],
    ['timeout', 'unreachable', 'b.org', 'This page could not be reached: b.org did not answer in time.'],
    [
      'private',
      'blocked',
      '10.0.0.1',
      'This page could not be checked: it leads to {0}, which is on this machine or its local network.',
    ],
    [
      'address',
      'blocked',
      'ftp://b.org/',
      'This page could not be checked: the redirect of a.org cannot be followed. Open it in a browser.',
    ],
  ] as const) {
    it(`names the host that a redirect leads to where the request fails there by ${kind}`, async () => {
      const [result] = await check(['https://a.org/'], () => kind, host);
      assert.ok(result);
      assert.deepEqual([result.state, wordsOfLink(result)], [state, words.replace('{0}', host)]);
    });
  }

  it('is offline where nothing could be reached, which is soon known', async () => {
    let asked = 0;
    const urls = Array.from({ length: 100 }, (_, i) => `https://${i}.org/`);
    await assert.rejects(
      check(urls, () => {
        asked++;
        return 'offline';
      }),
      OfflineError,
    );
    assert.ok(asked < 40, `${asked}`);
  });

  it('is offline where several hosts were asked and none was found, and one alone has a wrong name', async () => {
    await assert.rejects(
      check(['https://a.org/', 'https://b.org/'], () => 'name'),
      OfflineError,
    );
    const [result] = await check(['https://a.org/', 'https://a.org/b'], () => 'name');
    assert.deepEqual([result?.state, result?.reason], ['dead', 'name']);
  });

  it('is not offline where one host could be reached', async () => {
    const results = await check(['https://a.org/', 'https://b.org/'], ({ url }) =>
      /a\.org/.test(url) ? 'offline' : 'refused',
    );
    assert.deepEqual(
      results.map(({ reason }) => reason),
      ['offline', 'refused'],
    );
  });

  it('asks for no mailbox, no host of examples and nothing that is no address', async () => {
    const urls = ['mailto:a@b.org', 'https://example.org/a', 'https://a.example/', 'https://x.test/', 'https://:1/'];
    const results = await check(urls, () => {
      throw new Error('nothing is to be asked');
    });
    assert.deepEqual(
      results.map(({ reason }) => reason),
      ['mail', 'example', 'example', 'example', 'address'],
    );
  });
});

describe('A check of a DOI', () => {
  const doi = 'https://doi.org/10.1234/abc';
  const check = async (status: number, redirected: boolean) => {
    const redirects = redirected ? [{ status: 302, from: doi, to: 'https://publisher.org/abc' }] : [];
    const request = async () => ({
      status,
      url: '',
      redirects,
      headers: new Map(),
      body: new Uint8Array(),
      isCut: false,
    });
    const [result] = await checkLinks([doi], { request, archive: null, pace: FAST });
    return result?.state;
  };

  it('is in order where it is registered, whatever its publisher says to programs', async () => {
    for (const status of [200, 403, 503]) assert.equal(await check(status, true), 'ok');
  });

  it('could not be checked where its answer says nothing', async () => {
    for (const status of [302, 304]) assert.equal(await check(status, false), 'blocked');
  });

  it('is dead where it is not registered, or its publisher has no such page', async () => {
    assert.equal(await check(404, false), 'dead');
    assert.equal(await check(404, true), 'dead');
  });
});
