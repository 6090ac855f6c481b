/**
 * `npm run bench [-- [--quick] [--write] [PART…]]`: bundles the engine, the server and the preview as they are now with
 * their benchmarks, and runs these. `--write` puts what they find into `docs/performance.md`, in the place of what the same
 * parts found before. `npm run bench -- --only WORD` measures the kinds of pathological texts that have it in their names, such
 * as `html:` or `quot`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct, nameOfBuild } from './lib/builtCode.js';
import { bundleScript, importScript } from './lib/bundle.js';
import { runScript, temporaryFolder, Unavailable } from './lib/lifetime.js';
import { packMcpb } from './lib/packMcpb.js';
import { ROOT } from './lib/root.js';

const PAGE = 'docs/performance.md';

runScript(async () => {
  const { values, positionals } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
    allowPositionals: true,
  });
  // The server and a library to compare with are found from here.
  process.chdir(ROOT);
  buildProduct();
  const folder = temporaryFolder();
  await bundleScript('test/bench/doNothing.ts', join(folder, 'doNothing.cjs'), { minify: true });
  await bundleScript('test/bench/markdownFolder.ts', join(folder, 'markdownFolder.cjs'));
  await bundleScript('test/bench/pathologicalKind.ts', join(folder, 'pathologicalKind.cjs'));
  const bundle = join(folder, 'bench.cjs');
  await bundleScript('test/bench/main.ts', bundle);
  const { BENCHMARKS, benchPackages, performancePage } = createRequire(import.meta.url)(bundle);
  /** @type {Record<string, (print: (line: string) => void, quick: boolean, only?: string) => void | Promise<void>>} */
  const benchmarks = {
    ...BENCHMARKS,
    preview: benchPreview,
    window: benchWindow,
    packages: (print, quick) => (quick ? undefined : benchPackages(print, packMcpb())),
  };
  // The benchmarks put files of their own beside the build.
  const build = nameOfBuild();
  const all = values.only === undefined ? Object.keys(benchmarks) : ['pathological'];
  const names = positionals.length > 0 ? positionals : all;
  /** @type {string[]} */
  const lines = [];
  for (const name of names) {
    const benchmark = benchmarks[name];
    if (!benchmark)
      throw new Unavailable(`There is no benchmark ${name}; there are ${Object.keys(benchmarks).join(', ')}.`);
    const print = (/** @type {string} */ line) => {
      console.log(line);
      lines.push(line);
    };
    await benchmark(print, values.quick, values.only);
  }
  if (values.write) writeFileSync(PAGE, performancePage(lines, build, readFileSync(PAGE, 'utf8')));
  return 0;
});

/** @param {(line: string) => void} print */
async function benchPreview(print) {
  await (await importScript('test/webview/bench.ts')).benchPreview(print);
}

/**
 * @param {(line: string) => void} print
 * @param {boolean} quick
 */
async function benchWindow(print, quick) {
  await (await importScript('test/webview/windowBench.ts')).benchWindow(print, quick);
}
