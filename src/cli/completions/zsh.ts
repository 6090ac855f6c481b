import type { Completed, CompletedCommand, CompletedOption, Value } from './completed';

/** Writes the script for zsh. A shell reads it by `eval`, or from a file `_brief` in a folder of its `fpath`. */
export function zshCompletions({ commands, options }: Completed): string {
  return `#compdef brief
# Completions of brief for zsh. In ~/.zshrc, behind compinit: eval "$(brief completions zsh)"
_brief() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${commands.map(({ name, text }) => `    ${quoted(`${name}:${text}`)}\n`).join('')}  )
  _arguments -C ${[...options.map(optionOf), "'1: :->command'", "'*:: :->argument'"].join(' \\\n    ')} && return
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $line[1] in
${commands.map(commandCase).join('')}      esac ;;
  esac
}
if [[ $funcstack[1] == _brief ]]; then _brief "$@"; else compdef _brief brief; fi
`;
}

function commandCase({ name, options, operand }: CompletedCommand): string {
  const operands = operand === null ? [] : [quoted(`${operand.most === 1 ? '1' : '*'}: :${actionOf(operand.value)}`)];
  return `        ${name}) _arguments ${[...options.map(optionOf), ...operands].join(' \\\n          ')} ;;\n`;
}

function optionOf({ name, short, text, value, label, isRepeatable }: CompletedOption): string {
  const words = `[${text.replace(/[[\]\\]/g, '\\$&')}]`;
  const taken = value === null ? '' : `:${label}:${actionOf(value)}`;
  const sign = value === null ? '' : '=';
  if (short === null) return quoted(`${isRepeatable ? '*' : ''}--${name}${sign}${words}${taken}`);
  return `'(-${short} --${name})'{-${short}${value === null ? '' : '+'},--${name}${sign}}${quoted(words + taken)}`;
}

/** Returns the action by which `_arguments` completes a value. */
function actionOf(value: Value): string {
  if (value === 'file') return '_files';
  if (value === 'folder') return '_files -/';
  return value === 'text' ? ' ' : `(${value.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
