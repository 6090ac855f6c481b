import assert from 'node:assert/strict';
import { drawChart } from '../../src/charts/draw';
import type { ChartJob } from '../../src/core/brief/figures/charts';

type DataJob = Extract<ChartJob, { kind: 'data' }>;

function job(chart: DataJob['chart'], points: DataJob['points'], others: Partial<DataJob> = {}): ChartJob {
  const names = { x: 'step', y: 'share', series: points.some(({ s }) => s !== undefined) ? 'holder' : null };
  return { kind: 'data', chart, points, names, percent: false, language: 'en', ...others };
}

async function svgOf(chart: ChartJob): Promise<string> {
  const drawn = await drawChart(chart);
  assert.ok('svg' in drawn, 'error' in drawn ? drawn.error : '');
  return drawn.svg;
}

/** In pixels. */
const widthOf = (svg: string) => Number(/^<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]);

/** The texts of a drawing. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);

const SHARES = [
  { x: 'Separation', y: 90, s: 'China' },
  { x: 'Separation', y: 10, s: 'Others' },
  { x: 'Alloys', y: 69, s: 'China' },
  { x: 'Alloys', y: 31, s: 'Others' },
];
const YEARS = [2019, 2020, 2022].map((x) => ({ x, y: x - 1900 }));

describe('A chart', () => {
  it('of bars names its categories, its series and its numbers', async () => {
    const texts = textsOf(await svgOf(job('bar', SHARES)));
    for (const text of ['Separation', 'Alloys', 'China', 'Others', '90', '10', '69', '31', 'share'])
      assert.ok(texts.includes(text), text);
  });

  it('stacks bars that are parts of wholes, and no others', async () => {
    // Parts that are stacked are parted by a line.
    assert.match(await svgOf(job('bar', SHARES)), /stroke="var\(--chart-paper\)"/);
    const sums = SHARES.map((point) => ({ ...point, y: point.y * 2 }));
    assert.doesNotMatch(await svgOf(job('bar', sums)), /stroke="var\(--chart-paper\)"/);
  });

  it('keeps the number below a bar that goes down clear of the names', async () => {
    const svg = await svgOf(
      job('bar', [
        { x: 'A', y: 9 },
        { x: 'B', y: -4 },
      ]),
    );
    const names = Number(/<g transform="translate\(0\.5,(\d{3}[\d.]*)\)"/.exec(svg)?.[1]);
    const number = Number(/translate\([\d.]+,([\d.]+)\)"[^>]*>-4<\/text>/.exec(svg)?.[1]);
    assert.ok(number + 4 < names, `${number} and ${names}`);
  });

  it('takes years for years: no separator of thousands, and gaps as wide as they are', async () => {
    const texts = textsOf(await svgOf(job('line', YEARS)));
    for (const year of ['2019', '2020', '2021', '2022']) assert.ok(texts.includes(year), year);
  });

  it('writes numbers and dates in the language of the brief', async () => {
    const numbers = [
      { x: 'A', y: 120_000 },
      { x: 'B', y: 45_000.5 },
    ];
    assert.ok(textsOf(await svgOf(job('bar', numbers, { language: 'zh' }))).includes('12万'));
    assert.ok(textsOf(await svgOf(job('bar', [{ x: 'A', y: 2.5 }], { language: 'de' }))).includes('2,5'));
    const dates = ['2024-01', '2024-02', '2024-03'].map((x, i) => ({ x, y: i }));
    assert.ok(
      textsOf(await svgOf(job('line', dates, { language: 'de' }))).some((text) => /^März? 2024/.test(text ?? '')),
    );
  });

  it('keeps the sign of numbers that are percents', async () => {
    assert.ok(
      textsOf(
        await svgOf(
          job(
            'pie',
            [
              { x: 'China', y: 69 },
              { x: 'Others', y: 31 },
            ],
            { percent: true },
          ),
        ),
      ).includes('China 69%'),
    );
  });

  it('tells lines apart by their strokes and points by their shapes, not by colour alone', async () => {
    const series = YEARS.flatMap((point) => [
      { ...point, s: 'A' },
      { ...point, y: 5, s: 'B' },
    ]);
    assert.match(await svgOf(job('line', series)), /stroke-dasharray="7,3"/);
    const shapes = await svgOf(job('point', series));
    assert.match(shapes, / d="M[^"]*A/);
    assert.match(shapes, / d="M[-.\d,]+h/);
  });

  it('lays bars down whose names do not fit below them', async () => {
    const long = ['one', 'two', 'three', 'four'].map((x, y) => ({
      x: `The separation of heavy elements, step ${x}`,
      y: y + 1,
    }));
    assert.ok(textsOf(await svgOf(job('bar', long))).some((text) => text?.startsWith('The separation of heavy')));
  });

  it('takes any text for a name, and shows it as text', async () => {
    for (const name of [
      'a.b[0]',
      '__proto__',
      'constructor',
      'toString',
      "datum['x']",
      '</text><script>',
      'javascript:x',
      '"quoted"',
    ]) {
      const svg = await svgOf(job('bar', [{ x: name, y: 1, s: name }], { names: { x: name, y: name, series: name } }));
      assert.doesNotMatch(svg, /<script/);
    }
  });

  it('uses colours of the page only', async () => {
    for (const chart of ['bar', 'line', 'area', 'point', 'pie'] as const) {
      const colours =
        (await svgOf(job(chart, chart === 'pie' ? YEARS : SHARES))).match(/(?:fill|stroke)="[^"]*"/g) ?? [];
      assert.deepEqual(
        colours.filter((colour) => !/"(?:var\(--chart-[a-z0-9-]+\)|none|transparent)"$/.test(colour)),
        [],
        chart,
      );
    }
  });

  it('is drawn in three widths, with texts that are as large in each', async () => {
    for (const chart of ['bar', 'line', 'area', 'point', 'pie'] as const) {
      const drawn = await drawChart(job(chart, chart === 'pie' ? YEARS : SHARES));
      assert.ok('svg' in drawn);
      const all = [drawn.svg, drawn.medium ?? '', drawn.narrow ?? ''];
      assert.deepEqual(all.map(widthOf), [680, 460, 320], chart);
      for (const svg of all) assert.match(svg, /font-size="13px"/);
    }
  });

  it('of names that are long has these in lines, whole', async () => {
    const long = ['The separation of heavy elements', 'Metal'].map((x, y) => ({ x, y: y + 1 }));
    const drawn = await drawChart(job('bar', long));
    assert.ok('narrow' in drawn);
    assert.match(drawn.narrow ?? '', />The separation of<\/tspan><tspan[^>]*>heavy elements</);
  });

  it('of one view of an author is drawn narrower than that says, too', async () => {
    const view = { mark: 'bar', encoding: { x: { field: 'a' }, y: { field: 'b', type: 'quantitative' } } };
    const widthsOf = async (spec: object) => {
      const data = { values: [{ a: 'A', b: 1 }] };
      const drawn = await drawChart({ kind: 'vega-lite', spec: { data, ...spec }, language: 'en' });
      assert.ok('svg' in drawn, 'error' in drawn ? drawn.error : '');
      return [drawn.svg, drawn.medium, drawn.narrow].map((svg) => (svg === undefined ? null : widthOf(svg)));
    };
    assert.deepEqual(await widthsOf({ ...view, width: 900 }), [680, 460, 320]);
    const [first, ...narrower] = await widthsOf({ ...view, width: 350 });
    assert.ok(first && first > 350 && first < 460, `${first}`);
    assert.deepEqual(narrower, [null, 320]);
    assert.deepEqual((await widthsOf({ ...view, width: 200 })).slice(1), [null, null]);
    // Views beside each other have no width that could be set.
    const [both, ...others] = await widthsOf({ hconcat: [view, view].map((each) => ({ ...each, width: 400 })) });
    assert.ok(both && both > 800, `${both}`);
    assert.deepEqual(others, [null, null]);
  });

  it('says what to do where it would show nothing or too much', async () => {
    const error = async (chart: ChartJob) => {
      const drawn = await drawChart(chart);
      return 'error' in drawn ? drawn.error : '';
    };
    assert.match(await error(job('bar', [])), /Fill them in/);
    assert.match(await error(job('pie', [{ x: 'A', y: -1 }])), /Use bars/);
    const many = Array.from({ length: 500 }, (_, i) => ({ x: `c${i}`, y: i }));
    assert.match(await error(job('bar', many)), /more than 200 bars/);
    assert.match(await error(job('pie', many.slice(0, 25))), /more than 24 slices/);
    const series = many.slice(0, 25).map(({ y }) => ({ x: 'a', y, s: `s${y}` }));
    assert.match(await error(job('line', series)), /25 series, and readers can tell at most 24 apart/);
  });
});

describe('A specification of Vega-Lite', () => {
  const raw = (spec: unknown): ChartJob => ({ kind: 'vega-lite', spec, language: 'en' });
  const bars = {
    data: { values: [{ a: 'A', b: 2 }] },
    mark: 'bar',
    encoding: { x: { field: 'a', type: 'nominal' }, y: { field: 'b', type: 'quantitative' } },
  };
  const errorOf = async (spec: unknown) => {
    const drawn = await drawChart(raw(spec));
    return 'error' in drawn ? drawn.error : null;
  };

  it('is drawn in our look', async () => {
    const svg = await svgOf(raw(bars));
    assert.match(svg, /fill="var\(--chart-1\)"/);
    assert.ok(textsOf(svg).includes('A'));
  });

  it('loads no file and no address', async () => {
    for (const url of [
      '/etc/hostname',
      'file:///etc/hostname',
      'https://example.org/a.json',
      'data:text/csv,a',
      '../a.csv',
    ]) {
      assert.match((await errorOf({ ...bars, data: { url } })) ?? '', /A chart cannot load/, url);
      const lookup = [{ lookup: 'a', from: { data: { url }, key: 'a', fields: ['c'] } }];
      assert.match((await errorOf({ ...bars, transform: lookup })) ?? '', /A chart cannot load/, url);
    }
  });

  it('draws marks that would be links, and links nothing', async () => {
    const failed: unknown[] = [];
    const note = (reason: unknown) => failed.push(reason);
    process.prependListener('unhandledRejection', note);
    const href = { value: 'javascript:alert(1)' };
    const svg = await svgOf(raw({ ...bars, encoding: { ...bars.encoding, href } }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.removeListener('unhandledRejection', note);
    assert.deepEqual(failed, []);
    assert.doesNotMatch(svg, /javascript|href="[^"]/);
  });

  it('runs no text as code', async () => {
    for (const text of [
      "constructor.constructor('throw 1')()",
      'datum.constructor.constructor("globalThis.hit=1")()',
      'this.process.exit()',
    ]) {
      await drawChart(raw({ ...bars, transform: [{ calculate: text, as: 'c' }] }));
      assert.equal(Reflect.get(globalThis, 'hit'), undefined);
    }
  });

  it('that is none gets a plain error', async () => {
    for (const spec of [
      {},
      { mark: 'bar', encoding: 7 },
      { mark: { type: 'nonsense' } },
      null,
      'bar',
      { layer: [] },
      { mark: 'bar', transform: [{ filter: '((' }] },
    ]) {
      const drawn = await drawChart(raw(spec));
      if ('error' in drawn) assert.match(drawn.error, /^\S.*\.$/s);
    }
    assert.match(
      (await errorOf({ $schema: 'https://vega.github.io/schema/vega/v6.json', marks: [] })) ?? '',
      /Vega-Lite/,
    );
  });
});
