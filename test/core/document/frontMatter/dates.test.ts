import assert from 'node:assert/strict';
import { isIsoDate } from '../../../../src/core/document/frontMatter/schemas';

describe('an ISO 8601 date', () => {
  const dates = [
    '2025',
    '2025-08',
    '2025-08-06',
    '2024-02-29',
    '2025-08-06T03:21',
    '2025-08-06 03:21',
    '2025-08-06T03:21:09',
    '2025-08-06T03:21:09.25Z',
    '2025-08-06T03:21+08:00',
    '2025-12-31T24:00',
  ];
  for (const date of dates) it(`is ${date}`, () => assert.equal(isIsoDate(date), true));

  const others = [
    '',
    '25',
    '2025-8-6',
    '2025-13',
    '2025-00-01',
    '2025-02-29',
    '2025-04-31',
    '2025-08-06T',
    '2025-08-06T25:00',
    '2025-08-06T03:60',
    '2025-08-06T24:01',
    '6 August 2025',
    '2025/08/06',
    '2025-08-06 ',
    '２０２５',
  ];
  for (const other of others) it(`is not ${JSON.stringify(other)}`, () => assert.equal(isIsoDate(other), false));
});
