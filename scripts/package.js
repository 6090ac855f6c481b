// Makes the package of the extension: `npm run package -- --out PATH` and other options of vsce.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { packTighter } from './lib/packTighter.js';
import { ROOT } from './lib/root.js';

const given = process.argv.slice(2);
const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
const { status } = spawnSync(process.execPath, [vsce, 'package', '--no-dependencies', ...given], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
const { before, after } = packTighter(path.resolve(ROOT, named() ?? newest()));
console.log(`Packed tighter: ${after} bytes, ${before - after} less.`);

/** The path that the options name. */
function named() {
  const at = given.findIndex((option) => option === '--out' || option === '-o');
  return at < 0 ? undefined : given[at + 1];
}

/** The package that was just made. */
function newest() {
  const made = readdirSync(ROOT).filter((name) => name.endsWith('.vsix'));
  const timeOf = (/** @type {string} */ name) => statSync(path.join(ROOT, name)).mtimeMs;
  return made.reduce((best, name) => (timeOf(name) > timeOf(best) ? name : best), made[0] ?? '');
}
