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
