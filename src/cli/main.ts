import { isMainThread } from 'node:worker_threads';
import { say } from '../core/base/say';
import { OPTIMIZED_LATE } from '../files/apart/flags';
import { keepCompiled, startFast } from '../files/apart/startFast';
import { CommandError, reasonOf } from './commandError';
import { COMMANDS, type CommandName, isCommandName } from './commands';
import { forgetInputs } from './io/inputs';
import { print, printError, printFailure } from './io/output';
import { speakAsAsked } from './language';
import { type Arguments, parseArguments } from './parseArguments';

declare const BRIEF_VERSION: string;

/** Runs one command. Each is loaded only when it is asked for, so that the others cost no time at the start. */
const RUN: Readonly<Record<CommandName, (args: Arguments) => Promise<number>>> = {
  check: async (args) => (await import('./check/check')).check(args),
  diff: async (args) => (await import('./commands/diff')).diff(args),
  inspect: async (args) => (await import('./commands/inspect')).inspect(args),
  suggest: async (args) => (await import('./commands/suggest')).suggest(args),
  render: async (args) => (await import('./commands/render')).render(args),
  export: async (args) => (await import('./commands/export')).exportCommand(args),
  extract: async (args) => (await import('./commands/extract')).extract(args),
  import: async (args) => (await import('./commands/import')).importCommand(args),
  bibliography: async (args) => (await import('./commands/bibliography')).bibliography(args),
  comments: async (args) => (await import('./commands/comments')).comments(args),
  links: async (args) => (await import('./commands/links')).links(args),
  fetch: async (args) => (await import('./commands/fetch')).fetchCommand(args),
  read: async (args) => (await import('./commands/read')).read(args),
  'look-up': async (args) => (await import('./commands/lookUp')).lookUpCommand(args),
  rules: async (args) => (await import('./commands/rules')).rules(args),
  mcp: async (args) => (await import('./commands/mcp')).mcp(args),
  lsp: async (args) => (await import('./commands/lsp')).lsp(args),
  completions: async (args) => (await import('./commands/completions')).completions(args),
};

/**
 * @param args the arguments after the program's name.
 * @returns the exit status.
 */
async function main(args: readonly string[]): Promise<number> {
  forgetInputs();
  const [name, ...rest] = speakAsAsked(args, process.env);
  if (name === '--version' || name === '-v') {
    await print(`${BRIEF_VERSION}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h') {
    await print((await import('./help')).helpText());
    return 0;
  }
  if (name === undefined || !isCommandName(name)) throw new CommandError(noCommand(name));
  const end = rest.indexOf('--');
  if (rest.slice(0, end === -1 ? rest.length : end).some((arg) => arg === '--help' || arg === '-h')) {
    await print((await import('./help')).helpText(name));
    return 0;
  }
  const parsed = parseArguments(name, rest);
  startFast(...(name === 'lsp' ? [] : OPTIMIZED_LATE));
  return RUN[name](parsed);
}

/** Says that there is no command of a name. */
function noCommand(name: string | undefined): string {
  const known = Object.keys(COMMANDS).join(say(', '));
  if (name === undefined) return say('no command. Known: {0}, --language, --help and --version.', known);
  return name.startsWith('-')
    ? say('unknown option "{0}". Known: {1}, --language, --help and --version.', name, known)
    : say('unknown command "{0}". Known: {1}, --language, --help and --version.', name, known);
}

// `brief check | head` closes the pipe early: the rest of the output isn't wanted, and that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  printError(say('cannot write to standard output: {0}.', reasonOf(error)));
  process.exit(2);
});
process.stderr.on('error', () => process.exit(2));

if (isMainThread) run();
else runThread();

function runThread(): void {
  keepCompiled('check');
  import('./check/checkThread').then(({ runCheckThread }) => runCheckThread());
}

function run(): void {
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      if (error instanceof CommandError) printError(error.message);
      else printFailure(error);
      process.exitCode = 2;
    },
  );
}
