import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { chartDrawer } from '../../src/charts/drawApart';

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

  it('is ended when a chart takes too long, and draws the next one', async function () {
    this.timeout(20_000);
    const draw = chartDrawer(SCRIPT, { time: 3000 });
    const [hostile, next] = await Promise.all([draw(endless(3)), draw(BARS)]);
    assert.match('error' in hostile ? hostile.error : '', /longer than 3 seconds/);
    assert.ok('svg' in next);
  });

  it('is ended when a chart takes too much memory, and draws the next one', async function () {
    this.timeout(30_000);
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

  it('that cannot be started is said', async () => {
    const drawn = await chartDrawer(resolve('dist/no-such-file.js'))(BARS);
    assert.match('error' in drawn ? drawn.error : '', /could not be started/);
  });
});
