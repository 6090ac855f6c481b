import assert from 'node:assert/strict';
import { parseBrief, statsOf } from '../../../src/core';

function statsOfItems(...items: string[]) {
  const sources = '\n## Sources\n\n- [1] One, https://a.example\n- [2] Two, https://b.example\n';
  return statsOf(parseBrief(`# Ore\n\n## Supply\n\n${items.map((item) => `- ${item}\n`).join('')}${sources}`));
}

describe('statsOf', () => {
  it('counts cited and uncited insights', () => {
    const { insights, cited, own } = statsOfItems('Output rose by 4 % in 2024 [1].', 'It fell by 3 % in 2023.');
    assert.deepEqual({ insights, cited, own }, { insights: 2, cited: 1, own: 0 });
  });

  it('counts the author’s own judgement apart', () => {
    const { insights, cited, own } = statsOfItems('Output will rise by 4 % in 2030 [own].', 'It fell in 2023 [1].');
    assert.deepEqual({ insights, cited, own }, { insights: 2, cited: 1, own: 1 });
  });

  it('leaves out what need not be cited and is not', () => {
    const { insights, cited } = statsOfItems('Market: China', 'Will output rise in 2030?', 'It fell in 2023 [1].');
    assert.deepEqual({ insights, cited }, { insights: 1, cited: 1 });
  });

  it('counts citations, sources and figures', () => {
    const { citations, sources, figures } = statsOfItems('Output rose in 2024 [1][2].', 'It fell in 2023 [1, 2].');
    assert.deepEqual({ citations, sources, figures }, { citations: 3, sources: 2, figures: 0 });
  });

  it('has found no evidence as long as nothing is looked up', () => {
    assert.deepEqual(statsOfItems('Output rose [1].').evidence, {
      found: 0,
      notFound: 0,
      elsewhere: 0,
      uncheckable: 0,
    });
  });

  it('counts nothing in an empty text', () => {
    assert.equal(statsOf(parseBrief('')).insights, 0);
  });
});
