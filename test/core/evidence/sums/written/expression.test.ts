import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formulaOf } from '../../../../../src/core/evidence/sums';
import {
  LONGEST_CALCULATION,
  readExpression,
  resultOf,
} from '../../../../../src/core/evidence/sums/written/expression';
import type { NamedCalculation, Sign } from '../../../../../src/core/evidence/verdicts';
import { runs } from '../../../../runs';

/** What a calculation comes to, percentages as numbers. */
function worth(text: string, language = 'en'): number | string | null {
  const read = readExpression(text, language);
  if (!read || 'fault' in read) return read && `${read.fault}: ${text.slice(read.span.start, read.span.end)}`;
  return resultOf(
    read,
    read.operands.map(({ quantity }) => quantity.low),
  );
}

describe('A written calculation', () => {
  for (const [text, result, language] of [
    ['(250 - 200) / 200', 0.25],
    ['2 + 3 * 4', 14],
    ['2 × 3 ÷ 4', 1.5],
    ['100 − 90 – 4', 6],
    ['-5 + 8', 3],
    ['-(2 + 3) × 2', -10],
    ['8 / 4 / 2', 1],
    ['1,234.5 + 0.5', 1235],
    ['8.2 million − 7.1 million', 1_100_000],
    ['$250 million - $200 million', 50_000_000],
    ['45% + 5%', 50],
    ['2024 - 2019', 5],
    ['2024年 − 2019年', 5, 'zh'],
    ['1,2 + 1.000,5', 1001.7, 'de'],
    ['（93万－54万）／3亿', 0.0013, 'zh'],
    ['五亿 - 三亿', 200_000_000, 'zh'],
  ] as const)
    it(`is read: ${text}`, () => {
      const found = worth(text, language);
      assert.ok(
        typeof found === 'number' && Math.abs(found - result) < 1e-9 * Math.max(1, Math.abs(result)),
        `${found}`,
      );
    });

  for (const [text, fault] of [
    ['(250 -', 'number: -'],
    ['250 - / 2', 'number: /'],
    ['(250 - 200', 'parenthesis: ('],
    ['250 - 200)', 'parenthesis: )'],
    ['2 (3 + 4)', 'sign: ('],
    ['(2) 3', 'sign: 3'],
    ['() 5', 'number: )'],
    ['250 less 200', 'part: 250 less 200'],
    ['250 - milliom', 'part: milliom'],
    ['250 milliom - 5', 'part: 250 milliom'],
    ['1e999', 'part: 1e999'],
    ['5th + 2', 'part: 5th'],
    ['1 / 0', 'result: 1 / 0'],
    ['1 / (2 - 2)', 'result: 1 / (2 - 2)'],
  ] as const)
    it(`says what of it cannot be read: ${text}`, () => {
      assert.equal(worth(text), fault);
    });

  for (const text of ['', 'the rest', 'two rows added', 'from table 2', 'by JW on 2024-03-01', '由表2推算'])
    it(`is a remark where it begins with words, or has no digit: ${text}`, () => {
      assert.equal(worth(text), null);
      assert.equal(worth(text, 'zh'), null);
    });

  it('is not read where it is too long, and its depth does no harm', () => {
    const deep = (depth: number) => `${'('.repeat(depth)}7${')'.repeat(depth)}`;
    assert.equal(worth(deep((LONGEST_CALCULATION - 1) / 2 - 1)), 7);
    assert.match(String(worth(deep(10_000))), /^length: /);
    assert.match(String(worth(`1${' + 1'.repeat(100_000)}`)), /^length: /);
  });

  it('tells what each number is for', () => {
    const read = readExpression('(250 / 200 - 1) * 100', 'en');
    assert.ok(read && !('fault' in read));
    assert.deepEqual(
      read.operands.map(({ quantity, role }) => `${quantity.surface} ${role}`),
      ['250 scales', '200 scales', '1 adds', '100 scales'],
    );
  });

  it('is what a calculation is written as, read again', () => {
    const at = { source: '1', passage: 0, start: 0, end: 1 };
    const work: Readonly<Record<Sign, (a: number, b: number) => number>> = {
      '+': (a, b) => a + b,
      '−': (a, b) => a - b,
      '100 −': (a) => 100 - a,
      '×': (a, b) => a * b,
      '÷': (a, b) => a / b,
      '%': (a, b) => a / b,
      'Δ%': (a, b) => (b - a) / a,
      mean: (a, b) => (a + b) / 2,
    };
    const form = fc.constantFrom(
      (n: number) => [`${n}`, n] as const,
      (n: number) => [n.toLocaleString('en'), n] as const,
      (n: number) => [`$${n} million`, n * 1e6] as const,
      (n: number) => [`${n / 10}%`, n / 10] as const,
      (n: number) => [`${n / 10} billion`, n * 1e8] as const,
    );
    const number = fc.tuple(fc.integer({ min: 1, max: 99_999 }), form).map(([n, write]) => write(n));
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(work) as Sign[])), number, number, (sign, [a, x], [b, y]) => {
        const operands = [a, b].map((surface) => ({ surface, at }));
        const named: NamedCalculation = { operands, sign, result: 0, isRight: true };
        const expected = work[sign](x, y);
        const found = worth(formulaOf(named));
        assert.ok(typeof found === 'number', `${formulaOf(named)}: ${found}`);
        assert.ok(Math.abs(found - expected) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y), Math.abs(expected)));
      }),
      { numRuns: runs(500) },
    );
  });

  it('is read or not, whatever it is, and what cannot be read lies in it', () => {
    const pieces = fc.constantFrom(
      ...'( ) + - − * / × ÷ 1 12 2,5 1.5 5% $ million 万 亿 半 the 2024 1e9 . , （ ） -- ０ 😀'.split(' '),
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom('en', 'zh', 'de', ''), (parts, language) => {
        const text = parts.join('');
        const read = readExpression(text, language);
        const spans = !read ? [] : 'fault' in read ? [read.span] : read.operands.map(({ span }) => span);
        for (const { start, end } of spans) assert.ok(start >= 0 && start < end && end <= text.length);
      }),
      { numRuns: runs(2000) },
    );
  });
});
