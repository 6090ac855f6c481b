import assert from 'node:assert/strict';
import { indexLines, parseBrief } from '../../../src/core';
import { applyEdits } from '../../../src/core/base/text';
import { checkBrief } from '../../../src/core/rules';
import { passagesIn } from '../../formats/documents/reading';

const ROWS = [
  ['Harbour', 'Containers', 'Cars', 'Turnover'],
  ['Vellmar', '412,000', '58,300', '€91 million'],
  ['Ostby', '594,000', '29,500', '€74 million'],
];
const MARKDOWN = markdown(ROWS);
const CHINESE = markdown([
  ['港口', '集装箱', '汽车'],
  ['北岬港', '41.2万', '5.83万'],
  ['南浦港', '59.4万', '2.95万'],
]);

/** As Markdown writes it. */
function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function html(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row, i) => row.map((cell) => (i === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join(''));
  return `<table>${cells.map((row) => `<tr>${row}</tr>`).join('\n')}</table>`;
}

function tabs(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

function problemsOf(claim: string, copy: string, path: string) {
  const language = /[一-鿿]/.test(claim) ? 'zh' : 'en';
  const text = `---\nlanguage: ${language}\nsources:\n  - id: 1\n    title: A\n    text: ${path}\n---\n\n${claim}\n`;
  const texts = [{ path, uri: `file:///briefs/${path}`, passages: passagesIn(copy, path), lines: indexLines(copy) }];
  const problems = checkBrief(parseBrief(text, { texts })).filter(({ rule }) => /number\/other/.test(rule));
  return { text, problems };
}

/** The rules that report a claim, and the words at which they do. */
function reported(claim: string, copy: string, path = 'copy.md'): string[] {
  const { text, problems } = problemsOf(claim, copy, path);
  return problems.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
}

describe('A number in a table of a local copy', () => {
  for (const [path, copy] of [
    ['copy.md', MARKDOWN],
    ['copy.html', html(ROWS)],
    ['copy.txt', tabs(ROWS)],
  ] as const) {
    it(`is reported if it is of another column or row, in ${path}`, () => {
      const column = reported("- Vellmar's cars came to 412,000 [1].", copy, path);
      assert.deepEqual(column, ['number/other-subject: cars']);
      const row = reported('- The containers of Ostby came to 412,000 [1].', copy, path);
      assert.deepEqual(row, ['number/other-subject: Ostby']);
    });

    it(`is not reported if row and column are right, or only one of them is named, in ${path}`, () => {
      for (const claim of [
        "- Vellmar's containers came to 412,000 [1].",
        '- Ostby took in €74 million [1].',
        '- Some 412,000 containers were unloaded [1].',
        '- In all, 594,000 were counted [1].',
      ])
        assert.deepEqual(reported(claim, copy, path), [], claim);
    });
  }

  it('is said beside the number of the row and the column that the claim names', () => {
    const { text, problems } = problemsOf('- The containers of Ostby came to 412,000 [1].', MARKDOWN, 'copy.md');
    const [problem] = problems;
    assert.match(problem?.message ?? '', /\[1\] has 594,000 for "Ostby", and 412,000 for "Vellmar"/);
    const [fix] = problem?.fixes?.() ?? [];
    assert.match(applyEdits(text, fix?.edits ?? []), /Ostby came to 594,000 \[1\]/);
    const [related] = problem?.related ?? [];
    assert.match(related?.message ?? '', /Vellmar \| 412,000/);
  });

  it('has the cell that the claim names in full, rather than one beside it', () => {
    const { problems } = problemsOf("- Ostby's cars came to 412,000 [1].", MARKDOWN, 'copy.md');
    assert.match(problems[0]?.message ?? '', /has 29,500 for/);
  });

  it('is reported where measures are mixed up', () => {
    const copy = markdown([
      ['Harbour', 'Revenue', 'Profit'],
      ['Vellmar', '€91 million', '€7 million'],
    ]);
    assert.deepEqual(reported('- Vellmar made a profit of €91 million [1].', copy), ['number/other-measure: profit']);
  });

  it('is reported in a table with an empty corner', () => {
    const rows = ROWS.map(([first = '', ...others], i) => [i === 0 ? '' : first, ...others]);
    for (const [path, copy] of [
      ['copy.md', markdown(rows)],
      ['copy.html', html(rows)],
    ] as const) {
      const found = reported('- The containers of Ostby came to 412,000 [1].', copy, path);
      assert.deepEqual(found, ['number/other-subject: Ostby'], path);
      assert.deepEqual(reported("- Vellmar's containers came to 412,000 [1].", copy, path), [], path);
      assert.deepEqual(reported("- Vellmar's cars came to 58,300 [1].", copy, path), [], path);
    }
  });

  it('is reported in a table whose columns are the things', () => {
    const turned = markdown((ROWS[0] ?? []).map((_, i) => ROWS.map((row) => row[i] ?? '')));
    const wrong = reported('- The containers of Ostby came to 412,000 [1].', turned);
    assert.deepEqual(wrong, ['number/other-subject: Ostby']);
    assert.deepEqual(reported("- Vellmar's cars came to 412,000 [1].", turned), ['number/other-subject: cars']);
    assert.deepEqual(reported("- Vellmar's containers came to 412,000 [1].", turned), []);
  });

  it('is read in Chinese', () => {
    assert.deepEqual(reported('- 南浦港的集装箱为41.2万个[1]。', CHINESE), ['number/other-subject: 南浦港']);
    assert.deepEqual(reported('- 北岬港的集装箱为41.2万个[1]。', CHINESE), []);
    assert.deepEqual(reported('- 全年装卸41.2万个[1]。', CHINESE), []);
  });

  it('is of the year at the head of its column', () => {
    const copy = markdown([
      ['Harbour', '2021', '2022'],
      ['Vellmar', '412,000', '455,000'],
    ]);
    assert.deepEqual(reported('- Vellmar handled 412,000 containers in 2022 [1].', copy), [
      'number/other-period: 2022',
    ]);
    assert.deepEqual(reported('- Vellmar handled 455,000 containers in 2022 [1].', copy), []);
  });

  it('is not reported where a column is named by a unit', () => {
    const copy = markdown([
      ['Harbour', 'TEU', '€ million'],
      ['Vellmar', '412,000', '91.5'],
      ['Ostby', '594,000', '74.2'],
    ]);
    assert.deepEqual(reported('- The turnover of Vellmar was €91.5 million [1].', copy), []);
    assert.deepEqual(reported('- Vellmar handled 412,000 TEU [1].', copy), []);
  });

  it('is not reported where the claim names only a part of what another row or column is called', () => {
    const copy = markdown([
      ['Harbour', 'Income before tax', 'Profit', 'Operating result'],
      ['Vellmar', '€9.5 million', '€7.1 million', '€8.2 million'],
      ['Vellmar Old Quay', '€1.5 million', '€1.1 million', '€1.2 million'],
    ]);
    assert.deepEqual(reported('- Vellmar had a net income of €7.1 million [1].', copy), []);
    assert.deepEqual(reported('- The quay had an income of €7.1 million [1].', copy), []);
    assert.deepEqual(reported('- Vellmar had an underlying profit of €8.2 million [1].', copy), []);
  });

  it('is not reported where the claim names several rows', () => {
    const copy = markdown([...ROWS, ['District', '1,006,000', '87,800', '€165 million']]);
    assert.deepEqual(reported('- Vellmar and Ostby together handled 1,006,000 containers [1].', copy), []);
  });

  it('is not reported where another row has it as the claim says', () => {
    const copy = markdown([...ROWS, ['Ostby', '412,000', '30,100', '€75 million']]);
    assert.deepEqual(reported('- The containers of Ostby came to 412,000 [1].', copy), []);
  });

  it('is not compared with rows below another label, or of another table', () => {
    const [head = [], first = [], second = []] = ROWS;
    const parted = html([head, first, ['Smaller harbours'], second]);
    assert.deepEqual(reported('- The containers of Ostby came to 412,000 [1].', parted, 'copy.html'), []);
    const two = `${markdown([head, first])}\nElsewhere, last year:\n\n${markdown([head, second])}`;
    assert.deepEqual(reported('- The containers of Ostby came to 412,000 [1].', two), []);
  });

  it('is not reported where a row lacks a cell, so that its columns are not known', () => {
    const copy = html([
      ['Harbour', 'Containers', 'Cars', 'Lorries'],
      ['Vellmar', '', '58,300', '61,700'],
    ]);
    assert.deepEqual(reported("- Vellmar's cars came to 58,300 [1].", copy, 'copy.html'), []);
  });

  it('is not reported where it stands in the head of a row', () => {
    const copy = markdown([
      ['Batch', 'Sorter', 'Washer'],
      ['250', '1,900', '3,100'],
      ['500', '2,400', '4,700'],
    ]);
    assert.deepEqual(reported('- The washer ran 250 times [1].', copy), []);
  });

  it('is not reported where the claim names neither a row nor more than one common word', () => {
    const copy = markdown([
      ['Harbour', 'Revenue', 'Profit'],
      ['Vellmar', '€91 million', '€7 million'],
    ]);
    assert.deepEqual(reported('- The profit was €91 million [1].', copy), []);
  });
});
