import assert from 'node:assert/strict';
import { oneAtATime } from '../../src/extension/preview/oneAtATime';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe('work that is done one at a time', () => {
  it('is never done twice at once, and once more for all that was asked meanwhile', async () => {
    let running = 0;
    let most = 0;
    let done = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await pause(5);
      running--;
      done++;
    };
    const { now } = oneAtATime(work, 0, assert.ifError);
    await Promise.all([now(), now(), now(), now()]);
    assert.deepEqual({ most, done }, { most: 1, done: 2 });
  });

  it('is done once for all that is asked for soon, and does not wait forever', async () => {
    let done = 0;
    const { soon } = oneAtATime(async () => void done++, 20, assert.ifError);
    for (let i = 0; i < 6; i++) {
      soon();
      await pause(5);
    }
    await pause(40);
    assert.ok(done === 1 || done === 2, `${done}`);
  });

  it('is not done soon once it was stopped', async () => {
    let done = 0;
    const { soon, stop } = oneAtATime(async () => void done++, 5, assert.ifError);
    soon();
    stop();
    await pause(20);
    assert.equal(done, 0);
  });

  it('can be asked for again after it failed', async () => {
    const errors: unknown[] = [];
    let done = 0;
    const work = async () => {
      if (done++ === 0) throw new Error('no server');
    };
    const { now } = oneAtATime(work, 0, (error) => errors.push(error));
    await now();
    await now();
    assert.equal(done, 2);
    assert.equal(errors.length, 1);
  });
});
