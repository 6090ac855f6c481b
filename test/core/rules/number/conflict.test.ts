import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../../src/core/brief/parseBrief';
import type { Brief } from '../../../../src/core/brief/types';
import { claimFactsInText, claimFactsOf } from '../../../../src/core/evidence/conflicts';
import { checkBrief } from '../../../../src/core/rules';
import { expectFix, expectProblems, expectSilence, problemsOf } from '../ruleTest';

const CODE = 'number/conflict';

const RESULTS = `
| Measure              | 2023 | 2024  |
| -------------------- | ---- | ----- |
| Revenue ($ million)  | 100  | 120   |
| Operating profit     | 10   | 14    |
| Margin               | 10%  | 11.7% |
`;
const STAFF = `---
title: Acme in 2024
figures:
  - id: staff
    title: Employees of Acme
    value: 4,100
    as-of: 2024-12-31
---
`;

const beside = (claim: string, table = RESULTS) => `${table.trim()}\n\n${claim}\n`;
const underlined = (claim: string, underline: string, table = RESULTS) => `${beside(claim, table)}${underline}\n`;

describe(CODE, () => {
  for (const [what, claim, underline, table] of [
    [
      'a number that a table gives otherwise',
      'Revenue reached $130 million in 2024.',
      '                ^^^^^^^^^^^^ This brief gives 120 for "Revenue ($ million), 2024". Correct the wrong one.',
      RESULTS,
    ],
    ['a percentage', 'In 2023, the margin was 15%.', '                        ^^^ "Margin, 2023"', RESULTS],
    [
      'one under a year that heads a row',
      'In 2023 Acme sold 4,100 tents.',
      '                  ^^^^^ This brief gives 3,900',
      '| Year | Acme tents |\n| ---- | ---------- |\n| 2023 | 3,900      |\n| 2024 | 4,200      |',
    ],
    [
      'one of what a name with a number is',
      'The price of the T-400 tent is $310.',
      '                               ^^^^ This brief gives $290',
      '| Tent  | Price |\n| ----- | ----- |\n| T-400 | $290  |\n| T-500 | $340  |',
    ],
    [
      'one in Chinese',
      '公司2024年营业收入达到155亿元。',
      '             ^^^^^ warning',
      '公司业绩：\n\n| 指标 | 2023年 | 2024年 |\n| --- | --- | --- |\n| 营业收入（亿元） | 125 | 145 |',
    ],
  ] as const)
    it(`underlines ${what}`, () => {
      expectProblems(CODE, underlined(claim, underline, table));
    });

  it('underlines what differs from a key number of its date', () => {
    expectProblems(
      CODE,
      `${STAFF}\nAcme employees numbered 4,500 in 2024.\n${' '.repeat(24)}^^^^^ This brief gives 4,100\n`,
    );
  });

  it('underlines what differs from a row of a chart', () => {
    const figure = `---
figures:
  - id: sales
    title: Sales of tents
    type: bar
    x: year
    y: tents
    data:
      - { year: 2023, tents: 3900 }
      - { year: 2024, tents: 4200 }
---
`;
    expectProblems(CODE, `${figure}\nIn 2023, 4,100 tents were sold.\n         ^^^^^ "2023"\n`);
  });

  it('underlines the later of two insights that differ', () => {
    const [problem] = expectProblems(
      CODE,
      'In 2024 Acme sold tents for $5.5 million.\n\nIn 2024, tents were sold by Acme for $6.5 million.\n                                     ^^^^^^^^^^^^ This brief also gives $5.5 million for this.\n',
    );
    assert.equal(problem?.related?.[0]?.message, '"$5.5 million" is here.');
  });

  it('leads to the cell', () => {
    const text = beside('Revenue reached $130 million in 2024.');
    const [problem] = problemsOf(CODE, text);
    const span = problem?.related?.[0]?.span;
    assert.equal(span && text.slice(span.start, span.end), '120');
  });

  it('writes the other number in the form of the claim', () => {
    const claim = (sum: string) => beside(`Revenue reached ${sum} in 2024.`);
    expectFix(CODE, 'Write $120 million', claim('$130 million'), claim('$120 million'));
  });

  it('is off where a comment says so', () => {
    const claim = '<!-- brief-disable-next-line number/conflict -->\nRevenue reached $130 million in 2024.';
    expectSilence(CODE, beside(claim));
  });

  for (const [what, claim] of [
    ['the same number', 'Revenue reached $120 million in 2024.'],
    ['a rounded one', 'Revenue reached $0.12 billion in 2024.'],
    ['one that is said with "about"', 'Revenue reached about $130 million in 2024.'],
    ['a bound', 'Revenue reached more than $110 million in 2024.'],
    ['another year', 'Revenue reached $90 million in 2022.'],
    ['a part of a year', 'Revenue reached $60 million in the first half of 2024.'],
    ['a part of the thing', 'Revenue in Asia reached $30 million in 2024.'],
    ['another measure', 'Revenue per employee reached $130 million in 2024.'],
    ['a forecast', 'Analysts expected revenue of $130 million in 2024.'],
    ['a change', 'Revenue rose by $20 million in 2024.'],
    ['a rate of change of what has a level', 'The margin rose by 2% in 2024.'],
    ['how far it is from another', 'Revenue was $20 million above that of 2023.'],
    ['a difference', 'Revenue in 2024 was $22 million higher.'],
    ['a number of another size', 'Revenue reached $130 in 2024.'],
    ['a sentence that has the other number, too', 'Revenue was $120 million in 2024, or $130 million with interest.'],
  ] as const)
    it(`is silent about ${what}`, () => expectSilence(CODE, beside(claim)));

  it('is silent about a table under another heading, unless the claim names that or sums up', () => {
    const under = (heading: string, claim: string) => `## Europe\n\n${RESULTS.trim()}\n\n## ${heading}\n\n${claim}\n`;
    expectSilence(CODE, under('Asia', 'Revenue reached $130 million in 2024.'));
    assert.equal(problemsOf(CODE, under('Asia', 'Revenue in Europe reached $130 million in 2024.')).length, 0);
    assert.equal(problemsOf(CODE, under('Summary', 'Revenue reached $130 million in 2024.')).length, 1);
  });

  for (const [what, first, second] of [
    ['two analysts', 'IDC put the market at $250 million in 2024.', 'Gartner put the market at $230 million in 2024.'],
    ['two years', 'Acme sold tents for $5.5 million in 2023.', 'Acme sold tents for $6.5 million in 2024.'],
    ['two products', 'Claude 3.5 scored 49.0% in 2024.', 'Claude 3.7 scored 62.3% in 2024.'],
    ['two districts', 'District 1 closed 12% of its mills in 2023.', 'District 2 closed 15% of its mills in 2023.'],
    ['two deeds', 'In 2022 Acme sold 500 tents.', 'In 2022 Acme bought 300 tents.'],
    ['an average', 'Acme tents cost $300 in 2022.', 'On average Acme tents cost $320 in 2022.'],
    ['two groups', 'The 5 mg group lost 14.2 kg in 2023.', 'The 10 mg group lost 15.6 kg in 2023.'],
    ['a rise and a fall', 'Acme sales rose 5% in 2024.', 'Acme sales fell 7% to a low in 2024.'],
    ['small counts', 'Acme has 3 shops in Rome.', 'Acme has 4 shops in Rome.'],
  ] as const)
    it(`is silent about ${what} in two insights`, () => expectSilence(CODE, `${first}\n\n${second}\n`));

  it('is silent about the same words in lists of different things', () => {
    expectSilence(CODE, '## Zoom\n\n- The price is $15 in 2024.\n\n## Slack\n\n- The price is $12 in 2024.\n');
    expectSilence(CODE, '**Zoom**\n\n- The price is $15 in 2024.\n\n**Slack**\n\n- The price is $12 in 2024.\n');
    const list = (share: string) => `- Zenith gets ${share} of the savings of a careful buyer\n`;
    expectSilence(CODE, `**Calm**\n${list('20%')}\n**Bold**\n${list('35%')}`);
    assert.equal(problemsOf(CODE, `**Calm**\n${list('20%')}${list('35%')}`).length, 1);
  });

  it('takes neither the name nor the date of a source in parentheses for those of the number', () => {
    const of = (part: string, revenue: string, end: string) =>
      `**${part}**:\n- Revenue of Acme: ${revenue}, up on the year ${end}\n\n`;
    const both = (end: string) => of('Group', '$5.5 million', end) + of('Tents', '$4.5 million', end);
    expectSilence(CODE, both('(Quay Wire, 4 March 2025)'));
    expectSilence(CODE, both('(Quay Wire, 2025)'));
    assert.equal(problemsOf(CODE, both('(in 2025)')).length, 1);
    expectSilence(
      CODE,
      '**全社**：\n- **収益**：5.5億ドル（Quay Wire, 2025.3.4）\n\n**部門**：\n- **収益**：4.5億ドル（Quay Wire, 2025.3.4）\n',
    );
  });

  it('compares numbers in parentheses where the same stands before them', () => {
    const list = (first: string, second: string) =>
      `- **78%** of ${first} use Quay (up from 55% in 2023)\n- **71%** of ${second} use Quay (up from 33% in 2023)\n`;
    expectSilence(CODE, list('bakers', 'millers'));
    assert.equal(problemsOf(CODE, list('bakers', 'bakers').replace('71%', '78%')).length, 1);
  });
});

describe(`${CODE} across briefs`, () => {
  interface Written {
    readonly title?: string;
    readonly claim: string;
  }
  const briefOf = ({ title = 'Tents in 2024', claim }: Written) =>
    parseBrief(`---\ntitle: ${title}\n---\n\n- ${claim}\n`);
  /** What is told of the first brief when the others are in the workspace. */
  const told = (first: Written, ...others: readonly Written[]) => {
    const facts = others.flatMap((other, i) => claimFactsInText(briefOf(other), `file:///${i}.brief`));
    const elsewhere = (id: string) => facts.filter((fact) => fact.id === id);
    return checkBrief(briefOf(first), { elsewhere }).filter(({ rule }) => rule === CODE);
  };
  const REVENUE = { claim: 'The revenue of Acme was $130 million in 2024.' };

  it('names the number of the other brief and leads to it', () => {
    const [problem] = told(REVENUE, { claim: 'In 2024, the revenue of Acme reached $120 million [1].' });
    assert.equal(problem?.message, 'Another brief gives $120 million here. Correct the wrong one.');
    const { text } = briefOf(REVENUE);
    assert.equal(text.slice(problem?.span.start, problem?.span.end), '$130 million');
    assert.deepEqual(problem?.related, [
      {
        message: '"$120 million" is here.',
        span: problem?.span,
        elsewhere: {
          uri: 'file:///0.brief',
          range: { start: { line: 4, character: 39 }, end: { line: 4, character: 51 } },
        },
      },
    ]);
  });

  it('leads to each brief once', () => {
    const other = {
      claim: 'The revenue of Acme was $120 million in 2024. The revenue of Acme was $110 million in 2024.',
    };
    const [problem] = told(REVENUE, other, { claim: 'The revenue of Acme was $125 million in 2024.' }, REVENUE);
    assert.deepEqual(
      problem?.related?.map(({ elsewhere }) => elsewhere?.uri),
      ['file:///0.brief', 'file:///1.brief'],
    );
  });

  it('tells of one in Chinese', () => {
    const other = { title: '中国汽车', claim: '2023年中国汽车出口量为491万辆。' };
    assert.equal(told({ title: '中国汽车市场', claim: '2023年中国汽车出口量达到522万辆。' }, other).length, 1);
  });

  it('compares with a brief that is called otherwise where the sentence names what that is about', () => {
    const claim = 'The revenue of Acme was $120 million in 2024.';
    assert.equal(told(REVENUE, { title: 'Acme', claim }).length, 1);
  });

  it('is silent where the sentence leaves out what the briefs are about', () => {
    const first = { title: 'Acme at a glance', claim: 'Revenue in Germany was $130 million in 2024.' };
    const claim = 'Revenue in Germany was $120 million in 2024.';
    assert.equal(told(first, { title: 'Zenith at a glance', claim }).length, 0);
    assert.equal(told(first, { title: 'Acme, once more', claim }).length, 1);
  });

  for (const [what, claim] of [
    ['the same number', 'The revenue of Acme was $130 million in 2024.'],
    ['a more exact one', 'The revenue of Acme was $129.7 million in 2024.'],
    ['a rounded one', 'The revenue of Acme was $0.13 billion in 2024.'],
    ['another year', 'The revenue of Acme was $120 million in 2023.'],
    ['no year', 'The revenue of Acme was $120 million.'],
    ['a part of a year', 'The revenue of Acme was $60 million in the first half of 2024.'],
    ['another name', 'The revenue of Zenith was $120 million in 2024.'],
    ['another analyst', 'IDC put the revenue of Acme at $120 million in 2024.'],
    ['a part of the thing', 'The revenue of Acme in Asia was $120 million in 2024.'],
    ['a bound', 'The revenue of Acme was more than $120 million in 2024.'],
    ['one that is said with "about"', 'The revenue of Acme was about $120 million in 2024.'],
    ['a forecast', 'The revenue of Acme was forecast at $120 million in 2024.'],
    ['a change', 'The revenue of Acme rose by $120 million in 2024.'],
    ['a number of another size', 'The revenue of Acme was $12 million in 2024.'],
    ['another currency', 'The revenue of Acme was €120 million in 2024.'],
    ['a sentence that says both', 'The revenue of Acme was $120 million in 2024, not $130 million.'],
  ] as const)
    it(`is silent about ${what} in another brief`, () => {
      assert.deepEqual(told(REVENUE, { claim }), []);
      assert.deepEqual(told({ claim }, REVENUE), []);
    });

  it('knows a name at the start of a sentence by its form, or by the title', () => {
    for (const [title, start] of [
      ['Tents', "Acme's revenue"],
      ['Tents', 'ACME revenue'],
      ['Acme', 'Acme revenue'],
    ] as const) {
      const claim = (sum: string) => ({ title, claim: `${start} was ${sum} in 2024.` });
      assert.equal(told(claim('$130 million'), claim('$120 million')).length, 1, start);
    }
    assert.equal(told(REVENUE, { claim: "Acme's revenue was $120 million in 2024." }).length, 1);
    const claim = (sum: string) => ({ title: 'Now', claim: `Tent revenue was ${sum} in 2024.` });
    assert.deepEqual(told(claim('$130 million'), claim('$120 million')), []);
  });

  it('is silent where no name stands with the number', () => {
    const claim = (sum: string) => ({ claim: `The price of a tent was ${sum} in 2024.` });
    assert.deepEqual(told(claim('$15'), claim('$12')), []);
  });

  it('knows of a brief that is checked what it knows of its text', () => {
    const brief = briefOf({
      claim: 'In 2024, the revenue of Acme reached $120 million [1]. In 2023 Acme sold 4,100 tents.',
    });
    checkBrief(brief);
    const facts = claimFactsOf(brief, 'file:///a.brief');
    assert.deepEqual(
      facts.map(({ value, sentence, names }) => [value, sentence, names]),
      [
        ['$120 million', 'In 2024, the revenue of Acme reached $120 million    .', 'tent'],
        ['4,100', 'In 2023 Acme sold 4,100 tents.', 'tent'],
      ],
    );
    assert.deepEqual(claimFactsInText(brief, 'file:///a.brief'), facts);
  });

  it('has an id of its own for each thing, also where the words right beside the numbers are the same', () => {
    const brief = briefOf({
      claim:
        'In 2017 the mill at Lima sold 59.2 million tonnes, 68% of the total [1]. In 2017 the mill at Oslo sold 24.1 million tonnes, 3% of the total.',
    });
    checkBrief(brief);
    const ids = claimFactsOf(brief, 'file:///a.brief').map(({ id }) => id);
    assert.equal(ids.length, 4);
    assert.equal(new Set(ids).size, 4);
  });

  it('stays the same object after an edit of another block, and has its new place where that has changed', () => {
    const other = '\nCoal met 30% of the demand.\n';
    const before = `---\ntitle: Acme\n---\n\n- The revenue of Acme was $130 million in 2024.\n${other}`;
    const after = before.replace('30%', '31%');
    const factsIn = (one: Brief) => claimFactsOf(one, 'file:///a.brief');
    const brief = parseBrief(before);
    const [fact] = factsIn(brief);
    const next = parseChanged(brief, after);
    const [same] = factsIn(next);
    assert.equal(fact?.value, '$130 million');
    assert.equal(same, fact);
    const [moved] = factsIn(parseChanged(next, after.replace('\n- The', '\n\n- The')));
    assert.deepEqual(moved, { ...fact, range: { start: { line: 5, character: 26 }, end: { line: 5, character: 38 } } });
  });
});
