import assert from 'node:assert/strict';
import { formatsFor } from '../../src/charts/numbers';
import { formatDate } from '../../src/core/page/formats';

const DAY = Date.UTC(2025, 7, 6);

describe('The numbers and dates of a chart', () => {
  for (const [language, number, short] of [
    ['en', '9999.5', '240K'],
    ['zh', '9999.5', '24万'],
    ['de', '9999,5', '240.000'],
    ['fr', '9999,5', '240\u00a0k'],
    ['ar', '9999.5', '240\u00a0ألف'],
    ['hi', '9999.5', '2.4\u00a0लाख'],
    ['ja', '9999.5', '24万'],
    ['fa', '۹۹۹۹٫۵', '۲۴۰\u00a0هزار'],
  ] as const)
    it(`are written as in ${language}, without a mark in what may be a year`, () => {
      const { number: write } = formatsFor(language);
      assert.equal(write(9999.5), number);
      assert.equal(write(240_000), short);
      assert.doesNotMatch(write(2025), /[.,\s٬]/);
    });

  it('have their minus sign left of them, and the word after them where it is read', () => {
    assert.equal(formatsFor('ar').number(-31_000), '\u2066-31\u2069\u00a0ألف');
    assert.equal(formatsFor('en').number(-31_000), '-31K');
  });

  it('are in the calendar and the digits of the dates of the page', () => {
    for (const language of ['en', 'zh', 'de', 'fr', 'ar', 'hi', 'ja', 'fa', 'th', 'ar-SA']) {
      const year = formatDate('2025', language)?.replace(/\P{Nd}/gu, '') ?? '';
      assert.ok(formatsFor(language).time(DAY).includes(year), language);
    }
  });
});
