import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief, checkWith, MOST_PROBLEMS } from '../../../../src/core/rules';
import type { Rule } from '../../../../src/core/rules/rule';

const CODE = 'brief/limit';

/** So many claims that cite nothing, and as many that cite: each of the former is a warning. */
function claims(count: number): string {
  return Array.from({ length: count }, (_, n) => `- Exports of port ${n} fell by 30%.\n- Port ${n} grew [1].\n`).join(
    '',
  );
}

const SOURCES = '\n## Sources\n\n- [1] Ports, https://ports.example\n';

function textOf(count: number): string {
  return `# T\n\n${claims(count)}${SOURCES}`;
}

/** Twice as many problems as are shown. */
const MANY = textOf(2 * MOST_PROBLEMS);

/** Where the claims start that are shown. */
function missingIn(text: string): number[] {
  return checkBrief(parseBrief(text))
    .filter(({ rule }) => rule === 'citation/missing')
    .map(({ span }) => span.start);
}

describe('brief/limit on long lists', () => {
  for (const [what, list] of [
    ['items', (blocks: number) => '- Exports fell by 30%.\n'.repeat(blocks)],
    ['items parted by blank lines', (blocks: number) => '- a b\n\n'.repeat(blocks)],
    ['items of two lines', (blocks: number) => '- a\n  b\n'.repeat(blocks)],
    ['items that go on lazily', (blocks: number) => '- a\nb\n'.repeat(blocks)],
    // The list within an item is a block of it, too.
    ['items in items', (blocks: number) => '- a\n  - a b\n'.repeat(Math.floor(blocks / 3))],
    ['paragraphs of one quotation', (blocks: number) => '> a b\n>\n'.repeat(blocks)],
    ['paragraphs of one footnote', (blocks: number) => `[^1]: a\n${'\n    a b\n'.repeat(blocks - 1)}`],
    ['a list of a quotation', (blocks: number) => '> - a b\n'.repeat(blocks - 1)],
    ['sources', (blocks: number) => `## Sources\n\n${'- [1] One\n'.repeat(blocks)}`],
  ] as const) {
    it(`says that what follows 20,000 items and paragraphs in a list is not checked: ${what}`, () => {
      const after = '\nIt is so.\n';
      const whole = parseBrief(`# T\n\n${list(20_000)}${after}`);
      assert.deepEqual(whole.limits, []);
      const text = `# T\n\n${list(20_010)}${after}`;
      const { limits, blocks } = parseBrief(text);
      assert.deepEqual(
        limits.map(({ why }) => why),
        ['blocks'],
      );
      const left = text.slice(limits[0]?.span.start, limits[0]?.span.end);
      assert.ok(left.length > 20 && left.length < 500, left);
      assert.equal(text.slice(limits[0]?.span.end).replace('>', '').trim(), after.trim());
      assert.equal(blocks.length, whole.blocks.length);
    });
  }
});

describe('brief/limit on many problems', () => {
  it('says how many problems are shown of how many, and keeps the most severe', () => {
    const text = `# T\n\n${claims(1200)}- Imports fell by 30% [9].\n${SOURCES}`;
    const problems = checkBrief(parseBrief(text));
    assert.equal(problems.length, MOST_PROBLEMS);
    assert.equal(
      problems.find(({ rule }) => rule === CODE)?.message,
      '999 of 1,201 problems are shown, the most severe first. Fix some to see the others.',
    );
    assert.ok(problems.some(({ rule }) => rule === 'citation/unknown-source'));
  });

  it('shows problems of the whole file where not all of one severity fit', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const start of missingIn(MANY)) {
      const tenth = Math.floor((10 * start) / MANY.length);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    assert.ok(Math.min(...counts) >= 95 && Math.max(...counts) <= 105, counts.join(' '));
  });

  it('shows problems of parts that have few, and fills up where there are many', () => {
    const sound = 'Ore is dug in pits.\n\n'.repeat(1200);
    const before = `# T\n\n${claims(2 * MOST_PROBLEMS)}\n${sound}`;
    const text = `${before}${claims(100)}${SOURCES}`;
    const starts = missingIn(text);
    assert.equal(starts.length, MOST_PROBLEMS - 1);
    assert.ok(starts.filter((start) => start > before.length).length >= 5);
  });

  for (const [what, typed] of [
    ['a letter', 'x'],
    ['a claim', '- Stocks fell by 40%.\n'],
  ] as const)
    it(`shows nearly the same problems once ${what} is typed far away`, () => {
      const before = new Set(missingIn(MANY));
      const at = MANY.indexOf('- ');
      const after = missingIn(MANY.slice(0, at) + typed + MANY.slice(at)).map((start) => start - typed.length);
      const others = after.filter((start) => !before.has(start));
      assert.ok(others.length <= 50, `${others.length} others`);
    });

  it('makes no message of a problem that it does not show', () => {
    let made = 0;
    const noisy: Rule = {
      code: 'citation/missing',
      severity: 'warning',
      description: 'A claim.',
      *check({ brief }) {
        for (const { span } of brief.insights)
          yield {
            span,
            get message() {
              made++;
              return 'No source.';
            },
          };
      },
    };
    assert.equal(checkWith([noisy], parseBrief(MANY), {}).length, MOST_PROBLEMS);
    assert.equal(made, MOST_PROBLEMS - 1);
  });
});
