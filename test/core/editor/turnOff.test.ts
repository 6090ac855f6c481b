import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkBrief, type Problem, parseBrief, quickFixes } from '../../../src/core';
import { applyEdits } from '../../../src/core/base/text';
import { runs } from '../../runs';

const RULE = 'citation/missing';
const CLAIM = 'Output rose by 4% in 2024.';

/** The text after its rule is turned off in the file; null: that is not offered. */
function turnedOff(text: string): string | null {
  const brief = parseBrief(text);
  const problem = checkBrief(brief).find(({ rule }) => rule === RULE);
  assert.ok(problem, text);
  const actions = quickFixes(brief, [problem], problem.span, (changed): Problem[] => checkBrief(changed));
  const action = actions.find(({ title }) => title === `Turn off ${RULE} in this file`);
  return action ? applyEdits(text, action.edits()) : null;
}

const withHead = (head: string) => `---\n${head}---\n\n- ${CLAIM}\n`;

describe('Turning a rule off in a file', () => {
  it('keeps a byte order mark where it is', () => {
    assert.equal(turnedOff(`\uFEFF- ${CLAIM}\n`), `\uFEFF---\nrules:\n  ${RULE}: off\n---\n\n- ${CLAIM}\n`);
  });

  it('needs a key between the fences, which are two rules without one', () => {
    assert.equal(turnedOff(withHead('title:\n')), withHead(`title:\nrules:\n  ${RULE}: off\n`));
    assert.equal(turnedOff(withHead('')), null);
  });

  it('sets the rule where it is named without a setting, or with one that is none', () => {
    assert.equal(turnedOff(withHead(`rules:\n  ${RULE}:\n`)), withHead(`rules:\n  ${RULE}: off\n`));
    assert.equal(turnedOff(withHead(`rules:\n  ${RULE}: no\n`)), withHead(`rules:\n  ${RULE}: off\n`));
  });

  it('adds it to braces of several lines, behind the last rule', () => {
    assert.equal(
      turnedOff(withHead('rules: {\n  "citation/order": off,\n  source/unused: off\n}\ntitle: Ore\n')),
      withHead(`rules: {\n  "citation/order": off,\n  source/unused: off, ${RULE}: off\n}\ntitle: Ore\n`),
    );
  });

  it('adds it below rules whose names are in quotation marks', () => {
    assert.equal(
      turnedOff(withHead("rules:\n  'citation/order': off\n")),
      withHead(`rules:\n  'citation/order': off\n  ${RULE}: off\n`),
    );
  });

  it('leaves front matter alone that it cannot read, or whose rules are none', () => {
    for (const head of ['rules: |\n  a\n', 'rules:\n  - a\n', 'rules: {a\n', '{ title: Ore }\n', 'rules: ~\n'])
      assert.equal(turnedOff(withHead(head)), null, head);
  });

  it('turns that rule off and changes nothing else, whatever stands in front matter', () => {
    const line = fc.constantFrom(
      ...['title: Ore\n', 'rules:\n', 'rules: {', 'rules: {}\n', '}\n', ', ', '  citation/order: off\n', '# a\n', '\n'],
      ...['  citation/missing: error\n', 'citation/missing: hint', '  \'source/unused\': "off"\n', '  - a\n', '  '],
      ...['summary: |\n', '  text\n', '...\n', 'sources:\n', '  - id: 1\n', 'rules\n', '  citation/order\n', '\t'],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = withHead(`${lines.join('').replace(/\n?$/, '\n')}`);
        const before = parseBrief(text);
        const problem = checkBrief(before).find(({ rule }) => rule === RULE);
        const after = problem && turnedOff(text);
        if (!after) return;
        const brief = parseBrief(after);
        assert.ok(!checkBrief(brief).some(({ rule }) => rule === RULE));
        const rest = ({ frontMatter, insights }: typeof brief) => ({
          title: frontMatter?.title?.value,
          summary: frontMatter?.summary?.value,
          sources: frontMatter?.sources.map(({ id }) => id) ?? [],
          rules: (frontMatter?.rules ?? []).flatMap(({ code, setting }) =>
            code.value === RULE ? [] : [code.value, setting.value],
          ),
          insights: insights.map((insight) => insight.text),
        });
        assert.deepEqual(rest(brief), rest(before));
      }),
      { numRuns: runs(500) },
    );
  });
});
