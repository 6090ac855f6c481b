import * as assert from 'node:assert/strict';
import { recent } from '../../../src/core/base/recent';

const KEYS = Array.from({ length: 2500 }, (_, i) => String(i));

describe('Values that are kept by how recently they were used', () => {
  const made = (all: ReturnType<typeof recent<{ key: string }>>) => {
    let count = 0;
    for (const key of KEYS)
      all.take(key, (kept) => {
        if (!kept) count++;
        return kept ?? { key };
      });
    return count;
  };

  it('are kept as many as are expected', () => {
    const all = recent<{ key: string }>();
    all.expect(KEYS.length);
    assert.deepEqual([made(all), made(all)], [KEYS.length, 0]);
  });

  it('are let go where more come than are expected', () => {
    const all = recent<{ key: string }>();
    assert.deepEqual([made(all), made(all)], [KEYS.length, KEYS.length]);
  });

  it('are kept once more where few were expected in between', () => {
    const all = recent<{ key: string }>();
    all.expect(KEYS.length);
    made(all);
    all.expect(3);
    all.take('another', () => ({ key: 'another' }));
    all.expect(KEYS.length);
    assert.equal(made(all), 0);
  });
});
