import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, fixTitles, problemsOf } from '../ruleTest';

const CODE = 'quote/altered';

function brief(body: string, figures = '  - { id: f, value: 3, own: true }'): string {
  return `---
title: Rare earths
language: en
sources:
  - id: 1
    title: A word on magnets
    publisher: Reuters
    quote: The director called the order for magnets "the largest that the mine has ever received from a customer".
  - id: zh
    title: 关于磁体
    publisher: 新华社
    language: zh
    quote: 部长称，这份磁体订单“是美国稀土行业多年来的转折点”。
  - id: odd
    title: Odd characters
    publisher: Reuters
    quote: The mine sold all [of] the magnets that its only customer would take in June.
figures:
${figures}
---

${body}
`;
}

describe(CODE, () => {
  it('reports words that differ from the source, and says which', () => {
    const text = `
- The director calls it "the biggest that the mine has ever received from a customer" [1].
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`;
    const [problem] = expectProblems(CODE, brief(text));
    assert.equal(
      problem?.message,
      'These are not quite the words of [1]. The source says "largest", not "biggest". Take its wording, or remove the quotation marks.',
    );
    assert.match(problem?.related[0]?.message ?? '', /^\[1\] says: ".*the largest that the mine has ever received/);
  });

  it('says what was left out and what was put in', () => {
    const text = brief('- He calls it "the largest order that the mine has received from a customer" [1].');
    assert.equal(
      problemsOf(CODE, text)[0]?.message,
      'These are not quite the words of [1]. The source does not have "order". The source has "ever", and it is left out here. Take its wording, or remove the quotation marks.',
    );
  });

  it('is silent about words that are nearly those of a title', () => {
    expectSilence(
      CODE,
      '# A\n\n- The maker wants "to breathe much warmth into dead clay" [1].\n\n## Sources\n\n' +
        '[1] To breathe warmth into dead clay. https://clay.example/warmth\n',
    );
  });

  it('is silent about the very words, whatever their case and marks, and about other words', () => {
    expectSilence(
      CODE,
      brief(`
- It is “The largest that the mine has ever received — from a customer” [1].
- It is "[t]he largest that the mine has … received from a customer" [1].
- It is "a new beginning for a whole industry" [1].
- 部长称订单“是美国稀土行业多年来的转折点”[@zh]。
`),
    );
  });

  it("takes the source's wording where it differs, and nothing else", () => {
    const fixes = (before: string, after: string) =>
      expectFix(CODE, "Take the source's wording", brief(before), brief(after));
    fixes(
      '- It is “The biggest that the mine has … received\n  from  a customer” [1].',
      '- It is “The largest that the mine has … received\n  from  a customer” [1].',
    );
    fixes(
      '- It is "the largest order that the mine has received from a customer" [1].',
      '- It is "the largest that the mine has ever received from a customer" [1].',
    );
    fixes('- 部长称订单“是中国稀土行业多年的转折点”[@zh]。', '- 部长称订单“是美国稀土行业多年来的转折点”[@zh]。');
  });

  it("takes the source's wording in the title of a figure, where YAML lets it", () => {
    const figure = (title: string) => `  - id: share\n    title: ${title}\n    value: 3\n    cites: [1]`;
    expectFix(
      CODE,
      "Take the source's wording",
      brief('Text.', figure('\'An order "the biggest that the mine has ever received"\'')),
      brief('Text.', figure('\'An order "the largest that the mine has ever received"\'')),
    );
  });

  it('offers no wording that Markdown would read otherwise', () => {
    const text = brief('- The mine "sold some magnets that its only customer would take in June" [@odd].');
    assert.equal(problemsOf(CODE, text).length, 1);
    assert.deepEqual(fixTitles(CODE, text), []);
  });
});
