import { renameSync, writeFileSync } from 'node:fs';

/**
 * Writes a file at once: who watches it reads all of it, and once.
 *
 * @param {string} path
 * @param {unknown} content is written as JSON
 */
export function writeAtOnce(path, content) {
  writeFileSync(`${path}.part`, JSON.stringify(content, null, 2));
  renameSync(`${path}.part`, path);
}
