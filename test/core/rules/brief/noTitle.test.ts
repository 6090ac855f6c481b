import { expectProblems, expectSilence } from '../ruleTest';

const CODE = 'brief/no-title';

describe(CODE, () => {
  it('informs on the first line with text', () => {
    expectProblems(CODE, '\n## Supply\n^^^^^^^^^ information\n\nWhat is supplied?\n');
  });

  it('is silent about titles of both kinds, and about an empty file', () => {
    expectSilence(CODE, '# Rare earths\n');
    expectSilence(CODE, '---\ntitle: Rare earths\n---\n\n## Supply\n');
    expectSilence(CODE, '');
    expectSilence(CODE, '\n \n');
  });
});
