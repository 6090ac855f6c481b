import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { constants } from './constants.cjs';
import { Unavailable } from './lifetime.js';
import { plainFields } from './plainFields.cjs';
import { ROOT } from './root.js';

/**
 * Bundles a TypeScript file and what it imports, the engine among it, into one CommonJS script for Node.
 *
 * @param {string} entry its path in the repository
 * @param {string} outfile
 * @param {import('esbuild').BuildOptions} [options] what is another way than that
 */
export async function bundleScript(entry, outfile, options) {
  const built = build({
    entryPoints: [join(ROOT, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    define: constants,
    plugins: [plainFields],
    // Styles and locales, as the build has them.
    loader: { '.csl': 'text', '.xml': 'text' },
    ...options,
  });
  // What is wrong is printed already.
  await built.catch(() => {
    throw new Unavailable(`${entry} can not be bundled.`);
  });
}

/**
 * Bundles a TypeScript file and loads it. The packages that it needs are found from where it is, and no bundle takes them in.
 *
 * @param {string} entry its path in the repository
 */
export async function importScript(entry) {
  const bundle = join(ROOT, 'dist', entry.replaceAll('/', '-').replace(/ts$/, 'mjs'));
  await bundleScript(entry, bundle, { format: 'esm', packages: 'external' });
  return import(pathToFileURL(bundle).href);
}
