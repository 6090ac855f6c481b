// Builds every bundle of the product, and with --tests the test files too. With --watch it keeps building.

const esbuild = require('esbuild');
const { globSync } = require('tinyglobby');
const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
const os = require('node:os');
const path = require('node:path');
const { constants } = require('./scripts/lib/constants.cjs');
const { noticesOf, packagesIn } = require('./scripts/lib/notices.cjs');
const { pageWords } = require('./scripts/lib/pageWords.cjs');
const { plainFields } = require('./scripts/lib/plainFields.cjs');

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const minify = process.argv.includes('--minify');

/** What is packed is built here. */
const PARTS = 'dist/parts';

const OWN_BUNDLES = /^(?:\.\.\/)+(copies|formats|load|lookUps|math|mcp|network|styles|word)$/;

/**
 * The name of the bundle that an import means; undefined for another file of that name.
 *
 * @param {import('esbuild').OnResolveArgs} imported
 */
function bundleOf({ path: name, resolveDir }) {
  const folder = path.resolve(resolveDir, name);
  return path.dirname(folder) === path.join(__dirname, 'src') ? path.basename(folder) : undefined;
}

/** What is needed only sometimes is a bundle of its own beside the others, loaded when it is imported. */
const ownBundles = {
  name: 'own-bundles',
  setup(build) {
    build.onResolve({ filter: OWN_BUNDLES }, (imported) => {
      const name = bundleOf(imported);
      return name === undefined ? undefined : { path: `./${name}.js`, external: true };
    });
  },
};

/**
 * The processor of CSL is handed on as it is, in a file of its own beside the bundles, as its licence asks. In a web worker it
 * is a script that leaves its exports where those of a module would be.
 */
const unmodified = {
  name: 'unmodified',
  setup(build) {
    build.onResolve({ filter: /^citeproc$/ }, ({ path }) => ({ path, namespace: 'unmodified' }));
    build.onResolve({ filter: /^\.\/citeproc\.js$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: 'unmodified' }, () => ({
      contents: `
        if (typeof importScripts === 'function') {
          const before = self.module;
          self.module = {};
          importScripts(self.bundlesOfBrief + 'citeproc.js');
          module.exports = self.module.exports;
          self.module = before;
        } else module.exports = require('./citeproc.js');`,
      resolveDir: '.',
    }));
    // Its own map leads to a file that is nowhere, so that nobody could tell from ours what is bundled.
    build.onLoad({ filter: /[\\/]saxes[\\/]saxes\.js$/ }, async ({ path }) => ({
      contents: (await fs.promises.readFile(path, 'utf8')).replace(/\n\/\/# sourceMappingURL=.*/, ''),
    }));
  },
};

/** The library for LSP also speaks over sockets. Ours speaks over standard streams and channels of Node alone. */
const noSockets = {
  name: 'no-sockets',
  setup(build) {
    build.onResolve({ filter: /^net$/ }, ({ path }) => ({ path, namespace: 'no-sockets' }));
    build.onLoad({ filter: /.*/, namespace: 'no-sockets' }, () => ({
      contents: `
        const refuse = () => {
          throw new Error('This server opens no sockets. Start it with --stdio.');
        };
        module.exports = { createConnection: refuse, createServer: refuse };`,
    }));
  },
};

/** What asks for a version of VS Code asks for an older one than our manifest does: nothing compares them again. */
const noVersions = {
  name: 'no-versions',
  setup(build) {
    build.onResolve({ filter: /^semver\// }, ({ path }) => ({ path, namespace: 'no-versions' }));
    build.onLoad({ filter: /.*/, namespace: 'no-versions' }, () => ({ contents: 'module.exports = () => true;' }));
  },
};

/** Commands that a window without Node does not have: they say so, and load none of this. */
const noNetwork = {
  name: 'no-network',
  setup(build) {
    const ofNetwork = /\/(?:links\/linkChecks|lookUps\/keepCopies|zotero\/addFromZotero|zotero\/addHighlights)$/;
    build.onResolve({ filter: ofNetwork }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'no-network' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({ contents: '' }));
  },
};

/**
 * The style of our marks on pages that others make holds within `.brief-mark` only, and so do its colours, which follow the theme
 * that the body of the page names.
 */
const withinMarks = {
  name: 'within-marks',
  setup(build) {
    build.onLoad({ filter: /[\\/]style[\\/][^\\/]+\.css$/ }, async ({ path }) => {
      const style = (await fs.promises.readFile(path, 'utf8'))
        .replace(/^( *)(?::root|body) \{/gm, '$1& {')
        .replace(/^( *)body([.:][^{]+?) \{/gm, '$1body$2 & {');
      return { contents: `.brief-mark {\n${style}\n}`, loader: 'css' };
    });
  },
};

/** Copies what is handed on as it is, each beside its licence. */
function copyUnmodified() {
  fs.copyFileSync('node_modules/citeproc/citeproc_commonjs.js', 'dist/citeproc.js');
  fs.copyFileSync('csl/CPAL-1.0.txt', 'dist/citeproc.LICENSE.txt');
}

/** The packages of which files are handed on as they are. The parser of PDFs in `unpdf` is that of `pdfjs-dist`, too. */
const HANDED_ON = ['node_modules/citeproc', 'node_modules/pdfjs-dist'];

/**
 * The predefined CMaps of ISO 32000-2 (9.7.5.2), and those from their characters to Unicode: documents with CJK fonts name them
 * and do not hold them.
 */
const CMAPS = [
  ...['GB-EUC', 'GBpc-EUC', 'GBK-EUC', 'GBKp-EUC', 'GBK2K', 'UniGB-UCS2', 'UniGB-UTF16'],
  ...['B5pc', 'HKscs-B5', 'ETen-B5', 'ETenms-B5', 'CNS-EUC', 'UniCNS-UCS2', 'UniCNS-UTF16'],
  ...['83pv-RKSJ', '90ms-RKSJ', '90msp-RKSJ', '90pv-RKSJ', 'Add-RKSJ', 'EUC', 'Ext-RKSJ', ''],
  ...['UniJIS-UCS2', 'UniJIS-UCS2-HW', 'UniJIS-UTF16', 'UniJIS2004-UTF16'],
  ...['KSC-EUC', 'KSCms-UHC', 'KSCms-UHC-HW', 'KSCpc-EUC', 'UniKS-UCS2', 'UniKS-UTF16'],
].flatMap((name) => ['H', 'V'].map((direction) => (name === '' ? direction : `${name}-${direction}`)));
const TO_UNICODE = ['GB1', 'CNS1', 'Japan1', 'Korea1'].map((name) => `Adobe-${name}-UCS2`);

/** Puts them into one file, which is compressed as a whole: `src/pdf/cMaps.ts` has its form. */
function joinCMaps() {
  const from = 'node_modules/pdfjs-dist/cmaps';
  const tables = [...CMAPS, ...TO_UNICODE]
    .map((name) => `${name}.bcmap`)
    .filter((name) => fs.existsSync(`${from}/${name}`))
    .map((name) => ({ name, bytes: fs.readFileSync(`${from}/${name}`) }));
  const head = `${JSON.stringify(tables.map(({ name, bytes }) => [name, bytes.length]))}\n`;
  fs.mkdirSync(PARTS, { recursive: true });
  fs.writeFileSync(`${PARTS}/cmaps`, Buffer.concat([Buffer.from(head), ...tables.map(({ bytes }) => bytes)]));
}

/** Code that is a link: VS Code paints it dark on dark in high contrast. */
const LINKED_CODE = /\[`([\w./-]+)`\]\(/g;

/** Writes the pages of the documentation that the extension opens into one file, by their paths. */
function joinPages() {
  const wanted = ['{configuration,editing,evidence,format,import}.md', 'rules/**/*.md'];
  const paths = globSync([...wanted, ...wanted.map((path) => `zh-cn/${path}`)], { cwd: 'docs' });
  const textOf = (/** @type {string} */ path) => fs.readFileSync(`docs/${path}`, 'utf8').replace(LINKED_CODE, '[$1](');
  const pages = paths.sort().map((path) => [path, textOf(path)]);
  fs.writeFileSync('dist/pages.json', JSON.stringify(Object.fromEntries(pages)));
}

/** Writes the types of the engine's door: one file, as the door declares all that it speaks of. */
function declareEngine() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'research-briefs-types-'));
  try {
    const compiler = 'node_modules/typescript/bin/tsc';
    execFileSync(process.execPath, [compiler, '-p', 'src/engine', '--outDir', folder], { stdio: 'inherit' });
    fs.copyFileSync(path.join(folder, 'engine/index.d.ts'), 'dist/engine.d.ts');
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Patterns that name classes of Unicode stay literals. A call that makes one is kept even where nobody uses what it is for. */
const supported = { 'regexp-unicode-property-escapes': true };

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  metafile: true,
  sourcemap: minify ? false : 'linked',
  minify,
  logLevel: 'warning',
  define: constants,
  target: 'node20',
  supported,
  platform: 'node',
  format: 'cjs',
  // A folder of packages that is a link counts as one that is here.
  preserveSymlinks: true,
  plugins: [plainFields],
  loader: { '.brief': 'text', '.csl': 'text', '.xml': 'text', '.yaml': 'text' },
};

/**
 * As a module of ECMAScript, all names of VS Code's were copied for each file that imports them: more than half of an
 * activation.
 */
const ALL_OF_VSCODE = /import\s*\*\s*as\s+([\w$]+)\s*from\s*"vscode";/g;

/** What a part imports of others, at its start; each is `import { one, two as other } from "./chunk-….js"`, or without names. */
const IMPORTS = /^(?:\s*import\s*(?:\{[^{}]*\}\s*from\s*)?"\.\/[^"]+";)+/;
const IMPORT = /import\s*(?:\{([^{}]*)\}\s*from\s*)?("[^"]+");/g;
/** What it exports, at its end. */
const EXPORTS = /\bexport\s*\{([^{}]*)\};(?=\s*(?:\/\/# sourceMappingURL=.*\s*)?$)/;

/**
 * A part takes what it imports once, when it is loaded. As esbuild rewrites it, each use would call two functions, which a keystroke
 * does thousands of times. So no part may change what it exports.
 *
 * @param {string} text a part as a module of ECMAScript, as esbuild writes it
 */
function withDirectImports(text) {
  return text
    .replace(IMPORTS, (all) =>
      all.replace(IMPORT, (_, names, file) =>
        names === undefined ? `require(${file});` : `const {${names.replaceAll(' as ', ': ')}} = require(${file});`,
      ),
    )
    .replace(EXPORTS, (_, names) => {
      const exported = names.replaceAll(/([\w$]+) as ([\w$]+)/g, '$2: $1');
      return `module.exports = { __esModule: true, ${exported} };`;
    });
}

/**
 * What is needed only sometimes is a part of its own, which is loaded when it is imported, and programs share what several need.
 * Splitting is there for modules of ECMAScript alone; what comes out is rewritten for `require`, which starts faster and loads at
 * once.
 */
const split = {
  name: 'split',
  setup(build) {
    const { minify: small, sourcemap } = build.initialOptions;
    Object.assign(build.initialOptions, { format: 'esm', splitting: true, chunkNames: 'chunk-[hash]' });
    Object.assign(build.initialOptions, { write: false, sourcemap: sourcemap ? 'inline' : false });
    build.onStart(() => {
      for (const old of globSync(`${PARTS}/chunk-*`)) fs.rmSync(old);
    });
    build.onEnd(async ({ outputFiles = [], metafile }) => {
      fs.mkdirSync(PARTS, { recursive: true });
      // Which sources are in which part.
      fs.writeFileSync('dist/parts.json', JSON.stringify(metafile));
      for (const { path: file, text } of outputFiles) {
        const { code, map } = await esbuild.transform(
          withDirectImports(text.replace(ALL_OF_VSCODE, 'const $1 = require("vscode");')),
          {
            format: 'cjs',
            platform: 'node',
            target: shared.target,
            minify: small,
            sourcemap: sourcemap ? 'external' : false,
            supported: { ...supported, 'dynamic-import': false },
          },
        );
        const name = path.basename(file);
        fs.writeFileSync(file, sourcemap ? `${code}//# sourceMappingURL=${name}.map\n` : code);
        if (sourcemap) fs.writeFileSync(`${file}.map`, map);
      }
    });
  },
};

/** For a web worker, where nothing of Node is. */
const worker = { ...shared, platform: 'browser', target: 'es2023', outdir: 'dist/browser' };

/** What a web worker loads of packages that have something else for Node, which would be taken otherwise. */
const FOR_BROWSERS = Object.fromEntries(
  [
    // These run in Node, too.
    ['fflate', 'fflate/esm/browser.js'],
    ['yaml', 'yaml/browser/index.js'],
    ['vscode-jsonrpc/browser', 'vscode-jsonrpc/lib/browser/main.js'],
    ['vscode-languageserver/browser', 'vscode-languageserver/lib/browser/main.js'],
    ['vscode-languageserver-protocol/browser', 'vscode-languageserver-protocol/lib/browser/main.js'],
  ].map(([name, file]) => [name, path.join(__dirname, 'node_modules', file)]),
);

/** One bundle for each surface. */
const bundles = [
  {
    ...shared,
    entryPoints: {
      cli: 'src/cli/main.ts',
      engine: 'src/engine/index.ts',
      extension: 'src/extension/node.ts',
      formats: 'src/formats/index.ts',
      math: 'src/math/index.ts',
      server: 'src/server/node.ts',
      styles: 'src/styles/index.ts',
      word: 'src/word/index.ts',
      worker: 'src/server/browser.ts',
    },
    external: ['vscode'],
    // The server in a web worker shares what it can.
    target: ['node20', 'es2023'],
    alias: FOR_BROWSERS,
    outdir: PARTS,
    plugins: [plainFields, pageWords, ownBundles, unmodified, noSockets, noVersions, split],
  },
  { ...shared, entryPoints: { load: 'src/load/index.ts' }, outdir: 'dist' },
  // The builds for browsers of what speaks the protocol evaluate nothing and start nothing.
  { ...shared, entryPoints: { mcp: 'src/mcp/index.ts' }, platform: 'browser', outdir: PARTS },
  // Handed what asks the network, it can not ask by itself.
  { ...shared, entryPoints: { copies: 'src/copies/index.ts' }, outdir: PARTS, plugins: [plainFields, ownBundles] },
  { ...shared, entryPoints: { lookUps: 'src/lookUps/index.ts' }, outdir: PARTS, plugins: [plainFields, ownBundles] },
  // The only bundle that can open a socket.
  { ...shared, entryPoints: { network: 'src/network/index.ts' }, outdir: PARTS },
  {
    ...shared,
    entryPoints: { styleLists: 'src/files/apart/listChild.ts' },
    outdir: PARTS,
    plugins: [plainFields, ownBundles],
  },
  // The builds for browsers of what draws charts touch no file, no network and no canvas.
  {
    ...shared,
    entryPoints: { charts: 'src/charts/child.ts' },
    platform: 'browser',
    external: ['node:process'],
    outdir: PARTS,
  },
  // What reads PDFs draws nothing and loads nothing but tables of characters, which it is given.
  {
    ...shared,
    entryPoints: { pdf: 'src/pdf/child.ts' },
    define: { ...shared.define, 'import.meta.url': '"file:///"' },
    outdir: PARTS,
    plugins: [plainFields, ownBundles],
  },
  {
    ...worker,
    entryPoints: { extension: 'src/extension/browser.ts' },
    external: ['vscode'],
    plugins: [plainFields, noNetwork],
  },
  { ...worker, entryPoints: { server: 'src/load/worker.ts' }, format: 'iife' },
  {
    ...shared,
    entryPoints: {
      preview: 'src/webview/preview.ts',
      'preview-style': 'src/webview/preview.css',
      details: 'src/webview/details/form.ts',
      'details-style': 'src/webview/details/form.css',
    },
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    outdir: 'dist/webview',
  },
  {
    ...shared,
    entryPoints: { 'markdown-style': 'src/webview/markdown.css' },
    platform: 'browser',
    // Nesting is written out.
    target: 'chrome111',
    outdir: 'dist/webview',
    plugins: [withinMarks],
  },
];

/** The plugin for Obsidian, which brings CodeMirror itself. It is built for whoever asks for it, and is in no package of ours. */
const obsidian = [
  {
    ...shared,
    entryPoints: { main: 'editors/obsidian/main.ts', styles: 'editors/obsidian/styles.css' },
    platform: 'browser',
    target: ['es2022', 'chrome111'],
    external: ['obsidian', '@codemirror/*'],
    sourcemap: false,
    minify: true,
    charset: 'utf8',
    outdir: 'dist/obsidian',
    plugins: [plainFields, withinMarks],
  },
];

/** Tests that run in Node share chunks; those that run inside VS Code are one script that it can `require`. */
const testBundles = [
  {
    ...shared,
    entryPoints: globSync(['test/**/*.test.ts', 'test/cli/program.ts'], { ignore: ['test/extension/host/**'] }),
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

async function buildObsidian() {
  const built = await Promise.all(obsidian.map((options) => esbuild.build(options)));
  // Obsidian installs this file, the manifest and the style, and no other.
  const notices = noticesOf(packagesIn(built.map(({ metafile }) => metafile)).sort()).replaceAll('*/', '* /');
  fs.appendFileSync('dist/obsidian/main.js', `/*\n${notices}*/\n`);
  for (const name of ['manifest.json', 'versions.json'])
    fs.copyFileSync(`editors/obsidian/${name}`, `dist/obsidian/${name}`);
}

async function pack() {
  (await import('./scripts/lib/packParts.js')).packAll(minify);
}

/** At first, not all parts are there. */
function unlessMissing(error) {
  if (error.code !== 'ENOENT') throw error;
}

/** Packs again whenever a part has changed, once all are there. */
function packingAtEnd(options) {
  if (options.outdir !== PARTS) return options;
  const packing = { name: 'packing', setup: (build) => build.onEnd(() => pack().catch(unlessMissing)) };
  return { ...options, plugins: [...(options.plugins ?? []), packing] };
}

async function main() {
  if (process.argv.includes('--obsidian')) return buildObsidian();
  const exists = (options) =>
    (Array.isArray(options.entryPoints) ? options.entryPoints : Object.values(options.entryPoints)).every(
      fs.existsSync,
    );
  const wanted = [...bundles, ...(tests ? testBundles : [])].filter(exists);
  if (watch) {
    joinCMaps();
    joinPages();
    for (const options of wanted) await (await esbuild.context(packingAtEnd(options))).watch();
    console.log('watching');
    return;
  }
  const built = await Promise.all(wanted.map((options) => esbuild.build(options)));
  const shipped = built.slice(0, bundles.filter(exists).length).flatMap(({ metafile }) => metafile ?? []);
  copyUnmodified();
  joinCMaps();
  joinPages();
  await pack();
  if (minify || tests) declareEngine();
  const notices = noticesOf([...packagesIn(shipped), ...HANDED_ON].sort());
  const ofCMaps = fs.readFileSync('node_modules/pdfjs-dist/cmaps/LICENSE', 'utf8');
  fs.writeFileSync(
    'dist/ThirdPartyNotices.txt',
    `${notices}\n\nThe tables of characters that pdfjs-dist hands on\n\n${ofCMaps}`,
  );
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
