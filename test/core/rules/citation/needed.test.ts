import { expectFix, expectProblems, expectSilence, withSources } from '../ruleTest';

const CODE = 'citation/needed';

describe(CODE, () => {
  it('reports every form of the mark', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths [?].
                                       ^^^ still needed
- Exports fell by 30% [citation needed].
                      ^^^^^^^^^^^^^^^^^ warning
- 出口下降了30%[来源请求]。
          ^^^^^^
`),
    );
  });

  it('is silent about citations and judgements', () => {
    expectSilence(CODE, withSources('- China refines 90% of all rare earths [1]. Prices will rise [own].'));
  });

  it('puts a source in its place', () => {
    expectFix(
      CODE,
      'Cite [3] "Annual report 2024, MP Materials"',
      withSources('- MP Materials mined 45,000 tons [?].'),
      withSources('- MP Materials mined 45,000 tons [3].'),
    );
  });

  it('puts own judgement in its place', () => {
    expectFix(
      CODE,
      'Mark as own judgement',
      withSources('- Prices will double by 2030 [citation needed].'),
      withSources('- Prices will double by 2030 [own].'),
    );
  });
});
