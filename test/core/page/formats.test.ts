import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { sha256Base64 } from '../../../src/core/base/sha256';
import { directionOf, formatDate, formatValue, listOf } from '../../../src/core/page/formats';
import { wordsFor } from '../../../src/core/page/words';

describe('formatDate', () => {
  it('writes a date as the language does', () => {
    assert.equal(formatDate('2025-08-06', 'en'), '6 August 2025');
    assert.equal(formatDate('2025-08-06', 'en-US'), 'August 6, 2025');
    assert.equal(formatDate('2025-08-06', 'zh'), '2025年8月6日');
    assert.equal(formatDate('2025-08-06', 'de'), '6. August 2025');
  });
  it('keeps to the calendar of the author', () => {
    assert.equal(formatDate('2025-08-06', 'fa'), '۶ اوت ۲۰۲۵');
    assert.equal(formatDate('2025-08-06', 'th'), '6 สิงหาคม 2025');
    assert.equal(formatDate('2025-08-06', 'ar-SA'), '٦ أغسطس ٢٠٢٥');
  });
  it('writes a year alone as the language does', () => {
    assert.equal(formatDate('2025', 'zh'), '2025年');
    assert.equal(formatDate('2025', 'de'), '2025');
    assert.equal(formatDate('2025', 'fa'), '۲۰۲۵');
  });
  it('is as precise as the author', () => {
    assert.equal(formatDate('2025', 'en'), '2025');
    assert.equal(formatDate('2025-08', 'en'), 'August 2025');
  });
  it('keeps the time of the author’s clock, whatever its zone', () => {
    for (const zone of ['', 'Z', '+08:00', '-11:00']) {
      assert.match(formatDate(`2025-08-06T03:21:00${zone}`, 'en') ?? '', /^6 August 2025.* 03:21$/);
    }
  });
  it('says nothing of what is no date', () => {
    for (const text of ['', 'soon', '2025-13-01', '2025-02-30']) assert.equal(formatDate(text, 'en'), null);
  });
  it('falls back to English for a language that is none', () => {
    assert.equal(formatDate('2025-08-06', 'no such language'), '6 August 2025');
  });
});

describe('formatValue', () => {
  it('puts a space before words and none before signs', () => {
    assert.equal(formatValue('69', '%'), '69%');
    assert.equal(formatValue('21', '°C'), '21°C');
    assert.equal(formatValue('5', '亿美元'), '5亿美元');
    assert.equal(formatValue('12', 'kt'), '12\u00a0kt');
  });
  it('does not repeat a unit that the value has', () => {
    assert.equal(formatValue('90%', '%'), '90%');
    assert.equal(formatValue('$500 million', undefined), '$500 million');
  });
});

describe('listOf', () => {
  it('sets names apart as the language does', () => {
    assert.equal(listOf(['A', 'B'], 'en'), 'A, B');
    assert.equal(listOf(['王', '李'], 'zh-TW'), '王、李');
    assert.equal(listOf(['أ', 'ب'], 'ar'), 'أ، ب');
  });
});

describe('wordsFor', () => {
  it('has words for a language in all its regions and scripts', () => {
    assert.equal(wordsFor('de-AT').sources, 'Quellen');
    assert.equal(wordsFor('zh-CN').sources, '来源');
    for (const tag of ['zh-Hant', 'zh-TW', 'zh-Hant-HK', 'zh_HK']) assert.equal(wordsFor(tag).sources, '來源');
    assert.equal(wordsFor('ko').sources, '출처');
    assert.equal(wordsFor('ar-EG').sources, 'المصادر');
    assert.equal(wordsFor('iw').sources, wordsFor('he').sources);
    assert.equal(wordsFor('fi').sources, 'Sources');
  });
});

describe('directionOf', () => {
  it('knows which way a language runs', () => {
    assert.equal(directionOf('en'), 'ltr');
    assert.equal(directionOf('ar-EG'), 'rtl');
    assert.equal(directionOf('he'), 'rtl');
    assert.equal(directionOf('az-Arab'), 'rtl');
    assert.equal(directionOf('ar-Latn'), 'ltr');
    assert.equal(directionOf('heb-ish'), 'ltr');
  });
});

describe('sha256Base64', () => {
  for (const text of ['', 'abc', '中国 🙂', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'x'.repeat(10_000)]) {
    it(`agrees with the platform on ${text.length} units`, () => {
      assert.equal(sha256Base64(text), createHash('sha256').update(text).digest('base64'));
    });
  }
});
