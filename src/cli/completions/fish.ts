import type { Completed, CompletedCommand, CompletedOption, Value } from './completed';

/** The script for fish. */
export function fishCompletions({ commands, options }: Completed): string {
  return [
    '# Completions of brief for fish. In ~/.config/fish/config.fish: brief completions fish | source',
    'complete -c brief -f',
    ...options.map((option) => optionLine('__fish_use_subcommand', option)),
    ...commands.map(({ name, text }) => `complete -c brief -n __fish_use_subcommand -a ${name} -d ${quoted(text)}`),
    ...commands.flatMap(commandLines),
    '',
  ].join('\n');
}

function commandLines({ name, options, operand }: CompletedCommand): string[] {
  const when = `'__fish_seen_subcommand_from ${name}'`;
  const offered = operand === null ? '' : offerOf(operand.value);
  return [
    ...(offered === '' ? [] : [`complete -c brief -n ${when} ${offered}`]),
    ...options.map((option) => optionLine(when, option)),
  ];
}

function optionLine(when: string, { name, short, text, value }: CompletedOption): string {
  const letter = short === null ? '' : ` -s ${short}`;
  const taken = value === null ? '' : ` -r ${offerOf(value)}`.trimEnd();
  return `complete -c brief -n ${when}${letter} -l ${name}${taken} -d ${quoted(text)}`;
}

/** The arguments of `complete` that offer a value. */
function offerOf(value: Value): string {
  if (value === 'file') return '-F';
  if (value === 'folder') return "-a '(__fish_complete_directories)'";
  return value === 'text' ? '' : `-a ${quoted(value.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
