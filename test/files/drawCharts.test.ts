import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { speak } from '../../src/core/base/say';
import { chartDrawer } from '../../src/files/apart/drawCharts';

const SCRIPT = resolve('dist/charts.js');
const request = (spec: object) => JSON.stringify({ kind: 'vega-lite', spec, language: 'en' });
const BARS = request({
  data: { values: [{ a: 'A', b: 2 }] },
  mark: 'bar',
  encoding: { y: { field: 'b', type: 'quantitative' } },
});
const endless = (count: number) =>
  request({
    data: { sequence: { start: 0, stop: count, as: 'a' } },
    transform: [{ calculate: "replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', regexp('(a+)+$'), '')", as: 'b' }],
    mark: 'point',
    encoding: { x: { field: 'a', type: 'quantitative' } },
  });

describe('The process that draws charts', () => {
  it('draws one chart after the other', async () => {
    const draw = chartDrawer(SCRIPT);
    for (const drawn of await Promise.all([draw(BARS), draw(BARS)])) assert.ok('svg' in drawn);
  });

  it('says what is wrong in the language of who started it', async () => {
    speak({ 'This is not a Vega-Lite specification. It needs a mark and an encoding.': '这不是 Vega-Lite 规范。' });
    try {
      assert.deepEqual(await chartDrawer(SCRIPT)(request({})), { error: '这不是 Vega-Lite 规范。' });
    } finally {
      speak(null);
    }
  });

  it('is ended when a chart takes too long, and draws the next one', async () => {
    const draw = chartDrawer(SCRIPT, { time: 3000 });
    const [hostile, next] = await Promise.all([draw(endless(3)), draw(BARS)]);
    assert.match('error' in hostile ? hostile.error : '', /longer than 3 seconds/);
    assert.ok('svg' in next);
  });

  it('is ended when a chart takes too much memory, and draws the next one', async () => {
    const draw = chartDrawer(SCRIPT, { time: 15_000, memory: 64 });
    const huge = request({
      data: { sequence: { start: 0, stop: 5e7 } },
      mark: 'point',
      encoding: { x: { field: 'data', type: 'quantitative' } },
    });
    const [hostile, next] = await Promise.all([draw(huge), draw(BARS)]);
    assert.match('error' in hostile ? hostile.error : '', /memory|longer than/);
    assert.ok('svg' in next);
  });

  for (const [what, spec] of [
    [
      'of ticks without number',
      {
        data: { values: [{ a: 1 }] },
        mark: 'point',
        encoding: {
          x: {
            field: 'a',
            type: 'quantitative',
            scale: { domain: [0, 1e9] },
            axis: { values: { expr: 'sequence(0, 1e9)' } },
          },
        },
      },
    ],
    [
      'of lists that are laid flat again and again',
      {
        data: { values: [{ a: Array.from({ length: 400 }, (_, n) => n) }] },
        transform: ['b', 'c', 'd', 'e'].flatMap((as) => [{ calculate: 'datum.a', as }, { flatten: [as] }]),
        mark: 'point',
        encoding: { x: { field: 'b', type: 'quantitative' } },
      },
    ],
    [
      'of a net of lines as fine as dust',
      {
        data: { graticule: { step: [0.001, 0.001], precision: 0.001 } },
        projection: { type: 'mercator' },
        mark: 'geoshape',
      },
    ],
    [
      'of more parts than a page can show',
      {
        data: { sequence: { start: 0, stop: 50_000, as: 'a' } },
        mark: 'point',
        encoding: { x: { field: 'a', type: 'quantitative' } },
      },
    ],
  ] as const) {
    it(`draws none ${what}, says so, and draws the next one`, async () => {
      const draw = chartDrawer(SCRIPT, { memory: 128 });
      const [hostile, next] = await Promise.all([draw(request(spec)), draw(BARS)]);
      assert.match('error' in hostile ? hostile.error : '', /memory|longer than|too many parts/);
      assert.ok('svg' in next);
    });
  }

  it('that cannot be started is said', async () => {
    const drawn = await chartDrawer(resolve('dist/no-such-file.js'))(BARS);
    assert.match('error' in drawn ? drawn.error : '', /could not be started/);
  });
});
