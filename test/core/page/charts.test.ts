import assert from 'node:assert/strict';
import {
  chartRequests,
  type DataFile,
  type DrawnChart,
  exportContent,
  parseBrief,
  renderBrief,
} from '../../../src/core';

const FIGURE = `---
title: T
language: en
figures:
  - id: shares
    title: Shares
    chart: bar
    x: step
    y: share
    series: holder
    own: true
    data: [{step: Ore, holder: China, share: 90}, {step: Ore, holder: Others, share: 10}]
---

A @fig:shares.
`;
const SVG = '<svg width="10" height="5" viewBox="0 0 10 5"><rect x="1"/></svg>';

function render(text: string, drawn: DrawnChart | null, data: readonly DataFile[] = []): string {
  const brief = parseBrief(text, { data });
  const charts = drawn ? chartRequests(brief).map((request) => [request, drawn] as const) : [];
  const html: string = renderBrief(brief, { charts: new Map(charts) });
  return html.slice(html.indexOf('<figure'), html.indexOf('</figure>'));
}

describe('A chart in the page', () => {
  it('is an image that says in words what it shows, made of its data', () => {
    const html = render(FIGURE, { svg: SVG });
    assert.match(
      html,
      /<svg [^>]*role="img" aria-label="Shares\. Bar chart, share by step: China: 90 \(Ore\); Others: 10 \(Ore\)\."/,
    );
  });

  it('says what its author wrote for it', () => {
    const html = render(FIGURE.replace('title: Shares', 'alt: Two bars'), { svg: SVG });
    assert.match(html, /aria-label="Two bars"/);
  });

  it('has the data behind it one click away', () => {
    assert.match(
      render(FIGURE, { svg: SVG }),
      /<details class="chart-data"><summary>Data<\/summary>.*<td class="align-right">90</,
    );
  });

  it('is a quiet place of its size until it is drawn', () => {
    assert.match(render(FIGURE, null), /<div class="chart chart-waiting">.*<details/);
  });

  it('is its table where nobody draws charts', () => {
    const html: string = renderBrief(parseBrief(FIGURE));
    assert.match(html, /<table>/);
    assert.doesNotMatch(html, /chart-waiting|<details class="chart-data"/);
  });

  it('that could not be drawn says why, in its place, as text', () => {
    const html = render(FIGURE, { error: 'It took <b>too</b> long.' });
    assert.match(html, /figure-error">.*It took &lt;b&gt;too&lt;\/b&gt; long\./);
  });

  it('that was drawn in three widths comes in all of them, with names by which the style shows one', () => {
    const html = render(FIGURE, { svg: SVG, medium: SVG, narrow: SVG });
    const drawings = [...html.matchAll(/<svg[^>]*>/g)].map(([svg]) => /class="([^"]*)"/.exec(svg)?.[1]);
    assert.deepEqual(drawings, [undefined, 'chart-medium', 'chart-narrow']);
    assert.equal(html.match(/aria-label="Shares\. Bar chart/g)?.length, 3);
  });

  it('comes in one width where its content stands without the style of the page', () => {
    const brief = parseBrief(FIGURE);
    const charts = new Map(chartRequests(brief).map((request) => [request, { svg: SVG, medium: SVG, narrow: SVG }]));
    assert.equal(exportContent(brief, { charts }).match(/<svg/g)?.length, 1);
  });

  it('passes one gate in all widths', () => {
    const hostile = '<svg class="card" onload="alert(1)" width="10"><script>alert(1)</script><rect id="a"/></svg>';
    const html = render(FIGURE, { svg: SVG, medium: hostile, narrow: '<p>alert(1)</p>' });
    assert.doesNotMatch(html, /alert|class="card"/);
    assert.equal(html.match(/<svg/g)?.length, 2);
    assert.match(html, /<rect id="chart-[0-9a-z]+-medium-a">/);
  });

  it('that is no drawing is not shown', () => {
    for (const svg of ['<script>alert(1)</script>', '<p>x</p>']) {
      const html = render(FIGURE, { svg });
      assert.match(html, /figure-error/);
      assert.doesNotMatch(html, /alert/);
    }
  });

  it('whose data lack a column says which there are', () => {
    assert.match(
      render(FIGURE.replace('y: share', 'y: sum'), { svg: SVG }),
      /There is no column &quot;sum&quot;\. The columns are/,
    );
  });

  it('is drawn of a file, once that is read', () => {
    const text = FIGURE.replace(/data: .*/, 'data: a.csv').replace('series: holder', '');
    assert.match(render(text, { svg: SVG }), /Data: <code>a\.csv<\/code>/);
    const file = { path: 'a.csv', columns: ['step', 'share'], rows: [{ step: 'Ore', share: 90 }] };
    assert.match(render(text, { svg: SVG }, [file]), /<svg /);
  });

  it('shows at most 200 rows, and how many there are more', () => {
    const rows = Array.from({ length: 250 }, (_, i) => ({ step: `s${i}`, share: i }));
    const html = render(FIGURE.replace(/data: .*/, 'data: a.csv').replace('series: holder', ''), { svg: SVG }, [
      { path: 'a.csv', columns: ['step', 'share'], rows },
    ]);
    assert.match(html, /and 50 more rows/);
  });
});

describe('The charts of a brief', () => {
  it('are the same requests after an edit elsewhere, so that nothing is drawn again', () => {
    const before = chartRequests(parseBrief(FIGURE));
    assert.equal(before.length, 1);
    assert.deepEqual(
      chartRequests(parseBrief(FIGURE.replace('A @fig', 'An edit. A @fig').replace('title: T', 'title: U'))),
      before,
    );
    assert.notDeepEqual(chartRequests(parseBrief(FIGURE.replace('share: 90', 'share: 91'))), before);
  });

  it('have the rows of the files that a Vega-Lite specification names, and no address', () => {
    const text =
      '---\nfigures:\n  - id: a\n    own: true\n    vega-lite: {data: {url: a.csv, format: {type: csv}}, mark: bar}\n---\n';
    assert.deepEqual(chartRequests(parseBrief(text)), []);
    const file = { path: 'a.csv', columns: ['n'], rows: [{ n: 1 }] };
    assert.deepEqual(
      chartRequests(parseBrief(text, { data: [file] })).map((request) => JSON.parse(request)),
      [{ kind: 'vega-lite', spec: { data: { values: [{ n: 1 }] }, mark: 'bar' }, language: 'en' }],
    );
  });
});
