/** A name for the code of the product as it is built now. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { Unavailable } from './lifetime.js';
import { ROOT } from './root.js';

/** Builds the product as it is published. */
export function buildProduct() {
  const { status } = spawnSync(process.execPath, ['esbuild.js', '--minify'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Unavailable('There is no build to measure.');
}

/**
 * @returns {string} eight hexadecimal digits of the SHA-256 of all scripts of the build: another one as soon as the product does
 *   anything in another way, and the same after a change of comments
 */
export function nameOfBuild() {
  const hash = createHash('sha256');
  const files = globSync(['dist/**/*.js'], { cwd: ROOT, ignore: ['dist/obsidian/**', 'dist/test/**'] }).sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 8);
}
