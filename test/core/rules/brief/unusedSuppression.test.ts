import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, problemsOf, withSources } from '../ruleTest';

const CODE = 'brief/unused-suppression';

describe(CODE, () => {
  it('hints at a comment that meets no problem', () => {
    const [problem] = expectProblems(
      CODE,
      withSources(`
<!-- brief-disable-next-line citation/missing -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment suppresses nothing.
- China refines 90% of all rare earths [1].
`),
    );
    assert.equal(problem?.unnecessary, true);
  });

  it('is removed unasked only where its reason has no address', () => {
    const text = (reason: string) =>
      withSources(`<!-- brief-disable-next-line${reason} -->\n- China refines 90% of them [1].`);
    const isSafe = (reason: string) => problemsOf(CODE, text(reason))[0]?.fixes?.()[0]?.safe === true;
    assert.ok(isSafe(' -- known'));
    assert.ok(!isSafe(' -- see https://herald.example/why'));
  });

  it('hints at a code of a comment that meets no problem, and at one that no rule has', () => {
    expectProblems(
      CODE,
      withSources(`
<!-- brief-disable-next-line citation/missing citation/order -->
                                              ^^^^^^^^^^^^^^ "citation/order" reports nothing here.
- China refines 90% of all rare earths.
<!-- brief-disable-next-line citation/missing citation/oder -->
                                              ^^^^^^^^^^^^^ Did you mean "citation/order"?
- It mines 70% of all rare earths.
`),
    );
  });

  it('hints at a comment in the front matter', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
sources:
  # brief-disable-next-line source/bad-url
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint
  - id: 1
    title: Summaries
    url: https://usgs.gov/a
---

- China refines 90% of all rare earths [1].
`,
    );
  });

  it('hints at a comment that marks no section as own judgement', () => {
    const [problem] = expectProblems(
      CODE,
      withSources(`
## Outlook

<!-- brief: own -->

It will rise.

<!-- brief: own -->
^^^^^^^^^^^^^^^^^^^ Put it right under the heading of a section, or remove it.

It will fall.
`),
    );
    assert.equal(problem?.unnecessary, true);
    expectFix(
      CODE,
      'Remove the comment',
      withSources('It rose [1].\n\n<!-- brief: own -->\nIt fell [1].'),
      withSources('It rose [1].\n\nIt fell [1].'),
    );
  });

  it('leaves a comment that marks no section where all are to be fixed', () => {
    const [problem] = problemsOf(CODE, 'It will rise. <!-- brief: own -->\n');
    assert.ok(problem?.fixes?.().every(({ safe }) => safe !== true));
  });

  it('is silent about comments that meet a problem, with and without codes', () => {
    expectSilence(
      CODE,
      withSources(`
<!-- brief-disable-next-line citation/missing -->
- China refines 90% of all rare earths.
<!-- brief-disable -->
- It mines 70% of all rare earths.
<!-- brief-enable -->
- It owns 40% of all rare earths. <!-- brief-disable-line -->
`),
    );
  });

  it('is silent about a rule that is turned off', () => {
    expectSilence(
      CODE,
      `---
title: Rare earths
rules:
  citation/missing: off
---

<!-- brief-disable-next-line citation/missing -->
- China refines 90% of all rare earths.
`,
    );
  });

  it('removes the comment with its line', () => {
    expectFix(
      CODE,
      'Remove the comment',
      withSources('<!-- brief-disable-next-line citation/missing -->\n- China refines 90% of them [1].'),
      withSources('- China refines 90% of them [1].'),
    );
  });

  it('removes the comment from a line of text', () => {
    expectFix(
      CODE,
      'Remove the comment',
      withSources('- China refines 90% of them [1]. <!-- brief-disable-line citation/missing -->'),
      withSources('- China refines 90% of them [1].'),
    );
  });

  it('removes one code from a comment', () => {
    const item = (codes: string) =>
      withSources(`<!-- brief-disable-next-line ${codes} -->\n- China refines 90% of them.`);
    const title = 'Remove "citation/order" from the comment';
    expectFix(CODE, title, item('citation/missing citation/order'), item('citation/missing'));
    expectFix(CODE, title, item('citation/order, citation/missing'), item('citation/missing'));
  });

  it('renames a mistyped code', () => {
    const item = (code: string) =>
      withSources(`<!-- brief-disable-next-line ${code} -->\n- China refines 90% of them.`);
    expectFix(CODE, 'Rename to "citation/missing"', item('citation/mising'), item('citation/missing'));
  });
});
