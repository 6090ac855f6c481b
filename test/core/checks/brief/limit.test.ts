import assert from 'node:assert/strict';
import { checkBrief, MOST_PROBLEMS } from '../../../../src/core/checks';
import { parseBrief } from '../../../../src/core/model/parseBrief';
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
        'Quotations, items and footnotes are nested more than 100 deep here: what is deeper is not checked, and shown as it is written. Nest less.',
      );
      assert.equal(text.slice(problem?.span.end).trim(), '');
      assert.deepEqual(others, []);
    });
  }

  it('says so once of all that is deeper', () => {
    assert.equal(problemsOf(CODE, `# T\n\n${'- '.repeat(200_000)}a\n`).length, 1);
    assert.equal(problemsOf(CODE, `# T\n\n${'> '.repeat(200_000)}a\n`).length, 1);
  });

  it('says that there are more problems than are shown, and keeps the gravest', () => {
    const text = `# T\n\n${'- Exports fell by 30%.\n'.repeat(1200)}- Imports fell by 30% [9].\n`;
    const problems = checkBrief(parseBrief(text));
    assert.equal(problems.length, MOST_PROBLEMS);
    assert.match(problems.find(({ rule }) => rule === CODE)?.message ?? '', /1,201 problems; at most 1,000/);
    assert.ok(problems.some(({ rule }) => rule === 'citation/unknown-source'));
  });

  it('is silent about a small brief', () => {
    expectSilence(CODE, '# T\n\n- Exports fell by 30%.\n');
  });
});
