import { COMMANDS, type CommandSpec, EVERYWHERE, type OptionSpec } from '../../src/cli/commands';

const EXIT_STATUS = [
  ['0', 'No problem at or above --fail-on.'],
  [
    '1',
    'At least one such problem; for diff --exit-code, at least one change; for links, a dead link; for fetch, a missing text; for read, a run that you stopped.',
  ],
  [
    '2',
    'Bad usage, a file that cannot be read or written, or an error in the configuration. One line on standard error says which.',
  ],
] as const;

const ENVIRONMENT = [
  ['BRIEF_LANGUAGE', 'The language of messages, as for --language.'],
  ['NO_COLOR, FORCE_COLOR', 'Print no colours; print colours where there is no terminal.'],
  [
    'HTTPS_PROXY, HTTP_PROXY',
    'The proxies through which links, fetch, read and look-up ask for https and http addresses.',
  ],
  ['NO_PROXY', 'The hosts that they ask without a proxy.'],
  ['BRIEF_READER_KEY', 'The key that read sends to the host of the model.'],
  [
    'XDG_CACHE_HOME',
    'Where results of check, links and read are kept, in the folder research-briefs; ~/.cache by default.',
  ],
] as const;

const FILES = [
  ['*.brief, *.brief.md', 'Briefs.'],
  ['brief.config.yaml', 'The configuration of the briefs of a folder, and of those below it.'],
] as const;

/** The page of the manual, in the macros that `man` knows everywhere. It has no date, so that it changes only with the program. */
export function manPage(version: string): string {
  return `.\\" Written by \`npm run generate\`. Edit the commands and their options instead.
.TH BRIEF 1 "" "brief ${version}" "User Commands"
.SH NAME
brief \\- check research briefs: every claim cited, every figure traced to its source
.SH SYNOPSIS
.B brief
.I COMMAND
.RI [ OPTIONS ]
.SH DESCRIPTION
.B brief
checks Markdown files whose claims name their sources, and makes pages and documents of them.
Only links, fetch, read and look\\-up use the network.
.SH COMMANDS
${Object.values<CommandSpec>(COMMANDS).map(commandPart).join('')}.SH OPTIONS
${optionsPart(EVERYWHERE)}${term('\\-\\-help', 'Show a list of commands; after a command, its options.')}${term('\\-\\-version', 'Show the version.')}.SH EXIT STATUS
${terms(EXIT_STATUS)}.SH ENVIRONMENT
${terms(ENVIRONMENT)}.SH FILES
${terms(FILES)}.SH EXAMPLES
.TP
.B brief check
Check every brief below this folder.
.TP
.B brief check \\-\\-fix report.brief
Apply the safe fixes, and report what is left.
.TP
.B brief export report.brief \\-\\-to docx \\-o report.docx
Write the brief as a Word document.
`;
}

function commandPart({ usage, text, options }: CommandSpec): string {
  return `.SS brief ${escaped(usage)}\n${sentence(text())}\n${optionsPart(options)}`;
}

function optionsPart(options: Readonly<Record<string, OptionSpec>>): string {
  return Object.entries(options)
    .map(([name, { value, short, text, choices }]) => {
      const flags = [...(short ? [`\\-${short}`] : []), `\\-\\-${escaped(name)}`].join(', ');
      const words = choices ? `${text()}: ${choices.join(', ')}` : text();
      return term(value ? `${flags} \\fI${escaped(value)}\\fB` : flags, words);
    })
    .join('');
}

function terms(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([name, text]) => term(escaped(name), text)).join('');
}

/** @param name already escaped */
function term(name: string, text: string): string {
  return `.TP\n\\fB${name}\\fR\n${sentence(text)}\n`;
}

/** A text as a sentence of its own. */
function sentence(text: string): string {
  const whole = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return escaped(/[.!?]$/.test(whole) ? whole : `${whole}.`);
}

/** Text as roff shows it: marks that it would read are escaped. */
function escaped(text: string): string {
  return text
    .replace(/[\\-]/g, (mark) => (mark === '-' ? '\\-' : '\\e'))
    .replace(/[^ -~\n]/gu, (mark) => `\\[u${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/^[.']/gm, '\\&$&');
}
