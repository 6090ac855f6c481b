/**
 * `npm run docs`: makes the documentation a site of plain HTML, in both languages, for any host of files. `-- FOLDER` writes it there,
 * and not to `site`. It can also be opened from the disk.
 */
import { resolve } from 'node:path';
import { runScript } from './lib/lifetime.js';
import { ROOT } from './lib/root.js';
import { writeSite } from './site/writeSite.js';

runScript(async () => {
  const folder = resolve(process.argv[2] ?? 'site');
  process.chdir(ROOT);
  const count = await writeSite(folder);
  console.log(`${count} pages in ${folder}`);
  return 0;
});
