import { expectFix, expectProblems, expectSilence, withSources } from '../ruleTest';

const CODE = 'citation/malformed';

describe(CODE, () => {
  it('reports what can not be read, with the reason', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths [1.
                                       ^^ not closed
- Exports fell by 30% [1,,2].
                      ^^^^^^ a number is missing
- Imports fell by 30% [3-1].
                      ^^^^^ runs backwards
- Prices rose by 30% [@].
                     ^^^ no key
- Prices fell by 30% [].
                     ^^ empty
`),
    );
  });

  it('is silent about tasks, links and array access', () => {
    expectSilence(
      CODE,
      withSources('- [ ] Ask Lynas for its 2024 numbers\n- The call `a[]` and [a link](https://x.org) [1].'),
    );
  });

  it('is silent about a cell of a table that is an empty list or a box', () => {
    // The cell with words is reported: the table is read.
    const table = '| Option | Default | Done |\n| --- | --- | --- |\n| tags | [] | [ ] |\n| none, see [] | x | y |\n';
    expectProblems(CODE, withSources(`${table}            ^^ empty\n`));
  });

  it('replaces it where the meaning is certain', () => {
    expectFix(
      CODE,
      'Replace by [1, 2]',
      withSources('- Exports fell by 30% [1,,2].'),
      withSources('- Exports fell by 30% [1, 2].'),
    );
    expectFix(
      CODE,
      'Replace by [1]',
      withSources('- Exports fell by 30% [1.'),
      withSources('- Exports fell by 30% [1].'),
    );
  });
});
