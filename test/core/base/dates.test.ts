import assert from 'node:assert/strict';
import { findDate, today } from '../../../src/core/base/dates';

describe('findDate', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['2025-08-06', '2025-08-06'],
    ['2025-08-06 03:21', '2025-08-06T03:21'],
    ['2025-08-06T03:21:45Z', '2025-08-06T03:21Z'],
    ['2025-08-06 03:21 +08:00', '2025-08-06T03:21+08:00'],
    ['2025-08-06 03:21 GMT+8', '2025-08-06T03:21+08:00'],
    ['2025/8/6 3:21', '2025-08-06T03:21'],
    ['2025.08.06', '2025-08-06'],
    ['2025年8月6日', '2025-08-06'],
    ['2025 年 8 月 6 日 星期三 10:05', '2025-08-06T10:05'],
    ['2025年8月6日下午3:21', '2025-08-06T15:21'],
    ['2025年8月6日10时05分', '2025-08-06T10:05'],
    ['8月 6, 2025', '2025-08-06'],
    ['八月 6, 2025', '2025-08-06'],
    ['十二月 31, 2025', '2025-12-31'],
    ['Aug 6, 2025', '2025-08-06'],
    ['August 6th, 2025, 3:21 PM', '2025-08-06T15:21'],
    ['Aug. 6, 2025 at 12:05 a.m.', '2025-08-06T00:05'],
    ['Wednesday, August 6, 2025', '2025-08-06'],
    ['6 Aug 2025', '2025-08-06'],
    ['6 September 2025 18:00 UTC', '2025-09-06T18:00Z'],
    ['August 2025', '2025-08'],
    ['2025年8月', '2025-08'],
    ['2025-08', '2025-08'],
  ];
  for (const [text, iso] of forms) {
    it(`reads "${text}" whole`, () => {
      assert.deepEqual(findDate(text), { iso, span: { start: 0, end: text.length } });
    });
  }

  for (const text of [
    '08/06/2025',
    '2025-02-30',
    '2025-13-01',
    '12025-08-06',
    'version 2025.8',
    '13月 1, 2025',
    '2月 30, 2025',
    '三十二月 1, 2025',
    '3 hours ago',
    '',
  ]) {
    it(`finds no date in "${text}"`, () => {
      assert.equal(findDate(text), null);
    });
  }

  it('finds the first of two dates, with its place', () => {
    const text = 'Posted 6 Aug 2025, changed 2025-08-07';
    const found = findDate(text);
    assert.equal(found?.iso, '2025-08-06');
    assert.equal(text.slice(found.span.start, found.span.end), '6 Aug 2025');
  });

  it('leaves a time that no clock shows to the text', () => {
    assert.deepEqual(findDate('2025-08-06 25:00'), { iso: '2025-08-06', span: { start: 0, end: 10 } });
  });

  it('finds none in a long line of beginnings', () => {
    assert.equal(findDate(`${'2025-'.repeat(60_000)}${'may '.repeat(60_000)}`), null);
  });
});

describe('Today', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('is the day of the user, whatever the time is in Greenwich', () => {
    const days = ['Etc/GMT-14', 'Etc/GMT+12'].map((name) => {
      process.env['TZ'] = name;
      return today();
    });
    for (const day of days) assert.match(day, /^\d{4}-\d\d-\d\d$/);
    assert.notEqual(days[0], days[1]);
  });
});
