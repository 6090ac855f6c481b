/**
 * `npm run evaluate -- DIR [OPTION…]`: runs the sets of an evaluation through the engine, and has the evaluation's own
 * `eval.mjs` score them, with the options given; has its `contrast.mjs` score the command line; counts how often each rule
 * of evidence is right on its labelled pairs; and adds up the tables of its documents. What the folder holds is told in docs/evaluation.md.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleScript } from './lib/bundle.js';
import { atEnd, runScript, temporaryFolder, Unavailable } from './lib/lifetime.js';

const SETS = ['claims', 'numbers', 'grounding', 'ranking'];

runScript(async () => {
  const [named, ...options] = process.argv.slice(2);
  if (named === undefined || named.startsWith('-'))
    throw new Unavailable('Which folder? npm run evaluate -- DIR, where DIR holds eval.mjs and sets/.');
  const folder = resolve(named);
  if (!existsSync(folder)) throw new Unavailable(`There is no folder ${folder}.`);
  const scorer = join(folder, 'eval.mjs');
  if (!existsSync(scorer)) throw new Unavailable(`${folder} has no eval.mjs, which scores the predictions.`);
  const work = temporaryFolder();
  const predictor = join(work, 'predict.cjs');
  await bundleScript('test/evaluation/main.ts', predictor);
  let status = 0;
  for (const set of SETS) {
    const file = join(folder, 'sets', `${set}.jsonl`);
    if (!existsSync(file)) {
      console.error(`There is no ${file}: ${set} is left out.`);
      status = 1;
      continue;
    }
    const rows = join(work, `${set}.jsonl`);
    const predictions = join(work, `${set}.predictions.jsonl`);
    await runNode([scorer, set, '--inputs', ...options], { output: rows });
    await runNode([predictor, set], { input: rows, output: predictions });
    await runNode([scorer, set, '--stdin', ...options], { input: predictions });
  }
  for (const set of ['ranking', 'grounding']) {
    const file = join(folder, 'sets', `${set}.jsonl`);
    if (!existsSync(file)) continue;
    console.log(`\n== sources suggested for the claims of ${set}`);
    await runNode([predictor, 'suggestions'], { input: file });
  }
  const contrast = join(folder, 'contrast.mjs');
  if (existsSync(contrast)) {
    const cli = resolve(import.meta.dirname, '../dist/cli.js');
    if (!existsSync(cli))
      throw new Unavailable(`There is no ${cli}, which contrast.mjs scores: npm run build makes it.`);
    console.log('\n== contrast');
    await runNode([contrast, join(folder, 'sets', 'contrast.jsonl'), cli], {});
  }
  const pairs = join(folder, 'sets', 'pairs.jsonl');
  if (existsSync(pairs)) {
    console.log('\n== rules of evidence on labelled pairs');
    status = Math.max(status, await runNode([predictor, 'pairs'], { input: pairs, mayFail: true }));
  }
  const documents = join(folder, 'reports', 'documents');
  if (existsSync(documents)) {
    const texts = join(work, 'documents.jsonl');
    writeFileSync(
      texts,
      textsIn(documents)
        .map((text) => JSON.stringify(text))
        .join('\n'),
    );
    console.log('\n== tables of documents, with totals put into them');
    await runNode([predictor, 'tables'], { input: texts });
  }
  return status;
});

/**
 * Returns the texts of the documents in a folder. A document may be a folder itself, with its parts and other files.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function textsIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const isText = entry.isFile() && (entry.parentPath === folder || /\.(?:md|qmd|brief|markdown)$/i.test(entry.name));
    return isText ? [readFileSync(path, 'utf8')] : [];
  });
}

/**
 * Runs a Node script to its end. Files take the place of pipes, since a script that exits at once after a long output
 * loses what the pipe has not taken yet.
 *
 * @param {readonly string[]} args
 * @param {{ input?: string, output?: string, mayFail?: boolean }} files what it reads, and what takes what it prints; else the
 *   terminal. Without `mayFail`, a status other than 0 ends the command.
 * @returns {Promise<number>} its exit status
 */
async function runNode(args, { input, output, mayFail = false }) {
  const reads = input === undefined ? null : await open(input);
  const writes = output === undefined ? null : await open(output, 'w');
  const child = spawn(process.execPath, args, {
    stdio: [reads ? reads.fd : 'ignore', writes ? writes.fd : 'inherit', 'inherit'],
  });
  atEnd(() => child.kill());
  const [code] = await once(child, 'close');
  await reads?.close();
  await writes?.close();
  if (code !== 0 && !(mayFail && code === 1))
    throw new Unavailable(`${args.slice(0, 2).join(' ')} ended with ${code}.`);
  return code;
}
