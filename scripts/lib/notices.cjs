/** The licences of what is in the bundles, as they are shipped with them. */
const fs = require('node:fs');

const FILE = /^(?:licen[cs]e|copying|notice|authors)(?:[-.].*)?$/i;
const LINE = '-'.repeat(80);

/**
 * The packages that something of is in bundles, by the folders of these.
 *
 * @param {readonly { outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> }[]} metafiles of esbuild
 * @returns {string[]} in order
 */
function packagesIn(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
  return [...folders].sort();
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
  const parts = [...byText].map(([text, names]) => `${LINE}\n${[...names].join('\n')}\n\n${text}\n`);
  return `Research Briefs holds parts of the packages below, under these licences.\n\n${[STYLES, ...parts].join('\n')}`;
}

/** The styles and locales of the CSL project come in no package. */
const STYLES = `${LINE}
Styles and locales of the Citation Style Language (CC-BY-SA-3.0)

They are by the CSL project, https://citationstyles.org/, and by the authors, contributors and translators that each of
them names; they are in styles.js as the project publishes them. citeproc, which reads them, is in citeproc.js as it is
published, under the licence in citeproc.LICENSE.txt.

${fs.readFileSync('csl/CC-BY-SA-3.0.txt', 'utf8').trim()}
`;

module.exports = { packagesIn, noticesOf };
