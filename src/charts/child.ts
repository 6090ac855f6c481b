/** The process that draws charts: a request in, a drawing out. It is ended from outside, or with what started it. */
import process from 'node:process';
import { type Speaking, speak } from '../core/base/say';
import type { ChartJob } from '../core/brief/figures/charts';
import { drawChart } from './draw';

process.on('message', async (message: string | Speaking) => {
  if (typeof message !== 'string') return speak(message.words);
  const job: ChartJob = JSON.parse(message);
  process.send?.(await drawChart(job));
});
process.on('disconnect', () => process.exit());
