/**
 * `npm run generate`: writes what is made of the code: the rules in the manifest and its texts, the tables of rules and settings,
 * the head and the last section of the pages of rules in both languages, the JSON Schema of configurations, the table of
 * dependencies, the page of the manual, the files on the page of other editors. Tests fail where one is stale.
 */
import { spawnSync } from 'node:child_process';
import { bundleGenerating } from './lib/generating.js';
import { runScript } from './lib/lifetime.js';
import { ROOT } from './lib/root.js';

runScript(async () => {
  const { args, env } = await bundleGenerating();
  const all = { ...process.env, ...env, UPDATE: '1' };
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: all }).status ?? 1;
});
