import { RULES } from '../../src/core/rules';
import { filesBelow, read } from './files';
import { type Call, readSource } from './literals';

/** The tables of Chinese of the engine, of what only the command line says, and of the extension. */
export const TABLES = {
  engine: 'l10n/engine.zh-cn.json',
  cli: 'l10n/cli.zh-cn.json',
  extension: 'l10n/bundle.l10n.zh-cn.json',
} as const;

/** How the extension says something. */
export const TRANSLATED = 'vscode.l10n.t';
/** Sentences of the command line and of the extension: these files are given the function that says them. */
export const GIVEN_SAY: readonly string[] = ['src/links/words.ts', 'src/copies/words.ts'];
/** Files that the extension gives that function. */
const GIVEN_BY_EXTENSION = [...GIVEN_SAY, 'src/core/page/exporting/outputs.ts'];
const OF_CLI = /^src\/(?:cli|copies|links|lookUps|network)\//;
/** What is said of a rule stands in it. */
const DESCRIPTION = /(?<![.\w])say\((?:rule\.)?description\)/g;

/** A call that says something. */
export interface Said extends Call {
  /** The file with its line. */
  readonly place: string;
}

export function wordsIn(table: string): Readonly<Record<string, string>> {
  return JSON.parse(read(table));
}

/** All that the engine, the server and the command line say. */
export function saidBySay(): Said[] {
  return filesBelow('src', '.ts').flatMap((path) => {
    const source = read(path);
    const isSaying = GIVEN_SAY.includes(path) || /\bimport \{[^}]*\bsay\b[^}]*\} from '[^']*\/say';/.test(source);
    return isSaying ? callsIn(path, source.replace(DESCRIPTION, ''), 'say') : [];
  });
}

/** All that the extension says. */
export function saidByExtension(): Said[] {
  const calls = filesBelow('src/extension', '.ts').flatMap((path) => callsIn(path, read(path), TRANSLATED));
  return [...calls, ...GIVEN_BY_EXTENSION.flatMap((path) => callsIn(path, read(path), 'say'))];
}

function callsIn(path: string, source: string, called: string): Said[] {
  return readSource(source)
    .calls.filter(({ name }) => name === called)
    .map((call) => ({ ...call, place: `${path}:${call.line}` }));
}

/** Whether only the command line says it. */
export function isOfCli({ place }: Said): boolean {
  return OF_CLI.test(place);
}

/** The texts that each table of Chinese is for, in order. */
export function textsOfTables(): Readonly<Record<keyof typeof TABLES, readonly string[]>> {
  const said = saidBySay();
  const engine = new Set(textsOf(said.filter((each) => !isOfCli(each))));
  for (const { description } of RULES) engine.add(description);
  const cli = textsOf(said.filter(isOfCli)).filter((text) => !engine.has(text));
  return {
    engine: [...engine].sort(),
    cli: [...new Set(cli)].sort(),
    extension: [...new Set(textsOf(saidByExtension()))].sort(),
  };
}

export function textsOf(calls: readonly Said[]): string[] {
  return calls.flatMap(({ first }) => first ?? []);
}
