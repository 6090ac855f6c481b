import assert from 'node:assert/strict';
import { rankerOf } from '../../../src/core/evidence/candidates';
import { parseBrief } from '../../../src/core/model/parseBrief';

function ranked(body: string, entries: readonly string[]): readonly string[] {
  const list = entries.map((entry, i) => `- [${i + 1}] ${entry}`).join('\n');
  const brief = parseBrief(`# T\n\n${body}\n\n## Sources\n\n${list}\n`);
  const insight = brief.insights.find(({ citedVia }) => citedVia === null);
  assert.ok(insight);
  return rankerOf(brief).rank(insight);
}

describe('the sources that an insight may rest on', () => {
  it('are those that share its rare words first', () => {
    const entries = ['Rare earths in China', 'Rare earths in Malaysia', 'Rare earths at Mountain Pass'];
    assert.equal(ranked('- Malaysia separates rare earths.', entries)[0], '2');
    assert.equal(ranked('- Mountain Pass is a mine of rare earths.', entries)[0], '3');
  });

  it('are those that share a number', () => {
    assert.equal(ranked('- The loan was 150 million.', ['A loan', 'A grant', '150 million for magnets'])[0], '3');
  });

  it('are those that say so in another language', () => {
    const entries = ['China’s ban', 'A loan of $500 million to the mine', '500 mines'];
    assert.equal(ranked('- 该矿获得5亿美元贷款。', entries)[0], '2');
  });

  it('are those that share pairs of Chinese characters', () => {
    assert.equal(ranked('- 出口管制影响了磁铁的价格。', ['美国矿业报告', '商务部出口管制公告', '价格'])[0], '2');
  });

  it('are else those that are cited nearby, at most three', () => {
    const body = '- It fell [4].\n- It rose [2].\n- Nothing of this kind.\n- It stayed [1].';
    assert.deepEqual(ranked(body, ['Aa', 'Bb', 'Cc', 'Dd']), ['2', '4', '1']);
  });
});
