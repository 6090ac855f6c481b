import assert from 'node:assert/strict';
import { parseBrief, sourceOverview } from '../../../src/core';

const TEXT = `---
sources:
  - id: 1
    title: Prices
    published: 2025-02-01
    url: https://example.org/prices
  - id: usgs
    publisher: USGS
    url: javascript:alert(1)
  - id: 3
    title: Nobody's
figures:
  - id: share
    title: The share
    value: 90%
    cites: [usgs]
---

- Prices rose by **12%** [1][9]. They fell later [1].
- Nobody knows why [?].

| Year | Price |
| --- | --- |
| 2024 | 12 [1] |
`;

describe('The overview of sources', () => {
  const brief = parseBrief(TEXT);
  const { sources, gaps } = sourceOverview(brief);
  const at = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    TEXT.slice(span.start, span.end);

  it('lists declared sources in their order, then those that are only cited', () => {
    assert.deepEqual(
      sources.map(({ citation, title, declared, citedBy }) => [citation, title, declared !== null, citedBy.length]),
      [
        ['[1]', 'Prices', true, 3],
        ['[@usgs]', 'USGS', true, 1],
        ['[3]', "Nobody's", true, 0],
        ['[9]', '', false, 1],
      ],
    );
  });
  it('tells the words of each citation, and its place', () => {
    const [first] = sources;
    assert.deepEqual(
      first?.citedBy.map(({ text }) => text),
      ['Prices rose by 12%.', 'They fell later.', '2024 12'],
    );
    assert.deepEqual(first?.citedBy.map(at), ['[1]', '[1]', '[1]']);
    assert.deepEqual(
      sources[1]?.citedBy.map(({ text }) => text),
      ['Figure: The share'],
    );
  });
  it('gives no address that may not be opened', () => {
    assert.deepEqual(
      sources.map(({ url }) => url),
      ['https://example.org/prices', null, null, null],
    );
  });
  it('counts the verified claims of each source that have changed since', () => {
    const mark = '<!-- brief: verified 2025-08-07 AZ 000000 -->';
    const text = `- Prices rose by 12% [1][2]. ${mark}\n- They fell [1]. ${mark}\n- More [2].\n\n## Sources\n\n- [1] Prices\n- [2] Output\n`;
    assert.deepEqual(
      sourceOverview(parseBrief(text)).sources.map(({ id, stale }) => [id, stale]),
      [
        ['1', 2],
        ['2', 1],
      ],
    );
  });
  it('lists the gaps', () => {
    assert.deepEqual(
      gaps.map(({ text, span }) => [text, at({ span })]),
      [['Nobody knows why.', '[?]']],
    );
  });
});

describe('The overview of works without a number', () => {
  const text =
    '- Prices rose, as [they say](https://a.example/prices).\n\n## Sources\n\n- [Prices](https://a.example/prices)\n- https://b.example\n';
  it('lists each with the links to its address, and no number to cite it by', () => {
    assert.deepEqual(
      sourceOverview(parseBrief(text)).sources.map(({ citation, title, url, citedBy }) => [
        citation,
        title,
        url,
        citedBy.map((mention) => text.slice(mention.span.start, mention.span.end)),
      ]),
      [
        ['', 'Prices', 'https://a.example/prices', ['[they say](https://a.example/prices)']],
        ['', 'https://b.example', 'https://b.example', []],
      ],
    );
  });
});
