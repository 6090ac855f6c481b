import assert from 'node:assert/strict';
import { type Brief, parseBrief, parseChanged } from '../../../src/core';
import { evidenceOf } from '../../../src/core/evidence/brief';
import { claimAt } from '../../../src/core/evidence/claims';
import { checkBrief } from '../../../src/core/rules';
import { expectFix, expectProblems, expectSilence, fixTitles } from '../rules/ruleTest';

const MISSING = 'number/not-in-source';

/** 1 says what Acme and Beta had in 2022 and 2023, 2 that of Delta; in Chinese 3 says outputs; 9 has no passage. */
function brief(body: string, figures = ''): string {
  return `---
title: Companies
language: en
sources:
  - id: 1
    title: Annual report
    publisher: Acme
    quote:
      - In 2023 Acme had revenue of $14 million, after $12 million in 2022. Acme has 5,100 staff.
      - In 2023 Beta's revenue was $15.5 million, after $14.7 million in 2022. Beta has 4,200 staff.
  - id: 2
    title: Delta in numbers
    publisher: Delta
    quote: Delta had revenue of $19 million in 2022. Its margin was 3.5 % in 2022 and 4.5 % in 2021.
  - id: 9
    title: Nothing
    publisher: Nobody
${figures === '' ? '' : `figures:\n${figures}\n`}---

${body}
`;
}

/** The verdict on each number of the tables and figures of a brief. */
function verdictsIn(text: string): string[] {
  return evidenceOf(parseBrief(text)).figures.flatMap(({ numbers }) =>
    numbers.map(
      ({ quantity, verdict, checkedAgainst }) => `${quantity.surface} ${verdict} ${checkedAgainst.join(',')}`,
    ),
  );
}

function numbersOf(brief: Brief) {
  return evidenceOf(brief).figures.flatMap(({ numbers }) =>
    numbers.map(({ span, verdict, at }) => ({ span, verdict, at })),
  );
}

describe('the cells of a table', () => {
  it('are looked up in the sources of its caption', () => {
    expectProblems(
      MISSING,
      brief(`
Table 1: Staff [1]

| Company | Staff |
| ------- | ----- |
| Acme    | 5,100 |
| Beta    | 4,300 |
            ^^^^^ 4,300 is not found in [1], whose passage says 4,200.
`),
    );
  });

  it('are looked up in the sources of their own cell, or of their row', () => {
    assert.deepEqual(
      verdictsIn(
        brief(`
| Company   | Revenue          | Staff |
| --------- | ---------------- | ----- |
| Acme [1]  | $14 million      | 5,100 |
| Delta [9] | $19 million [2]  | 4,200 |
`),
      ),
      ['$14 million found 1', '5,100 found 1', '$19 million found 2', '4,200 uncheckable 9'],
    );
  });

  it('are looked up in the sources of the head of their column', () => {
    assert.deepEqual(
      verdictsIn(
        brief(`
| Company | 2022 [2]    | 2023 [1]    |
| ------- | ----------- | ----------- |
| Delta   | $19 million |             |
| Acme    |             | $14 million |
`),
      ),
      ['$19 million found 2', '$14 million found 1'],
    );
  });

  it('are looked up in the sources that the last row has for each column', () => {
    assert.deepEqual(
      verdictsIn(
        brief(`
|         | Delta       | Acme        |
| ------- | ----------- | ----------- |
| Revenue | $19 million | $14 million |
| Source  | [2]         | [1]         |
`),
      ),
      ['$19 million found 2', '$14 million found 1'],
    );
  });

  it('take their scale from the head of their column', () => {
    assert.deepEqual(
      verdictsIn(brief('| Company | Revenue ($ millions) |\n| --- | --- |\n| Acme [1] | 14 |\n| Beta [1] | 15.5 |\n')),
      ['14 found 1', '15.5 found 1'],
    );
  });

  it('may take their scale from the caption', () => {
    assert.deepEqual(
      verdictsIn(
        brief(
          'Table 1: Revenue in millions, and staff [1]\n\n| Company | Revenue | Staff |\n| --- | --- | --- |\n| Acme | $14 | 5,100 |\n',
        ),
      ),
      ['$14 found 1', '5,100 found 1'],
    );
  });

  it('are claims of the year in their first column', () => {
    expectProblems(
      'number/other-period',
      brief(`
| Year | Margin of Delta |
| ---- | --------------- |
| 2021 | 3.5 % [2]       |
         ^^^^^ [2] has 4.5 % for "2021", and 3.5 % for "2022".
`),
    );
  });

  it('are claims of the year at the head of their column', () => {
    expectProblems(
      'number/other-period',
      brief(`
| Company  | 2022        |
| -------- | ----------- |
| Acme [1] | $14 million |
             ^^^^^^^^^^^ [1] has $12 million for "2022", and $14 million for "2023".
`),
    );
  });

  it('are not looked up where they number the rows', () => {
    assert.deepEqual(verdictsIn(brief('| Company | No. | Staff |\n| --- | --- | --- |\n| Acme [1] | 77 | 5,100 |\n')), [
      '5,100 found 1',
    ]);
  });

  it('are not looked up where nothing is cited, or the table is marked as own judgement', () => {
    assert.deepEqual(verdictsIn(brief('| Company | Staff |\n| --- | --- |\n| Acme | 77 |\n')), []);
    assert.deepEqual(verdictsIn(brief('Our guess [own]:\n\n| Company | Staff |\n| --- | --- |\n| Acme | 77 |\n')), []);
  });

  it('are not looked up where they are marked as computed, alone or with their row or column', () => {
    const mark = '<!-- brief: computed -->';
    for (const [head, label, cell] of [
      ['', '', mark],
      ['', mark, ''],
      [mark, '', ''],
    ])
      expectSilence(
        MISSING,
        brief(`Staff [1]:\n\n| Company | Staff ${head} |\n| --- | --- |\n| Acme ${label} | 5,300 ${cell} |\n`),
      );
  });

  it('may be worked out where their row or column says so', () => {
    const table = (label: string, head: string, cell: string) =>
      brief(`Staff [1]:\n\n| ${head} | ${label} |\n| --- | --- |\n| Acme | ${cell} |\n`);
    expectSilence(MISSING, table('Total', 'Company', '9,300'));
    expectSilence(MISSING, brief('Staff [1]:\n\n| Company | Staff |\n| --- | --- |\n| Others | 9,300 |\n'));
    assert.deepEqual(verdictsIn(table('Average', 'Company', '5,100')), ['5,100 found 1']);
  });

  it('can be marked as computed', () => {
    const table = (cell: string) => brief(`Staff [1]:\n\n| Company | Staff |\n| --- | --- |\n| Acme | ${cell} |`);
    expectFix(MISSING, 'Mark as computed', table('5,300'), table('5,300 <!-- brief: computed -->'));
  });

  it('can take the number of the source', () => {
    const table = (cell: string) => brief(`Staff [1]:\n\n| Company | Staff |\n| --- | --- |\n| Acme | ${cell} |`);
    expectFix(MISSING, "Take the source's number: 5,100", table('**5,300**'), table('**5,100**'));
  });

  it('stay as they are where an empty cell stands before them', () => {
    assert.deepEqual(verdictsIn(brief('| Company | 2021 | Staff |\n| --- | --- | --- |\n| Acme [1] | | 5,100 |\n')), [
      '5,100 found 1',
    ]);
  });

  it('are found from a place in them', () => {
    const text = brief('Staff [1]:\n\n| Company | Staff |\n| --- | --- |\n| Acme | 5,100 |');
    const claim = claimAt(parseBrief(text), text.indexOf('5,100 |') + 1);
    assert.deepEqual(
      claim?.evidence.numbers.map(({ span }) => text.slice(span.start, span.end)),
      ['5,100'],
    );
  });

  it('have the evidence of a new brief after an edit before them', () => {
    const text = brief('A line.\n\nStaff [1]:\n\n| Company | Staff |\n| --- | --- |\n| Acme | 5,300 |');
    const at = text.indexOf('A line');
    const before = parseBrief(text);
    evidenceOf(before);
    const edited = `${text.slice(0, at)}Some ${text.slice(at)}`;
    const changed = parseChanged(before, edited);
    assert.deepEqual(numbersOf(changed), numbersOf(parseBrief(edited)));
  });

  it('have the evidence of a new brief after an edit of a citation beside them', () => {
    const text = brief('Staff [1]:\n\n| Company | Staff |\n| --- | --- |\n| Acme | 5,100 |');
    const before = parseBrief(text);
    evidenceOf(before);
    const edited = text.replace('Staff [1]', 'Staff [2]');
    assert.deepEqual(numbersOf(parseChanged(before, edited)), numbersOf(parseBrief(edited)));
    assert.notDeepEqual(numbersOf(before), numbersOf(parseBrief(edited)));
  });
});

describe('the rows of a figure', () => {
  const figure = (data: string) =>
    brief(
      '{{f}}',
      `  - id: f\n    title: Staff\n    chart: bar\n    x: company\n    y: staff\n    data:\n${data}\n    cites: [1]`,
    );

  it('are looked up in the sources that the figure cites', () => {
    expectProblems(
      MISSING,
      figure(`      - { company: Acme, staff: 5100 }
      - company: Beta
        staff: 4300
               ^^^^ 4300 is not found in [1], whose passage says 4,200.`),
    );
  });

  it('can take the number of the source', () => {
    const beta = (staff: string) => figure(`      - { company: Beta, staff: ${staff} }`);
    expectFix(MISSING, "Take the source's number: 4200", beta('4300'), beta('4200'));
  });

  it('are not looked up where the figure is own judgement', () => {
    const text = figure('      - { company: Acme, staff: 77 }').replace('cites: [1]', 'cites: [1]\n    own: true');
    assert.deepEqual(verdictsIn(text), ['77 null ']);
  });

  it('are looked up where they stand in a file, and the first that is missing is told at its path', () => {
    const text = brief('{{f}}', '  - { id: f, chart: bar, x: company, y: staff, data: a.csv, cites: [1] }');
    const rows = [
      { company: 'Acme', staff: 5100 },
      { company: 'Beta', staff: 4300 },
      { company: 'Gamma', staff: 999 },
    ];
    const read = parseBrief(text, { data: [{ path: 'a.csv', columns: ['company', 'staff'], rows }] });
    const [problem, ...others] = checkBrief(read).filter(({ rule }) => rule === MISSING);
    assert.equal(problem && text.slice(problem.span.start, problem.span.end), 'a.csv');
    assert.match(problem?.message ?? '', /^4300 is not found in \[1\], whose passage says 4,200\./);
    assert.deepEqual([others, problem?.fixes?.()], [[], []]);
  });

  it('cannot be marked as computed', () => {
    assert.ok(!fixTitles(MISSING, figure('      - { company: Acme, staff: 5300 }')).includes('Mark as computed'));
  });
});
