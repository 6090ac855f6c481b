import assert from 'node:assert/strict';
import { today } from '../../../src/core/base/today';

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
