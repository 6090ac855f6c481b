/**
 * Keeps the words of pages out of what only checks. A file of `src/core/languages` holds all that we know of one language, and
 * esbuild puts a file into one chunk as a whole. So what is imported for pages is bundled as a module of its own; of both, only
 * what is used is left.
 */
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '../..');
const LANGUAGES = 'src/core/languages';
/** Who asks for the words of pages. */
const IMPORTER = path.join(ROOT, 'src/core/page/words.ts');

/** @type {import('esbuild').Plugin} */
const pageWords = {
  name: 'page-words',
  setup(build) {
    const fileOf = (/** @type {string} */ name) => ({ path: `${LANGUAGES}/${name}.ts`, namespace: 'page-words' });
    build.onResolve({ filter: /^\.\.\/languages(?:\/\w+)?$/ }, ({ path: name, importer }) =>
      importer === IMPORTER ? fileOf(name.split('/')[2] ?? 'index') : undefined,
    );
    build.onResolve({ filter: /^\.\/\w+$/, namespace: 'page-words' }, ({ path: name }) => fileOf(name.slice(2)));
    build.onLoad({ filter: /.*/, namespace: 'page-words' }, async ({ path: file }) => ({
      contents: await fs.promises.readFile(path.join(ROOT, file), 'utf8'),
      loader: 'ts',
      resolveDir: path.join(ROOT, LANGUAGES),
    }));
  },
};

module.exports = { pageWords };
