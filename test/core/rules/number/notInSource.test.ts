import assert from 'node:assert/strict';
import { indexLines } from '../../../../src/core/base/text';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';
import { expectFix, expectProblems, expectSilence, fixTitles, problemsOf } from '../ruleTest';

const CODE = 'number/not-in-source';

const OWN_FIGURE = '  - { id: f, value: 3, own: true }';

/** A body whose sources hold: 1: 90 %, 69 %, 2023; 5: $500 million, July 2025; zh: 5亿美元, 48728吨; 9: nothing. */
function brief(body: string, figures = OWN_FIGURE): string {
  return `---
title: Rare earths
language: en
sources:
  - id: 1
    title: Refining in numbers
    publisher: USGS
    quote:
      - China held 90% of the world's smelting and separation capacity in 2023.
      - Its share of the capacity for rare-earth alloys was 69%.
  - id: 5
    title: A deal over magnets
    publisher: Reuters
    quote: In July 2025, Apple and MP Materials signed an agreement over magnets worth $500 million.
  - id: 9
    title: Reserves by country
    publisher: USGS
  - id: zh
    title: 稀土年鉴
    publisher: 新华社
    language: zh
    quote: 2022年，中国稀土出口额为5亿美元，出口量为48728吨。
figures:
${figures}
---

${body}
`;
}

describe(CODE, () => {
  it('reports a number that the cited source does not hold, and says what the source says', () => {
    const [problem] = expectProblems(
      CODE,
      brief(`
- China held 96% of the world's smelting and separation capacity in 2023 [1].
             ^^^ warning
`),
    );
    assert.equal(
      problem?.message,
      "96% is not found in [1], whose passage says 90%. Take the source's number, cite the source that has it, or mark it as computed.",
    );
  });

  it('shows the passage at the number that the source has', () => {
    const text = brief("- China held 96% of the world's smelting and separation capacity in 2023 [1].");
    const [related] = problemsOf(CODE, text)[0]?.related ?? [];
    assert.equal(
      related?.message,
      '[1] says: "China held 90% of the world\'s smelting and separation capacity in 2023."',
    );
    assert.equal(related && text.slice(related.span.start, related.span.end), '90%');
    assert.ok(related && related.span.start < text.indexOf('- China held 96%'));
  });

  it('says which of several sources says what', () => {
    const [problem] = problemsOf(
      CODE,
      brief('- China held 96% of the smelting capacity, so Apple signed over magnets [1][5].'),
    );
    assert.equal(
      problem?.message,
      "96% is not found in [1] or [5]; a passage of [1] says 90%. Take the source's number, cite the source that has it, or mark it as computed.",
    );
  });

  it('says nothing of a number that is about something else', () => {
    const text = brief('- Alloys cost 25% more [1].');
    const [problem] = problemsOf(CODE, text);
    assert.equal(
      problem?.message,
      '25% is not found in [1]. Compare it with the source, cite the source that has it, or mark it as computed.',
    );
  });

  it('takes one digit for no other scale', () => {
    const text = brief('- The share of alloys is small (p < .05) [1].').replace('69%.', '69% for ages of 50.');
    assert.match(problemsOf(CODE, text)[0]?.message ?? '', /^\.05 is not found in \[1\]\. Compare it/);
  });

  it('finds a scale in the words of another language, which a short quote does not tell', () => {
    const text = brief('- The deal was worth $500 million [5].').replace('$500 million.', '500 Millionen Dollar.');
    expectSilence(CODE, text);
    assert.match(
      problemsOf(CODE, text.replace('$500 million [', '$600 million ['))[0]?.message ?? '',
      /500 Millionen Dollar/,
    );
  });

  it('takes no part of a year for the same part of another', () => {
    const text = brief('- The share of rare-earth alloys fell in the fourth quarter of 2024 [1].').replace(
      'was 69%.',
      'was 69% in the first quarter.',
    );
    assert.match(problemsOf(CODE, text)[0]?.message ?? '', /2024 is not found in \[1\]\. Compare it/);
  });

  it('names the source that has the number', () => {
    const text = brief("- Apple's agreement over magnets is worth $500 million [1].");
    const [problem] = problemsOf(CODE, text);
    assert.equal(
      problem?.message,
      '$500 million is not found in [1], but [5] has it. Cite [5], or mark the number as computed.',
    );
    const [related] = problem?.related ?? [];
    assert.equal(related && text.slice(related.span.start, related.span.end), '$500 million');
  });

  it('shows the passage in a local copy at its place there', () => {
    const copy = '\n\nChina held 90% of the smelting capacity in 2023.\n';
    const text = `---
title: T
sources:
  - id: 1
    title: Refining
    publisher: USGS
    text: copies/refining.txt
---

- China held 96% of the smelting capacity [1].
`;
    const passage = {
      text: copy.trim(),
      from: 'text',
      span: { start: 2, end: copy.length - 1 },
      uri: 'file:///r.txt',
    } as const;
    const lines = indexLines(copy);
    const texts = [{ path: 'copies/refining.txt', uri: 'file:///r.txt', passages: [passage], lines }];
    const problem = checkBrief(parseBrief(text, { texts })).find(({ rule }) => rule === CODE);
    const [related] = problem?.related ?? [];
    assert.deepEqual(related?.elsewhere, { uri: 'file:///r.txt', range: lines.rangeOf({ start: 13, end: 16 }) });
    assert.equal(related && text.slice(related.span.start, related.span.end), 'copies/refining.txt');
  });

  it('is silent about what is found, can not be checked, is marked, or cites nothing that is declared', () => {
    expectSilence(
      CODE,
      brief(`
- China held 90% of the world's smelting and separation capacity in 2023 [1].
- China's rare-earth exports were worth half a billion dollars, or $500 million, in 2022 [@zh].
- China holds 44 million tonnes of reserves [9].
- Everyone else held 10% of the smelting capacity [1]. <!-- brief: computed -->
- China will hold 80% of the smelting capacity in 2030 [1][own].
- China held 96% of the smelting capacity.
- Apple's agreement over magnets is worth $500 million [77].
`),
    );
  });

  it('is silent about headings, code, math, citations, ids and keys', () => {
    expectSilence(
      CODE,
      brief(`
## 96% of smelting in 2021

- The smelting capacity of China, as \`96%\` in code, $x = 96$ in math, after COVID-19 [1].
- See @fig:f, {{f}}, [§ 3.2](https://example.org/96?a=77) and table 4 on the smelting capacity of China [1, p. 96].
`),
    );
  });

  it('is silent about a number in a quotation that is reported itself', () => {
    const text = brief('- The report says "China held 96% of the world\'s smelting and separation capacity" [1].');
    assert.equal(problemsOf('quote/altered', text).length, 1);
    expectSilence(CODE, text);
  });

  it('reports numbers of a figure: its value, title and caption', () => {
    const [problem] = expectProblems(
      CODE,
      brief(
        'Text.',
        `  - id: share
    title: China held 96% of smelting capacity
                      ^^^
    caption: Smelting capacity of the world, 97%
                                             ^^^
    value: 98%
           ^^^
    cites: [1]`,
      ),
    );
    assert.equal(
      problem?.message,
      "96% is not found in [1], whose passage says 90%. Take the source's number, or cite the source that has it.",
    );
  });
});

describe(`${CODE}, by a fix,`, () => {
  const takes = (title: string, before: string, after: string) => expectFix(CODE, title, brief(before), brief(after));

  it("takes the source's number", () => {
    takes(
      "Take the source's number: 90%",
      "- China held 96% of the world's smelting and separation capacity in 2023 [1].",
      "- China held 90% of the world's smelting and separation capacity in 2023 [1].",
    );
  });

  it("takes the source's date", () => {
    takes(
      "Take the source's date: 2023",
      "- In 2021, China held 90% of the world's smelting and separation capacity [1].",
      "- In 2023, China held 90% of the world's smelting and separation capacity [1].",
    );
  });

  it("writes the source's number as the claim does where the source is in another language", () => {
    takes(
      "Take the source's number: $0.5 billion",
      "- China's rare-earth exports were worth $0.6 billion in 2022 [@zh].",
      "- China's rare-earth exports were worth $0.5 billion in 2022 [@zh].",
    );
    takes(
      "Take the source's number: 48,728 tonnes",
      '- China exported 51,000 tonnes of rare earths in 2022 [@zh].',
      '- China exported 48,728 tonnes of rare earths in 2022 [@zh].',
    );
  });

  it('leaves emphasis within the number', () => {
    takes(
      "Take the source's number: 90%",
      "- China held **96**% of the world's\n  smelting and separation capacity [1].",
      "- China held **90**% of the world's\n  smelting and separation capacity [1].",
    );
  });

  it('moves the citation to the source that has the number, and drops the page of the old one', () => {
    takes(
      'Cite [5] "A deal over magnets" instead of [1]',
      "- Apple's agreement over magnets is worth $500 million [1, p. 3].",
      "- Apple's agreement over magnets is worth $500 million [5].",
    );
  });

  it('cites a source with a key in place of a number', () => {
    takes('Cite [@zh] "稀土年鉴" instead of [1]', '- 中国稀土出口量为48728吨[1]。', '- 中国稀土出口量为48728吨[@zh]。');
  });

  it('cites the other source as well where something else is found in the present one', () => {
    takes(
      'Cite [5] "A deal over magnets" as well',
      "- China held 90% of the smelting capacity, and Apple's agreement over magnets is worth $500 million [1].",
      "- China held 90% of the smelting capacity, and Apple's agreement over magnets is worth $500 million [1][5].",
    );
  });

  it('moves one of two citations where the other keeps what else is found', () => {
    takes(
      'Cite [5] "A deal over magnets" instead of [1]',
      "- China held 90% of the smelting capacity [1], and Apple's agreement over magnets is worth $500 million [1].",
      "- China held 90% of the smelting capacity [1], and Apple's agreement over magnets is worth $500 million [5].",
    );
  });

  it('cites beside the citation that follows the number', () => {
    takes(
      'Cite [5] "A deal over magnets" as well',
      "- Apple's agreement over magnets is worth $500 million [1][9], and China held 90% of the smelting capacity [1].",
      "- Apple's agreement over magnets is worth $500 million [1][5][9], and China held 90% of the smelting capacity [1].",
    );
  });

  it('cites behind the one sentence where its citation stands in another', () => {
    takes(
      'Cite [5] "A deal over magnets" here',
      "Apple's agreement over magnets is worth $500 million. China held 90% of the smelting capacity [1].",
      "Apple's agreement over magnets is worth $500 million [5]. China held 90% of the smelting capacity [1].",
    );
  });

  it('leaves the citation of a lead-in alone, and repeats it where something else rests on it', () => {
    const list = (item: string) => `The smelting capacity and the magnets in numbers [1]:\n\n- ${item}.`;
    const deal = "Apple's agreement over magnets is worth $500 million";
    takes('Cite [5] "A deal over magnets" here', list(deal), list(`${deal} [5]`));
    const both = `${deal}, and China held 90% of the smelting capacity`;
    takes('Cite [5] "A deal over magnets" here, with [1]', list(both), list(`${both} [1][5]`));
  });

  it('leaves a citation that other sentences, or the items below, rest on', () => {
    const deal = "Apple's agreement over magnets is worth $500 million";
    for (const text of [
      `China held 90% of the smelting capacity. ${deal} [1].`,
      `${deal} [1]:\n\n- China held 90% of the smelting capacity.`,
      `- China held 90% of the smelting capacity:\n  - ${deal} [1].`,
    ]) {
      takes('Cite [5] "A deal over magnets" as well', text, text.replace('[1]', '[1][5]'));
    }
  });

  it('marks the number as computed, behind its sentence', () => {
    const mark = ' <!-- brief: computed -->';
    const claim = 'China held 96% of the smelting capacity [1].';
    for (const [before, after] of [
      [`- ${claim}`, `- ${claim}${mark}`],
      [`- It grew. ${claim}\n  It grew on.`, `- It grew. ${claim}${mark}\n  It grew on.`],
      [`${claim}  \nIt grew.`, `${claim}${mark}  \nIt grew.`],
      [`China held 96%\nof the smelting capacity. [1]`, `China held 96%\nof the smelting capacity. [1]${mark}`],
      [`> [!NOTE]\n> ${claim}\n> It grew.`, `> [!NOTE]\n> ${claim}${mark}\n> It grew.`],
      [`1. It grew [1].\n   - ${claim}\n2. It fell [1].`, `1. It grew [1].\n   - ${claim}${mark}\n2. It fell [1].`],
      [`中国占全球冶炼产能的96%。[1]后来又增长了。`, `中国占全球冶炼产能的96%。[1]${mark.trim()}后来又增长了。`],
    ] as const) {
      takes('Mark as computed', before, after);
    }
  });

  it('offers the likeliest first, and one as preferred', () => {
    const text = brief("- Apple's agreement over magnets in 2023 is worth $500 million [1].");
    assert.deepEqual(fixTitles(CODE, text), ['Cite [5] "A deal over magnets" as well', 'Mark as computed']);
    const fixes = problemsOf(CODE, text)[0]?.fixes?.() ?? [];
    assert.deepEqual(
      fixes.map((fix) => fix.preferred ?? false),
      [true, false],
    );
  });

  it('takes no number where none of the source is of its kind', () => {
    const text = brief('- China exported 97,000 to 99,000 tonnes of rare earths in 2022 [@zh].');
    assert.deepEqual(fixTitles(CODE, text), ['Mark as computed']);
    assert.match(
      problemsOf(CODE, text)[0]?.message ?? '',
      /is not found in \[@zh\]\. Compare it with the source, cite/,
    );
  });
});

describe(`${CODE} in YAML, by a fix,`, () => {
  const takes = (title: string, before: string, after: string) =>
    expectFix(CODE, title, brief('Text.', before), brief('Text.', after));
  const entry = (value: string, cites = '[1]', title = 'Smelting capacity of China') =>
    `  - id: share\n    title: ${title}\n    value: ${value}\n    cites: ${cites}`;

  it("takes the source's number, in quotation marks or without", () => {
    for (const quote of ['', '"', "'"]) {
      takes("Take the source's number: 90%", entry(`${quote}96%${quote}`), entry(`${quote}90%${quote}`));
    }
  });

  it('takes the value alone where the unit stands apart', () => {
    const unit = '\n    unit: "%"';
    takes("Take the source's number: 90", entry(`96${unit}`), entry(`90${unit}`));
  });

  it('leaves the rest of a title and a folded caption', () => {
    takes(
      "Take the source's number: 90%",
      entry('90%', '[1]', '"Smelting: 96% of the world"'),
      entry('90%', '[1]', '"Smelting: 90% of the world"'),
    );
    const folded = (share: string) =>
      `${entry('90%')}\n    caption: >-\n      Smelting capacity of China,\n      ${share} of that\n      of the world`;
    takes("Take the source's number: 90%", folded('96%'), folded('90%'));
  });

  it('writes no comma where YAML would read it otherwise', () => {
    const flow = (value: string) =>
      `  - { id: t, title: Export of rare earths of China, value: ${value}, cites: [zh] }`;
    takes("Take the source's number: 48728 tonnes", flow('51000 tonnes'), flow('48728 tonnes'));
    takes("Take the source's number: 48,728 tonnes", flow('"51,000 tonnes"'), flow('"48,728 tonnes"'));
  });

  it('cites the source that has the number', () => {
    const deal = (cites: string) => entry('$500 million', cites, "Apple's agreement over magnets");
    const title = 'Cite [5] "A deal over magnets" instead of [1]';
    for (const [before, after] of [
      ['[1]', '[5]'],
      ['["1"]', '[5]'],
      ['1', '5'],
      ['\n      - 1', '\n      - 5'],
    ] as const) {
      takes(title, deal(before), deal(after));
    }
  });

  it('adds the source that has the number where something else is found in the present one', () => {
    const deal = (cites: string) => entry('$500 million', cites, "90% of smelting, and Apple's agreement over magnets");
    const title = 'Cite [5] "A deal over magnets" as well';
    for (const [before, after] of [
      ['[1]', '[1, 5]'],
      ["['1']", "['1', 5]"],
      ['1', '[1, 5]'],
      ['\n      - 1', '\n      - 1\n      - 5'],
    ] as const) {
      takes(title, deal(before), deal(after));
    }
  });

  it('changes the figure of a block in the body', () => {
    const block = (value: string) =>
      `\`\`\`figure\nid: share\ntitle: Smelting capacity\nvalue: ${value}\ncites: [1]\n\`\`\``;
    expectFix(CODE, "Take the source's number: 90%", brief(block('96%')), brief(block('90%')));
  });
});
