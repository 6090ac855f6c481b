import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { forSearch, searchTextOf } from '../../../src/core/brief/searchText';

describe('What is looked for', () => {
  it('is found without its accents, and in the width that is typed', () => {
    for (const [text, typed] of [
      ['Müller', 'muller'],
      ['Gonçalves', 'GONCALVES'],
      ['Łukasiewicz', 'lukasiewicz'],
      ['Sørensen', 'sorensen'],
      ['Straße', 'strasse'],
      ['２０２４', '2024'],
      ['e\u0301tude', 'étude'],
    ] as const)
      assert.equal(forSearch(text), forSearch(typed), text);
  });

  it('is as it was written where it has no accents', () => {
    for (const text of ['稀土', '희토류', 'レアアース', 'руда']) assert.equal(forSearch(text), text);
  });

  it('is told from other words', () => {
    for (const [one, other] of [
      ['稀土', '稀有'],
      ['Müller', 'Miller'],
      ['がん', 'さん'],
    ] as const)
      assert.notEqual(forSearch(one), forSearch(other));
  });

  it('is in the id, the title, the publisher, the date and the authors of a source', () => {
    const text = `---
sources:
  - id: usgs
    title: Étude
    publisher: Büro
    published: 2024-01-02
    authors: [Ångström]
---
`;
    const [source] = parseBrief(text).sources;
    assert.ok(source);
    assert.equal(searchTextOf(source), 'usgs etude buro 2024-01-02 angstrom');
  });
});
