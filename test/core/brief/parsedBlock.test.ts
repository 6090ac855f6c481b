import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../src/core';
import { meaningsOf } from '../../../src/core/brief/queries/blocks';

const TEXT = '# Ore\n\nOutput rose by 3% [1].\n\nExports fell by 5% [1].\n\n- Prices rose by 9% [1].\n';

describe('The blocks of a brief', () => {
  it('mean the same object as before where an edit changed nothing in them, the last one too', () => {
    const previous = parseBrief(TEXT);
    const next = parseChanged(previous, TEXT.replace('rose by 3%', 'rose by 31%'));
    const before = meaningsOf(previous);
    assert.deepEqual(
      meaningsOf(next).map((meaning, i) => meaning === before[i]),
      [true, false, true, true],
    );
  });

  it('are as many as there are, also where several have one text', () => {
    const previous = parseBrief(TEXT);
    const next = parseChanged(previous, TEXT.replace(/Output.*/, '$&\n\n$&'));
    assert.equal(new Set(meaningsOf(next)).size, 5);
  });
});
