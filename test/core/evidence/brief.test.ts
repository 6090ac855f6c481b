import assert from 'node:assert/strict';
import { evidenceOf, parseBrief, parseChanged } from '../../../src/core';
import { tableEvidence } from '../../../src/core/evidence/brief';
import { fixture } from '../../fixture';

/** Source 1 says 90 %, 5 $500 million and 2025, 9 has no passage, 中 is in Chinese. */
const SOURCES = `---
language: en
sources:
  - id: 1
    title: Refining in numbers
    published: 2024-06-10
    quote:
      - text: China held 90% of the world's smelting and separation capacity in 2023.
        page: 12
      - text: Its share of the capacity for rare-earth alloys was 69%, or 41 plants.
        page: 14
  - id: 5
    title: A deal over magnets
    quote: In July 2025, Apple and MP Materials signed an agreement over magnets worth $500 million.
  - id: q
    title: A word of the minister
    quote: It has half of the world's capacity for rare-earth alloys.
  - id: 9
    title: Reserves by country
  - id: 中
    title: 稀土年鉴
    language: zh
    quote: 2023年，中国稀土冶炼分离产能占全球的90%，出口额为5亿美元。
figures:
FIGURES
---
`;

function briefOf(body: string, figures = '  - { id: f, value: 41, cites: [1] }') {
  return parseBrief(`${SOURCES.replace('FIGURES', figures)}${body}`);
}

/** Each annotation underlines a number or quotation of the last line and says its verdict and, after it, its source. */
function expectVerdicts(annotated: string): void {
  const { text, expected } = fixture(annotated);
  const brief = briefOf(text);
  const offset = brief.text.length - text.length;
  const found = evidenceOf(brief)
    .insights.flatMap(({ numbers, quotations }) => [...numbers, ...quotations])
    .filter(({ verdict }) => verdict !== null)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, verdict, at }) => ({
      start: span.start - offset,
      end: span.end - offset,
      label: at ? `${verdict} ${at.source}` : `${verdict}`,
    }));
  assert.deepEqual(
    found,
    expected.map(({ start, end, label }) => ({ start, end, label })),
  );
}

describe('evidenceOf', () => {
  it('finds a number in a passage of the cited source', () => {
    expectVerdicts(`
- China held 90% of all smelting capacity [1].
             ^^^ found 1
`);
  });

  it('tells where in the passage it stands', () => {
    const brief = briefOf('- China held 90% of all smelting capacity [1].\n');
    const at = evidenceOf(brief).insights[0]?.numbers[0]?.at;
    assert.deepEqual(at, { source: '1', passage: 1, start: 11, end: 14 });
  });

  it('says that a number is not found where the source quotes about this very thing', () => {
    expectVerdicts(`
- China held 96% of all smelting capacity [1].
             ^^^ notFound
`);
  });

  it('offers the number that is likelier meant', () => {
    const brief = briefOf('- China held 96% of all smelting capacity [1].\n');
    assert.equal(evidenceOf(brief).insights[0]?.numbers[0]?.instead()?.quantity.surface, '90%');
  });

  it('offers the number among the same words, whatever else the sentence speaks of', () => {
    const brief = briefOf('- China held 96% of the world, and casts rare-earth alloys in its plants [1].\n');
    assert.equal(evidenceOf(brief).insights[0]?.numbers[0]?.instead()?.quantity.surface, '90%');
  });

  it('offers no number that another number of the sentence was found in', () => {
    const brief = briefOf('- China held 90% of all smelting capacity, and 65% of that for alloys [1].\n');
    assert.equal(evidenceOf(brief).insights[0]?.numbers[1]?.instead()?.quantity.surface, '69%');
  });

  it('offers no number that is far from the claimed one, unless the scale is mistaken', () => {
    const insteadOf = (claim: string) =>
      evidenceOf(briefOf(`- ${claim}.\n`)).insights[0]?.numbers[0]?.instead()?.quantity.surface;
    assert.equal(insteadOf('China held 5% of all smelting capacity [1]'), undefined);
    assert.equal(insteadOf('China held 9% of all smelting capacity [1]'), '90%');
    assert.equal(insteadOf('Since 1985, China held much smelting capacity [1]'), undefined);
    assert.equal(insteadOf('Since 2021, China held much smelting capacity [1]'), '2023');
  });

  it('finds a number in another source about the same thing', () => {
    expectVerdicts(`
- The agreement of Apple over magnets is worth $500 million [1].
                                               ^^^^^^^^^^^^ elsewhere 5
`);
  });

  it('cannot check where a cited source has no passage', () => {
    expectVerdicts(`
- Vietnam holds 22 million tons of reserves [9].
                ^^^^^^^^^^^^^^^ uncheckable
`);
  });

  it('cannot check where the quotes are about other things', () => {
    expectVerdicts(`
- Vietnam exported 22 million tons of rice [5].
                   ^^^^^^^^^^^^^^^ uncheckable
`);
  });

  it('cannot check where one of several cited sources has no passage', () => {
    expectVerdicts(`
- China held 96% of all smelting capacity [1][9].
             ^^^ uncheckable
`);
  });

  it('looks numbers up in the sources of their own sentence', () => {
    expectVerdicts(`
- China held 90% of all smelting capacity [1]. Apple signed for $500 million [5].
             ^^^ found 1
                                                                ^^^^^^^^^^^^ found 5
`);
  });

  it('looks numbers of a sentence without a citation up in the sources of the insight', () => {
    expectVerdicts(`
- China leads in refining. It held 90% of all smelting capacity. That share is high [1].
                                   ^^^ found 1
`);
  });

  it('looks numbers of an item up in the sources of its lead-in', () => {
    expectVerdicts(`
China leads [1]:

- It held 90% of all smelting capacity.
          ^^^ found 1
`);
  });

  it('finds numbers across languages', () => {
    expectVerdicts(`
- China had 90% of the capacity in 2023, and exported for $500 million [@中].
            ^^^ found 中
                                   ^^^^ found 中
                                                          ^^^^^^^^^^^^ found 中
`);
  });

  it('finds a date in the one that a source was published on', () => {
    expectVerdicts(`
- The numbers of June 2024 are the last [1].
                 ^^^^^^^^^ found
`);
  });

  it('shows the passage of the page that the citation names first', () => {
    const figures = '  - { id: f, value: 41, cites: [1] }';
    const text = `${SOURCES.replace('FIGURES', figures)}- The share was 90% [1, p. 30].\n`;
    const brief = parseBrief(
      text.replace('        page: 14', "        page: 14\n      - text: China's share was 90%.\n        page: 30"),
    );
    assert.equal(evidenceOf(brief).insights[0]?.numbers[0]?.at?.passage, 3);
  });

  it('reads over marks of emphasis', () => {
    expectVerdicts(`
- China held **90**% of all smelting capacity, *69%* of alloys [1].
               ^^^^^ found 1
                                                ^^^ found 1
`);
  });

  it('passes over citations, locators, code, math, addresses and comments', () => {
    expectVerdicts(`
- China leads [1, p. 77], see \`x = 78\`, $y = 79$, [page](https://a.example/80) <!-- 81 -->.
`);
  });

  it('passes over citations in words and the values of figures', () => {
    expectVerdicts(`
- China leads with {{f}} (Survey, 1977), and has 41 plants [1].
                                                 ^^ found 1
`);
  });

  it('looks up the text that is shown in the place of a figure’s value', () => {
    expectVerdicts(`
- China leads with [42]{{f}} plants [1].
                    ^^ notFound
`);
  });

  it('looks nothing up that is the author’s own, computed, or uncited', () => {
    expectVerdicts(`
- China held 96% of all smelting capacity [1]. <!-- brief: computed -->
- China will hold 96% in 2030 [own].
- China held 96% of all smelting capacity.
`);
  });

  it('looks up the sentences before and after one that is computed', () => {
    expectVerdicts(`
China held 90% of all capacity [1]. That is 96% of it [1]. <!-- brief: computed --> Of alloys it held 97% [1].
           ^^^ found 1
                                                                                                      ^^^ notFound
`);
  });

  it('finds a quotation, whatever its marks, white space and case', () => {
    expectVerdicts(`
- It held “half of the   World’s Capacity for rare-earth alloys” [@q].
           ^^^^ found q
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ found q
`);
  });

  it('tells a quotation with other words', () => {
    const brief = briefOf('- They "signed a contract over magnets worth $500 million" [5].\n');
    const [quotation] = evidenceOf(brief).insights[0]?.quotations ?? [];
    assert.equal(quotation?.verdict, 'altered');
    assert.deepEqual(quotation?.differences, [{ quoted: 'a contract', source: 'an agreement' }]);
  });

  it('says that a quotation is not found in any passage', () => {
    const brief = briefOf('- Apple says "we will never buy a magnet again from anybody" [5].\n');
    assert.equal(evidenceOf(brief).insights[0]?.quotations[0]?.verdict, 'notFound');
  });

  it('finds a quotation in another source', () => {
    const brief = briefOf('- Apple "signed an agreement over magnets" with China [1].\n');
    const [quotation] = evidenceOf(brief).insights[0]?.quotations ?? [];
    assert.deepEqual([quotation?.verdict, quotation?.at?.source], ['elsewhere', '5']);
  });

  it('cannot check a quotation in another language than the passages', () => {
    const brief = briefOf('- China "holds ninety percent of smelting capacity" [@中].\n');
    assert.equal(evidenceOf(brief).insights[0]?.quotations[0]?.verdict, 'uncheckable');
  });

  it('lends a date without a year that of the title, or of the last such day before the source was published', () => {
    const verdictOf = (claim: string, source: string) => {
      const text = `---\nlanguage: en\nsources:\n  - id: 1\n${source}\n---\n\n- Prices of alloys fell in ${claim} [1].\n`;
      return evidenceOf(parseBrief(text)).insights[0]?.numbers[0]?.verdict;
    };
    const june = '    published: 2024-07-11\n    quote: Prices of alloys fell in June.';
    assert.equal(verdictOf('June 2024', june), 'found');
    assert.equal(verdictOf('June 2023', june), 'notFound');
    assert.equal(verdictOf('June 2024', june.replace('07-11', '03-11')), 'notFound');
    assert.equal(verdictOf('June 2024', june.replace('June.', 'June 2022.')), 'notFound');
    const quarter = '    title: Annual report 2024\n    quote: Prices of alloys fell in the fourth quarter.';
    assert.equal(verdictOf('the fourth quarter of 2024', quarter), 'found');
    assert.equal(verdictOf('the fourth quarter of 2025', quarter), 'notFound');
    assert.equal(verdictOf('the third quarter of 2024', quarter), 'notFound');
  });

  it('takes the title of another source for no sign that a claim rests on that', () => {
    const verdictOf = (other: string) => {
      const text = `---\nlanguage: en\nsources:\n  - id: 1\n    title: Tin\n    quote: Smelting of tin in Borland stood still.\n  - id: 2\n    ${other}: Smelting of tin in Borland rose by 12% in a year\n---\n\n- Smelting of tin in Borland rose by 12% [1].\n`;
      return evidenceOf(parseBrief(text)).insights[0]?.numbers[0]?.verdict;
    };
    assert.equal(verdictOf('quote'), 'elsewhere');
    assert.equal(verdictOf('title'), 'notFound');
  });

  it('looks up the value, title and caption of a figure', () => {
    const figures = '  - { id: f, title: The share in 2023, caption: Of 41 plants, value: 96%, cites: [1] }';
    const brief = briefOf('', figures);
    const [figure] = evidenceOf(brief).figures;
    const found = figure?.numbers.map(({ span, verdict }) => [brief.text.slice(span.start, span.end), verdict]);
    assert.deepEqual(found, [
      ['96%', 'notFound'],
      ['2023', 'found'],
      ['41', 'found'],
    ]);
  });

  it('reads the unit of a figure that is said apart', () => {
    const brief = briefOf('', '  - { id: f, title: Plants for alloys, value: 69, unit: "%", cites: [1] }');
    assert.equal(evidenceOf(brief).figures[0]?.numbers[0]?.verdict, 'found');
  });

  it('gives the same objects for an insight that an edit left alone, at its new place', () => {
    const before = briefOf('- Ore.\n- China held 90% of all smelting capacity [1].\n');
    const [, was] = evidenceOf(before).insights;
    const after = parseChanged(before, before.text.replace('- Ore.', '- More ore.'));
    const [, is] = evidenceOf(after).insights;
    assert.equal(is?.numbers[0]?.at, was?.numbers[0]?.at);
    assert.equal(is?.numbers[0]?.span.start, (was?.numbers[0]?.span.start ?? 0) + 5);
  });

  it('copies nothing of an insight that stands where it stood', () => {
    const before = briefOf('- China held 90% of all smelting capacity [1].\n- Ore.\n');
    const [was] = evidenceOf(before).insights;
    const after = parseChanged(before, before.text.replace('- Ore.', '- More ore.'));
    assert.equal(evidenceOf(after).insights[0], was);
  });

  it('gives the same rows of a table that an edit beside it left alone', () => {
    const before = briefOf('Ore.\n\n| of | held |\n| - | - |\n| China | 90% [1] |\n');
    const [was] = tableEvidence(before);
    const after = parseChanged(before, before.text.replace('Ore.', 'More ore.'));
    const [is] = tableEvidence(after);
    assert.equal(was?.rows.length, 1);
    assert.equal(is?.rows, was?.rows);
    assert.equal(is?.at, (was?.at ?? 0) + 5);
  });

  it('looks up again once a passage says something else', () => {
    const before = briefOf('- Its share of alloys was 69% [1].\n');
    evidenceOf(before);
    const after = parseChanged(before, before.text.replace('was 69%', 'was 64%'));
    assert.equal(evidenceOf(after).insights[0]?.numbers[0]?.verdict, 'notFound');
  });

  it('looks up again where a citation ends elsewhere once other sources are declared', () => {
    const text = (id: string) => `---\nsources:\n  - id: ${id}\n---\n\n@{郭2025} [@郭2025; @]\n`;
    const before = parseBrief(text('1'));
    evidenceOf(before);
    const after = parseChanged(before, text('k'));
    assert.deepEqual(evidenceOf(after), evidenceOf(parseBrief(text('k'))));
  });

  it('looks up again where the name of a figure ends elsewhere once that is declared', () => {
    const text = (id: string) =>
      `---\nfigures:\n  - { id: ${id}, value: 5 }\n---\n\nOre is as @fig:ab-2025 and 7% say.\n`;
    const before = parseBrief(text('zz'));
    evidenceOf(before);
    const after = parseChanged(before, text('ab'));
    assert.deepEqual(evidenceOf(after), evidenceOf(parseBrief(text('ab'))));
  });
});
