/** `npm run bench`: bundles the engine as it is now with its benchmarks, and runs them. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleScript } from './lib/bundle.js';
import { runScript, temporaryFolder } from './lib/lifetime.js';

runScript(async () => {
  const bundle = join(temporaryFolder(), 'bench.cjs');
  await bundleScript('test/bench/main.ts', bundle);
  await import(pathToFileURL(bundle).href);
  return 0;
});
