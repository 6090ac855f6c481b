import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core';
import { partsOfName } from '../../../src/core/brief/sources/names';
import { authorYear } from '../../../src/core/brief/sources/sourceLabel';

describe('The name of an author', () => {
  const people: readonly (readonly [written: string, parts: ReturnType<typeof partsOfName>])[] = [
    ['Ada Lovelace', { family: 'Lovelace', given: 'Ada' }],
    ['Lovelace, Ada', { family: 'Lovelace', given: 'Ada' }],
    ['J. R. R. Tolkien', { family: 'Tolkien', given: 'J. R. R.' }],
    ['Vincent van Gogh', { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' }],
    ['van der Waals, Johannes', { family: 'Waals', given: 'Johannes', 'non-dropping-particle': 'van der' }],
    ['Martin Luther King, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Henry Ford II', { family: 'Ford', given: 'Henry', suffix: 'II' }],
  ];
  for (const [written, parts] of people) {
    it(`"${written}" is cut into its parts`, () => assert.deepEqual(partsOfName(written), parts));
  }

  for (const written of [
    'U.S. Geological Survey',
    'USGS',
    'BBC News',
    'Ministry of Commerce',
    'Universidad de Chile',
    'Benchmark Mineral Intelligence',
    'Bundesanstalt für Geowissenschaften',
    'MP Materials Corp.',
    '袁隆平',
    '김 철수',
    'Group of Seven',
    'A, B, C, D',
    'Team 7',
    '',
  ]) {
    it(`"${written}" stays as it is`, () => assert.deepEqual(partsOfName(written), { literal: written }));
  }

  it('stays as it is where it is that of the publisher, or stands in braces', () => {
    assert.deepEqual(partsOfName('Wood Mackenzie', 'Wood Mackenzie'), { literal: 'Wood Mackenzie' });
    assert.deepEqual(partsOfName('{Wood Mackenzie}'), { literal: 'Wood Mackenzie' });
  });
});

describe('What a source is called by', () => {
  const called = (fields: string, columns = 40) => {
    const [source] = parseBrief(`---\nsources:\n  - {id: a, ${fields}}\n---\n`).sources;
    return source && authorYear(source, columns);
  };

  it('is the family name of its author, and the year', () => {
    assert.equal(called('authors: [Ada Sample], published: 2024-05-06'), 'Sample 2024');
    assert.equal(called('authors: [Vincent van Gogh], published: 1888'), 'van Gogh 1888');
    assert.equal(called('authors: [袁隆平]'), '袁隆平');
  });

  it('has two authors, and of more the first', () => {
    assert.equal(called('authors: [Ada Sample, Lin Muster], published: 2024'), 'Sample & Muster 2024');
    assert.equal(called('authors: [Ada Sample, Lin Muster, Jo Doe]'), 'Sample et al.');
    assert.equal(called('authors: [郭冠, 王明, 李娜], published: 2025'), '郭冠等 2025');
  });

  it('is the institution that wrote or published it, as it is written', () => {
    assert.equal(called('authors: [World Bank], publisher: Bank Press'), 'World Bank');
    assert.equal(called('publisher: USGS, published: May 2023'), 'USGS');
  });

  it('leaves out the second author, then cuts the name, where there is no room', () => {
    assert.equal(called('authors: [Ada Sample, Lin Muster], published: 2024', 16), 'Sample 2024');
    assert.equal(called('publisher: Institute for Samples, published: 2024', 16), 'Institute… 2024');
    assert.equal(called('publisher: 中国稀土行业协会, published: 2025', 16), '中国稀土行… 2025');
  });

  it('is nothing where neither is known', () => {
    assert.equal(called('title: A note, published: 2024'), null);
  });
});
