/**
 * `npm run generate`: writes what is made of the code: the rules in the manifest and its English texts, the tables of rules and
 * settings in both languages, the JSON Schema of configurations, the table of dependencies. Tests fail where one is stale.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runScript, Unavailable } from './lib/lifetime.js';
import { ROOT } from './lib/root.js';

/** The tests that hold what is generated to the code; with `UPDATE=1` they write it. In the order in which one needs another. */
const GENERATING = ['server/settings', 'project/rules', 'project/configuration', 'project/dependencies'];

runScript(async () => {
  const node = (/** @type {string[]} */ ...args) =>
    spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, UPDATE: '1' } }).status;
  if (node('esbuild.js', '--tests') !== 0) throw new Unavailable('There is no build to generate from.');
  const bundles = GENERATING.map((name) => join(ROOT, 'dist/test', `${name}.test.mjs`));
  return node('scripts/lib/runMocha.js', '60000', ...bundles) ?? 1;
});
