import { parseArgs } from 'node:util';
import { say } from '../core/base/say';
import { CommandError } from './commandError';
import { COMMANDS, type CommandName, type CommandSpec, EVERYWHERE } from './commands';

/** The arguments of one command, checked against what it knows. */
export interface Arguments {
  readonly operands: readonly string[];
  /** True if an option was given. */
  has(option: string): boolean;
  /** Returns the value of an option, the last one if it was given twice. */
  valueOf(option: string): string | undefined;
  valuesOf(option: string): readonly string[];
}

/**
 * Reads the arguments after a command's name. Node's own `parseArgs` splits them, and its result is checked here. So every
 * message is one line and names what is known.
 *
 * @throws CommandError for an option, a value or a number of operands that the command does not know.
 */
export function parseArguments(command: CommandName, args: readonly string[]): Arguments {
  const spec: CommandSpec = COMMANDS[command];
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(spec.options).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) } as const,
      ]),
    ),
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const value = checkOption(command, spec, token.name, token.rawName, token.value);
    values.set(token.name, [...(values.get(token.name) ?? []), value]);
  }
  checkOperands(command, spec, operands);
  return {
    operands,
    has: (option) => values.has(option),
    valueOf: (option) => values.get(option)?.at(-1),
    valuesOf: (option) => values.get(option) ?? [],
  };
}

function checkOption(command: string, spec: CommandSpec, name: string, raw: string, value: string | undefined): string {
  const option = Object.hasOwn(spec.options, name) ? spec.options[name] : undefined;
  if (!option) {
    const known = Object.keys({ ...spec.options, ...EVERYWHERE }).map((each) => `--${each}`);
    throw new CommandError(
      say('unknown option {0}: "{1}" knows {2}.', raw, `brief ${command}`, listOf([...known, '--help'])),
    );
  }
  if (option.value === undefined) {
    if (value !== undefined) throw new CommandError(say('{0} takes no value.', raw));
    return '';
  }
  if (value === undefined || value === '')
    throw new CommandError(say('{0} needs a value: {1}.', raw, `${raw} ${option.value}`));
  if (option.choices && !option.choices.includes(value)) {
    throw new CommandError(say('unknown value "{0}" for {1}. Known: {2}.', value, raw, listOf(option.choices)));
  }
  return value;
}

function checkOperands(command: string, spec: CommandSpec, operands: readonly string[]): void {
  const { least, most, choices } = spec.operands;
  if (choices && operands.length !== 1)
    throw new CommandError(say('{0} needs a value: {1}.', `brief ${command}`, `brief ${spec.usage}`));
  const unknown = choices && operands.find((each) => !choices.includes(each));
  if (unknown !== undefined)
    throw new CommandError(
      say('unknown value "{0}" for {1}. Known: {2}.', unknown, `brief ${command}`, listOf(choices ?? [])),
    );
  if (operands.length < least)
    throw new CommandError(say('"{0}" needs a file: {1}.', `brief ${command}`, `brief ${spec.usage}`));
  const extra = operands[most];
  if (extra === undefined) return;
  throw new CommandError(
    most === 0
      ? say('"{0}" takes no file, but got "{1}".', `brief ${command}`, extra)
      : say('"{0}" takes one file: "{1}" is one too many.', `brief ${command}`, extra),
  );
}

/** Joins words as a list for people: `a, b and c`. */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : say('{0} and {1}', words.slice(0, -1).join(say(', ')), last);
}
