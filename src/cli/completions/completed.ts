import { say } from '../../core/base/say';
import { COMMANDS, type CommandSpec, EVERYWHERE, type OptionSpec } from '../commands';

/** Values that a shell completes in a place: some words, a file or a folder; or `text`, which no shell knows. */
export type Value = readonly string[] | 'file' | 'folder' | 'text';

export interface CompletedOption {
  /** Name without dashes. */
  readonly name: string;
  /** Its one letter; null if it has none. */
  readonly short: string | null;
  readonly text: string;
  /** Value that the option takes; null for a switch. */
  readonly value: Value | null;
  /** Name of the value in the help; empty for a switch. */
  readonly label: string;
  readonly isRepeatable: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  readonly text: string;
  readonly options: readonly CompletedOption[];
  /** Kind and highest number of its operands; null if it takes none. */
  readonly operand: { readonly value: Value; readonly most: number } | null;
}

/** Everything that a shell completes. */
export interface Completed {
  readonly commands: readonly CompletedCommand[];
  /** Options that can stand before a command. */
  readonly options: readonly CompletedOption[];
}

/** Returns the commands and options of the program, as its help has them. */
export function completed(): Completed {
  const help: OptionSpec = { text: () => say('Show this text; after a command, its options.') };
  const version: OptionSpec = { text: () => say('Show the version.') };
  return {
    commands: Object.entries<CommandSpec>(COMMANDS).map(([name, spec]) => ({
      name,
      text: spec.text(),
      options: optionsOf({ ...spec.options, ...EVERYWHERE, help }),
      operand: operandOf(spec),
    })),
    options: optionsOf({ ...EVERYWHERE, help, version }),
  };
}

function optionsOf(options: Readonly<Record<string, OptionSpec>>): CompletedOption[] {
  return Object.entries(options).map(([name, { value = '', choices, short = null, text, repeatable = false }]) => ({
    name,
    short,
    text: text(),
    value: value === '' ? null : (choices ?? pathOf(value)),
    label: value,
    isRepeatable: repeatable,
  }));
}

function operandOf({ operands: { most, choices }, usage }: CommandSpec): CompletedCommand['operand'] {
  if (most === 0) return null;
  return { value: choices ?? pathOf(usage), most };
}

/** @param words how the help names a value */
function pathOf(words: string): Value {
  if (/\b(?:FILE|PATH)\b/.test(words)) return 'file';
  return words === 'FOLDER' ? 'folder' : 'text';
}
