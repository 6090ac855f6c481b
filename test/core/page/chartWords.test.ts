import assert from 'node:assert/strict';
import { chartRequests, parseBrief, renderBrief } from '../../../src/core';

const SVG = '<svg width="10" height="5" viewBox="0 0 10 5"><rect x="1"/></svg>';

/** The words that stand for a chart of these rows. */
function wordsOf(chart: string, rows: readonly string[], { series = '', language = 'en', title = 'Ore' } = {}): string {
  const brief = parseBrief(`---
language: ${language}
figures:
  - id: ore
    title: ${title}
    chart: ${chart}
    x: year
    y: output
    ${series === '' ? '' : `series: ${series}`}
    own: true
    data: [${rows.join(', ')}]
---

A @fig:ore.
`);
  const charts = new Map(chartRequests(brief).map((request) => [request, { svg: SVG }] as const));
  return /<svg [^>]*role="img" aria-label="([^"]*)"/.exec(renderBrief(brief, { charts }))?.[1] ?? '';
}

const YEARS = [2020, 2018, 2019, 2021, 2022, 2023, 2024, 2025];
const row = (year: number | string, output: number | string, more = '') => `{year: ${year}, output: ${output}${more}}`;

describe('The words that stand for a chart', () => {
  it('say each number of a few, in the order of their axis', () => {
    assert.equal(
      wordsOf('line', [row(2019, 30), row(2018, 20), row(2020, 40)]),
      'Ore. Line chart, output by year: 20 (2018), 30 (2019), 40 (2020).',
    );
  });

  it('say of many where they start and end, and the extremes', () => {
    const rows = YEARS.map((year) => row(year, year === 2021 ? 12_500 : (year - 2010) * 10));
    assert.equal(
      wordsOf('area', rows),
      'Ore. Area chart, output by year: from 80 (2018) to 150 (2025), lowest 80 (2018), highest 12,500 (2021).',
    );
  });

  it('name the series', () => {
    const rows = ['China', 'Others'].map((country, i) => row(2020, i + 1, `, country: ${country}`));
    assert.equal(
      wordsOf('bar', rows, { series: 'country' }),
      'Ore. Bar chart, output by year: China: 1 (2020); Others: 2 (2020).',
    );
  });

  it('say of many names which has the least and which the most', () => {
    const rows = Array.from({ length: 13 }, (_, i) => row(`Mine ${i}`, `${i + 1}%`));
    assert.equal(wordsOf('bar', rows), 'Ore. Bar chart, output by year: lowest 1% (Mine 0), highest 13% (Mine 12).');
  });

  it('say of many points how far they spread', () => {
    const rows = YEARS.map((year) => row(year, 2050 - year));
    assert.equal(
      wordsOf('point', rows),
      'Ore. Scatter plot, output by year: year from 2018 to 2025, output from 25 to 32.',
    );
  });

  it('say of many slices the largest', () => {
    const rows = Array.from({ length: 15 }, (_, i) => row(`Mine ${i}`, i + 1));
    const words = wordsOf('pie', rows);
    assert.match(
      words,
      /^Ore\. Pie chart, output by year: 15 \(Mine 14\), 14 \(Mine 13\), .*, 4 \(Mine 3\), and 3 more\.$/,
    );
  });

  it('are in the language of the brief', () => {
    const rows = YEARS.map((year) => row(year, (year - 2010) * 1000));
    const said = (language: string) => wordsOf('line', rows, { language, title: 'T' });
    assert.match(
      said('zh'),
      /折线图，按year的output：从8000（2018）到15,000（2025），最低8000（2018），最高15,000（2025）。$/,
    );
    assert.match(said('de'), /Liniendiagramm, output nach year: von 8000 \(2018\) bis 15\.000 \(2025\), niedrigster/);
    assert.match(said('ar'), / حسب .* من .* إلى /);
    assert.match(said('zh-Hant'), /從8000/);
    assert.match(said('xx'), /output by year/);
  });

  it('leave out rows without a number', () => {
    assert.equal(wordsOf('bar', [row('A', 1), row('B', '""')]), 'Ore. Bar chart, output by year: 1 (A).');
  });
});
