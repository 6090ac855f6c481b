import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';
import { expectFix, expectProblems, expectSilence, fixTitles, problemsOf } from '../ruleTest';

const CODE = 'table/wrong-sum';

const brief = (table: string, language = 'en') => `---\nlanguage: ${language}\n---\n\n${table.trim()}\n`;

function expectWrong(what: string, table: string, language = 'en'): void {
  it(`underlines ${what}`, () => {
    expectProblems(CODE, brief(table, language));
  });
}

function expectSilences(what: string, table: string, language = 'en'): void {
  it(`is silent about ${what}`, () => expectSilence(CODE, brief(table, language)));
}

describe(CODE, () => {
  expectWrong(
    'a total that is none, where another column shows what is added up',
    `
| Region | 2022 | 2023 |
| ------ | ---- | ---- |
| North  | 120  | 130  |
| South  | 200  | 250  |
| Total  | 320  | 390  |
                  ^^^ "Total" in "2023" is 390, but its parts add up to 380. Correct the total or a part.
`,
  );
  expectWrong(
    'a total in Chinese',
    `
| 地区 | 2022年 | 2023年 |
| ---- | ------ | ------ |
| 北方 | 120    | 130    |
| 南方 | 200    | 250    |
| 合计 | 320    | 390    |
                ^^^ warning
`,
    'zh',
  );
  expectWrong(
    'a total of one column that differs in one digit',
    `
| Region | Output |
| ------ | ------ |
| North  | 1,204  |
| South  | 2,310  |
| East   | 1,111  |
| Total  | 4,725  |
           ^^^^^ 4625
`,
  );
  expectWrong(
    'a total of one column with two digits that changed places',
    `
| Region | Output |
| ------ | ------ |
| North  | 1,204  |
| South  | 2,310  |
| East   | 1,111  |
| Total  | 6,425  |
           ^^^^^ 4625
`,
  );
  expectWrong(
    'the total of a row',
    `
| Plant | Ore | Metal | Total |
| ----- | --- | ----- | ----- |
| North | 40  | 12    | 52    |
| South | 31  | 20    | 51    |
| East  | 22  | 18    | 44    |
                        ^^ "East" in "Total" is 44, but its parts add up to 40.
`,
  );
  expectWrong(
    'the total of a row before its parts, beside a column of words',
    `
| List | Total | Done | Open | Status |
| ---- | ----- | ---- | ---- | ------ |
| One  | 12    | 12   | 0    | passed |
| Two  | 9     | 5    | 3    | failed |
         ^ 8
| Six  | 6     | 6    | 0    | passed |
`,
  );
  expectWrong(
    'a total that is one off, where the others are exact',
    `
| Kind | Old | New | 合计 |
| ---- | --- | --- | ---- |
| A    | 9   | -   | 9    |
| B    | 8   | 2   | 10   |
| C    | 11  | 6   | 17   |
| 合计 | 28  | 8   | 37   |
                   ^^ 36
`,
  );
  expectWrong(
    'a total after a subtotal',
    `
| Region   | 2022 | 2023 |
| -------- | ---- | ---- |
| North    | 10   | 20   |
| South    | 30   | 40   |
| Subtotal | 40   | 60   |
| Abroad   | 5    | 7    |
| Others   | 6    | 8    |
| Total    | 51   | 85   |
                    ^^ 75
`,
  );
  expectWrong(
    'a change in percent',
    `
| Region | 2022  | 2023  | Change |
| ------ | ----- | ----- | ------ |
| North  | 1,200 | 1,320 | +10.0% |
| South  | 2,400 | 2,500 | +4.2%  |
| East   | 2,000 | 2,180 | +12.0% |
                            ^^^^^ "East" in "Change" is 12.0%, but the numbers beside it give 9.
| West   | 1,000 | 900   | -10.0% |
`,
  );
  expectWrong(
    'a difference among changes in percent',
    `
| Metric  | Before | After | Change |
| ------- | ------ | ----- | ------ |
| Kilns   | 400    | 420   | +20    |
| Vents   | 900    | 990   | +90    |
| Ovens   | 500    | 560   | +70    |
                              ^^ 60
| Revenue | 40     | 50    | +25%   |
`,
  );
  expectWrong(
    'a share of the total, and not the sum that is wrong with it',
    `
| Region | Output | Share |
| ------ | ------ | ----- |
| North  | 120    | 30%   |
| South  | 200    | 50%   |
| East   | 80     | 25%   |
                    ^^^ 20
| Total  | 400    | 100%  |
`,
  );
  expectWrong(
    'shares that do not make 100 %',
    `
| Region | Share |
| ------ | ----- |
| North  | 40%   |
| South  | 52%   |
| Others | 20%   |
           ^^^ The shares in "Share" add up to 112%, not 100%. Correct one of them.
`,
  );

  expectSilences(
    'a table that adds up, as far as rounding goes',
    `
| Region | 2022 | 2023 |
| ------ | ---- | ---- |
| North  | 1.4  | 2.3  |
| South  | 1.4  | 2.3  |
| Total  | 2.9  | 4.6  |
`,
  );
  expectSilences(
    'a total of more than is listed',
    `
| Country | Output |
| ------- | ------ |
| Chile   | 1,204  |
| Peru    | 2,310  |
| Total   | 9,871  |
`,
  );
  expectSilences(
    'rates, prices and years, which are not added up',
    `
| Region | Output | Price | Growth rate |
| ------ | ------ | ----- | ----------- |
| North  | 120    | 4.20  | 3%          |
| South  | 200    | 4.60  | 5%          |
| Total  | 320    | 4.45  | 4%          |
`,
  );
  expectSilences(
    'a total that is an average of its parts',
    `
| Region | Output | Cost of a ton |
| ------ | ------ | ------------- |
| North  | 120    | 42            |
| South  | 200    | 46            |
| Total  | 320    | 44            |
`,
  );
  expectSilences(
    'a change that is a ratio',
    `
| Feature | Before | After | Change (%) |
| ------- | ------ | ----- | ---------- |
| One     | 1635   | 872   | 53.33%     |
| Two     | 493    | 491   | 99.6%      |
| Three   | 231    | 154   | 66.67%     |
`,
  );
  expectSilences(
    'a change in percent among differences',
    `
| Metric       | Before | After | Change |
| ------------ | ------ | ----- | ------ |
| Kilns        | 400    | 420   | +20    |
| Vents        | 900    | 990   | +90    |
| Revenue ($m) | 40     | 50    | +25%   |
`,
  );
  expectSilences('cells of different units', '| A | B |\n| - | - |\n| x | 3 kg |\n| y | 4 m |\n| Total | 9 kg |');
  expectSilences('a table of words', '| A | B |\n| - | - |\n| Total | none |\n| x | some |');
  expectSilences('ranges and bounds', '| A | B |\n| - | - |\n| x | 3–5 |\n| y | over 4 |\n| Total | 1,234 |');

  it('adds up the rows of a figure', () => {
    const figure = (total: number) => `---
language: en
figures:
  - id: f
    own: true
    data:
      - { region: North, a: 120, b: 130 }
      - { region: South, a: 200, b: 250 }
      - { region: Total, a: 320, b: ${total} }
---
`;
    expectSilence(CODE, figure(380));
    expectFix(CODE, 'Write 380', figure(390), figure(380));
  });

  it('adds up the rows of a file, and points at its path', () => {
    const text = '---\nlanguage: en\nfigures:\n  - { id: f, own: true, data: a.csv }\n---\n';
    const columns = ['region', 'a', 'b'];
    const rows = [
      { region: 'North', a: 120, b: 130 },
      { region: 'South', a: 200, b: 250 },
      { region: 'Total', a: 320, b: 390 },
    ];
    const brief = parseBrief(text, { data: [{ path: 'a.csv', columns, rows }] });
    const [problem] = checkBrief(brief).filter(({ rule }) => rule === CODE);
    assert.equal(problem && text.slice(problem.span.start, problem.span.end), 'a.csv');
    assert.match(problem?.message ?? '', /^"Total" in "b" is 390, but its parts add up to 380\./);
    assert.deepEqual(problem?.fixes?.(), []);
  });

  it('writes the right number in the form of the wrong one', () => {
    const table = (total: string) =>
      brief(`| A | B | C |\n| - | - | - |\n| x | $1,200 | 1 |\n| y | $2,400 | 2 |\n| Total | **${total}** | 3 |`);
    expectFix(CODE, 'Write $3,600', table('$3,900'), table('$3,600'));
  });

  it('names the cells that it adds up', () => {
    const [problem] = problemsOf(
      CODE,
      brief('| A | B | C |\n| - | - | - |\n| x | 10 | 1 |\n| y | 20 | 2 |\n| Total | 33 | 3 |'),
    );
    assert.deepEqual(
      problem?.related.map(({ message }) => message),
      ['Worked out from 10.', 'Worked out from 20.'],
    );
  });

  it('has no fix for shares', () => {
    assert.deepEqual(
      fixTitles(CODE, brief('| A | Share |\n| - | - |\n| x | 40% |\n| y | 50% |\n| Others | 20% |')),
      [],
    );
  });
});
