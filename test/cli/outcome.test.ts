import assert from 'node:assert/strict';
import { outcomeOf } from '../../src/cli/check/outcome';
import { parseBrief, statsOf } from '../../src/core/checking';

describe('The outcome of a check', () => {
  it('is values alone, so that it keeps no brief', () => {
    const brief = parseBrief('---\ntitle: Ore\n---\n\n- It grew by 5% [1].\n', {});
    const report = { path: 'a.brief', text: brief.text, lines: brief.lines, problems: [], stats: statsOf(brief) };
    const { stats } = outcomeOf(report, () => '');
    const computed = Object.entries(Object.getOwnPropertyDescriptors(stats ?? {})).filter(([, { get }]) => get);
    assert.deepEqual(computed, []);
    assert.equal(stats?.citations, 1);
  });
});
