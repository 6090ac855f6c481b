/**
 * The summary of a job, for `action.yml`: a table of the files and one of the problems of a report of `brief check --format json`.
 * `--count REPORT` prints how many problems there are.
 */
import { readFileSync } from 'node:fs';

/** How many problems are listed. GitHub takes a summary of 1 MB. */
const MOST_LISTED = 100;
const SEVERITIES = /** @type {const} */ (['error', 'warning', 'information', 'hint']);

/**
 * @typedef {{ rule: string, severity: string, message: string, range: { start: { line: number, character: number } } }} Problem
 * @typedef {{ path: string, problems?: Problem[], error?: string, stats: { insights: number, cited: number } | null }} CheckedFile
 */

const counts = process.argv[2] === '--count';
const files = readReport(process.argv[counts ? 3 : 2] ?? '');
if (counts) console.log(files.reduce((sum, { problems = [] }) => sum + problems.length, 0));
else console.log(summaryOf(files));

/**
 * @param {string} path
 * @returns {CheckedFile[]} none if the check printed no report, as for an option that it doesn't know
 */
function readReport(path) {
  const text = readFileSync(path, 'utf8');
  return text.trim() === '' ? [] : JSON.parse(text).files;
}

/** @param {readonly CheckedFile[]} checked */
function summaryOf(checked) {
  const faulty = checked.filter(({ problems = [], error }) => problems.length > 0 || error !== undefined);
  const head = [...SEVERITIES, 'cited'];
  return [
    '## Research Briefs',
    '',
    `${checked.length} checked, ${faulty.length} with problems.`,
    ...(faulty.length === 0 ? [] : ['', ...table(['file', ...head], faulty.map(fileRow))]),
    ...problemsPart(faulty),
    '',
  ].join('\n');
}

/** @param {CheckedFile} file */
function fileRow({ path, problems = [], error, stats }) {
  const bySeverity = SEVERITIES.map((severity) => String(problems.filter((each) => each.severity === severity).length));
  const cited = stats ? `${stats.cited} of ${stats.insights}` : escaped(error ?? '');
  return [linkTo(path), ...bySeverity, cited];
}

/** @param {readonly CheckedFile[]} faulty */
function problemsPart(faulty) {
  const all = faulty.flatMap(({ path, problems = [] }) => problems.map((problem) => ({ path, ...problem })));
  if (all.length === 0) return [];
  const listed = all.slice(0, MOST_LISTED).map(({ path, rule, severity, message, range }) => {
    const line = range.start.line + 1;
    return [linkTo(path, line), severity, escaped(rule), escaped(message)];
  });
  const rest = all.length - listed.length;
  return [
    '',
    ...table(['place', 'severity', 'rule', 'problem'], listed),
    ...(rest === 0 ? [] : ['', `${rest} more are in the log.`]),
  ];
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
}

/**
 * A file at the commit of the job.
 *
 * @param {string} path
 * @param {number} [line] from 1
 */
function linkTo(path, line) {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_WORKSPACE } = process.env;
  const words = escaped(line === undefined ? path : `${path}:${line}`);
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_SHA || process.cwd() !== GITHUB_WORKSPACE) return words;
  const target = path.split('/').map(encodeURIComponent).join('/');
  const anchor = line === undefined ? '' : `#L${line}`;
  return `[${words}](${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/${target}${anchor})`;
}

/**
 * Text of a brief, without meaning in Markdown and HTML.
 *
 * @param {string} text
 */
function escaped(text) {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
