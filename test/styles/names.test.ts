import assert from 'node:assert/strict';
import { dateOf } from '../../src/styles/dates';
import { nameOf } from '../../src/styles/names';

describe('The name of an author', () => {
  const people: readonly (readonly [written: string, parts: ReturnType<typeof nameOf>])[] = [
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
    it(`"${written}" is cut into its parts`, () => assert.deepEqual(nameOf(written), parts));
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
    it(`"${written}" stays as it is`, () => assert.deepEqual(nameOf(written), { literal: written }));
  }

  it('stays as it is where it is that of the publisher, or stands in braces', () => {
    assert.deepEqual(nameOf('Wood Mackenzie', 'Wood Mackenzie'), { literal: 'Wood Mackenzie' });
    assert.deepEqual(nameOf('{Wood Mackenzie}'), { literal: 'Wood Mackenzie' });
  });
});

describe('The date of a source', () => {
  const dates: readonly (readonly [written: string, ...parts: number[][]])[] = [
    ['2024', [2024]],
    ['2024-05', [2024, 5]],
    ['2024-05-06', [2024, 5, 6]],
    ['2024-05-06T03:21', [2024, 5, 6]],
    ['2024/05/06', [2024, 5, 6]],
    ['2025年8月6日', [2025, 8, 6]],
    ['2025年', [2025]],
    ['August 2025', [2025, 8]],
    ['6 August 2025', [2025, 8, 6]],
    ['Aug. 6th, 2025', [2025, 8, 6]],
    ['2023/2024', [2023], [2024]],
    ['2023–2024', [2023], [2024]],
    ['2024-05-06/2024-05-08', [2024, 5, 6], [2024, 5, 8]],
  ];
  for (const [written, ...parts] of dates) {
    it(`"${written}" is read`, () => assert.deepEqual(dateOf(written), { 'date-parts': parts }));
  }

  it('is a quarter in words, and anything else as it is written', () => {
    assert.deepEqual(dateOf('2024-Q3'), { literal: 'Q3 2024' });
    for (const written of ['some day', '2024-13', '2024-05-32', 'spring 2024'])
      assert.deepEqual(dateOf(written), { literal: written });
  });
});
