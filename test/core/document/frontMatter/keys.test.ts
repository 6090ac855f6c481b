import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../../src/core/document/frontMatter';
import { nearestKey, type Owner } from '../../../../src/core/document/frontMatter/keys';

describe('the nearest key', () => {
  const near: readonly (readonly [owner: Owner, written: string, nearest: string | null])[] = [
    ['front matter', 'titel', 'title'],
    ['front matter', 'Title', 'title'],
    ['front matter', 'autor', 'author'],
    ['front matter', 'source', 'sources'],
    ['front matter', 'referenses', 'references'],
    ['front matter', 'bibliografy', 'bibliography'],
    ['front matter', 'site', null],
    ['front matter', 'layout', null],
    ['front matter', 'draft', null],
    ['front matter', 'x'.repeat(1000), null],
    ['source', 'ulr', 'url'],
    ['source', 'URL', 'url'],
    ['source', 'quotes', 'quote'],
    ['source', 'publihser', 'publisher'],
    ['source', 'volume', null],
    ['figure', 'asOf', 'as-of'],
    ['figure', 'as_of', 'as-of'],
    ['figure', 'vegaLite', 'vega-lite'],
    ['figure', 'date', 'as-of'],
    ['quote', 'pages', 'page'],
    ['quote', 'id', null],
  ];
  for (const [owner, written, nearest] of near) {
    it(`to ${written.slice(0, 12)} in the ${owner} is ${nearest}`, () =>
      assert.equal(nearestKey(owner, written), nearest));
  }
});

describe('unknown keys', () => {
  it('are told with their place and owner, and cost nothing', () => {
    const text = [
      '---',
      'titel: T',
      'sources:',
      '  - id: 1',
      '    quote: {text: q, pag: 3}',
      '    ulr: u',
      'figures:',
      '  - id: f',
      '    value: 1',
      '    asOf: 2024',
      '---',
    ].join('\n');
    const front = parseFrontMatter(text);
    assert.deepEqual(front?.errors, []);
    assert.deepEqual(
      front?.unknownKeys.map(({ key, owner, nearest, span }) => [
        key,
        owner,
        nearest,
        text.slice(span.start, span.end),
      ]),
      [
        ['titel', 'front matter', 'title', 'titel'],
        ['pag', 'quote', 'page', 'pag'],
        ['ulr', 'source', 'url', 'ulr'],
        ['asOf', 'figure', 'as-of', 'asOf'],
      ],
    );
    assert.equal(front?.sources[0]?.quotes[0]?.text, 'q');
  });
});
