/** The process that draws charts: a request in, a drawing out. It is ended from outside, or with what started it. */
import process from 'node:process';
import type { ChartJob } from '../core/figures/charts';
import { drawChart } from './draw';

process.on('message', async (request: string) => {
  const job: ChartJob = JSON.parse(request);
  process.send?.(await drawChart(job));
});
process.on('disconnect', () => process.exit());
