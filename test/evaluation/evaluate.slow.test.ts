import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { folderWith, runNode } from '../cli/runBrief';

/** Prints how many predictions came for how many rows, with the options that it was given. */
const SCORER = `
import { readFileSync } from 'node:fs';
const [set, how, ...options] = process.argv.slice(2);
const rows = readFileSync(new URL('sets/' + set + '.jsonl', import.meta.url), 'utf8');
if (how === '--inputs') process.stdout.write(rows);
else console.log(set, readFileSync(0, 'utf8').trim().split('\\n').length, 'of', rows.trim().split('\\n').length, ...options);
`;
const lines = (...rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const TABLE = `| Mill | Looms | Weavers |
| --- | --- | --- |
| Arvika | 214 | 61 |
| Falun | 368 | 97 |
| Visby | 125 | 40 |
`;

const evaluate = (...args: readonly string[]) => runNode(resolve('scripts/evaluate.js'), args, { cwd: tmpdir() });

describe('npm run evaluate', () => {
  it('prints what the folder says of each of its sets, and names those that it has not', async () => {
    const folder = folderWith({
      'eval.mjs': SCORER,
      'contrast.mjs': "console.log(...process.argv.slice(2).map((path) => path.split('/').slice(-2).join('/')));",
      'sets/claims.jsonl': lines(
        { id: 'a', text: 'Ore is mined in Kiruna.', lang: 'en' },
        { id: 'b', text: '为什么？', lang: 'zh' },
      ),
      'sets/numbers.jsonl': lines({ id: 'a', text: '5 %', lang: 'en' }),
      'sets/grounding.jsonl': lines({ id: 'a', claim: '5 t', claim_lang: 'en', passage: '5 t', passage_lang: 'en' }),
    });
    try {
      const { stdout, stderr, status } = await evaluate(folder.path, '--split', 'dev');
      assert.equal(
        stdout,
        [
          'claims 2 of 2 --split dev\nnumbers 1 of 1 --split dev\ngrounding 1 of 1 --split dev\n',
          '== sources suggested for the claims of grounding',
          '1 claims, each with its own source among others, and with the others alone',
          'with a score of 0.5 and above 1 suggested, 1 the right one',
          'with a score of 0.8 and above 1 suggested, 1 the right one',
          'with a score of 0.9 and above 1 suggested, 1 the right one',
          'with a score of 0.95 and above 0 suggested, 0 the right one\n',
          '== contrast\nsets/contrast.jsonl dist/cli.js\n',
        ].join('\n'),
      );
      assert.match(stderr, /There is no .*ranking\.jsonl: ranking is left out\.\n$/);
      assert.equal(status, 1);
    } finally {
      folder.remove();
    }
    // It bundles the engine and starts a dozen processes.
  });

  it('scores the rules on labelled pairs, and reads documents that are folders', async () => {
    const pair = {
      id: 'a',
      set: 's',
      language: 'en',
      passage: 'The kiln fires 340 tiles a day.',
      label: 'contradicted',
    };
    const folder = folderWith({
      'eval.mjs': SCORER,
      'sets/pairs.jsonl': lines({ ...pair, claim: 'The kiln fires 620 tiles a day.' }),
      'reports/documents/a.md': TABLE,
      'reports/documents/paper/index.qmd': TABLE,
      'reports/documents/paper/refs.bib': '@book{a,}',
    });
    try {
      const { stdout, status } = await evaluate(folder.path);
      assert.match(stdout, /== rules of evidence on labelled pairs\n/);
      assert.match(stdout, /number\/not-in-source +warning +right +1 +wrong +0 +100\.0 %\n/);
      assert.match(stdout, /number\/not-in-source warns, and is not right in 85 % of 30 rows or more\.\n/);
      assert.match(stdout, /== tables of documents, with totals put into them\n2 tables, /);
      assert.equal(status, 1);
    } finally {
      folder.remove();
    }
  });

  it('says what a folder must hold', async () => {
    const folder = folderWith({});
    try {
      const run = async (...args: readonly string[]) => (await evaluate(...args)).stderr;
      assert.match(await run(folder.path), /has no eval\.mjs, which scores the predictions\.\n$/);
      assert.match(await run('missing'), /^There is no folder .*missing\.\n$/);
      assert.match(await run(), /^Which folder\?/);
    } finally {
      folder.remove();
    }
  });
});
