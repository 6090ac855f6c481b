/**
 * Reads the rows of one set as JSON lines on standard input, and prints a prediction for each: `node main.js SET`. Three names
 * are no sets: for `tables` the rows are the texts of documents, for `suggestions` claims with documents, and for `pairs` labelled
 * claims. The score is printed. For `pairs`, the exit status is 1 if a rule that warns doesn't keep its budget.
 */
import { readFileSync } from 'node:fs';
import { drawing } from '../drawing';
import { breaksBudget, reportOf, scorePairs } from './pairs';
import { PREDICTIONS } from './predictions';
import { scoreCells, scoreSentences } from './seededConflicts';
import { scoreTables } from './seededTables';
import { scoreSuggestions } from './suggestions';

const rows = readFileSync(0, 'utf8')
  .split('\n')
  .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]));
const set = process.argv[2] ?? '';
const SEED = 7;
if (set === 'tables') {
  const { tables, reported, reportedWithTotal, defects, found } = scoreTables(rows, drawing(SEED));
  console.log(`${tables} tables, reported as they are ${reported}, with a right total ${reportedWithTotal}`);
  console.log(`of ${defects} totals with another digit ${found} found`);
  for (const [name, { tried, found, falsely }] of [
    ['sentences', scoreSentences(rows, drawing(SEED), 60)],
    ['cells', scoreCells(rows, drawing(SEED), 40)],
  ] as const)
    console.log(`of ${tried} ${name} said again with another digit ${found} found, with the right one ${falsely}`);
} else if (set === 'pairs') {
  const scores = scorePairs(rows);
  console.log(reportOf(scores));
  if (scores.some(breaksBudget)) process.exitCode = 1;
} else if (set === 'suggestions') {
  const { tried, sure } = scoreSuggestions(rows, drawing(SEED));
  console.log(`${tried} claims, each with its own source among others, and with the others alone`);
  for (const { least, suggested, right } of sure)
    console.log(`with a score of ${least} and above ${suggested} suggested, ${right} the right one`);
} else {
  const predict = predictionFor(set);
  process.stdout.write(rows.map((row) => `${JSON.stringify(predict(row))}\n`).join(''));
}

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
