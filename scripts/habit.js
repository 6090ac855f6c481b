/**
 * `npm run habit -- FOLDER… [--without SET] [--write [FILE]]`: learns from the documents of folders which insights their authors cite, and
 * prints how many forgotten citations are found at how many warnings. `--write` writes the weights into `src`. A file
 * `documents.jsonl` beside a folder tells the `group` and the `set` of each document; else a folder is a group.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { importScript } from './lib/bundle.js';
import { runScript, Unavailable } from './lib/lifetime.js';

const WEIGHTS = 'src/core/brief/needs/habitWeights.ts';
const FOLDS = 8;
const PER_DOCUMENT = [0.5, 1, 1.5, 2.5, 4, 8];
/** Warnings a document at which the threshold is set. */
const WANTED = 1.5;

runScript(async () => {
  const args = process.argv.slice(2);
  const at = args.indexOf('--without');
  const [, left] = at < 0 ? [] : args.splice(at, 2);
  const write = args.includes('--write') ? (/\.ts$/.test(args.at(-1) ?? '') ? args.pop() : WEIGHTS) : null;
  const folders = args.filter((arg) => !arg.startsWith('--'));
  if (folders.length === 0) throw new Unavailable('Which documents? npm run habit -- FOLDER…');
  const { examplesOf, learn, pointOf, scored, scoredByFolds, weightsFile } =
    await importScript('test/evaluation/habit.ts');
  const documents = folders.flatMap(documentsIn);
  const examples = [];
  const habits = new Set();
  for (const document of documents) {
    const { examples: found, isHabit } = examplesOf(document);
    if (isHabit) habits.add(document.name);
    examples.push(...found.map((example) => ({ ...example, set: document.set })));
  }
  const known = examples.filter(({ set }) => left === undefined || set !== Number(left));
  const ofHabit = (scores) => scores.filter(({ example }) => habits.has(example.document));
  const count = (list, of) => new Set(list.map(of)).size;
  console.log(
    `${known.filter(({ reading }) => reading === 'forgetful').length} insights of ${count(known, ({ document }) => document)} documents from ${count(known, ({ group }) => group)} repositories; ${habits.size} documents cite as a habit`,
  );
  const folds = scoredByFolds(known, FOLDS).map(ofHabit);
  const threshold = pointOf(folds.flat(), WANTED).threshold;
  for (const perDocument of PER_DOCUMENT) {
    const worst = Math.min(...folds.map((fold) => pointOf(fold, perDocument).found));
    print(`${perDocument} warnings a document`, pointOf(folds.flat(), perDocument).found, worst);
  }
  const learned = learn(known);
  if (left !== undefined) {
    const apart = ofHabit(
      scored(
        examples.filter(({ set }) => set === Number(left)),
        learned,
      ),
    );
    for (const perDocument of PER_DOCUMENT) print(`set ${left}, ${perDocument}`, pointOf(apart, perDocument).found);
  }
  if (write) writeFileSync(write, weightsFile(learned, threshold));
});

/**
 * @param {string} what
 * @param {number} found
 * @param {number} [worst]
 */
function print(what, found, worst) {
  const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${what}: ${percent(found)} of forgotten citations found${worst === undefined ? '' : `, in the worst fold ${percent(worst)}`}`,
  );
}

/** @param {string} folder */
function documentsIn(folder) {
  const index = join(dirname(folder), 'documents.jsonl');
  const rows = existsSync(index)
    ? readFileSync(index, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  const known = new Map(rows.map((row) => [row.document, row]));
  return globSync(['**/*.{md,qmd,markdown,brief}'], { cwd: folder })
    .sort()
    .map((name) => ({
      name,
      text: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'),
      group: known.get(name)?.group ?? dirname(join(folder, name)),
      set: known.get(name)?.set,
    }));
}
