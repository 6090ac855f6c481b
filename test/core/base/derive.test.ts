import assert from 'node:assert/strict';
import { derive } from '../../../src/core/base/derive';

describe('A derived value', () => {
  const counted = () => {
    let calls = 0;
    const sum = derive((key: { readonly value: number }, a: number, b: number) => {
      calls++;
      return key.value + a + b;
    });
    return { sum, calls: () => calls };
  };

  it('is computed once for a key and its dependencies', () => {
    const { sum, calls } = counted();
    const key = { value: 1 };
    assert.deepEqual([sum(key, 2, 3), sum(key, 2, 3), calls()], [6, 6, 1]);
  });

  it('is computed again when a dependency changes', () => {
    const { sum, calls } = counted();
    const key = { value: 1 };
    assert.deepEqual([sum(key, 2, 3), sum(key, 2, 4), calls()], [6, 7, 2]);
  });

  it('belongs to its key alone', () => {
    const { sum } = counted();
    assert.deepEqual([sum({ value: 1 }, 0, 0), sum({ value: 2 }, 0, 0)], [1, 2]);
  });
});
