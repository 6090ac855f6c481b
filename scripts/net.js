/**
 * `npm run net -- record FOLDER [--documents DIR]`: writes down what the product gives for the samples, the documents of DIR,
 * made-up and hostile briefs, and in recorded sessions of the language server. `npm run net -- compare BEFORE AFTER` prints in
 * what two recordings differ. CONTRIBUTING.md says when to use it.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importScript } from './lib/bundle.js';
import { runScript, temporaryFolder, Unavailable } from './lib/lifetime.js';
import { ROOT } from './lib/root.js';

runScript(async () => {
  const { values, positionals } = parseArgs({ options: { documents: { type: 'string' } }, allowPositionals: true });
  const [command, ...folders] = positionals;
  const [first, second] = folders.map((folder) => resolve(folder));
  const documents = values.documents === undefined ? null : resolve(values.documents);
  process.chdir(ROOT);
  if (command === 'record' && first !== undefined && second === undefined) {
    const { status } = spawnSync(process.execPath, ['esbuild.js'], { stdio: 'inherit' });
    if (status !== 0) throw new Unavailable('There is no build to record.');
    await (await net()).record(first, documents, temporaryFolder());
    return 0;
  }
  if (command === 'compare' && first !== undefined && second !== undefined)
    return (await net()).compare(first, second) === 0 ? 0 : 1;
  throw new Unavailable('npm run net -- record FOLDER [--documents DIR], or npm run net -- compare BEFORE AFTER');
});

function net() {
  return importScript('test/net/main.ts');
}
