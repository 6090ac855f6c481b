import { expectProblems, expectSilence } from '../ruleTest';

const CODE = 'brief/no-title';

describe(CODE, () => {
  it('informs on the first word, with the marks before it', () => {
    expectProblems(CODE, '\n## Supply of ore\n^^^^^^^^^ information\n\nWhat is supplied?\n');
    expectProblems(CODE, '- **Prices** rose.\n^^^^^^^^^^^^ information\n');
  });

  it('informs on the first clause where words have no blanks between them', () => {
    expectProblems(CODE, '稀土供应，增长缓慢。\n^^^^ information\n');
  });

  it('informs on the marks where no word follows them', () => {
    expectProblems(CODE, '---\n^^^ information\nsources: []\n---\n');
  });

  it('is silent about titles of both kinds, and about an empty file', () => {
    expectSilence(CODE, '# Rare earths\n');
    expectSilence(CODE, '---\ntitle: Rare earths\n---\n\n## Supply\n');
    expectSilence(CODE, '');
    expectSilence(CODE, '\n \n');
  });
});
