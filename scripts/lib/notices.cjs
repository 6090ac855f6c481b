/** The licences of what is in the bundles, as they are shipped with them. */
const fs = require('node:fs');

const FILE = /^(?:licen[cs]e|copying|notice|authors)(?:[-.].*)?$/i;
const LINE = '-'.repeat(80);

/** Licences of packages that others have taken into their own files, for those that npm does not install. */
const KEPT = 'scripts/licences';
/** How a bundler marks, in a comment or a source map, where a part of its output comes from. */
const MARK = /^\/\/.*?\bnode_modules\/.*/gm;
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * The packages that something of is in bundles: those of their inputs, and those that an input has taken into itself.
 *
 * @param {readonly { outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> }[]} metafiles of esbuild
 * @returns {string[]} the folders of the packages, or of what is kept of them, in order
 * @throws Error for a package whose licence is not here
 */
function packagesIn(metafiles) {
  const folders = new Set();
  const paths = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  );
  for (const path of new Set(paths)) {
    const folder = PACKAGE.exec(path)?.[0];
    if (folder === undefined) continue;
    folders.add(folder);
    for (const inlined of inlinedIn(path)) folders.add(inlined);
  }
  return [...folders].sort();
}

/**
 * @param {string} path of a bundled file
 * @returns {string[]} the folders of the packages that it says it has taken in
 */
function inlinedIn(path) {
  if (!/\.[cm]?js$/.test(path)) return [];
  const text = fs.readFileSync(path, 'utf8');
  const map = `${path}.map`;
  /** @type {string[]} */
  const sources = fs.existsSync(map) ? JSON.parse(fs.readFileSync(map, 'utf8')).sources : [];
  const marks = [...(text.match(MARK) ?? []), ...sources.filter((source) => source.includes('node_modules/'))];
  return [...new Set(marks.flatMap((mark) => PACKAGE.exec(mark)?.[0] ?? []))].map((mark) => folderOf(mark, path));
}

/**
 * @param {string} mark of a package: `node_modules/.pnpm/name@1.0.0/node_modules/name`, or without the version
 * @param {string} path of the file that has it
 * @returns {string} the folder with the package's licence
 */
function folderOf(mark, path) {
  const name = mark.slice(mark.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const version = /\.pnpm\/[^/]+?@([^@/_(]+)[^/]*\//.exec(mark)?.[1];
  // The nearest one, as Node looks for it.
  const places = path.split('/').map((_, i, parts) => [...parts.slice(0, i), 'node_modules', name].join('/'));
  const installed = places.findLast((folder) => fs.existsSync(`${folder}/package.json`));
  if (installed !== undefined && [undefined, versionIn(installed)].includes(version)) return installed;
  const kept = `${KEPT}/${name}@${version}`;
  if (fs.existsSync(`${kept}/package.json`)) return kept;
  throw new Error(`${path} holds ${name} ${version ?? ''}, whose licence is not here. Put it into ${kept}.`);
}

/** @param {string} folder of a package */
function versionIn(folder) {
  return JSON.parse(fs.readFileSync(`${folder}/package.json`, 'utf8')).version;
}

/**
 * @param {readonly string[]} folders of packages
 * @returns {string} for people: each package with its version, and the text of its licence
 */
function noticesOf(folders) {
  /** @type {Map<string, Set<string>>} Many packages have one text. */
  const byText = new Map();
  for (const folder of folders) {
    const { name, version, license, author, repository } = JSON.parse(
      fs.readFileSync(`${folder}/package.json`, 'utf8'),
    );
    const files = fs.readdirSync(folder).filter((file) => FILE.test(file));
    const texts = files.map((file) => fs.readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim());
    const by = typeof author === 'string' ? author : (author?.name ?? repository?.url ?? repository ?? name);
    const text = texts.length > 0 ? texts.join('\n\n') : `It comes without the text of its licence. Its author: ${by}.`;
    const same = byText.get(text) ?? new Set();
    byText.set(text, same.add(`${name} ${version} (${license})`));
  }
  // Licences that are alike stand together: a package has them in few bytes.
  const alike = [...byText].sort(([one], [other]) => lastWords(one).localeCompare(lastWords(other), 'en'));
  const parts = alike.map(([text, names]) => `${LINE}\n${[...names].join('\n')}\n\n${text}\n`);
  return `Research Briefs holds parts of the packages below, under these licences.\n\n${[STYLES, ...parts].join('\n')}`;
}

/** @param {string} text of a licence: those of one kind end alike */
const lastWords = (text) => text.replace(/\s+/g, ' ').slice(-200);

/** The styles and locales of the CSL project come in no package. */
const STYLES = `${LINE}
Styles and locales of the Citation Style Language (CC-BY-SA-3.0)

They are by the CSL project, https://citationstyles.org/, and by the authors, contributors and translators that each of
them names; they are in styles.js as the project publishes them. citeproc, which reads them, is in citeproc.js as it is
published, under the licence in citeproc.LICENSE.txt.

${fs.readFileSync('csl/CC-BY-SA-3.0.txt', 'utf8').trim()}
`;

module.exports = { packagesIn, noticesOf };
