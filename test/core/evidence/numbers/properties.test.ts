import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findNumbers } from '../../../../src/core/evidence/numbers';
import { runs } from '../../../runs';

const LANGUAGES = ['en', 'zh', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt', 'xx', ''];

/** Pieces that numbers and what looks like them are made of, so that random texts come near to both. */
const PIECES = (
  '1 2 12 34 2019 1,234 5.6 0 1. .5 - – , . / : % $ € ¥ ( ) [ ] @ # + ~ \' " \u00a0 \u202f ½ ² million bn k m t half two thirds hundred and a one point ' +
  'dozen quarter May Jan first in to from between of about 一 二 两 三 十 百 千 万 亿 兆 零 〇 点 分 之 成 折 多 余 几 第 年 月 日 个 元 半 翻 番 至 ' +
  '억 만 천 년 円 割 の hundert ein und zig cento mila 1e5 × 10^ USD kg °C km² 😀 \ud800 \u0000 http:// www. 24/7 v2 F-16 \n'
).split(' ');

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES, ' ', ' '), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((parts) => parts.join(' ')),
);

function lieInOrder(text: string, language: string): void {
  let at = 0;
  for (const found of findNumbers(text, language)) {
    assert.ok(found.span.start >= at && found.span.end > found.span.start && found.span.end <= text.length);
    assert.equal(found.surface, text.slice(found.span.start, found.span.end));
    if (found.kind !== 'date') {
      assert.ok(found.low <= found.high && Number.isFinite(found.low) && Number.isFinite(found.high), found.surface);
      assert.ok(found.step >= 0 && found.lowStep >= 0);
    }
    at = found.span.end;
  }
}

describe('Numbers in any text', () => {
  it('lie in order and inside it, and show the words as written', () => {
    fc.assert(fc.property(texts, fc.constantFrom(...LANGUAGES), lieInOrder), { numRuns: runs(3000) });
  });

  for (const unit of [
    '1,',
    '1 ',
    "1'",
    '1-',
    '1/2/',
    '一',
    '十百',
    '三分之',
    '第一',
    'one and ',
    'dreihundert',
    '[1,',
    '+1 2',
    '(1) ',
    'a.',
    'Jan 1 ',
    '2020-',
    '1:',
  ]) {
    it(`end on a long text of "${unit}"`, () => {
      for (const language of ['en', 'zh', 'de']) lieInOrder(unit.repeat(100_000 / unit.length), language);
    });
  }
});

describe('Dates', () => {
  it('may be more than a function can be given as arguments', () => {
    const found = findNumbers('2019-05-03, '.repeat(200_000), 'en');
    assert.equal(found.filter(({ kind }) => kind === 'date').length, 200_000);
  });
});

describe('A number that a locale has formatted', () => {
  const LOCALES = [
    'en-US',
    'en-IN',
    'de-DE',
    'de-CH',
    'fr-FR',
    'es-MX',
    'es-ES',
    'it-IT',
    'pt-BR',
    'ja-JP',
    'ko-KR',
    'zh-CN',
  ];
  const numbers = fc.double({ min: 0.01, max: 1e12, noNaN: true }).map((value) => Number(value.toPrecision(6)));

  const valueIn = (text: string, language: string) => {
    const [found, ...rest] = findNumbers(text, language);
    assert.ok(found && found.kind !== 'date' && rest.length === 0, text);
    return found;
  };
  /** What the language reads a comma and a full stop as; Mexico writes as the United States do. */
  const languageOf = (locale: string) => (locale === 'es-MX' ? 'en' : locale === 'de-CH' ? 'en' : locale);

  for (const locale of LOCALES) {
    it(`has its value again: ${new Intl.NumberFormat(locale).format(1234567.8)}`, () => {
      const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
      fc.assert(
        fc.property(numbers, (value) => {
          const shown = Number(value.toFixed(2));
          // Four bare digits may be a year.
          fc.pre(!(Number.isInteger(shown) && shown >= 1000 && shown < 10000));
          const text = format.format(shown);
          assert.equal(valueIn(`(${text} kg)`, languageOf(locale)).value, shown, text);
        }),
      );
    });

    it(`has its sum again: ${new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(1234.5)}`, () => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
      fc.assert(
        fc.property(numbers, (value) => {
          const shown = Number(value.toFixed(2));
          const found = valueIn(format.format(shown), languageOf(locale));
          assert.deepEqual([found.value, found.unit, found.kind], [shown, 'EUR', 'currency'], format.format(shown));
        }),
      );
    });

    it(`has its share again: ${new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(0.125)}`, () => {
      const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 99999 }), (tenths) => {
          const text = format.format(tenths / 1000);
          const found = valueIn(text, languageOf(locale));
          assert.deepEqual([found.value, found.kind], [tenths / 10, 'percent'], text);
        }),
      );
    });
  }
});
