import assert from 'node:assert/strict';
import { applyEdits, type Brief, checkBrief, type Fix, type Problem, parseBrief, quickFixes } from '../../../src/core';
import { compatible, safeFix } from '../../../src/core/editor/editing/fixAll';

const fix = (title: string, at: number, newText: string, extra: Partial<Fix> = {}): Fix => ({
  title,
  edits: [{ span: { start: at, end: at }, newText }],
  ...extra,
});
const problem = (start: number, end: number, fixes: readonly Fix[]): Problem => ({
  rule: 'citation/missing',
  severity: 'warning',
  span: { start, end },
  message: '',
  related: [],
  fixes: () => fixes,
});
const brief = parseBrief('- China mined 69% in 2024.\n');
const check = (version: Brief) => checkBrief(version);
const safeEdits = (problems: readonly Problem[]) => compatible(problems, safeFix).edits;

describe('the actions at a place', () => {
  it('are the fixes of the problems there, the preferred one first, and then to turn the rule off', () => {
    const there = problem(2, 20, [fix('One', 3, 'x'), fix('Two', 3, 'y', { preferred: true })]);
    const elsewhere = problem(22, 24, [fix('Three', 22, 'z')]);
    const titles = quickFixes(brief, [there, elsewhere], { start: 5, end: 6 }, check).map(({ title }) => title);
    assert.deepEqual(titles, [
      'Two',
      'One',
      'Turn off citation/missing here',
      'Turn off citation/missing in this file',
    ]);
  });

  it('include those of a problem that the place only touches', () => {
    assert.equal(quickFixes(brief, [problem(2, 5, [])], { start: 5, end: 5 }, check).length, 2);
    assert.equal(quickFixes(brief, [problem(2, 5, [])], { start: 6, end: 6 }, check).length, 0);
  });

  it('do away with the problem when the rule is turned off', () => {
    const text =
      '# A\n\nProse about 2024 has 4% in it and goes\non. [1]\n\n> - Prices rose by 12% in 2025.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n- x [1]\n  - China mined 69% in 2024.\n\n## Sources\n\n- [1] [T](https://example.org)\n- [2] [U](https://example.org/u)\n';
    const parsed = parseBrief(text);
    const problems = checkBrief(parsed);
    assert.ok(problems.length >= 3);
    for (const one of problems) {
      const action = quickFixes(parsed, [one], one.span, check).find(({ title }) => title.startsWith('Turn off'));
      assert.ok(action, one.rule);
      const left = checkBrief(parseBrief(applyEdits(text, action.edits())));
      assert.equal(left.length, problems.length - 1, `${one.rule}: ${left.map(({ rule }) => rule).join()}`);
    }
  });
});

describe('fixing all of a rule', () => {
  const TITLE = 'Fix all citation/order problems in this file';
  const SOURCES = '\n## Sources\n\n- [1] A, https://a.example\n- [2] B, https://b.example\n';
  const offered = (text: string) => {
    const parsed = parseBrief(text);
    const problems = checkBrief(parsed);
    const order = problems.find(({ rule }) => rule === 'citation/order');
    return order ? quickFixes(parsed, problems, order.span, check) : [];
  };

  it('is offered once, after the fixes of the one problem, where there are several', () => {
    const text = `- It rose by 4% [2][1].\n- It fell by 5% [2, 1] and 6% [2][1].\n${SOURCES}`;
    const titles = offered(text).map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 2), ['Sort the citations', TITLE]);
    assert.deepEqual(titles.slice(-2), ['Turn off citation/order here', 'Turn off citation/order in this file']);
    const action = offered(text).find(({ title }) => title === TITLE);
    assert.equal(
      applyEdits(text, action?.edits() ?? []),
      `- It rose by 4% [1][2].\n- It fell by 5% [1, 2] and 6% [1][2].\n${SOURCES}`,
    );
  });

  it('is not offered for one problem, nor where the fix is a guess', () => {
    assert.ok(!offered(`- It rose by 4% [2][1].\n${SOURCES}`).some(({ title }) => title === TITLE));
    const text = `- It rose by 4% [7].\n- It fell by 5% [8].\n${SOURCES}`;
    const parsed = parseBrief(text);
    const titles = quickFixes(parsed, checkBrief(parsed), { start: 0, end: text.length }, check).map(
      ({ title }) => title,
    );
    assert.ok(titles.length > 0 && !titles.some((title) => title.startsWith('Fix all')), titles.join());
  });

  it('lifts one link after the other, each to a source of its own', () => {
    const text = '- It rose ([A](https://a.example)).\n- It fell ([B](https://b.example)) by 5%.\n';
    const parsed = parseBrief(text);
    const problems = checkBrief(parsed);
    const action = quickFixes(parsed, problems, { start: 0, end: text.length }, check).find(({ title }) =>
      title.startsWith('Fix all citation/inline-link'),
    );
    const fixed = applyEdits(text, action?.edits() ?? []);
    assert.match(fixed, /^- It rose \[1\]\.\n- It fell \[2\] by 5%\.\n\n.*Sources\n\n- \[1\] A.*\n- \[2\] B.*\n$/);
  });
});

describe('the edits that fix all', () => {
  const safe = { safe: true };

  it('are those of the fixes that are safe', () => {
    const edits = safeEdits([
      problem(0, 1, [fix('No', 0, 'n')]),
      problem(2, 3, [fix('No', 2, 'n'), fix('Yes', 3, 'y', safe)]),
    ]);
    assert.deepEqual(edits, [{ span: { start: 3, end: 3 }, newText: 'y' }]);
  });

  it('never touch each other: of two fixes for one place the first is taken', () => {
    const edits = safeEdits([
      problem(0, 1, [fix('A', 5, 'a', safe)]),
      problem(0, 2, [fix('B', 5, 'b', safe)]),
      problem(6, 7, [fix('C', 6, 'c', safe)]),
    ]);
    assert.equal(applyEdits('0123456789', edits), '01234a5c6789');
  });

  it('are all of a fix or none', () => {
    const both: Fix = {
      title: 'Both',
      safe: true,
      edits: [
        { span: { start: 8, end: 9 }, newText: '' },
        { span: { start: 1, end: 2 }, newText: '' },
      ],
    };
    const edits = safeEdits([problem(0, 1, [fix('A', 1, 'a', safe)]), problem(0, 9, [both])]);
    assert.equal(applyEdits('0123456789', edits), '0a123456789');
  });
});
