import assert from 'node:assert/strict';
import { ruleFailures } from '../../src/server/messages/answers';

describe('a rule that throws', () => {
  it('is named in the log once, with where it threw and without what, which may quote the document', () => {
    const log: string[] = [];
    const failed = ruleFailures((line) => log.push(line));
    failed('figure/conflict', new RangeError('Palladium-7781'));
    failed('figure/conflict', new RangeError('Palladium-7781'));
    failed('source/unused', 'Palladium-7781');
    assert.equal(log.length, 2);
    assert.match(log[0] ?? '', /^The rule figure\/conflict failed, .*\. RangeError\n\s+at /);
    assert.match(log[1] ?? '', /^The rule source\/unused failed, /);
    assert.doesNotMatch(log.join('\n'), /Palladium/);
  });
});
