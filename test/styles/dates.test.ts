import assert from 'node:assert/strict';
import { dateOf } from '../../src/styles/dates';

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
