import assert from 'node:assert/strict';
import { applyEdits, parseBrief } from '../../../src/core';
import { refactorings } from '../../../src/core/editor/editing/refactorings';
import { WRITE_CALCULATION } from '../../../src/core/editor/navigation/kinds';
import { withCursor } from '../../fixture';
import { claimBeside } from '../rules/claimBeside';

const SALES = 'Sales rose from $200 million in 2022 to $250 million in 2023.';
const FORMULA = '($250 million − $200 million) ÷ $200 million';

/** The claim after its calculation was written at the cursor; null where that is not offered. */
function written(claim: string, passage = SALES): string | null {
  const { text, cursor } = withCursor(claimBeside(claim, [passage]));
  const action = refactorings(parseBrief(text), { start: cursor, end: cursor }).find(
    ({ kind }) => kind === WRITE_CALCULATION,
  );
  return action ? (applyEdits(text, action.edits()).split('---\n\n')[1]?.trimEnd() ?? '') : null;
}

describe('writing a calculation', () => {
  it('puts a comment behind the sentence whose words name it', () => {
    const comment = `<!-- brief: computed ${FORMULA} -->`;
    assert.equal(written('- Sales grew by 2|5% [1]. It rains.'), `- Sales grew by 25% [1]. ${comment} It rains.`);
    assert.equal(
      written('- 所占份额缩小3.|3个百分点[1]。还有一句。', '所占份额由15.8%降至12.5%。'),
      '- 所占份额缩小3.3个百分点[1]。<!-- brief: computed 15.8% − 12.5% -->还有一句。',
    );
  });

  for (const [before, after] of [
    ['<!-- brief: computed -->', `<!-- brief: computed ${FORMULA} -->`],
    ['<!--brief: computed-->', `<!--brief: computed ${FORMULA} -->`],
    ['<!-- brief: computed the rest -->', `<!-- brief: computed ${FORMULA} -- the rest -->`],
    ['<!-- brief: computed -- by us -->', `<!-- brief: computed ${FORMULA} -- by us -->`],
  ] as const)
    it(`puts it into the comment that is there, and leaves its words: ${before}`, () => {
      assert.equal(
        written(`- It rains. Sales grew by |25% [1]. ${before} It rains.`),
        `- It rains. Sales grew by 25% [1]. ${after} It rains.`,
      );
    });

  it('is not offered where a comment names it, where it is wrong, and where no words name it', () => {
    assert.equal(written('- Sales grew by |25% [1]. <!-- brief: computed 250 / 200 - 1 -->'), null);
    assert.equal(written('- Sales grew by |45% to $250 million [1].'), null);
    assert.equal(written('- Sales came to |$250 million [1].'), null);
  });

  it('is not offered where it would hide that another number of the sentence is found nowhere', () => {
    assert.equal(written('- Sales grew by |25% to $250 million, and by 77 kg [1].'), null);
  });
});
