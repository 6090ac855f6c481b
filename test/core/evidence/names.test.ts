import assert from 'node:assert/strict';
import { englishNames, namesOfIntl } from '../../../src/core/evidence/ranking/names';

/** Names that differ where this Node has another version of CLDR than the table was made of. */
const MOST_OTHERS = 12;

describe('English names', () => {
  it('are those that Intl has, in the same order', () => {
    const [ours, theirs] = [englishNames(), namesOfIntl('en')].map((names) => [...names].map(String));
    assert.ok(ours && theirs);
    const others = theirs.filter((name) => !ours.includes(name));
    assert.ok(others.length <= MOST_OTHERS, others.join());
    assert.deepEqual(
      ours.filter((name) => theirs.includes(name)),
      theirs.filter((name) => ours.includes(name)),
    );
    assert.ok(ours.length > 450);
  });
});
