import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The project's folder. It is looked for upwards from this file, so that it is found from the bundles of the tests too.
 */
export const ROOT = findRoot(import.meta.dirname);

/**
 * @param {string} from
 * @returns {string}
 */
function findRoot(from) {
  if (existsSync(join(from, 'esbuild.js'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('This script belongs into the folder of Research Briefs and is not in it.');
  return findRoot(above);
}
