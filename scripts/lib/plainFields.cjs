/**
 * Has the classes of markdown-it set their fields as everybody does. Its builds call a helper for each field of each token
 * and of each state, one of a block, which takes up to a quarter of the time that a page of many short blocks takes.
 */
const fs = require('node:fs');

const HELPED = /_defineProperty\(\s*this,\s*(?:\/\*[\s\S]*?\*\/\s*)?"(\w+)",\s*([^;]+?)\s*\);/g;

/** @type {import('esbuild').Plugin} */
const plainFields = {
  name: 'plain-fields',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]markdown-it[\\/]dist[\\/][^\\/]+\.m?js$/ }, async ({ path }) => ({
      contents: (await fs.promises.readFile(path, 'utf8')).replace(HELPED, 'this.$1 = $2;'),
    }));
  },
};

module.exports = { plainFields };
