/** A target in a process of its own: `main.mjs TARGET MILLISECONDS SEED`, or `main.mjs replay REPLAY`. */
import process from 'node:process';
import { type FuzzEvents, fuzz, replayOne } from './fuzz';

const [first = '', second = '', seed = ''] = process.argv.slice(2);
const events: FuzzEvents = {
  print: (line) => console.log(line),
  turn: (replay) => void process.send?.(replay),
};
const held =
  first === 'replay' ? await replayOne(second, events) : await fuzz(first, Number(second), Number(seed), events);
process.exit(held ? 0 : 1);
