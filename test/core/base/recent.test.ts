import * as assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { recent } from '../../../src/core/base/recent';

const KEYS = Array.from({ length: 2500 }, (_, i) => String(i));
const SHORT = 5;

describe('Values that are kept by how recently they were used', () => {
  /** Takes a value of each key. @returns how many were made */
  const made = (all: ReturnType<typeof recent<{ key: string }>>, keys = KEYS) => {
    let count = 0;
    for (const key of keys)
      all.take(key, (kept) => {
        if (!kept) count++;
        return kept ?? { key };
      });
    return count;
  };
  /** Lets the machine take what nobody holds. */
  const collect = async () => {
    setFlagsFromString('--expose-gc');
    await nextTurn();
    runInNewContext('gc')();
  };
  const long = (count: number, length: number) =>
    Array.from({ length: count }, (_, i) => String(i).padEnd(length, '.'));

  it('are kept as many as are expected', () => {
    const all = recent<{ key: string }>();
    all.expect(KEYS.length, KEYS.length * SHORT);
    assert.deepEqual([made(all), made(all)], [KEYS.length, 0]);
  });

  it('are let go where more come than are expected', async () => {
    const all = recent<{ key: string }>();
    made(all);
    await collect();
    assert.equal(made(all), 1000);
  });

  it('are given for as long as somebody else has them', async () => {
    const all = recent<{ key: string }>();
    const held = KEYS.map((key) => all.take(key, (kept) => kept ?? { key }));
    await collect();
    assert.equal(made(all), 0);
    assert.equal(held.length, KEYS.length);
  });

  it('are kept once more where few were expected in between', () => {
    const all = recent<{ key: string }>();
    all.expect(KEYS.length, KEYS.length * SHORT);
    made(all);
    all.expect(3, 3 * SHORT);
    all.take('another', () => ({ key: 'another' }));
    all.expect(KEYS.length, KEYS.length * SHORT);
    assert.equal(made(all), 0);
  });

  it('are let go where their keys are longer together than is kept, however few they are', async () => {
    const all = recent<{ key: string }>();
    const keys = long(20, 50_000);
    made(all, keys);
    await collect();
    assert.ok(made(all, keys.toReversed()) > 10);
  });

  it('are kept where their keys are long, and that is expected', () => {
    const all = recent<{ key: string }>();
    const keys = long(20, 50_000);
    all.expect(keys.length, keys.join('').length);
    assert.deepEqual([made(all, keys), made(all, keys)], [keys.length, 0]);
  });

  it('are kept where their last keys are long ones', () => {
    const all = recent<{ key: string }>();
    const keys = long(2, 1_000_000);
    assert.deepEqual([made(all, keys), made(all, keys)], [keys.length, 0]);
  });

  it('take no more room when a key gets another value', () => {
    const all = recent<{ key: string }>();
    const [first = '', second = '', ...others] = long(4, 40_000);
    made(all, [first, second]);
    for (let i = 0; i < 100; i++) all.take(second, () => ({ key: second }));
    assert.equal(made(all, [first, second]), 0);
    assert.equal(made(all, others), 2);
  });
});
