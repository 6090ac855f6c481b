const fs = require('node:fs');
const path = require('node:path');

const { version, homepage } = JSON.parse(fs.readFileSync(path.join(__dirname, '../../package.json'), 'utf8'));

/** What the manifest says and the code needs, for the bundler: nothing else knows the address of the project. */
exports.constants = {
  BRIEF_VERSION: JSON.stringify(version),
  BRIEF_ADDRESS: JSON.stringify(homepage.replace(/#.*$/, '')),
};
