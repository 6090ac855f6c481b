import { say } from '../core/base/say';
import { padTo, widestOf } from './check/reports/padding';
import { COMMANDS, type CommandName, type CommandSpec, EVERYWHERE, type OptionSpec } from './commands';

/** The help for one command, or for all. */
export function helpText(name?: CommandName): string {
  if (name !== undefined) {
    const spec: CommandSpec = COMMANDS[name];
    return `${say('Usage: {0}', `brief ${spec.usage}`)}\n\n${spec.text()}\n\n${say('Options:')}\n${table(optionsOf({ ...spec.options, ...EVERYWHERE }))}`;
  }
  const commands = Object.values(COMMANDS).map(({ usage, text }): [string, string] => [usage, text()]);
  const others: [string, string][] = [
    ...optionsOf(EVERYWHERE),
    ['--help', say('Show this text; after a command, its options.')],
    ['--version', say('Show the version.')],
  ];
  return [
    `${say('Usage: {0}', 'brief COMMAND [OPTIONS]')}\n`,
    `${say('Checks research briefs: every claim cited, every figure traced to its source.')}\n`,
    `${say('Commands:')}\n${table(commands)}`,
    `${say('Options:')}\n${table(others)}`,
    `${say('Exit status: 0 no problem at or above --fail-on (default: error), 1 at least one, 2 bad usage or an unreadable file.')}\n`,
  ].join('\n');
}

function optionsOf(options: Readonly<Record<string, OptionSpec>>): [string, string][] {
  return Object.entries(options).map(([option, { value, short, text, choices }]) => [
    `${short ? `-${short}, ` : ''}--${option}${value ? ` ${value}` : ''}`,
    choices ? say('{0}: {1}', text(), choices.join(say(', '))) : text(),
  ]);
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = widestOf(rows.map(([left]) => left));
  return rows.map(([left, right]) => `  ${padTo(left, width)}  ${right}\n`).join('');
}
