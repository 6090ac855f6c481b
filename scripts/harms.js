/**
 * `npm run harms -- PATH…`: imports documents, those of folders included, runs `check --fix` on what comes out, and prints what was
 * lost, gained or moved and which citation leads elsewhere. Ends with 1 if there is a harm that the import does not report.
 * docs/evaluation.md tells how it is read.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { importScript } from './lib/bundle.js';
import { runScript, Unavailable } from './lib/lifetime.js';

runScript(async () => {
  const paths = process.argv.slice(2).flatMap((path) => (isFolder(path) ? documentsIn(path) : [path]));
  if (paths.length === 0) throw new Unavailable('Which documents? npm run harms -- PATH…, files or folders.');
  const { harmsOf, harmLines, isHarmed } = await importScript('test/evaluation/harms.ts');
  let harmed = 0;
  for (const path of paths) {
    const harms = harmsOf(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    if (isHarmed(harms)) harmed++;
    for (const line of harmLines(harms)) console.log(`${path}: ${line}`);
  }
  console.log(`${paths.length} documents, ${harmed} of them harmed`);
  return harmed > 0 ? 1 : 0;
});

/** @param {string} path */
function isFolder(path) {
  return statSync(path).isDirectory();
}

/** @param {string} folder */
function documentsIn(folder) {
  return globSync(['**/*.{md,qmd,txt,brief,markdown}'], { cwd: folder })
    .sort()
    .map((name) => join(folder, name));
}
