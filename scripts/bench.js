/** `npm run bench`: bundles the engine, the server and the preview as they are now with their benchmarks, and runs these. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleScript } from './lib/bundle.js';
import { runScript, temporaryFolder, Unavailable } from './lib/lifetime.js';
import { ROOT } from './lib/root.js';

runScript(async () => {
  // The server and a library to compare with are found from here.
  process.chdir(ROOT);
  const { status } = spawnSync(process.execPath, ['esbuild.js', '--minify'], { stdio: 'inherit' });
  if (status !== 0) throw new Unavailable('There is no build to measure.');
  const folder = temporaryFolder();
  const bundle = join(folder, 'bench.cjs');
  await bundleScript('test/bench/doNothing.ts', join(folder, 'doNothing.cjs'));
  await bundleScript('test/bench/main.ts', bundle);
  await createRequire(import.meta.url)(bundle).finished;
  // What drives a browser is found from where it is, and no bundle takes it in.
  const page = join(ROOT, 'dist', 'bench-preview.mjs');
  await bundleScript('test/webview/bench.ts', page, { format: 'esm', packages: 'external' });
  await (await import(pathToFileURL(page).href)).finished;
  return 0;
});
