import assert from 'node:assert/strict';
import { dayInWords, digits, listed, plain, quoted, shown } from '../../../src/core/base/messages';

describe("the author's text in messages", () => {
  it('is at most 60 characters long', () => {
    assert.equal(plain('x'.repeat(60)).length, 60);
    assert.equal(plain('x'.repeat(61)), `${'x'.repeat(59)}…`);
    assert.equal([...plain('𠮷'.repeat(100))].length, 60);
    assert.equal(plain('x'.repeat(100_000)).length, 60);
  });

  it('is on one line', () => assert.equal(plain(' a\r\n\t b '), 'a b'));

  it('has controls, bidirectional marks and lone surrogates escaped', () => {
    assert.equal(plain('a\u001b[31mb'), 'a\\u{1b}[31mb');
    assert.equal(plain('a\u202eb\u0000'), 'a\\u{202e}b\\u{0}');
    assert.equal(plain('\ud800'), '\\u{d800}');
  });

  it('keeps joined emoji', () => assert.equal(plain('👩‍🔬'), '👩‍🔬'));

  it('stands in quotation marks', () => assert.equal(quoted('a'), '"a"'));
});

describe('words of messages', () => {
  it('show ids as they are cited', () => assert.deepEqual(['3', 'usgs', '^1'].map(shown), ['[3]', '[@usgs]', '[^1]']));

  it('list what is few and count what is more', () => {
    assert.equal(listed(['a']), 'a');
    assert.equal(listed(['a', 'b']), 'a and b');
    assert.equal(listed(['a', 'b', 'c']), 'a, b and c');
    assert.equal(listed(['a', 'b', 'c', 'd']), 'a, b, c and 1 more');
    assert.equal(listed([]), '');
  });

  it('list with "or"', () => {
    assert.equal(listed(['a', 'b'], 3, 'or'), 'a or b');
    assert.equal(listed(['a', 'b', 'c', 'd'], 2, 'or'), 'a, b or 2 more');
  });

  it('write numbers with separators', () => {
    assert.deepEqual([1, 1000, 1234567].map(digits), ['1', '1,000', '1,234,567']);
  });

  it('write days', () => {
    assert.equal(dayInWords('2025-08-07'), '7 August 2025');
    assert.equal(dayInWords('2025-13-07'), '2025-13-07');
  });
});
