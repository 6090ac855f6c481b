import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, fixTitles, withSources } from '../ruleTest';

const CODE = 'citation/duplicate';
const item = (marks: string) => withSources(`- China refines 90% of all rare earths ${marks}.`);

describe(CODE, () => {
  it('reports the second mention, also across brackets', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths [1][1].
                                          ^^^ [1] is cited twice here.
- It mines 70% of all rare earths [1, 3][3].
                                        ^^^ information
- It owns 40% of all rare earths [1, 2, 1].
                                        ^
`),
    );
  });

  it('is silent about two pages of one source, and about one source in two places', () => {
    expectSilence(CODE, item('[1, p. 3][1, p. 7]'));
    expectSilence(CODE, withSources('- China refines 90% of them [1] and mines 70% of them [1].'));
  });

  it('never removes an address that nothing else has', () => {
    const text = (marks: string) => `# T\n\n- It fell by 30% ${marks}.\n`;
    expectFix(CODE, 'Remove the second [1]', text('[1][1](https://a.example/x)'), text('[1](https://a.example/x)'));
    expectFix(
      CODE,
      'Remove the second [1]',
      text('[1](https://a.example/x)[1](https://a.example/x)'),
      text('[1](https://a.example/x)'),
    );
    assert.deepEqual(fixTitles(CODE, text('[1](https://a.example/x)[1](https://b.example/y)')), []);
  });

  it('removes a bracket of its own', () => {
    expectFix(CODE, 'Remove the second [1]', item('[1][1]'), item('[1]'));
    expectFix(CODE, 'Remove the second [1]', item('[1], [1], [2]'), item('[1], [2]'));
  });

  it('removes a number from a bracket, its separator with it', () => {
    expectFix(CODE, 'Remove the second [1]', item('[1, 2, 1]'), item('[1, 2]'));
    expectFix(CODE, 'Remove the second [2]', item('[1][2][2, 3]'), item('[1][2][3]'));
  });

  it('removes the single number where the other is in a range', () => {
    expectFix(CODE, 'Remove the second [2]', item('[2][1-3]'), item('[1-3]'));
  });

  it('removes a key with its prefix', () => {
    const brief = (marks: string) => `---
title: Rare earths
sources:
  - {id: usgs, title: Summaries, publisher: USGS}
  - {id: iea, title: Minerals, publisher: IEA}
---

- China refines 90% of all rare earths ${marks}.
`;
    expectFix(CODE, 'Remove the second [@usgs]', brief('[@usgs; @iea; @usgs]'), brief('[@usgs; @iea]'));
  });
});
