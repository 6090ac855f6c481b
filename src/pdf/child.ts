/**
 * The process that reads PDFs: bytes in, text out. It is ended from outside, or with what started it, or by itself when it
 * takes more memory than it may: what a stream unfolds to is outside of the heap, which Node has a limit for.
 */
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { type Speaking, speak } from '../core/base/say';
import { bytesOf } from '../load';
import { cMapsIn } from './cMaps';
import { extractPdf } from './extractPdf';

/** While a stream unfolds, only another thread can look. */
const WATCH = `
const { parentPort, workerData } = require('node:worker_threads');
setInterval(() => process.memoryUsage.rss() > workerData && process.kill(process.pid, 'SIGKILL'), 50);
`;

// Nothing here has anything to ask of the network.
for (const sender of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'])
  Reflect.deleteProperty(globalThis, sender);

const memory = Number(process.argv[3]);
if (memory > 0) new Worker(WATCH, { eval: true, workerData: memory * 1024 * 1024 }).unref();

let cMaps: ReturnType<typeof cMapsIn> | null = null;
/** Few documents need any of them. */
const readCMap = (name: string) => {
  cMaps ??= cMapsIn(bytesOf('cmaps'));
  return cMaps(name);
};

process.on('message', async (bytes: Uint8Array | Speaking) => {
  if ('words' in bytes) return speak(bytes.words);
  // A `Buffer` may be a part of a larger one.
  process.send?.(await extractPdf(new Uint8Array(bytes), readCMap));
});
process.on('disconnect', () => process.exit());
