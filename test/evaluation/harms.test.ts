import assert from 'node:assert/strict';
import { changesBetween, harmLines, harmsOf, isHarmed } from './harms';

describe('The harms of an import', () => {
  it('are none where links become citations of sources', () => {
    const harms = harmsOf(
      '# Ore\n\nIt rose by 5 % ([Yearbook](https://a.example/one)). See [x](https://b.example/two).\n',
    );
    assert.deepEqual(harmLines(harms), []);
    assert.ok(!isHarmed(harms));
  });

  it('are words and addresses that are gone, if the report does not name them', () => {
    const { lost, told, lostAddresses } = changesBetween(
      'It rose by 5 %, see https://a.example.',
      'It rose.',
      'removed: see',
    );
    assert.deepEqual([lost, told, lostAddresses], [['by', '5'], ['see'], ['a.example']]);
  });

  it('are numbers that stand elsewhere', () => {
    assert.deepEqual(changesBetween('Of 40 mines, 7 closed.', 'Of 7 mines, 40 closed.', '').moved, ['40']);
  });

  it('are citations that lead elsewhere, whatever their numbers', () => {
    const sources = (...urls: readonly string[]) =>
      `\n# Sources\n\n${urls.map((url, i) => `- [${i + 1}] Some title. https://${url}\n`).join('')}`;
    const before = `# Ore\n\nIt rose [1]. It fell [2].\n${sources('a.example', 'b.example')}`;
    const renumbered = `# Ore\n\nIt rose [2]. It fell [1].\n${sources('b.example', 'a.example')}`;
    const moved = `# Ore\n\nIt rose [1]. It fell [1].\n${sources('a.example', 'b.example')}`;
    assert.deepEqual(changesBetween(before, renumbered, '').elsewhere, []);
    assert.deepEqual(changesBetween(before, moved, '').elsewhere, [
      'It rose →a.example It fell: →b.example ⇒ →a.example',
    ]);
  });
});
