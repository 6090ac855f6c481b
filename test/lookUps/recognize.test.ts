import assert from 'node:assert/strict';
import type { Subject } from '../../src/lookUps/contract';
import { recognize } from '../../src/lookUps/recognize';
import { addressOf, hostOf } from '../../src/lookUps/services';

const KNOWN: readonly (readonly [written: string, kind: Subject['kind'], id: string])[] = [
  ['10.1000/182', 'doi', '10.1000/182'],
  ['  doi:10.1000/182 ', 'doi', '10.1000/182'],
  ['DOI: 10.1000/182.', 'doi', '10.1000/182'],
  ['https://doi.org/10.1000/a(b)1;2', 'doi', '10.1000/a(b)1;2'],
  ['http://dx.doi.org/10.1000%2F182', 'doi', '10.1000/182'],
  ['doi.org/10.1000/182?x=1', 'doi', '10.1000/182'],
  ['<https://www.doi.org/10.1000.10/123>', 'doi', '10.1000.10/123'],
  ['arXiv:2401.12345v2', 'arxiv', '2401.12345v2'],
  ['2401.12345', 'arxiv', '2401.12345'],
  ['arXiv: 0704.0001', 'arxiv', '0704.0001'],
  ['https://arxiv.org/abs/2401.12345', 'arxiv', '2401.12345'],
  ['https://arxiv.org/pdf/2401.12345v3.pdf', 'arxiv', '2401.12345v3'],
  ['http://www.arxiv.org/html/2401.12345v1', 'arxiv', '2401.12345v1'],
  ['hep-th/9901001', 'arxiv', 'hep-th/9901001'],
  ['arXiv:math.GT/0309136v1', 'arxiv', 'math.GT/0309136v1'],
  ['https://arxiv.org/abs/cond-mat/9901001', 'arxiv', 'cond-mat/9901001'],
  ['978-0-306-40615-7', 'isbn', '9780306406157'],
  ['ISBN 9780306406157', 'isbn', '9780306406157'],
  ['ISBN-10: 0-306-40615-2', 'isbn', '9780306406157'],
  ['urn:isbn:0306406152', 'isbn', '9780306406157'],
  ['0-8044-2957-X', 'isbn', '9780804429573'],
  ['https://openlibrary.org/isbn/9780306406157', 'isbn', '9780306406157'],
  ['PMID: 12345678', 'pubmed', '12345678'],
  ['pmid 7', 'pubmed', '7'],
  ['https://pubmed.ncbi.nlm.nih.gov/12345678/', 'pubmed', '12345678'],
  ['https://www.ncbi.nlm.nih.gov/pubmed/12345678?dopt=Abstract', 'pubmed', '12345678'],
  ['https://example.org/report', 'page', 'https://example.org/report'],
  ['http://example.org', 'page', 'http://example.org'],
  ['https://arxiv.org/list/cs/new', 'page', 'https://arxiv.org/list/cs/new'],
];

describe('What can be looked up', () => {
  for (const [written, kind, id] of KNOWN)
    it(`is known by what is written: ${written.trim()}`, () => assert.deepEqual(recognize(written), { kind, id }));

  for (const written of [
    '',
    'Mineral Commodity Summaries 2025',
    '2024',
    '12345678',
    '10.1000',
    '9780306406158',
    'ISBN 978-0-306-40615-8',
    '0-306-40615-3',
    '9770306406159',
    '2413.12345',
    'PMID:',
    'example.org',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user@example.org/',
    'https://',
    `https://example.org/${'a'.repeat(2000)}`,
  ])
    it(`is none: ${written.slice(0, 60) || 'nothing'}`, () => assert.equal(recognize(written), null));

  it('is asked for at the service that knows it, and at no other', () => {
    const hosts = KNOWN.map(([, kind, id]) => [kind, hostOf({ kind, id })]);
    assert.deepEqual(Object.fromEntries(hosts.filter(([kind]) => kind !== 'page')), {
      doi: 'doi.org',
      arxiv: 'export.arxiv.org',
      isbn: 'openlibrary.org',
      pubmed: 'api.ncbi.nlm.nih.gov',
    });
    assert.equal(hostOf({ kind: 'page', id: 'https://example.org:8443/a' }), 'example.org:8443');
  });

  it('keeps its id within the path that it is asked for by', () => {
    assert.equal(addressOf({ kind: 'doi', id: '10.1000/a?b#c<d>' }), 'https://doi.org/10.1000/a%3Fb%23c%3Cd%3E');
    assert.match(
      addressOf({ kind: 'arxiv', id: 'hep-th/9901001' }),
      /&id_list=hep-th%2F9901001$|id_list=hep-th%2F9901001$/,
    );
  });
});
