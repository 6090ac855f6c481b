import { expectProblems, expectSilence } from '../ruleTest';

const CODE = 'brief/empty-section';

describe(CODE, () => {
  it('informs about a heading with nothing below it', () => {
    expectProblems(
      CODE,
      `# T

## Supply
   ^^^^^^ Section "Supply" is empty.

## Demand

What drives it?
`,
    );
  });

  it('is silent about the heading under which Pandoc prints the sources of keys', () => {
    expectSilence(CODE, '# T\n\nOutput rose [@ore2024].\n\n# References\n');
    expectProblems(CODE, '# T\n\nOutput rose.\n\n# References\n  ^^^^^^^^^^ Section "References" is empty.\n');
  });

  it('is silent about sections with subsections', () => {
    expectSilence(CODE, '# T\n\n## Supply\n\n### Mines\n\nWhich are there?\n');
  });
});
