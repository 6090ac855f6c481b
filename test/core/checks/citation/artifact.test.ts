import { expectFix, expectProblems, expectSilence, withSources } from '../ruleTest';

const CODE = 'citation/artifact';

describe(CODE, () => {
  it('reports what chat assistants leave behind', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths 【4†source】.
                                       ^^^^^^^^^^ error
- Exports fell by 30% :contentReference[oaicite:0]{index=0}.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leads nowhere
- Imports fell by 30% citeturn0search1.
                      ^^^^^^^^^^^^^^^^
- Prices rose by 30% [cite: 1].
                     ^^^^^^^^^
- Prices fell by 30% [web:1].
                     ^^^^^^^
`),
    );
  });

  it('is silent about citations in full-width brackets', () => {
    expectSilence(CODE, withSources('- 中国精炼了全球90%的稀土【1】。'));
  });

  it('removes it with the space before it', () => {
    expectFix(
      CODE,
      'Remove it',
      withSources('- China refines 90% of all rare earths [1] 【4†source】.'),
      withSources('- China refines 90% of all rare earths [1].'),
    );
  });

  it('keeps a space between two words', () => {
    expectFix(
      CODE,
      'Remove it',
      withSources('- China refines 90% 【4†source】 of all rare earths [1].'),
      withSources('- China refines 90% of all rare earths [1].'),
    );
  });

  it('keeps the indentation where it starts an item', () => {
    expectFix(
      CODE,
      'Remove it',
      withSources('- 【4†source】 China refines 90% of all rare earths [1].'),
      withSources('- China refines 90% of all rare earths [1].'),
    );
  });
});
