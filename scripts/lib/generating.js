/** The tests that hold generated files to the code. With `UPDATE=1` they write the files. */
import { basename, join } from 'node:path';
import { bundleScript } from './bundle.js';
import { ROOT } from './root.js';

/** In the order in which one needs what another writes. */
const FILES = [
  'server/settings',
  'project/rules',
  'project/configuration',
  'project/dependencies',
  'project/manPage',
  'editors/files',
];

/** What the names of those tests hold. */
const NAMED = 'npm run generate writes';

/**
 * Bundles those tests. They need no build of the product.
 *
 * @returns {Promise<{ args: string[], env: NodeJS.ProcessEnv }>} how Node runs them
 */
export async function bundleGenerating() {
  const bundles = FILES.map(async (name) => {
    const bundle = join(ROOT, 'dist/test/generating', `${basename(name)}.test.mjs`);
    await bundleScript(`test/${name}.test.ts`, bundle, { format: 'esm', packages: 'external' });
    return bundle;
  });
  const args = [join(ROOT, 'scripts/lib/runMocha.js'), '60000', ...(await Promise.all(bundles))];
  return { args, env: { BRIEF_TEST_NAMED: NAMED } };
}
