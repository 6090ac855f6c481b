import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief, checkWith, MOST_PROBLEMS } from '../../../../src/core/rules';
import type { Rule } from '../../../../src/core/rules/rule';
import { expectSilence, problemsOf } from '../ruleTest';

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

describe(CODE, () => {
  for (const [what, nested] of [
    ['quotations', (depth: number) => `${'> '.repeat(depth)}Exports fell by 30%.\n`],
    ['items', (depth: number) => `${'- '.repeat(depth)}Exports fell by 30%.\n`],
    ['numbered items', (depth: number) => `${'1. '.repeat(depth)}Exports fell by 30%.\n`],
    [
      'items, a line each',
      (depth: number) => Array.from({ length: depth }, (_, n) => `${'  '.repeat(n)}- a\n`).join(''),
    ],
    ['sources', (depth: number) => `## Sources\n\n${'- '.repeat(depth)}One\n`],
  ] as const) {
    it(`says that what is nested deeper than 100 is not checked: ${what}`, () => {
      expectSilence(CODE, `# T\n\n${nested(100)}`);
      const text = `# T\n\n${nested(101)}`;
      const [problem, ...others] = problemsOf(CODE, text);
      assert.equal(
        problem?.message,
        'Quotations, items and footnotes are nested more than 100 deep here. Deeper ones are shown as written and not checked. Nest less.',
      );
      assert.ok(problem && problem.span.end - problem.span.start <= 80);
      assert.equal(text.slice(parseBrief(text).limits[0]?.span.end).trim(), '');
      assert.deepEqual(others, []);
    });
  }

  it('says so once of all that is deeper', () => {
    assert.equal(problemsOf(CODE, `# T\n\n${'- '.repeat(200_000)}a\n`).length, 1);
    assert.equal(problemsOf(CODE, `# T\n\n${'> '.repeat(200_000)}a\n`).length, 1);
  });

  for (const [what, around] of [
    ['a paragraph', (text: string) => text],
    ['a heading', (text: string) => `## ${text}`],
    ['an item', (text: string) => `- ${text}`],
    ['a task', (text: string) => `- [ ] ${text}`],
    ['a quotation', (text: string) => `> ${text}`],
    ['a cell of a table', (text: string) => `|a|b|\n|-|-|\n|${text}|2|`],
    ['an entry of the sources', (text: string) => `## Sources\n\n- ${text}`],
    ['a cell of the sources', (text: string) => `## Sources\n\n|a|b|\n|-|-|\n|${text}|2|`],
  ] as const) {
    it(`says that a text over 100,000 characters is not checked: ${what}`, () => {
      const long = (length: number) =>
        `${'Ore. '.repeat(length / 5 - 6)}Exports fell by 30% [nobody].`.padEnd(length, 'x');
      // The box of a task belongs to its text.
      expectSilence(CODE, `# T\n\n${around(long(99_995))}\n`);
      const text = `# T\n\n${around(long(100_005))}\n\nIt is so.\n`;
      const [problem, ...others] = problemsOf(CODE, text);
      assert.equal(
        problem?.message,
        'This text is over 100,000 characters long, so it is shown as written and not checked. Split it with blank lines.',
      );
      assert.match(text.slice(problem?.span.start, problem?.span.end), /Ore\. Ore\./);
      const [left] = parseBrief(text).limits;
      assert.ok(text.slice(left?.span.start, left?.span.end).includes(long(100_005)));
      assert.ok(problem && problem.span.end - problem.span.start <= 80);
      assert.deepEqual(others, []);
    });
  }

  it('says that a text of over 1,000 citations is not checked', () => {
    const text = (citations: number) =>
      `# T\n\nExports fell by 30% ${'[1] '.repeat(citations)}.\n\nIt is so.\n\n## Sources\n\n- [1] One\n`;
    const { citations, limits } = parseBrief(text(1000));
    assert.deepEqual([citations.length, limits], [1000, []]);
    const [problem, ...others] = problemsOf(CODE, text(1001));
    assert.equal(
      problem?.message,
      'This text has over 1,000 citations, so they are not read and it is not checked. Split it with blank lines.',
    );
    assert.equal(problem?.span.start, '# T\n\n'.length);
    assert.deepEqual(others, []);
    assert.deepEqual(parseBrief(text(1001)).citations, []);
  });

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

  it('says that what follows 100,000 lines is not read', () => {
    const lines = (count: number) => `${'\n'.repeat(count - 2)}# T\nIt rose [1].`;
    assert.deepEqual(parseBrief(lines(100_000)).limits, []);
    const text = lines(100_001);
    const { limits, citations } = parseBrief(text);
    assert.deepEqual(limits, [
      {
        value: 'The brief has over 100,000 lines, and the rest is not read. Split it.',
        why: 'size',
        span: { start: text.indexOf('It rose'), end: text.length },
      },
    ]);
    assert.deepEqual(citations, []);
  });

  it('reads a brief anew that has grown past 100,000 lines, and when it has shrunk', () => {
    const text = `# T\n${'\n'.repeat(99_998)}It rose [1].`;
    const longer = text.replace('# T\n', '# T\n\n');
    const brief = parseBrief(text);
    assert.equal(brief.citations.length, 1);
    const grown = parseBrief(longer, { previous: brief });
    assert.deepEqual([grown.citations.length, grown.limits.length], [0, 1]);
    const shrunk = parseBrief(text, { previous: grown });
    assert.deepEqual([shrunk.citations.length, shrunk.limits.length], [1, 0]);
  });

  it('reads a paragraph of over 1,000 sources', () => {
    const text = `# T\n\n## Sources\n\n${Array.from({ length: 1200 }, (_, n) => `[${n + 1}] One\n`).join('')}`;
    const { sources, limits } = parseBrief(text);
    assert.deepEqual([sources.length, limits], [1200, []]);
  });

  it('reads nothing in a text that is too long, and all around it', () => {
    const long = `${'Ore. '.repeat(20_001)}Exports fell by 30% [1].`;
    const { insights, citations } = parseBrief(`# T\n\n- ${long}\n\n  Imports fell [2].\n\n  - Stocks fell [3].\n`);
    assert.deepEqual(
      citations.map(({ items }) => items[0]?.id),
      ['2', '3'],
    );
    assert.deepEqual(
      insights.map(({ text }) => text),
      ['Stocks fell [3].'],
    );
  });

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

  it('is silent about a small brief', () => {
    expectSilence(CODE, '# T\n\n- Exports fell by 30%.\n');
  });
});
