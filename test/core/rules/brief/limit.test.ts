import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../../src/core/brief/parseBrief';
import { expectSilence, problemsOf } from '../ruleTest';

const CODE = 'brief/limit';

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
        'Quotations, items and footnotes are nested more than 100 deep here. Deeper ones are shown as written and not checked. Use fewer levels.',
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
      'This text has over 1,000 citations. They are not read, and the text is not checked. Split it with blank lines.',
    );
    assert.equal(problem?.span.start, '# T\n\n'.length);
    assert.deepEqual(others, []);
    assert.deepEqual(parseBrief(text(1001)).citations, []);
  });

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
    const grown = parseChanged(brief, longer);
    assert.deepEqual([grown.citations.length, grown.limits.length], [0, 1]);
    const shrunk = parseChanged(grown, text);
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

  it('is silent about a small brief', () => {
    expectSilence(CODE, '# T\n\n- Exports fell by 30%.\n');
  });
});
