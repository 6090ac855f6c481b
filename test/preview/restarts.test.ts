import assert from 'node:assert/strict';
import { createRestarts, type Verdict } from '../../src/extension/client/restarts';

/** What is done about a server that stops at these seconds. */
function verdicts(...seconds: number[]): Verdict[] {
  let now = 0;
  const restarts = createRestarts(() => now);
  return seconds.map((second) => {
    now = second * 1000;
    return restarts.stopped();
  });
}

describe('a server that stopped', () => {
  it('is started again at most 4 times in 3 minutes, which is said once', () => {
    assert.deepEqual(verdicts(0, 1, 2, 3, 4), ['say', 'restart', 'restart', 'restart', 'give up']);
  });

  it('has three minutes of grace: older stops do not count', () => {
    assert.deepEqual(verdicts(0, 60, 120, 179, 181, 182), [
      'say',
      'restart',
      'restart',
      'restart',
      'restart',
      'give up',
    ]);
    assert.deepEqual(verdicts(0, 181), ['say', 'say']);
  });

  it('starts afresh when it is started by hand', () => {
    const restarts = createRestarts(() => 0);
    for (let i = 0; i < 5; i++) restarts.stopped();
    restarts.forget();
    assert.equal(restarts.stopped(), 'say');
  });
});
