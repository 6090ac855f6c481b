import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonDocument } from '../../src/cli/io/jsonPieces';
import { toJson } from '../../src/cli/io/terminal';

function* each<T>(items: readonly T[]): Generator<T> {
  yield* items;
}

const written = (value: unknown) => [...jsonDocument(value)].join('');

describe('JSON that is written piece by piece', () => {
  it('is that of the same value as a whole', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), fc.jsonValue(), (items, value) => {
        const pieces = { value, model: { items: each(items), none: each([]), value } };
        const whole = { value, model: { items, none: [], value } };
        assert.equal(written(pieces), `${toJson(whole)}\n`);
      }),
    );
  });

  it('escapes what a terminal must not get, within pieces too', () => {
    const text = 'a\u202Eb\u001B[31m\u2028';
    assert.equal(written({ texts: each([text]) }), `${toJson({ texts: [text] })}\n`);
  });

  it('makes an item only when the items before it are written', () => {
    const made: number[] = [];
    function* items() {
      for (let n = 0; n < 3; n++) {
        made.push(n);
        yield n;
      }
    }
    const pieces = jsonDocument({ items: items() });
    for (const piece of pieces) if (piece === '1') break;
    assert.deepEqual(made, [0, 1]);
  });
});
