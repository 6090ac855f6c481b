/** What a release lacks beside what its tests say. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.js';

/** Where nothing is: an owner puts the address of the repository in its place. */
const PLACEHOLDER = 'github.com/research-briefs/research-briefs';
/** Files that name the address themselves, because nothing puts it in. */
const NAMING = [
  'package.json',
  'SECURITY.md',
  'CITATION.cff',
  '.github/ISSUE_TEMPLATE/config.yml',
  'docs/ci.md',
  'docs/zh-cn/ci.md',
  'packaging/homebrew/research-briefs.rb',
  'packaging/nix/flake.nix',
];

/** Bytes of the package for npm, and how many files it may have. */
const MOST_BYTES = 5_000_000;

/** Pictures of what these draw are old once they have changed. */
const DRAWING = ['src/webview', 'src/core/page', 'media/start'];
const PICTURES = ['docs/images'];

/**
 * All that must still be done before a release, each with how. Asks the registry of npm for known faults of the packages.
 *
 * @returns {string[]} sentences; none where it can be published
 */
export function releaseLacks() {
  return [...addresses(), ...changelog(), ...pictures(), ...sizes(), ...audit()];
}

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
const run = (program, args) => spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

function addresses() {
  return NAMING.filter((path) => read(path).includes(PLACEHOLDER)).map(
    (path) => `${path}: ${PLACEHOLDER} is a placeholder. Put the address of the repository in its place.`,
  );
}

function changelog() {
  const { version } = JSON.parse(read('package.json'));
  const [, stated, date] = /^## (\S+) \((.*)\)$/m.exec(read('CHANGELOG.md')) ?? [];
  if (stated !== version) return [`CHANGELOG.md: its first version is ${stated}, that of package.json is ${version}.`];
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date ?? '');
  return isDate ? [] : [`CHANGELOG.md: write the day of the release in the place of "${date}", such as 2026-01-31.`];
}

function pictures() {
  /** @param {readonly string[]} paths */
  const changed = (paths) => Number(run('git', ['log', '-1', '--format=%ct', '--', ...paths]).stdout);
  const [drawn, taken] = [changed(DRAWING), changed(PICTURES)];
  return drawn > taken ? [`${PICTURES.join(', ')}: older than what they show. Run \`npm run pictures\`.`] : [];
}

function sizes() {
  const { status, stdout, stderr } = run('npm', ['pack', '--dry-run', '--json']);
  if (status !== 0) return [`npm pack: ${stderr.trim()}`];
  const packed = JSON.parse(stdout);
  const { size } = Array.isArray(packed) ? packed[0] : Object.values(packed)[0];
  return size > MOST_BYTES ? [`The package for npm has ${size} bytes, more than ${MOST_BYTES}.`] : [];
}

/** All packages are bundled, so that each counts. */
function audit() {
  const { stdout, stderr } = run('npm', ['audit', '--json', '--audit=true']);
  /** @type {{ vulnerabilities?: Record<string, { severity: string }>, error?: { summary?: string } } | null} */
  let report = null;
  try {
    report = JSON.parse(stdout);
  } catch {}
  if (!report?.vulnerabilities)
    return [`npm audit was not answered: ${report?.error?.summary || stderr.trim().split('\n')[0] || 'nothing came'}.`];
  return Object.entries(report.vulnerabilities).map(
    ([name, { severity }]) => `${name}: npm knows a fault of it (${severity}). Run \`npm audit\`.`,
  );
}
