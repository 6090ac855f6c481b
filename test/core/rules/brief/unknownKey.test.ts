import { expectFix, expectProblems, expectSilence } from '../ruleTest';

const CODE = 'brief/unknown-key';

describe(CODE, () => {
  it('warns of a key near a known one, and leaves those of other programs alone', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
publsher: An Analyst
^^^^^^^^ Did you mean "publisher"?
layout: post
sources:
  - id: 1
    titel: Summaries
    ^^^^^ is not a key of a source
---
`,
    );
  });

  it('warns of a rule that does not exist', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
rules:
  citation/mising: off
  ^^^^^^^^^^^^^^^ Did you mean "citation/missing"?
---
`,
    );
  });

  it('is silent about known keys and their other names', () => {
    expectSilence(CODE, '---\ntitle: T\nauthor: Li\ndate: 2025-08-06\nlang: en\nrules:\n  citation/order: off\n---\n');
  });

  it('is silent about the keys of programs for notes, unless a list of sources is meant', () => {
    expectSilence(CODE, '---\ntitle: T\npublish: true\nsource: https://a.example/tin\n---\n');
    expectProblems(CODE, '---\ntitle: T\nsource:\n^^^^^^ Did you mean "sources"?\n  - id: 1\n---\n');
  });

  it('renames the key', () => {
    expectFix(CODE, 'Rename to "publisher"', '---\ntitle: T\npublsher: A\n---\n', '---\ntitle: T\npublisher: A\n---\n');
  });

  it('renames the rule', () => {
    const brief = (code: string) => `---\ntitle: T\nrules:\n  ${code}: off\n---\n`;
    expectFix(CODE, 'Rename to "citation/order"', brief('citation/ordr'), brief('citation/order'));
  });
});
