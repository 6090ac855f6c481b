import * as assert from 'node:assert/strict';
import { measuredOfOthers, performancePage } from '../bench/performancePage';

describe('The page of measurements', () => {
  const first = performancePage(['a key', '  4 KB: 1 ms', '  a | b: 2 ms', 'a start', '  of all: 3 ms'], 'aaaa', '');

  it('has a part for each line that is not indented, and rows for those below it', () => {
    assert.match(
      first,
      /## A key\n\nOf the build `aaaa`, on \d+ cores [^\n]+\.\n\n\| \| \|\n\| --- \| --- \|\n\| 4 KB \| 1 ms \|\n\| a \\\| b \| 2 ms \|\n\n## A start\n/,
    );
  });

  it('keeps the parts that are not measured again, in their places', () => {
    const second = performancePage(['a key', '  4 KB: 5 ms'], 'bbbb', first);
    assert.equal(second, first.replace('`aaaa`', '`bbbb`').replace('1 ms |\n| a \\| b | 2 ms |', '5 ms |'));
  });

  it('is of another build where one of its parts is', () => {
    const second = performancePage(['a key', '  4 KB: 5 ms'], 'bbbb', first);
    assert.deepEqual(measuredOfOthers(second, 'bbbb'), ['A start']);
    assert.deepEqual(measuredOfOthers(second, 'aaaa'), ['A key']);
    assert.deepEqual(measuredOfOthers(first, 'aaaa'), []);
  });

  it('is of another build where it names none', () => {
    assert.deepEqual(measuredOfOthers('# P\n\n## A key\n\n| | |\n', 'aaaa'), ['A key']);
  });
});
