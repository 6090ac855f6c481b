import assert from 'node:assert/strict';
import { createZotero, LookUpError, ZOTERO } from '../../src/lookUps';
import { request } from '../../src/network';
import { answers, openSite, type Page, type Site } from '../links/site';
import { FULL_TEXT, ITEMS, itemPages, zoteroPages } from './zoteroSite';

describe('Zotero on this machine', () => {
  let site: Site | null = null;
  afterEach(() => site?.close());
  const open = async (pages: Readonly<Record<string, Page>>) => {
    site = await openSite(pages);
    return createZotero(request, site.origin);
  };

  it('is asked at its own port of the loopback address', () => assert.equal(ZOTERO, 'http://127.0.0.1:23119'));

  it('answers searches where it lets other programs ask it', async () => {
    assert.equal(await (await open(zoteroPages())).state(), 'search');
  });

  it('shows its picker where it has only that', async () => {
    const pages = { ...zoteroPages(), '/api/users/0/items/top': answers(403, {}, 'Local API is not enabled') };
    assert.equal(await (await open(pages)).state(), 'picker');
  });

  it('is closed where it runs and answers neither', async () => {
    assert.equal(await (await open({})).state(), 'closed');
  });

  it('is absent where nothing answers', async () => {
    const zotero = await open({});
    await site?.close();
    assert.equal(await zotero.state(), 'absent');
  });

  it('gives the items that fit as sources', async () => {
    const found = await (await open(zoteroPages())).search('magnets & more');
    assert.deepEqual(found, [
      {
        title: 'Magnets in H2O',
        authors: ['Anna van den Berg', 'World Health Organization'],
        publisher: 'Journal of Things',
        published: '2024-05-01',
        doi: '10.1234/abc',
        type: 'article-journal',
        language: 'en',
        url: 'https://example.org/magnets',
        accessed: '2025-01-02',
        zotero: 'MAGN2345',
      },
    ]);
    assert.deepEqual(site?.asked, ['GET /api/users/0/items/top?include=csljson&limit=30&q=magnets%20%26%20more']);
  });

  it('gives the last changed for no words', async () => {
    assert.equal((await (await open(zoteroPages())).search(' ')).length, ITEMS.length);
    assert.deepEqual(site?.asked, ['GET /api/users/0/items/top?include=csljson&limit=30']);
  });

  it('gives items without their keys where it cannot give both', async () => {
    const top = zoteroPages()['/api/users/0/items/top'];
    const page: Page = (request, response) =>
      request.url?.includes('include=') ? answers(500)(request, response) : top?.(request, response);
    const [found] = await (await open({ '/api/users/0/items/top': page })).search('magnets');
    assert.equal(found?.title, 'Magnets in H2O');
    assert.equal(found.zotero, undefined);
  });

  it('gives the highlights of an item in their order, with page and link, and then its notes', async () => {
    const { passages, pdf } = await (await open(itemPages())).content('MAGN2345');
    const link = (page: number, key: string) =>
      `zotero://open-pdf/library/items/PQRS6789?page=${page}&annotation=${key}`;
    assert.deepEqual(passages, [
      {
        kind: 'highlight',
        text: 'The mill shipped 48 crates of magnets.',
        comment: 'Compare with last year',
        page: '103',
        url: link(3, 'HGLT2345'),
      },
      { kind: 'note', text: 'Ask the author', comment: '', page: '104', url: link(4, 'STCK2345') },
      {
        kind: 'highlight',
        text: 'Recycling met 3% of the demand.',
        comment: '',
        page: '105',
        url: link(5, 'LATE2345'),
      },
      { kind: 'note', text: 'Plan Look at the yearbook', comment: '' },
    ]);
    assert.equal(pdf, 'PQRS6789');
    assert.deepEqual(
      site?.asked.filter((asked) => !asked.startsWith('GET ')),
      [],
    );
  });

  it('gives the full text with its pages, and none that is cut off or missing', async () => {
    const { text } = await (await open(itemPages())).content('MAGN2345');
    assert.equal(text, FULL_TEXT.trim());
    await site?.close();
    const cut = await (await open(itemPages({ content: 'Magnets', indexedPages: 100, totalPages: 300 }))).content(
      'MAGN2345',
    );
    assert.deepEqual([cut.text, cut.isTextCut], [null, true]);
    await site?.close();
    const none = { ...itemPages(), '/api/users/0/items/PQRS6789/fulltext': answers(404, {}, 'Not found') };
    const without = await (await open(none)).content('MAGN2345');
    assert.deepEqual([without.text, without.isTextCut], [null, false]);
  });

  it('takes no key and no link from an answer that has not the shape of one', async () => {
    const odd = [
      { key: '../../x', data: { itemType: 'attachment', contentType: 'application/pdf' } },
      {
        key: 'HGLT2345',
        data: { itemType: 'annotation', parentItem: '../x', annotationText: 'Words', annotationPosition: '{' },
      },
      { key: 'NOTE2345' },
      null,
    ];
    const pages = { '/api/users/0/items/MAGN2345/children': answers(200, {}, JSON.stringify(odd)) };
    const { passages } = await (await open(pages)).content('MAGN2345');
    assert.deepEqual(passages, [{ kind: 'highlight', text: 'Words', comment: '' }]);
    assert.deepEqual(site?.asked, ['GET /api/users/0/items/MAGN2345/children']);
  });

  it('gives what is picked, and nothing where the picker is closed', async () => {
    const picked = await (await open(zoteroPages())).pick();
    assert.deepEqual(
      picked.map(({ title }) => title),
      ['Prices of the year'],
    );
    await site?.close();
    const closed = { '/better-bibtex/cayw': answers(200, { 'content-type': 'text/plain' }, '') };
    assert.deepEqual(await (await open(closed)).pick(), []);
  });

  it('is not followed to anybody else', async () => {
    const elsewhere = await openSite({ '/': answers(200, {}, '[]') });
    try {
      const zotero = await open({ '/api/users/0/items/top': answers(302, { location: elsewhere.origin }) });
      await assert.rejects(zotero.search('x'), /redirects/);
      assert.equal(await zotero.state(), 'absent');
      assert.deepEqual(elsewhere.asked, []);
    } finally {
      await elsewhere.close();
    }
  });

  it('says so where it answers what can not be read', async () => {
    for (const page of [answers(500), answers(200, {}, '<p>no</p>')]) {
      const zotero = await open({ '/api/users/0/items/top': page });
      await assert.rejects(zotero.search('x'), LookUpError);
      await site?.close();
    }
    for (const nothing of ['{}', '[1, null]', '{"items": 3}', '[{"type": "note"}]'])
      assert.deepEqual(await (await open({ '/api/users/0/items/top': answers(200, {}, nothing) })).search('x'), []);
  });
});
