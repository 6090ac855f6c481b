/** The thread that draws charts: a request in, a drawing out, one after the other. It is ended from outside. */
import { parentPort } from 'node:worker_threads';
import type { ChartJob } from '../core/figures/charts';
import { drawChart } from './draw';

let drawing: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (request: string) => {
  const job: ChartJob = JSON.parse(request);
  drawing = drawing.then(async () => parentPort?.postMessage(await drawChart(job)));
});
