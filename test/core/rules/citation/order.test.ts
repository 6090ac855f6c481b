import { expectFix, expectProblems, expectSilence, withSources } from '../ruleTest';

const CODE = 'citation/order';
const item = (marks: string) => withSources(`- China refines 90% of all rare earths ${marks}.`);

describe(CODE, () => {
  it('hints at numbers that are out of order', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths [3][1].
                                       ^^^^^^ Write [1] and [3].
- It mines 70% of all rare earths [1][3, 2].
                                  ^^^^^^^^^ hint
`),
    );
  });

  it('is silent about numbers in order, and about numbers in two places', () => {
    expectSilence(CODE, item('[1][2-3]'));
    expectSilence(CODE, withSources('- China refines 90% [3] and mines 70% [1].'));
  });

  it('sorts brackets', () => {
    expectFix(CODE, 'Sort the citations', item('[3][1][2]'), item('[1][2][3]'));
    expectFix(CODE, 'Sort the citations', item('[3], [1]'), item('[1], [3]'));
  });

  it('sorts doubled brackets as a whole', () => {
    expectFix(CODE, 'Sort the citations', item('[3] [[1]]'), item('[[1]] [3]'));
  });

  it('sorts the numbers in brackets', () => {
    expectFix(CODE, 'Sort the citations', item('[3, 1][2]'), item('[1, 2][3]'));
  });

  it('moves pages and ranges along', () => {
    expectFix(CODE, 'Sort the citations', item('[3, p. 7][1]'), item('[1][3, p. 7]'));
    expectFix(CODE, 'Sort the citations', item('[2-3][1]'), item('[1][2-3]'));
  });
});
