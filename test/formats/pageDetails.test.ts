import assert from 'node:assert/strict';
import { readAtomEntry, readPageDetails, sourceOfWebPage } from '../../src/formats';
import { assertGrowsEvenly } from '../growth';

const meta = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, content]) => `<meta ${name.includes(':') ? 'property' : 'name'}="${name}" content="${content}">`)
    .join('');
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const detailsOf = (head: string, url = 'https://www.example.org/a') =>
  readPageDetails(`<!doctype html><html><head>${head}</head><body><p>Text.</p></body></html>`, url);

const CITATION = {
  citation_title: 'Ore by citation',
  citation_author: 'Sample, Ada',
  citation_journal_title: 'Journal of Ore',
  citation_publication_date: '2024/01/05',
  citation_doi: 'doi:10.1000/182',
};
const LINKED = {
  '@context': 'https://schema.org',
  '@type': ['NewsArticle'],
  headline: 'Ore by JSON-LD',
  author: [{ '@type': 'Person', name: 'Bo Sample' }, 'Cy Sample'],
  publisher: { name: 'Ore News' },
  datePublished: '2024-02-06T00:00:00Z',
  inLanguage: 'en',
};
const DUBLIN = {
  'DC.title': 'Ore by Dublin',
  'DC.creator': 'Dee Sample',
  'DC.publisher': 'Ore Office',
  'DC.date': '2024-03',
};
const SHARED = {
  'og:title': 'Ore, shared',
  'og:site_name': 'Ore Site',
  'article:published_time': '2024-04-08',
  'og:locale': 'de_DE',
};

describe('What a web page says of itself', () => {
  it('is believed where it is written for libraries, before all else', () => {
    const head = meta({ ...SHARED, ...DUBLIN }) + jsonLd(LINKED) + meta(CITATION) + '<title>Window</title>';
    assert.deepEqual(detailsOf(head), {
      title: 'Ore by citation',
      authors: ['Ada Sample'],
      publisher: 'Journal of Ore',
      published: '2024-01-05',
      url: 'https://www.example.org/a',
      doi: '10.1000/182',
      type: 'article-journal',
      language: 'en',
    });
  });

  it('is believed as JSON-LD before Dublin Core', () => {
    assert.deepEqual(
      detailsOf(meta({ ...SHARED, ...DUBLIN }) + jsonLd({ '@graph': [{ '@type': 'WebPage', name: 'P' }, LINKED] })),
      {
        title: 'Ore by JSON-LD',
        authors: ['Bo Sample', 'Cy Sample'],
        publisher: 'Ore News',
        published: '2024-02-06',
        url: 'https://www.example.org/a',
        type: 'article-newspaper',
        language: 'en',
      },
    );
  });

  it('is believed as Dublin Core before what is written to be shared', () => {
    const { title, authors, publisher, published } = detailsOf(meta({ ...SHARED, ...DUBLIN }));
    assert.deepEqual(
      [title, authors, publisher, published],
      ['Ore by Dublin', ['Dee Sample'], 'Ore Office', '2024-03'],
    );
  });

  it('is believed as what is written to be shared before the title of the window', () => {
    const details = detailsOf(meta(SHARED) + '<title>Window</title>');
    assert.deepEqual(details, {
      title: 'Ore, shared',
      publisher: 'Ore Site',
      published: '2024-04-08',
      url: 'https://www.example.org/a',
      type: 'webpage',
      language: 'de-DE',
    });
  });

  it('is the title of the window at least, without the name of the site', () => {
    assert.equal(detailsOf('<title>Ore &amp; Rock</title>').title, 'Ore & Rock');
    assert.equal(detailsOf('<title>Ore | Ore Site</title>' + meta({ 'og:site_name': 'Ore Site' })).title, 'Ore');
    assert.equal(detailsOf('<title>Ore | 2024</title>').title, 'Ore | 2024');
    assert.equal(detailsOf('').title, undefined);
  });

  it('names people and no addresses', () => {
    assert.deepEqual(detailsOf(meta({ 'article:author': 'https://social.example/ada' })).authors, undefined);
    assert.deepEqual(detailsOf(meta({ author: 'By Ada Sample' })).authors, ['Ada Sample']);
    assert.deepEqual(detailsOf(meta({ citation_authors: 'Sample, Ada; Sample, Bo' })).authors, [
      'Ada Sample',
      'Bo Sample',
    ]);
    assert.deepEqual(detailsOf(meta({ author: 'Ore, Inc' })).authors, ['Ore, Inc']);
  });

  for (const [written, read] of [
    ['2024-01-05T10:00:00+02:00', '2024-01-05'],
    ['2024/1/5', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['2024', '2024'],
    ['January 5, 2024', '2024-01-05'],
    ['5 Jan 2024', '2024-01-05'],
    ['Fri, 05 Jan 2024 10:00:00 GMT', '2024-01-05'],
    ['2024 Jan 5', '2024-01-05'],
    ['March 2009', '2009-03'],
    ['2024年1月5日', '2024-01-05'],
    ['3/4/2024', undefined],
    ['yesterday', undefined],
    ['9999', undefined],
  ] as const)
    it(`is of the day that ${written} is`, () =>
      assert.equal(detailsOf(meta({ citation_date: written })).published, read));

  it('has the address that it calls its own, where that is one of its site', () => {
    const own = (href: string) =>
      detailsOf(`<link rel="canonical" href="${href}">`, 'https://www.example.org/a?session=1#x').url;
    assert.equal(own('/a'), 'https://www.example.org/a');
    assert.equal(own('https://example.org/a'), 'https://example.org/a');
    assert.equal(own('https://evil.example/a'), 'https://www.example.org/a?session=1');
    assert.equal(own('https://www.example.org/'), 'https://www.example.org/a?session=1');
    assert.equal(own('javascript:alert(1)'), 'https://www.example.org/a?session=1');
    assert.equal(own('https://user@www.example.org/a'), 'https://www.example.org/a?session=1');
  });

  it('is nothing where it is written wrongly', () => {
    const broken =
      '<script type="application/ld+json">{"@type": "NewsArticle", </script>' + jsonLd([null, 1, 'x', { '@type': 7 }]);
    assert.deepEqual(detailsOf(`${broken}<svg><title>Icon</title></svg>`), {
      url: 'https://www.example.org/a',
      type: 'webpage',
    });
  });

  it('is no DOI where that has controls in it', () => {
    assert.equal(detailsOf(meta({ citation_doi: '10.1234/a\u001b[31m' })).doi, undefined);
    assert.equal(detailsOf(meta({ citation_doi: '10.1234/a[31]' })).doi, '10.1234/a[31]');
  });

  it('is read in time that grows with how often it says one thing', () => {
    assertGrowsEvenly((times) => {
      sourceOfWebPage(`<head>${'<meta name=author content="a;b">'.repeat(times)}`);
      readAtomEntry(`<feed><entry>${'<name>a</name>'.repeat(times)}</entry></feed>`);
    }, 20_000);
  });

  it('is taken for no property that all objects have', () => {
    const details = detailsOf(
      jsonLd({ '@type': 'Article', constructor: { name: 'x' } }) + '<meta name="constructor" content="x">',
    );
    assert.deepEqual(details, { url: 'https://www.example.org/a', type: 'webpage' });
  });
});
