/** The commands and their options. This one list is the source of the parser and of the help. */
import { say } from '../../core/base/say';
import { OUTPUT_FORMATS } from '../../core/page/exporting/outputs';

export interface OptionSpec {
  /** Name of the value in the help; absent for a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly short?: string;
  readonly repeatable?: boolean;
  readonly text: () => string;
}

export interface CommandSpec {
  readonly usage: string;
  readonly text: () => string;
  /** Fewest and most operands; `choices`: the words that an operand may be, if it names no file. */
  readonly operands: { readonly least: number; readonly most: number; readonly choices?: readonly string[] };
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** Formats in which problems can be printed. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;
const FAIL_ON = ['error', 'warning', 'information', 'hint', 'never'] as const;
/** Shells that `brief completions` writes scripts for. */
const SHELLS = ['bash', 'zsh', 'fish'] as const;
/** What second readers answer. */
const READERS = ['quotes', 'yes-no'] as const;
export const PAPERS = ['A4', 'Letter'] as const;
const STDIN_PATH: OptionSpec = { value: 'NAME', text: () => say('the name to report for standard input (-)') };
/** The evidence on a page that goes out, for readers who check it. `no-evidence` names the default, as scripts may. */
const EVIDENCE = {
  evidence: { text: () => say('show the evidence: verdicts, passages and marks') },
  'no-evidence': { text: () => say('leave out the evidence; this is the default') },
} as const satisfies Readonly<Record<string, OptionSpec>>;
const OUTPUT: OptionSpec = { value: 'FILE', short: 'o', text: () => say('write to this file, not to standard output') };

/** Languages of messages. */
export const LANGUAGES = ['en', 'zh-cn'] as const;
/** Options that every command takes, and that may stand before a command too. */
export const EVERYWHERE = {
  language: {
    value: 'LANGUAGE',
    choices: LANGUAGES,
    text: () => say('the language of messages'),
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export const COMMANDS = {
  check: {
    usage: 'check [PATH…]',
    text: () =>
      say('Report the problems of briefs in files and folders, or - for standard input. Without a PATH: this folder.'),
    operands: { least: 0, most: Number.POSITIVE_INFINITY },
    options: {
      format: {
        value: 'FORMAT',
        choices: FORMATS,
        text: () => say('how to print the problems'),
      },
      'fail-on': {
        value: 'SEVERITY',
        choices: FAIL_ON,
        text: () => say('exit with 1 on this severity and worse'),
      },
      fix: { text: () => say('apply the safe fixes, and report what is left') },
      config: { value: 'FILE', text: () => say('use this configuration, not the nearest brief.config.yaml') },
      rule: { value: 'CODE=SEVERITY', repeatable: true, text: () => say('set the severity of a rule, or off') },
      jobs: { value: 'N', text: () => say('check in this many threads; by default, as many as save time') },
      'no-cache': { text: () => say('check every file again, and keep no results') },
      'cache-dir': { value: 'FOLDER', text: () => say("keep results in this folder, not in the user's cache") },
      'changed-since': {
        value: 'REVISION',
        text: () => say('check only briefs that have changed since this revision of git, or that name a changed file'),
      },
      baseline: { value: 'FILE', text: () => say('leave out the problems in this file') },
      'update-baseline': {
        text: () => say('write all current problems into that file, and remove the others'),
      },
      quiet: { text: () => say('print only the problems that make the check fail') },
      watch: { text: () => say('check again after each change, until Ctrl+C') },
      'stdin-path': STDIN_PATH,
    },
  },
  diff: {
    usage: 'diff [REVISION] [PATH…]',
    text: () =>
      say(
        'Report changes of numbers, quotations, citations, names, hedges and causal words: since a revision of git (by default, HEAD), or between two files (diff OLD NEW).',
      ),
    operands: { least: 0, most: Number.POSITIVE_INFINITY },
    options: {
      format: { value: 'FORMAT', choices: ['pretty', 'json'], text: () => say('how to print the changes') },
      'exit-code': { text: () => say('exit with 1 if there are changes') },
    },
  },
  inspect: {
    usage: 'inspect FILE',
    text: () => say('Print the model of a brief as JSON: sections, insights, citations, sources, figures.'),
    operands: { least: 1, most: 1 },
    options: { 'stdin-path': STDIN_PATH },
  },
  suggest: {
    usage: 'suggest FILE',
    text: () => say('Print the passages that may support each insight, best first, as JSON.'),
    operands: { least: 1, most: 1 },
    options: {
      apply: { text: () => say('cite the likeliest source of each claim that needs one, and say which') },
      'min-score': {
        value: 'N',
        text: () => say('leave out candidates with a lower score, from 0 to 1; with --apply, 0.9 by default'),
      },
      'stdin-path': STDIN_PATH,
    },
  },
  render: {
    usage: 'render FILE',
    text: () => say('Write the brief as one self-contained HTML file.'),
    operands: { least: 1, most: 1 },
    options: {
      output: OUTPUT,
      ...EVIDENCE,
      'stdin-path': STDIN_PATH,
    },
  },
  export: {
    usage: 'export FILE --to FORMAT',
    text: () => say('Write the brief in a format for other programs.'),
    operands: { least: 1, most: 1 },
    options: {
      to: { value: 'FORMAT', choices: OUTPUT_FORMATS, text: () => say('what to write') },
      output: OUTPUT,
      ...EVIDENCE,
      comments: { text: () => say('include comments of people; by default, they are left out') },
      paper: {
        value: 'PAPER',
        choices: PAPERS,
        text: () => say("for PDF and DOCX; the default follows the brief's region"),
      },
      'stdin-path': STDIN_PATH,
    },
  },
  import: {
    usage: 'import FILE',
    text: () => say('Turn a report into a brief: .md, .txt, .html, .docx, or - for a text on standard input.'),
    operands: { least: 1, most: 1 },
    options: {
      output: OUTPUT,
      of: {
        value: 'FILE',
        text: () =>
          say('the article that it sums up (.txt, .md, .html, .docx, .pdf); its text is kept beside the brief'),
      },
      report: { text: () => say('print to standard error what was done, and what you should check') },
      'report-json': { value: 'FILE', text: () => say('also write this to a file, as JSON') },
    },
  },
  extract: {
    usage: 'extract FILE',
    text: () =>
      say(
        'Extract the text of a PDF (with its pages), a Word document or a web page. A brief names it as "text" of a source.',
      ),
    operands: { least: 1, most: 1 },
    options: { output: OUTPUT },
  },
  bibliography: {
    usage: 'bibliography FILE',
    text: () => say('Print the list of the sources that a brief cites.'),
    operands: { least: 1, most: 1 },
    options: {
      style: {
        value: 'STYLE',
        text: () =>
          say("the style, instead of the brief's: compact, apa, ieee or another name, or the path of a .csl file"),
      },
      format: { value: 'FORMAT', choices: ['text', 'html', 'md', 'csl-json'], text: () => say('how to print them') },
      all: { text: () => say('also list uncited sources') },
      output: OUTPUT,
      'stdin-path': STDIN_PATH,
    },
  },
  comments: {
    usage: 'comments [PATH…]',
    text: () => say('List the open comments of briefs.'),
    operands: { least: 0, most: Number.POSITIVE_INFINITY },
    options: {
      all: { text: () => say('also list resolved ones') },
      format: { value: 'FORMAT', choices: ['pretty', 'json'], text: () => say('how to print the comments') },
      'stdin-path': STDIN_PATH,
    },
  },
  links: {
    usage: 'links [PATH…]',
    text: () => say('Check whether the pages that briefs link to still exist. Uses the network.'),
    operands: { least: 0, most: Number.POSITIVE_INFINITY },
    options: {
      format: { value: 'FORMAT', choices: ['pretty', 'json'], text: () => say('how to print what was found') },
      refresh: { text: () => say('check every link again, without earlier results') },
      'no-archive': { text: () => say('do not ask the Internet Archive for copies of dead pages') },
      'allow-private': { text: () => say('also request addresses on this machine and its local network') },
      'cache-dir': { value: 'FOLDER', text: () => say("keep results in this folder, not in the user's cache") },
      quiet: { text: () => say('print only dead links') },
      'stdin-path': STDIN_PATH,
    },
  },
  fetch: {
    usage: 'fetch [PATH…]',
    text: () => say('Save the text of each source beside the brief, and name the file in the brief. Uses the network.'),
    operands: { least: 0, most: Number.POSITIVE_INFINITY },
    options: {
      yes: { text: () => say('send requests to all hosts without asking you') },
      again: { text: () => say('try again what could not be downloaded before') },
      'no-archive': { text: () => say('do not ask the Internet Archive for pages that are gone') },
      'allow-private': { text: () => say('also request addresses on this machine and its local network') },
      format: { value: 'FORMAT', choices: ['pretty', 'json'], text: () => say('how to print what was kept') },
    },
  },
  read: {
    usage: 'read [PATH…]',
    text: () =>
      say(
        'Ask a language model whether sources support the claims that cite them, and verify its answers. Uses the network.',
      ),
    operands: { least: 0, most: Number.POSITIVE_INFINITY },
    options: {
      url: {
        value: 'URL',
        text: () => say('the address of the model, up to /chat/completions; http only on this machine'),
      },
      model: { value: 'NAME', text: () => say('the name of the model') },
      answers: {
        value: 'KIND',
        choices: READERS,
        text: () => say('what the model answers; by default, yes-no for minicheck, else quotes'),
      },
      pairs: {
        value: 'FILE',
        text: () =>
          say('read claims and passages from this file, one JSON object a line, and print a verdict for each'),
      },
      yes: { text: () => say('send the texts without asking you') },
      'at-once': { value: 'N', text: () => say('ask about this many claims at once; 2 by default') },
      timeout: { value: 'SECONDS', text: () => say('how long to wait for an answer; 120 by default') },
      format: { value: 'FORMAT', choices: ['pretty', 'json'], text: () => say('how to print what was found') },
      'no-cache': { text: () => say('ask about every claim again, and keep no answers') },
      'cache-dir': { value: 'FOLDER', text: () => say("keep results in this folder, not in the user's cache") },
    },
  },
  'look-up': {
    usage: 'look-up TEXT',
    text: () =>
      say('Look up a source: a DOI, an arXiv id, an ISBN, "PMID: 123" or the address of a page. Uses the network.'),
    operands: { least: 1, most: Number.POSITIVE_INFINITY },
    options: { 'allow-private': { text: () => say('also request an address on this machine or its local network') } },
  },
  rules: {
    usage: 'rules',
    text: () => say('List the rules: code, default severity, description.'),
    operands: { least: 0, most: 0 },
    options: { format: { value: 'FORMAT', choices: ['pretty', 'json'], text: () => say('how to print the rules') } },
  },
  mcp: {
    usage: 'mcp [PATH…]',
    text: () =>
      say(
        'Serve tools for chat assistants (Model Context Protocol) over standard input and output, for these files and folders. Without a PATH: for this folder.',
      ),
    operands: { least: 0, most: Number.POSITIVE_INFINITY },
    options: {
      'allow-write': {
        text: () => say('let assistants add citations to briefs in the folders; in named files, they always can'),
      },
    },
  },
  lsp: {
    usage: 'lsp --stdio',
    text: () => say('Start the language server on standard input and output.'),
    operands: { least: 0, most: 0 },
    options: { stdio: { text: () => say('speak over standard input and output') } },
  },
  completions: {
    usage: 'completions bash|zsh|fish',
    text: () => say('Print a script that lets a shell complete commands and options.'),
    operands: { least: 1, most: 1, choices: SHELLS },
    options: {},
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof COMMANDS;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
