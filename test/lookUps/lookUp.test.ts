import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { LookUpError, type LookUpErrorKind, type Subject } from '../../src/lookUps/contract';
import { lookUp } from '../../src/lookUps/lookUp';
import { NetworkError } from '../../src/network/contract';
import { createRequest } from '../../src/network/request';
import { type OwnServer, serve } from '../network/servers';

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly location?: string;
  readonly body?: string | Uint8Array;
}

const CSL = {
  type: 'journal-article',
  title: 'On the <i>Magnetism</i> of\n Ore &amp; Rock',
  author: [{ given: 'Ada', family: 'Sample', ORCID: 'x' }, { literal: 'The Ore Group' }],
  'container-title': 'Journal of Ore',
  publisher: 'Big Press BV',
  issued: { 'date-parts': [[2024, 3]] },
  DOI: '10.1000/OTHER',
  language: 'en',
};

const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>query</title><entry>
<id>http://arxiv.org/abs/2401.12345v2</id><updated>2024-05-06T00:00:00Z</updated><published>2024-01-23T10:00:00Z</published>
<title>Ores
  and &lt;Rocks&gt;</title><author><name>Ada Sample</name><arxiv:affiliation xmlns:arxiv="x">U</arxiv:affiliation></author>
<author><name>郭明</name></author></entry></feed>`;

const NEWS = `<!doctype html><html lang="en-GB"><head><title>Prices rise | Ore News</title>
<meta property="og:site_name" content="Ore News"><meta property="article:published_time" content="2025-02-03T08:00:00Z">
<meta name="author" content="By Ada Sample"><link rel="canonical" href="/prices"></head>
<body><nav>Home</nav><main><h1>Prices rise</h1><p>They rose by 12% in 2024.</p></main><footer>Imprint</footer></body></html>`;

describe('A look-up', () => {
  let server: OwnServer;
  let answers: Record<string, Answer>;
  const request = createRequest(async () => assert.fail('a name was looked up'));
  before(async () => {
    server = await serve((asked, response) => {
      const {
        status = 200,
        type = 'application/json',
        location,
        body = '',
      } = answers[asked.url ?? ''] ?? { status: 404 };
      response.writeHead(status, { 'content-type': type, ...(location === undefined ? {} : { location }) }).end(body);
    });
  });
  after(() => server.close());
  beforeEach(() => {
    answers = {};
  });

  const look = (subject: Subject) => {
    const { address } = server;
    const services = {
      doi: `${address}/doi/`,
      arxiv: `${address}/arxiv?`,
      isbn: `${address}/isbn?`,
      pubmed: `${address}/pm?`,
    };
    return lookUp(subject, { request, today: '2025-06-07', allowPrivate: true, services });
  };
  const page = (path: string): Subject => ({ kind: 'page', id: `${server.address}${path}` });
  const lastAsked = (): IncomingMessage => server.asked.at(-1) ?? assert.fail('nobody was asked');
  const fails = async (subject: Subject, kind: LookUpErrorKind, message: RegExp) => {
    await assert.rejects(look(subject), (error) => {
      assert.ok(error instanceof LookUpError, String(error));
      assert.equal(error.kind, kind);
      assert.match(error.message, message);
      return true;
    });
  };

  it('of a DOI asks for CSL-JSON, and follows to the agency', async () => {
    answers = {
      '/doi/10.1000/182': { status: 302, location: '/agency/1' },
      '/agency/1': { body: JSON.stringify(CSL) },
    };
    const { source, text } = await look({ kind: 'doi', id: '10.1000/182' });
    assert.deepEqual(source, {
      title: 'On the Magnetism of Ore & Rock',
      authors: ['Ada Sample', 'The Ore Group'],
      publisher: 'Journal of Ore',
      published: '2024-03',
      doi: '10.1000/182',
      type: 'article-journal',
      language: 'en',
      accessed: '2025-06-07',
    });
    assert.equal(text, null);
    assert.match(lastAsked().headers.accept ?? '', /^application\/vnd\.citationstyles\.csl\+json/);
  });

  it('of a DOI takes a publisher where the work is no part of another', async () => {
    answers = { '/doi/10.1000/182': { body: JSON.stringify({ ...CSL, type: 'report', title: ['A', 'B'] }) } };
    const { source } = await look({ kind: 'doi', id: '10.1000/182' });
    assert.deepEqual([source.title, source.publisher, source.type], ['A', 'Big Press BV', 'report']);
  });

  it('of a DOI reads the page of the work where its agency has no CSL', async () => {
    answers = { '/doi/10.1000/182': { type: 'text/html; charset=utf-8', body: NEWS } };
    const { source, text } = await look({ kind: 'doi', id: '10.1000/182' });
    assert.equal(source.title, 'Prices rise');
    assert.equal(source.doi, '10.1000/182');
    assert.equal(source.url, undefined);
    assert.equal(text, null);
  });

  it('of an arXiv id reads its feed', async () => {
    answers = { '/arxiv?2401.12345': { type: 'application/atom+xml', body: ATOM } };
    const { source } = await look({ kind: 'arxiv', id: '2401.12345' });
    assert.deepEqual(source, {
      title: 'Ores and <Rocks>',
      authors: ['Ada Sample', '郭明'],
      publisher: 'arXiv',
      published: '2024-01-23',
      url: 'https://arxiv.org/abs/2401.12345',
      type: 'article',
      accessed: '2025-06-07',
    });
  });

  it('of a later version of an arXiv id has the day of that version', async () => {
    answers = { '/arxiv?2401.12345v2': { type: 'application/atom+xml', body: ATOM } };
    const { source } = await look({ kind: 'arxiv', id: '2401.12345v2' });
    assert.deepEqual([source.published, source.url], ['2024-05-06', 'https://arxiv.org/abs/2401.12345v2']);
  });

  it('of an ISBN reads what Open Library knows', async () => {
    const book = {
      title: 'Ore',
      subtitle: 'A History',
      authors: [{ name: 'Ada Sample', url: 'x' }],
      publishers: [{ name: 'Small Press' }],
      publish_date: 'March 5, 2009',
    };
    answers = { '/isbn?9780306406157': { body: JSON.stringify({ 'ISBN:9780306406157': book }) } };
    const { source } = await look({ kind: 'isbn', id: '9780306406157' });
    assert.deepEqual(source, {
      title: 'Ore: A History',
      authors: ['Ada Sample'],
      publisher: 'Small Press',
      published: '2009-03-05',
      url: 'https://openlibrary.org/isbn/9780306406157',
      type: 'book',
      accessed: '2025-06-07',
    });
  });

  it('of a PubMed id reads CSL, and keeps its DOI', async () => {
    answers = { '/pm?123': { body: JSON.stringify({ ...CSL, type: 'article-journal' }) } };
    const { source } = await look({ kind: 'pubmed', id: '123' });
    assert.equal(source.doi, '10.1000/OTHER');
    assert.equal(source.url, 'https://pubmed.ncbi.nlm.nih.gov/123/');
  });

  it('of a page has what it says of itself, and its text without what stands around it', async () => {
    answers = {
      '/a?x=1': { status: 301, location: '/b?utm_source=z' },
      '/b?utm_source=z': { type: 'text/html', body: NEWS },
    };
    const found = await look(page('/a?x=1'));
    assert.deepEqual(found.source, {
      title: 'Prices rise',
      authors: ['Ada Sample'],
      publisher: 'Ore News',
      published: '2025-02-03',
      url: `${server.address}/prices`,
      type: 'webpage',
      language: 'en-GB',
      accessed: '2025-06-07',
    });
    assert.equal(found.text, '# Prices rise\n\nThey rose by 12% in 2024.');
  });

  for (const [how, type, head] of [
    ['its headers', 'text/html; charset=gb18030', ''],
    ['the page', 'text/html', '<meta charset="gbk">'],
  ] as const)
    it(`of a page reads it as ${how} say that it is written`, async () => {
      const start = new TextEncoder().encode(`<html><head>${head}<title>`);
      // 稀土, rare earths.
      const body = new Uint8Array([
        ...start,
        0xcf,
        0xa1,
        0xcd,
        0xc1,
        ...new TextEncoder().encode('</title></head></html>'),
      ]);
      answers = { '/gb': { type, body } };
      assert.equal((await look(page('/gb'))).source.title, '稀土');
    });

  it('says that the service does not know it', async () => {
    answers = {
      '/isbn?9780306406157': { body: '{}' },
      '/arxiv?2401.99999': { type: 'application/atom+xml', body: '<feed><title>none</title></feed>' },
    };
    await fails({ kind: 'doi', id: '10.1000/none' }, 'unknown', /^127\.0\.0\.1:\d+ has no DOI 10\.1000\/none\. Check/);
    await fails({ kind: 'isbn', id: '9780306406157' }, 'unknown', /has no ISBN 9780306406157/);
    await fails({ kind: 'arxiv', id: '2401.99999' }, 'unknown', /has no arXiv id 2401\.99999/);
    await fails(page('/none'), 'unknown', /has no page/);
  });

  it('says that the service is busy, or answers no programs', async () => {
    answers = { '/busy': { status: 503 }, '/many': { status: 429 }, '/people': { status: 403 } };
    await fails(page('/busy'), 'busy', /cannot answer at the moment \(503\)\. Try again later/);
    await fails(page('/many'), 'busy', /\(429\)/);
    await fails(page('/people'), 'refused', /blocks automated access to this \(403\)\. Open it in a browser/);
  });

  it('says that what came is nothing to read', async () => {
    answers = {
      '/doi/10.1000/list': { body: '[]' },
      '/doi/10.1000/none': { body: 'no json' },
      '/doi/10.1000/untitled': { body: '{"type":"book"}' },
      '/doi/10.1000/deep': { body: `{"title":"x","author":${'['.repeat(500_000)}${']'.repeat(500_000)}}` },
      '/doi/10.1000/long': { body: `{"title":"${'x'.repeat(3_000_000)}"}` },
      '/report.pdf': { type: 'application/pdf', body: '%PDF' },
    };
    for (const id of ['list', 'none', 'untitled', 'deep', 'long'])
      await fails(
        { kind: 'doi', id: `10.1000/${id}` },
        'unreadable',
        /^The answer of .* cannot be read\. Try again later\.$/,
      );
    await fails(
      page('/report.pdf'),
      'unreadable',
      /sent application\/pdf, not a web page\. Download it, and add it as a file/,
    );
  });

  it('takes no title, name or address for anything but words', async () => {
    const body = JSON.stringify({
      type: 'book',
      title: 'A\u0000\n---\nb: <script>alert(1)</script>',
      author: [{ literal: '<b>x</b>\n- y' }],
      __proto__: { polluted: true },
      issued: { raw: 'x\ny' },
      language: 'en\nrules: off',
    });
    answers = { '/doi/10.1000/evil': { body } };
    const { source } = await look({ kind: 'doi', id: '10.1000/evil' });
    assert.deepEqual(source, {
      title: 'A --- b: <script>alert(1)</script>',
      authors: ['x - y'],
      doi: '10.1000/evil',
      type: 'book',
      accessed: '2025-06-07',
    });
  });

  it('asks nobody on this machine unless that is allowed', async () => {
    const options = { request, today: '2025-06-07' };
    await assert.rejects(
      lookUp(page('/a'), options),
      (error) => error instanceof NetworkError && error.kind === 'private',
    );
  });
});
