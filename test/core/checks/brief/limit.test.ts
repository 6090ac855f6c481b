import assert from 'node:assert/strict';
import { checkBrief, MOST_PROBLEMS } from '../../../../src/core/checks';
import { parseBrief } from '../../../../src/core/model/parseBrief';
import { expectSilence, problemsOf } from '../ruleTest';

const CODE = 'brief/limit';

describe(CODE, () => {
  it('says what of the model was left out', () => {
    const deep = `# T\n\n${'> '.repeat(150)}deep\n`;
    assert.match(problemsOf(CODE, deep)[0]?.message ?? '', /100 deep/);
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
