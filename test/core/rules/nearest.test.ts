import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../src/core';
import { nearestOf, nearestSourceOf } from '../../../src/core/rules/nearest';

describe('the nearest of some ids', () => {
  it('is the number before or after a number, of two the lower', () => {
    const nearest = nearestOf(['1', '2', '8', 'usgs', '10']);
    assert.deepEqual(['9', '7', '11', '3', '0'].map(nearest), ['8', '8', '10', '2', '1']);
  });

  it('is no number that is farther away, which is another source', () => {
    const nearest = nearestOf(['1', '2', '8']);
    assert.deepEqual(['4', '6', '28', '100'].map(nearest), [null, null, null, null]);
  });

  it('is the key that is spelled alike', () => {
    const nearest = nearestOf(['usgs-2024', 'iea-2024', '1']);
    assert.equal(nearest('usgs-2042'), 'usgs-2024');
    assert.equal(nearest('USGS-2024'), 'usgs-2024');
    assert.equal(nearest('reuters'), null);
  });

  it('is none where there is nothing to choose from', () => {
    assert.equal(nearestOf([])('1'), null);
    assert.equal(nearestOf(['usgs'])('1'), null);
    assert.equal(nearestOf(['1'])('usgs'), null);
  });

  it('is found where it is the last of very many', () => {
    const nearest = nearestOf(Array.from({ length: 20_000 }, (_, i) => `source-with-a-long-name-${i}`));
    assert.equal(nearest('source-with-a-lung-name-19999'), 'source-with-a-long-name-19999');
  });

  it('is another one when the ids are others, though it was found before', () => {
    const declaring = (...ids: string[]) =>
      ['---', 'sources:', ...ids.map((id) => `  - { id: ${id}, title: Rare earths }`), '---', '', 'Words.', ''].join(
        '\n',
      );
    const brief = parseBrief(declaring('usgs-2023'));
    assert.equal(nearestSourceOf(brief)('usgs-2004'), 'usgs-2023');
    const more = parseChanged(brief, declaring('usgs-2023', 'usgs-2024'));
    assert.equal(nearestSourceOf(more)('usgs-2004'), 'usgs-2024');
    assert.equal(nearestSourceOf(brief)('usgs-2004'), 'usgs-2023');
  });

  it('is found among very many, however many are asked for', () => {
    const nearest = nearestOf(Array.from({ length: 20_000 }, (_, i) => `source-with-a-long-name-${i}`));
    for (let i = 0; i < 20_000; i++) nearest(`source-with-a-lung-name-${i}`);
    assert.equal(nearest('source-with-a-lung-name-7'), 'source-with-a-long-name-7');
  });
});
