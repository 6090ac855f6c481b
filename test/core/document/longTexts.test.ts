import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../src/core/document/frontMatter';

/** The front matter of a text that must have one. */
function read(text: string) {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter);
  return frontMatter;
}

describe('a long front matter', () => {
  for (const [what, list] of [
    ['sources', 'sources'],
    ['figures', 'figures'],
  ] as const) {
    it(`reads 20,000 entries of a list, and says that there are more: ${what}`, () => {
      const written = (count: number) =>
        `---\n${list}:\n${Array.from({ length: count }, (_, n) => `  - id: s${n}\n`).join('')}---\n`;
      const isSaid = (text: string) =>
        read(text).errors.filter(({ message }) => message.includes('over 20,000 entries'));
      assert.deepEqual(isSaid(written(20_000)), []);
      const text = written(20_002);
      const [said] = isSaid(text);
      assert.equal(text.slice(said?.span.start, said?.span.end), '- id: s20000');
      assert.equal(read(text)[what].length, 20_000);
    });
  }

  it('reads as many entries of a list after an edit', () => {
    const written = (count: number) =>
      `---\nsources:\n${Array.from({ length: count }, (_, n) => `  - id: s${n}\n`).join('')}---\n`;
    const before = written(20_000);
    const newText = '  - id: first\n  - id: second\n';
    const after = before.replace('  -', `${newText}  -`);
    const { sources, errors } = parseFrontMatter(after, read(before)) ?? read('---\n---\n');
    assert.deepEqual([sources.length, sources.at(-1)?.id, errors], [20_000, 's19997', read(after).errors]);
    assert.deepEqual(
      errors.map(({ span }) => after.slice(span.start, span.end)),
      ['- id: s19998'],
    );
  });
});
