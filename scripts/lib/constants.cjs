const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '../..');
const { version, homepage } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** The codes of the rules with a page in a folder. */
const pagesIn = (/** @type {string} */ folder) =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .flatMap((file) => (/[\\/].*\.md$/.test(file) ? file.replaceAll('\\', '/').replace('.md', '') : []))
    .sort();
const inChinese = pagesIn('docs/zh-cn/rules');
const inEnglishOnly = pagesIn('docs/rules').filter((code) => !inChinese.includes(code));

/** What the code needs of the manifest and the documentation, for the bundler: nothing else knows the address of the project. */
exports.constants = {
  BRIEF_VERSION: JSON.stringify(version),
  BRIEF_ADDRESS: JSON.stringify(homepage.replace(/#.*$/, '')),
  // The codes of rules, with a space between two.
  BRIEF_ENGLISH_ONLY: JSON.stringify(inEnglishOnly.join(' ')),
};
