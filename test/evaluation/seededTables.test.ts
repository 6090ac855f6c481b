import assert from 'node:assert/strict';
import { scoreTables } from './seededTables';

const TABLE = `
| Region | 2022 | 2023 | Note |
| ------ | ---- | ---- | ---- |
| North  | 1,200 | 1,320 | a |
| South  | 2,400 | 2,510 | b |
`;

describe('The score of seeded tables', () => {
  it('counts the tables with numbers, the totals that are changed, and those that are found', () => {
    const words = '| A | B |\n| - | - |\n| x | y |\n';
    assert.deepEqual(
      scoreTables([`${TABLE}\n${words}`], () => 0),
      {
        tables: 1,
        reported: 0,
        reportedWithTotal: 0,
        defects: 2,
        found: 2,
      },
    );
  });
});
