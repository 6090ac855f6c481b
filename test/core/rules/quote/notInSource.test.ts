import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, fixTitles, problemsOf } from '../ruleTest';

const CODE = 'quote/not-in-source';

/** A body whose source 1 quotes a director on an order for magnets, 2 a minister on capacity, and 9 nobody. */
function brief(body: string): string {
  return `---
title: Rare earths
language: en
sources:
  - id: 1
    title: A word on magnets
    publisher: Reuters
    quote: The director called the order for magnets "the largest that the mine has ever received from a customer".
  - id: 2
    title: A word on capacity
    publisher: Reuters
    quote: The minister said that "half of the capacity for smelting stands idle" in the north.
  - id: 9
    title: Reserves by country
    publisher: USGS
---

${body}
`;
}

describe(CODE, () => {
  it('reports words that the cited source does not hold', () => {
    const [problem] = expectProblems(
      CODE,
      brief(`
- The director calls the order "a new beginning for a whole industry" [1].
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`),
    );
    assert.equal(
      problem?.message,
      "These words are not found in [1]. Quote the source's own words, cite the source that has them, or remove the quotation marks.",
    );
  });

  it('names the source that has them, and shows the passage', () => {
    const text = brief('- The minister said that "half of the capacity for smelting stands idle" [1].');
    const [problem] = problemsOf(CODE, text);
    assert.equal(problem?.message, 'These words are not found in [1], but [2] has them. Cite [2].');
    const [related] = problem?.related ?? [];
    assert.equal(
      related && text.slice(related.span.start, related.span.end),
      'half of the capacity for smelting stands idle',
    );
  });

  it('is silent about what is found, can not be checked, is a term or a title, or is altered', () => {
    expectSilence(
      CODE,
      brief(`
- The director calls it "the largest that the mine has … received from a customer" [1].
- The minister says that "nobody knows what lies in the ground" [9].
- He calls it "the largest" order, in "The Future of Rare Earths" [1].
- The director calls it “the biggest that the mine has ever received” [1].
- “这是一个全新的开始，也是一个行业的开始”，经理谈到订单时说[1]。
- He spoke of "a new beginning for a whole industry".
- The minister said that "half of the capacity for smelting stands idle" [77].
`),
    );
  });

  it('moves the citation to the source that has the words', () => {
    expectFix(
      CODE,
      'Cite [2] "A word on capacity" instead of [1]',
      brief('- The minister said that "half of the capacity for smelting stands idle" [1].'),
      brief('- The minister said that "half of the capacity for smelting stands idle" [2].'),
    );
  });

  it('cites the source that has the words beside the one that has others', () => {
    const both = (mark: string) =>
      `- The order is "the largest that the mine has ever received", while "half of the capacity for smelting stands idle" ${mark}.`;
    expectFix(CODE, 'Cite [2] "A word on capacity" as well', brief(both('[1]')), brief(both('[1][2]')));
  });

  it('is silent about words that another source has in its title only', () => {
    expectSilence(CODE, brief('- The survey has "a word on magnets" [9].'));
  });

  it('offers nothing where no source has them', () => {
    assert.deepEqual(
      fixTitles(CODE, brief('- The director calls the order "a new beginning for a whole industry" [1].')),
      [],
    );
  });
});
