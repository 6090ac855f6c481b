import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/base/text';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { markVerified } from '../../../../src/core/editor/editing/markVerified';
import { checkBrief, RULES } from '../../../../src/core/rules';
import { assertFixesMend, expectFix, expectProblems, expectSilence, problemsOf } from '../ruleTest';

const CODE = 'review/stale';

const BRIEF = `---
title: Rare earths
sources:
  - id: 1
    title: Survey
    url: https://example.org/survey
    quote: "Plants in China refine nine tenths of the world's output."
  - id: 2
    title: Trade figures
    url: https://example.org/trade
---

- China refines 90% of them [1].
- Exports fell in 2024 [2].
`;

/** The text with all its insights verified. */
function verified(text: string): string {
  const brief = parseBrief(text);
  const all = { start: 0, end: text.length };
  return applyEdits(text, markVerified(brief, [all], { date: '2025-08-07', reviewer: 'AZ' }).edits);
}

function messages(text: string): string[] {
  return problemsOf(CODE, text).map(({ message }) => message);
}

describe(CODE, () => {
  const marked = verified(BRIEF);

  it('is silent about a claim that is as it was', () => {
    assert.match(marked, /90% of them \[1\]\. <!-- brief: verified 2025-08-07 AZ [0-9a-f]{6} -->\n/);
    expectSilence(CODE, marked);
  });

  it('says that a number of the claim has changed, who verified it and when', () => {
    expectProblems(
      CODE,
      marked.replace(/ 90%.*/, (line) => {
        const mark = line.indexOf('<!--');
        const carets = '^'.repeat(line.length - mark);
        return `${line.replace('90%', '80%')}\n${' '.repeat(mark + '- China refines'.length)}${carets} The claim has changed since AZ verified it on 7 August 2025.`;
      }),
    );
  });

  for (const [what, change] of Object.entries({
    'a passage': (text: string) => text.replace('nine tenths', 'eight tenths'),
    'the title of a source without a passage': (text: string) => text.replace('Trade figures', 'Trade data'),
    'the address of a source without a passage': (text: string) => text.replace('org/trade', 'org/deals'),
  })) {
    it(`says that ${what} has changed`, () => {
      const [message = '', ...others] = messages(change(marked));
      assert.match(message, /^The sources of this claim have changed since AZ verified it on 7 August 2025\./);
      assert.deepEqual(others, []);
    });
  }

  for (const [what, change] of Object.entries({
    'the title of a source with a passage': (text: string) => text.replace('Survey', 'A survey'),
    'white space': (text: string) => text.replace('China refines ', 'China  refines\n  '),
    'the wrapping of a passage': (text: string) => text.replace('refine nine', 'refine\n      nine'),
    'the line ends': (text: string) => text.replaceAll('\n', '\r\n'),
    'another claim': (text: string) => text.replace('- Exports', '- A new one [1].\n- Exports'),
    'the numbers of the sources': (text: string) =>
      text.replace('[1]', '[7]').replace('id: 1', 'id: 7').replace('[2]', '[@trade]').replace('id: 2', 'id: trade'),
  })) {
    it(`is silent where only ${what} differs`, () => expectSilence(CODE, change(marked)));
  }

  it('reports a claim that cites another source than it did', () => {
    assert.equal(messages(marked.replace('them [1]', 'them [2]')).length, 1);
    assert.equal(messages(marked.replace('them [1]', 'them [1][2]')).length, 1);
  });

  it('follows the value of a key number', () => {
    const text = verified(
      BRIEF.replace('---\n\n', 'figures:\n  - id: share\n    value: 90%\n    cites: [1]\n---\n\n').replace(
        '90% of',
        '{{share}} of',
      ),
    );
    expectSilence(CODE, text);
    expectSilence(CODE, text.replace('id: share', 'id: part').replace('{{share}}', '{{part}}'));
    assert.match(messages(text.replace('value: 90%', 'value: 80%')).join(), /^The claim has changed/);
  });

  it('verifies again in the name of who did it before, on this day', () => {
    const changed = parseBrief(marked.replace('90%', '91%'));
    const problems = checkBrief(changed, { today: () => '2026-01-31' }).filter(({ rule }) => rule === CODE);
    const fix = problems[0]?.fixes?.()[0];
    assert.equal(fix?.title, 'Verify again, as AZ on 31 January 2026');
    const after = applyEdits(changed.text, fix?.edits ?? []);
    assert.match(after, /91% of them \[1\]\. <!-- brief: verified 2026-01-31 AZ [0-9a-f]{6} -->\n- Exports/);
    expectSilence(CODE, after);
    assertFixesMend(changed.text, problems);
  });

  it('removes a mark', () => {
    expectFix(
      CODE,
      'Remove the review mark',
      '# T\n\n- A claim. <!-- brief: verified 2025-08-07 AZ 000000 -->\n',
      '# T\n\n- A claim.\n',
    );
  });

  for (const [mark, why] of [
    ['verified', 'it needs a date, the initials of the reviewer, and a hash'],
    ['verified 2025-08-07 AZ', 'it needs a date'],
    ['verified 2025-02-30 AZ 3f9a1c', '2025-02-30 is not a date such as 2025-08-07'],
    ['verified 07.08.2025 AZ 3f9a1c', '07.08.2025 is not a date'],
    ['verified 2025-08-07 AZ 3F9A1C', '3F9A1C is not a hash of six digits'],
  ]) {
    it(`says of \`${mark}\` what is wrong`, () => {
      const comment = `<!-- brief: ${mark} -->`;
      expectProblems(CODE, `# T\n\n- A claim. ${comment}\n           ${'^'.repeat(comment.length)} ${why}\n`);
    });
  }

  it('reports a mark that stands behind no claim, and one that another follows', () => {
    const one = '<!-- brief: verified 2025-08-07 AZ 3f9a1c -->';
    assert.match(messages(`# T\n\n${one}\n\n- A claim.\n`).join(), /it is not at the end of a claim/);
    const text = verified('# T\n\n- A claim.\n').replace('<!--', `${one} <!--`);
    assert.equal(problemsOf(CODE, text).filter(({ message }) => message.includes('another mark follows')).length, 1);
  });

  it('is silent where a local copy or a bibliography has not been read', () => {
    const copy = verified(BRIEF)
      .replace('    title: Survey', '    title: Survey\n    text: survey.txt')
      .replace('nine', 'ten');
    expectSilence(CODE, copy);
    const library = marked
      .replace('sources:', 'bibliography: library.bib\nsources:')
      .replace(/ {2}- id: 2\n.*\n.*\n/, '');
    expectSilence(CODE, library);
  });

  it('is off where a comment turns it off', () => {
    expectSilence(
      CODE,
      marked.replace('90%', '80%').replace('- China', `<!-- brief-disable-next-line ${CODE} -->\n- China`),
    );
  });

  it('is one of the rules', () => assert.ok(RULES.some(({ code }) => code === CODE)));
});
