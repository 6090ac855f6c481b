// Builds every bundle of the product, and with --tests the test files too. With --watch it keeps building.

const esbuild = require('esbuild');
const { globSync } = require('tinyglobby');
const fs = require('node:fs');

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const minify = process.argv.includes('--minify');

const version = JSON.parse(fs.readFileSync('package.json', 'utf8')).version;

/** What is needed only sometimes is a bundle of its own beside the others, loaded when it is imported. */
const ownBundles = {
  name: 'own-bundles',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/(?:formats|math|word)$/ }, ({ path }) => ({
      path: `.${path.slice(2)}.js`,
      external: true,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  sourcemap: minify ? false : 'linked',
  minify,
  logLevel: 'warning',
  define: { BRIEF_VERSION: JSON.stringify(version) },
  target: 'node20',
  platform: 'node',
  format: 'cjs',
};

/** For a web worker, where nothing of Node is. */
const worker = { ...shared, platform: 'browser', target: 'es2023', outdir: 'dist/browser' };

/** One bundle for each surface. */
const bundles = [
  { ...shared, entryPoints: { extension: 'src/extension/node.ts' }, external: ['vscode'], outdir: 'dist' },
  { ...shared, entryPoints: { server: 'src/server/node.ts' }, outdir: 'dist', plugins: [ownBundles] },
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [ownBundles],
  },
  { ...shared, entryPoints: { formats: 'src/formats/index.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { math: 'src/math/index.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { word: 'src/word/index.ts' }, outdir: 'dist' },
  // The builds for browsers of what draws charts touch no file, no network and no canvas.
  {
    ...shared,
    entryPoints: { charts: 'src/charts/child.ts' },
    platform: 'browser',
    external: ['node:process'],
    outdir: 'dist',
  },
  { ...worker, entryPoints: { extension: 'src/extension/browser.ts' }, external: ['vscode'] },
  { ...worker, entryPoints: { server: 'src/server/browser.ts' }, format: 'iife' },
  {
    ...shared,
    entryPoints: { preview: 'src/webview/preview.ts', 'preview-style': 'src/webview/preview.css' },
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    outdir: 'dist/webview',
  },
];

/** Tests that run in Node share chunks; those that run inside VS Code are one script that it can `require`. */
const testBundles = [
  {
    ...shared,
    entryPoints: globSync('test/**/*.test.ts', { ignore: ['test/extension/host/**'] }),
    format: 'esm',
    splitting: true,
    packages: 'external',
    outbase: 'test',
    outdir: 'dist/test',
    outExtension: { '.js': '.mjs' },
    sourcemap: 'inline',
  },
  {
    ...shared,
    entryPoints: {
      'extension-tests': 'test/extension/index.ts',
      'extension-tests-untrusted': 'test/extension/untrusted.ts',
    },
    external: ['vscode', 'mocha'],
    outdir: 'dist/test',
  },
  {
    ...worker,
    entryPoints: { 'extension-tests-web': 'test/extension/web.ts' },
    alias: { 'node:assert/strict': './test/extension/webAssert.ts' },
    // Mocha's build for browsers would take the module of the bundle for its own.
    define: { BRIEF_TEST_SAMPLES: JSON.stringify(globSync('samples/**')), module: 'undefined' },
    external: ['vscode'],
    outdir: 'dist/test',
  },
];

async function main() {
  const exists = (options) =>
    (Array.isArray(options.entryPoints) ? options.entryPoints : Object.values(options.entryPoints)).every(
      fs.existsSync,
    );
  const wanted = [...bundles, ...(tests ? testBundles : [])].filter(exists);
  if (watch) {
    for (const options of wanted) await (await esbuild.context(options)).watch();
    console.log('watching');
    return;
  }
  await Promise.all(wanted.map((options) => esbuild.build(options)));
  if (fs.existsSync('dist/cli.js')) fs.chmodSync('dist/cli.js', 0o755);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
