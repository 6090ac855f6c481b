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
runScript(async () => {
  const args = process.argv.slice(2);
  const at = args.indexOf('--without');
  const [, left] = at < 0 ? [] : args.splice(at, 2);
  const write = args.includes('--write') ? (/\.ts$/.test(args.at(-1) ?? '') ? args.pop() : WEIGHTS) : null;
  const folders = args.filter((arg) => !arg.startsWith('--'));
  if (folders.length === 0) throw new Unavailable('Which documents? npm run habit -- FOLDER…');
  const { study } = await importScript('test/evaluation/habit.ts');
  const { lines, weights } = study(folders.flatMap(documentsIn), left === undefined ? undefined : Number(left));
  console.log(lines.join('\n'));
  if (write) writeFileSync(write, weights);
  return 0;
});

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
