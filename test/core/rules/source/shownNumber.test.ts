import { expectFix, expectProblems, expectSilence } from '../ruleTest';

const CODE = 'source/shown-number';
const brief = (list: string) => `# T

- China refines 90% of all rare earths [1], and mines 70% of them [3][4].

## Sources

${list}
`;

describe(CODE, () => {
  it('reports typed numbers that are not shown', () => {
    expectProblems(
      CODE,
      brief(`1. Summaries. https://usgs.gov/a
3. Minerals. https://iea.org/b
^ Readers see number 2 here, not 3.
4. Report. https://mp.com/c
^ Readers see number 3`),
    );
  });

  it('is silent about lists in order, repeated numbers and brackets', () => {
    expectSilence(CODE, brief('3. Summaries. https://usgs.gov/a\n4. Minerals. https://iea.org/b'));
    expectSilence(CODE, brief('1. Summaries. https://usgs.gov/a\n1. Minerals. https://iea.org/b'));
    expectSilence(CODE, brief('- [1] Summaries. https://usgs.gov/a\n- [3] Minerals. https://iea.org/b'));
  });

  it('writes a last entry without any words in brackets, too', () => {
    const title = 'Write the entries of this list as "- [n] …"';
    expectFix(CODE, title, '## Sources\n\n1. A\n9.', '## Sources\n\n- [1] A\n- [9]');
  });

  it('writes the whole list in brackets', () => {
    expectFix(
      CODE,
      'Write the entries of this list as "- [n] …"',
      brief('1. Summaries. https://usgs.gov/a\n3. Minerals.\n   https://iea.org/b\n4. Report. https://mp.com/c'),
      brief(
        '- [1] Summaries. https://usgs.gov/a\n- [3] Minerals.\n   https://iea.org/b\n- [4] Report. https://mp.com/c',
      ),
    );
  });
});
