import assert from 'node:assert/strict';
import { type Brief, checkBrief, inspectBrief, parseBrief, parseChanged } from '../../../../src/core';
import { claimBeside, expectSilences } from '../claimBeside';
import { expectFix, expectProblems, expectSilence, problemsOf } from '../ruleTest';

const CODE = 'number/wrong-sum';
const FUND = 'Shares returned 18.2% in 2024, bonds 1.3%.';
const PEOPLE = '2024年全省出生人口54万人，死亡人口93万人。';

/** The verdicts on the numbers of a claim, with their calculations. */
function verdictsOf(claim: string, passage: string): string[] {
  const { insights } = inspectBrief(parseBrief(claimBeside(claim, [passage])));
  return insights.flatMap(({ numbers }) =>
    numbers.map(({ surface, verdict, computed }) =>
      [
        surface,
        verdict,
        ...(computed ? [computed.operands.map((one) => one.surface).join(` ${computed.operation} `)] : []),
      ].join(' '),
    ),
  );
}

describe(CODE, () => {
  for (const [claim, underline, passage, says] of [
    [
      '- Shares did better than bonds by 13.1 percentage points [1].',
      '                                  ^^^^^^^^^^^^^^^^^^^^^^',
      FUND,
      '13.1 percentage points is not found in [1], where 18.2% − 1.3% gives 16.9 percentage points.',
    ],
    ['- 全省死亡人口比出生人口多19万人 [1]。', '              ^^^', PEOPLE, '93万 − 54万'],
    [
      '- The new mill made five times as much flour as the old mill [1].',
      '                    ^^^^^^^^^^',
      'The new mill made 15.7 tonnes of flour, and the old mill made 4.9 tonnes.',
      '15.7 tonnes ÷ 4.9 tonnes gives 3',
    ],
    [
      '- Wind and solar together met 47% of the demand [1].',
      '                              ^^^',
      'Wind met 27% of the demand and solar 10%.',
      '27% + 10% gives 37%',
    ],
    [
      '- Sales grew by 45% to $250 million [1]. <!-- brief: computed -->',
      '                ^^^',
      'Sales rose from $200 million in 2022 to $250 million in 2023.',
      '($250 million − $200 million) ÷ $200 million gives 25%',
    ],
  ] as const)
    it(`underlines what the passage does not come to: ${claim}`, () => {
      expectProblems(CODE, `${claimBeside(claim, [passage]).trimEnd()}\n${underline} ${says}\n`);
    });

  it('writes the right number in the form of the claim', () => {
    const claim = (points: string) => claimBeside(`- Shares did better than bonds by ${points} [1].`, [FUND]);
    expectFix(CODE, 'Write 16.9 percentage points', claim('13.1 percentage points'), claim('16.9 percentage points'));
  });

  for (const [claim, underline] of [
    ['- Sales rose by 45% from $200 million to $250 million.', '                ^^^ gives 25%, not 45%'],
    ['- Sales tripled from 40,000 in 2022 to 80,000 in 2023.', '        ^^^^^^^ 80,000 ÷ 40,000'],
    ['- 销量从4.0万台增长到8.0万台，增长150%。', '                     ^^^^ 100%'],
  ] as const)
    it(`underlines a change that its own ends do not make, without a source: ${claim}`, () => {
      expectProblems(CODE, `${claim}\n${underline}\n`);
    });

  it('underlines "doubled" where the passage has two years that make another multiple', () => {
    const passage = 'Sales were 100 units in 2022 and 140 units in 2023.';
    const brief = claimBeside('- Sales doubled [1].', [passage]).trimEnd();
    expectProblems(CODE, `${brief}\n        ^^^^^^^ where 140 ÷ 100 gives 1.4\n`);
  });

  expectSilences(CODE, [
    ['- Sales doubled [1].', 'Sales were 100 units in 2022 and 200 units in 2023.'],
    ['- Sales more than doubled [1].', 'Sales were 100 units in 2022 and 240 units in 2023.'],
    ['- Sales halved [1].', 'Sales were 200 units in 2022 and 100 units in 2023.'],
    ['- Sales doubled [1].', 'Sales were 100 units in 2022, 140 units in 2023 and 200 units in 2024.'],
    ['- Revenue was $60,000 per employee [1].', 'Acme had revenue of $200 million and 4,000 employees.'],
    ['- Sales averaged 160 units [1].', 'Sales were 100 units in 2022 and 200 units in 2023.'],
  ]);

  it('writes the change that its ends make', () => {
    const claim = (change: string) => `- Sales rose by ${change} from $200 million to $250 million.\n`;
    expectFix(CODE, 'Write 25%', claim('45%'), claim('25%'));
  });

  it('takes a change that its own ends make for found where these are', () => {
    const claim = '- Sales rose by 25% from $200 million in 2022 to $250 million in 2023 [1].';
    const passages = ['Sales were $200 million in 2022.', 'They were $250 million in 2023.'];
    expectSilence('number/not-in-source', claimBeside(claim, passages));
  });

  it('leaves a change as the passage has it', () => {
    const said = 'Sales rose by 26% from $200 million to $250 million.';
    expectSilence(CODE, claimBeside(`- ${said.slice(0, -1)} [1].`, [said]));
  });

  it('speaks in place of number/not-in-source', () => {
    const text = claimBeside('- Shares did better than bonds by 13.1 percentage points [1].', [FUND]);
    assert.equal(problemsOf(CODE, text).length, 1);
    expectSilence('number/not-in-source', text);
  });

  it('is worked out where the sentence is marked as computed', () => {
    const text = claimBeside('- Shares did better than bonds by 13.1 percentage points [1]. <!-- brief: computed -->', [
      FUND,
    ]);
    assert.equal(problemsOf(CODE, text).length, 1);
  });

  expectSilences(CODE, [
    ['- Shares did better than bonds by 16.9 percentage points [1].', FUND],
    ['- Shares did better than gold by 13.1 percentage points [1].', FUND],
    ['- They met 47% of the demand [1].', 'Wind met 27% of the demand and solar 10%.'],
    [
      '- Shares did better than bonds by 13.1 percentage points [1].',
      'Shares returned 18.2%, bonds 1.3%, and other bonds 2.4%.',
    ],
  ]);

  describe('a number that is worked out', () => {
    for (const [claim, passage, ...expected] of [
      [
        '- Americans bought 1.1 million bags more than Germany [1].',
        'Germany took 7.1 million bags, and the Americans 8.2 million.',
        '1.1 million found 8.2 million − 7.1 million',
      ],
      [
        '- Wind and solar met 37% of the demand together [1].',
        'Wind met 27% of the demand and solar 10%.',
        '37% found 27% + 10%',
      ],
      [
        '- The number of births was 902 thousand in 2023 [1].',
        'The number of births was 954 thousand in 2024, 52 thousand more than in 2023.',
        '902 thousand found 954 thousand − 52 thousand',
        '2023 found',
      ],
      [
        '- 全年新增的存款中，约八成来自住户 [1]。',
        '全年存款增加18万亿元，其中住户存款增加14.3万亿元。',
        '八成 found 14.3万亿元 % 18万亿元',
      ],
      ['- 所占份额缩小3.3个百分点 [1]。', '所占份额由15.8%降至12.5%。', '3.3个百分点 found 15.8% − 12.5%'],
      ['- 季末自营门店为13936家 [1]。', '季末门店总数21343家，其中联营门店7407家。', '13936 found 21343 − 7407'],
      [
        '- Revenue was $50,000 per employee [1].',
        'Acme had revenue of $200 million and 4,000 employees.',
        '$50,000 found $200 million ÷ 4,000',
      ],
      ['- 人均收入为5万元 [1]。', '全县总收入20亿元，人口4万人。', '5万元 found 20亿元 ÷ 4万'],
      [
        '- Sales averaged 150 units [1].',
        'Sales were 100 units in 2022 and 200 units in 2023.',
        '150 found 100 mean 200',
      ],
      [
        '- The deal was worth $1.39 billion [1].',
        'The deal was worth 10 billion yuan, at 7.2 yuan to the dollar.',
        '$1.39 billion found 10 billion yuan ÷ 7.2 yuan',
      ],
      [
        '- Sales grew by 25% [1].',
        'Sales rose from $200 million to $250 million.',
        '25% found $200 million Δ% $250 million',
      ],
    ] as const)
      it(`counts as found: ${claim}`, () => {
        assert.deepEqual(verdictsOf(claim, passage), expected);
      });

    it('is not found where no words say how', () => {
      assert.deepEqual(
        verdictsOf('- The plants use 37 kg of it [1].', 'The north plants use 27 kg of it, the south ones 10 kg.'),
        ['37 kg notFound'],
      );
    });

    it('is not found where it goes the other way', () => {
      const passage = 'Sales were $250 million in 2022, and $200 million in 2023.';
      assert.deepEqual(verdictsOf('- Sales fell by 20% [1].', passage), ['20% found $250 million Δ% $200 million']);
      assert.deepEqual(verdictsOf('- Sales grew by 25% [1].', passage), ['25% notFound']);
      assert.deepEqual(verdictsOf('- Sales grew by 20% [1].', passage), ['20% notFound']);
    });

    for (const [claim, passage, ...expected] of [
      [
        '- Almost two thirds of the weavers stayed [1].',
        'Of the 310 weavers of the mill, 205 weavers stayed.',
        'two thirds found 205 ÷ 310',
      ],
      [
        '- The new hall adds 15,000 tonnes [1].',
        'A new hall takes the mill from 21,000 tonnes to 36,000 tonnes a year.',
        '15,000 tonnes found 36,000 tonnes − 21,000 tonnes',
      ],
      [
        '- In 2021, the mill had 8,200 looms [1].',
        'In 2022 the number of looms of the mill rose by 700 to 8,900.',
        '2021 notFound',
        '8,200 found 8,900 − 700',
      ],
      [
        '- Together the three mills earned 2.47 million crowns [1].',
        'Three mills earned money: Arvika 1.52 million crowns, Falun 610,000 crowns and Borås 340,000 crowns.',
        'three null',
        '2.47 million crowns found 1.52 million crowns + 610,000 crowns + 340,000 crowns',
      ],
    ] as const)
      it(`is found where numbers of one sentence come to it: ${claim}`, () => {
        assert.deepEqual(
          verdictsOf(claim, passage),
          expected.map((one) => one.replace(' null', ' uncheckable')),
        );
      });

    it('is worked out of the row that the claim names, in the scale of its table', () => {
      const table =
        '| Mill | Looms 2023 (m) | Looms 2024 (m) |\n| --- | --- | --- |\n| Arvika | 17.2 | 18.7 |\n| Falun | 40.1 | 41.9 |';
      const verdictOf = (mill: string) =>
        verdictsOf(`- ${mill} had 1.5 million more looms in 2024 than in 2023 [1].`, table)[0];
      assert.equal(verdictOf('Arvika'), '1.5 million found 18.7 − 17.2');
      assert.equal(verdictOf('Falun'), '1.5 million notFound');
    });

    it('is not worked out of a bound', () => {
      const passage = 'The storm left 52 houses without a roof, and 29 houses without a wall.';
      assert.deepEqual(verdictsOf('- More than 28 houses had no wall [1].', passage), ['28 found']);
      assert.deepEqual(verdictsOf('- More than 81 houses had no wall [1].', passage), ['81 notFound']);
    });

    it('is not found where the claim speaks of something else', () => {
      assert.deepEqual(
        verdictsOf('- Coal and gas met 37% of it together [1].', 'Wind met 27% of the demand and solar 10%.'),
        ['37% notFound'],
      );
    });
  });

  describe('a calculation that a comment names', () => {
    const SALES = 'Sales rose from $200 million in 2022 to $250 million in 2023.';
    const computed = (formula: string) => `<!-- brief: computed ${formula} -->`;
    const sales = (claim: string, formula: string) => claimBeside(`- ${claim} [1]. ${computed(formula)}`, [SALES]);

    for (const [claim, passage, ...expected] of [
      [
        '- Sales grew by 25% to $250 million [1]. (250 - 200) / 200',
        SALES,
        '25% found 250, 200, 200',
        '$250 million found',
      ],
      [
        '- Sales grew by $50 million [1]. $250 million − $200 million',
        SALES,
        '$50 million found $250 million, $200 million',
      ],
      ['- Sales grew by $50 million [1]. 250 - 200', SALES, '$50 million found 250, 200'],
      ['- Sales are a quarter more [1]. 250 / 200 - 1', SALES, 'a quarter found 250, 200'],
      ['- Sales are 1.25 times what they were [1]. 250 / 200', SALES, '1.25 found 250, 200'],
      ['- Sales grew by more than 20% [1]. (250 - 200) / 200', SALES, '20% found 250, 200, 200'],
      ['- Sales are 25% more [1]. 250 / 200 * 100 - 100', SALES, '25% found 250, 200'],
      ['- Sales were $20.8 million a month [1]. 250 / 12', SALES, '$20.8 million found 250'],
      ['- Shares did better by 16.9 points [1]. 18.2 - 1.3', FUND, '16.9 found 18.2, 1.3'],
      ['- Shares did better by 16.9 points [1]. 18.2% − 1.3%', FUND, '16.9 found 18.2%, 1.3%'],
      ['- The rest met 90% of it [1]. 100 - 10%', 'Solar met 10% of it.', '90% found 10%'],
      ['- It took 5 years [1]. 2024 - 2019', 'It began in 2019 and ended in 2024.', '5 years found 2024, 2019'],
      ['- It costs $500 per head [1]. 2.5 / 5', 'It cost $2.5 billion for 5 million people.', '$500 found 2.5'],
      ['- 人口净减39万人 [1]。 93万 − 54万', PEOPLE, '39万 found 93万, 54万'],
      ['- Sales grew by 25% [1]. 250 / 200 - 1', 'Sales rose from 200 to 250 million.', '25% found 250, 200'],
      [
        '- Der Umsatz stieg um 20% [1]. (1,2 - 1,0) / 1,0',
        'Er stieg von 1,0 auf 1,2 Mio. Euro.',
        '20% found 1,2, 1,0, 1,0',
      ],
    ] as const)
      it(`makes a number found: ${claim}`, () => {
        const [said = '', formula = ''] = claim.split(/(?<=\]\.|。) /);
        const text = claimBeside(`${said} ${computed(formula)}`, [passage]);
        const { insights } = inspectBrief(parseBrief(text));
        const found = insights.flatMap(({ numbers }) =>
          numbers.map(({ surface, verdict, computed: how }) =>
            [surface, verdict, ...(how ? [how.operands.map((one) => one.surface).join(', ')] : [])].join(' '),
          ),
        );
        assert.deepEqual(found, expected);
        expectSilence(CODE, text);
      });

    it('tells in which passages its numbers stand', () => {
      const text = claimBeside(`- It costs $500 per head [1]. ${computed('2.5 / 50')}`, [
        'It cost $2.5 billion.',
        'For 5 million.',
      ]);
      assert.deepEqual(problemsOf(CODE, text).length, 1);
      const right = text.replace('2.5 / 50', '$2.5 billion / 5 million');
      const number = inspectBrief(parseBrief(right)).insights[0]?.numbers[0];
      assert.deepEqual(
        [number?.verdict, number?.computed],
        [
          'found',
          {
            operands: [
              { surface: '$2.5 billion', at: { source: '1', passage: 1, start: 8, end: 20 } },
              { surface: '5 million', at: { source: '1', passage: 2, start: 4, end: 13 } },
            ],
            operation: 'written',
            formula: '$2.5 billion / 5 million',
            result: 500,
            isRight: true,
          },
        ],
      );
    });

    it('underlines the number that it does not come to, and can write the right one', () => {
      const text = sales('Sales grew by 45% to $250 million', '(250 - 200) / 200');
      expectProblems(
        CODE,
        `${text.trimEnd()}\n                ^^^ (250 - 200) / 200 gives 25%, not 45%. Correct the number or the calculation.\n`,
      );
      expectFix(CODE, 'Write 25%', text, sales('Sales grew by 25% to $250 million', '(250 - 200) / 200'));
      expectSilence('number/not-in-source', text);
    });

    it('is of the number that it comes to, else of the nearest that no passage has', () => {
      const problems = problemsOf(
        CODE,
        sales('Sales of 2 brands: 30%, or 45% in all, for $250 million', '250 / 200 - 1'),
      );
      assert.deepEqual(
        problems.map(({ message }) => / gives .*? not \S+/.exec(message)?.[0]),
        [' gives 25%, not 45%.'],
      );
      expectSilence(CODE, sales('Sales grew by 25%, and costs by 45%', '(250 - 200) / 200'));
    });

    it('may be one of several of a sentence', () => {
      const claim = `- Sales grew by 25% to $450 million in both years [1]. ${computed('(250 - 200) / 200')}${computed('250 + 200')}`;
      expectSilence(CODE, claimBeside(claim, [SALES]));
      assert.equal(problemsOf(CODE, claimBeside(claim.replace('450', '460'), [SALES])).length, 1);
    });

    it('is not held against words that say a number, nor against one that a passage has', () => {
      expectSilence(CODE, sales('Sales all but doubled', '250 / 200'));
      expectSilence(CODE, sales('Sales came to $250 million', '200 / 250'));
    });

    for (const [formula, wrong, says] of [
      ['(260 - 200) / 200', '260', '260 is not in the cited sources, the claim, or a figure or table'],
      ['(230 - 200) / 200', '230', 'Correct it, or cite its source.'],
      ['45%', '45%', '45% is not in the cited sources'],
      ['9 / 20', '20', '20 is not in the cited sources'],
      ['3 * 5', '3', '3 is not in the cited sources'],
      ['200 * 7 * 3 / 8 / 12', '8', '8 is not in the cited sources'],
      ['(250 -', '-', 'A number is missing beside -.'],
      ['250 less 200', '250 less 200', 'Write numbers, + − × ÷ and parentheses'],
      ['250; 200', '250; 200', 'cannot be read as a number'],
      ['2 (250)', '(', 'A sign is missing before (.'],
      ['(250 - 200', '(', 'This parenthesis has no counterpart.'],
      ['250 / (200 - 200)', '250 / (200 - 200)', 'it divides by zero'],
      [`250${' + 1'.repeat(200)}`, `250${' + 1'.repeat(200)}`, 'longer than 500 characters'],
    ] as const)
      it(`cannot be checked: ${formula.slice(0, 40)}`, () => {
        const text = sales('Sales are now 45%', formula);
        const problems = problemsOf(CODE, text);
        assert.deepEqual(
          problems.map(({ span }) => text.slice(span.start, span.end)),
          formula.startsWith('200 *') ? ['8', '12'] : [wrong],
        );
        assert.ok(problems[0]?.message.includes(says), problems[0]?.message);
      });

    it('is not held to numbers of sources that have no passage here', () => {
      const text = (source: string) =>
        `---\nsources:\n  - { id: 1, title: Sales${source} }\n---\n\n- Sales grew by 45% [1]. ${computed('(260 - 200) / 200')}\n`;
      expectSilence(CODE, text(''));
      expectSilence(CODE, text(', quote: The weather was fine.'));
      assert.equal(problemsOf(CODE, text(', quote: Sales rose to 250 tonnes.')).length, 3);
      expectSilence(CODE, text('').replace('[1]', '[9]'));
    });

    it('may be a remark in words, and have a reason', () => {
      expectSilence(CODE, sales('The rest was 45%', 'what is left'));
      expectSilence(CODE, sales('The rest was 45%', 'from table 2'));
      expectSilence(CODE, sales('Sales grew by 25%', '(250 - 200) / 200 -- by 2 of us'));
      assert.equal(problemsOf(CODE, sales('Sales grew by 24%', '(250 - 200) / 200 -- growth')).length, 1);
    });

    it('counts in full where its numbers stand in different scales', () => {
      const text = claimBeside(`- It is 25% [1]. ${computed('(250 - 200) / 200')}`, [
        'It has $250 million.',
        'It has 200 thousand.',
      ]);
      assert.match(problemsOf(CODE, text)[0]?.message ?? '', / gives 124,900%, not 25%\./);
    });

    it('may take its numbers from figures and tables, where no passage has them', () => {
      const table = '| Place | Plants |\n| --- | --- |\n| North | 70 |\n| South | 60 |\n';
      const figure = '```figure\nid: ships\ntitle: Ships\nvalue: 41 ships\nown: true\n```\n';
      const rows =
        '```figure\nid: trains\ntitle: Trains\nchart: bar\nx: year\ny: trains\ndata: [{year: 2023, trains: 17}]\nown: true\n```\n';
      const brief = (claim: string) => `# A\n\n- ${claim}\n\n${table}\n${figure}\n${rows}`;
      expectSilence(CODE, brief(`In all 130 plants. ${computed('70 + 60')}`));
      expectSilence(CODE, brief(`In all 111 plants and ships. ${computed('70 + 41')}`));
      expectSilence(CODE, brief(`In all 87 plants and trains. ${computed('70 + 17')}`));
      assert.equal(problemsOf(CODE, brief(`In all 140 plants. ${computed('70 + 60')}`)).length, 1);
      assert.equal(problemsOf(CODE, brief(`In all 140 plants. ${computed('70 + 61')}`)).length, 1);
    });

    it('may stand in a cell, and is of that alone', () => {
      const table = (cell: string, label = '', head = '') =>
        `| Place ${label}| Plants ${head}|\n| --- | --- |\n| North | 70 |\n| South | 60 |\n| Both ${label} | ${cell} |\n`;
      const sum = computed('70 + 60');
      expectSilence(CODE, table(`130 ${sum}`));
      expectFix(CODE, 'Write 130', table(`131 ${sum}`), table(`130 ${sum}`));
      assert.match(
        problemsOf(CODE, table(`131 ${computed('131')}`))[0]?.message ?? '',
        /^131 is not in the cited sources/,
      );
      for (const text of [table('130', '', sum), table('130', sum)])
        assert.match(problemsOf(CODE, text)[0]?.message ?? '', /^This calculation belongs to no number\./);
    });

    it('may take its numbers from what its row cites', () => {
      const row = (share: string) =>
        claimBeside(`| Year | Growth |\n| --- | --- |\n| 2023 [1] | ${share} ${computed('250 / 200 - 1')} |`, [SALES]);
      expectSilence(CODE, row('25%'));
      expectFix(CODE, 'Write 25%', row('26%'), row('25%'));
    });

    it('is told to be of no number where it stands behind none', () => {
      const comment = computed('(250 - 200) / 200');
      for (const body of [`Sales grew by 25% [1].\n${comment}`, `## Sales ${comment}`, comment])
        assert.deepEqual(
          problemsOf(CODE, claimBeside(body, [SALES])).map(({ message }) => message),
          ["This calculation belongs to no number. Put it after the sentence, or in the number's cell."],
        );
      expectSilence(CODE, claimBeside(`- Sales grew by \`${comment}\` [1].`, [SALES]));
    });

    it('is checked where nothing is cited, or the claim is marked as own', () => {
      expectSilence(CODE, `- 3 of 12 pumps, or 25%. ${computed('3 / 12')}\n`);
      assert.equal(problemsOf(CODE, `- 3 of 12 pumps, or 35%. ${computed('3 / 12')}\n`).length, 1);
      assert.equal(problemsOf(CODE, `- 3 of 12 pumps, or 35% [own]. ${computed('3 / 12')}\n`).length, 1);
    });

    it('can be turned off for an insight', () => {
      const off = '<!-- brief-disable-next-line number/wrong-sum -->\n';
      expectSilence(CODE, claimBeside(`${off}- Sales grew by 45% [1]. ${computed('250 / 200 - 1')}`, [SALES]));
    });

    it('is known anew where a table that it rests on changes', () => {
      const text = (plants: number) =>
        `- In all 130 plants. ${computed('70 + 60')}\n\nA line.\n\n| Place | Plants |\n| --- | --- |\n| North | 70 |\n| South | ${plants} |\n`;
      const verdicts = (brief: Brief) => inspectBrief(brief).insights[0]?.numbers.map(({ verdict }) => verdict);
      const before = parseBrief(text(60));
      assert.deepEqual(verdicts(before), ['found']);
      const after = parseChanged(before, text(61));
      assert.deepEqual(
        [verdicts(after), checkBrief(after).filter(({ rule }) => rule === CODE).length],
        [['uncheckable'], 1],
      );
      assert.deepEqual(verdicts(parseChanged(after, text(60))), ['found']);
    });
  });
});
