import assert from 'node:assert/strict';
import { indexLines } from '../../src/core';
import { agreeOnEncoding, positionsIn } from '../../src/server/documents/positions';

const inBytes = (text: string) => positionsIn(text, indexLines(text), 'utf-8');

describe('positions in UTF-8', () => {
  //            0123 4  6 (bytes 0, 1, 4, 7, 8, 12)
  const text = 'a稀土b😀c\r\nü\n';

  it('count the bytes before them on their line', () => {
    const { rangeOf } = inBytes(text);
    const character = (offset: number) => rangeOf({ start: offset, end: offset }).start.character;
    assert.deepEqual([0, 1, 2, 3, 4, 6, 7].map(character), [0, 1, 4, 7, 8, 12, 13]);
  });

  it('are found again, in any order', () => {
    const { rangeOf, offsetAt } = inBytes(text);
    for (const offset of [10, 3, 7, 0, 9, 6, 1, 4, 2, 11]) {
      const { start } = rangeOf({ start: offset, end: offset });
      assert.equal(offsetAt(start), offset, `offset ${offset}`);
    }
  });

  it('inside a character mean its start', () => {
    const { offsetAt } = inBytes(text);
    assert.equal(offsetAt({ line: 0, character: 2 }), 1);
    assert.equal(offsetAt({ line: 0, character: 11 }), 4);
  });

  it('past the end of a line mean its end', () => {
    const { offsetAt } = inBytes(text);
    assert.equal(offsetAt({ line: 0, character: 99 }), 7);
    assert.equal(offsetAt({ line: 99, character: 0 }), text.length);
  });

  it('count a surrogate without its twin as three bytes', () => {
    const { rangeOf } = inBytes('\ud83d.');
    assert.equal(rangeOf({ start: 1, end: 1 }).start.character, 3);
  });

  it('are found at ten thousand places on a line of a megabyte', () => {
    const { rangeOf } = inBytes('稀'.repeat(1_000_000));
    for (let offset = 0; offset < 1_000_000; offset += 100) {
      const { start, end } = rangeOf({ start: offset, end: offset + 50 });
      assert.deepEqual([start.character, end.character], [offset * 3, offset * 3 + 150]);
    }
  });
});

describe('the encoding of positions', () => {
  it('is the first that both sides know', () => {
    assert.equal(agreeOnEncoding(['utf-8', 'utf-16']), 'utf-8');
    assert.equal(agreeOnEncoding(['utf-16', 'utf-8']), 'utf-16');
    assert.equal(agreeOnEncoding(['utf-32', 'utf-8']), 'utf-8');
  });

  it('is UTF-16 where the client names none that we know', () => {
    assert.equal(agreeOnEncoding(undefined), 'utf-16');
    assert.equal(agreeOnEncoding(['utf-32']), 'utf-16');
  });
});
