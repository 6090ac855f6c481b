import type { Completed, CompletedCommand, CompletedOption, Value } from './completed';

/**
 * The script for bash, from 3.2 on, which macOS has. Where it offers nothing, bash completes paths.
 *
 * @returns the text of the script; a word in it never has a character that bash reads in its own way
 */
export function bashCompletions({ commands, options }: Completed): string {
  const names = commands.map(({ name }) => name);
  return `# Completions of brief for bash. In ~/.bashrc: eval "$(brief completions bash)"
_brief() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command= words= i
  COMPREPLY=()
  # Bash cuts --format=json into three words.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${names.join('|')}) command="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  case "$command $before" in
${[...options.map((option) => valueCase('*', option)), ...commands.flatMap(valueCases)].join('')}    *)
      case "$command" in
        '') words=${quoted([...names, ...options.map(dashed)])} ;;
${commands.map(commandCase).join('')}      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o bashdefault -o default -F _brief brief
`;
}

/** The cases for the values of those options that have words for them, but for what stands before every command. */
function valueCases({ name, options }: CompletedCommand): string[] {
  return options.filter((option) => option.name !== 'language').map((option) => valueCase(name, option));
}

function valueCase(command: string, option: CompletedOption): string {
  const words = wordsOf(option.value);
  const before = command === '*' ? `*' ${dashed(option)}'` : `'${command} ${dashed(option)}'`;
  return words.length === 0 ? '' : `    ${before}) words=${quoted(words)} ;;\n`;
}

function commandCase({ name, options, operand }: CompletedCommand): string {
  const operands = wordsOf(operand?.value ?? null);
  const otherwise = operands.length === 0 ? 'return' : `words=${quoted(operands)}`;
  return `        ${name}) if [[ $word == -* ]]; then words=${quoted(options.map(dashed))}; else ${otherwise}; fi ;;\n`;
}

function dashed({ name }: CompletedOption): string {
  return `--${name}`;
}

function wordsOf(value: Value | null): readonly string[] {
  return value === null || typeof value === 'string' ? [] : value;
}

function quoted(words: readonly string[]): string {
  return `'${words.join(' ')}'`;
}
