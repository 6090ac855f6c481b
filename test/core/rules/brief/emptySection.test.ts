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

  it('is silent about sections with subsections', () => {
    expectSilence(CODE, '# T\n\n## Supply\n\n### Mines\n\nWhich are there?\n');
  });
});
