import { join } from 'node:path';
import { say, speak, type Words } from '../core/base/say';
import { CommandError } from './commandError';
import { EVERYWHERE, LANGUAGES } from './commands';
import { readOwn } from './io/readOwn';
import { listOf } from './parseArguments';

/** The variable that names a language without an option. `LANG` does not count, because scripts read the messages. */
const VARIABLE = 'BRIEF_LANGUAGE';
const OPTION = '--language';

/**
 * Says everything from here on in the language that `--language` names, before the command or behind it, or else
 * `BRIEF_LANGUAGE`; without both, in English. Words are loaded only where it is another language.
 *
 * @returns the other arguments
 * @throws CommandError for a language that there is not
 */
export function speakAsAsked(args: readonly string[], { [VARIABLE]: named }: NodeJS.ProcessEnv): readonly string[] {
  speak(null);
  const { others, value } = takeOption(args);
  const [wanted, by] = value === null ? [named ?? '', VARIABLE] : [value, OPTION];
  if (wanted === '' && by === VARIABLE) return others;
  if (wanted === '')
    throw new CommandError(say('{0} needs a value: {1}.', OPTION, `${OPTION} ${EVERYWHERE.language.value}`));
  const language = LANGUAGES.find((each) => each === wanted.toLowerCase());
  if (language === undefined)
    throw new CommandError(say('unknown language "{0}" in {1}. Known: {2}.', wanted, by, listOf(LANGUAGES)));
  if (language === 'zh-cn') speak(wordsOfChinese());
  return others;
}

/** Arguments without the option, and its value, the last one where it was given twice; null where it was not given. */
function takeOption(args: readonly string[]): { readonly others: readonly string[]; readonly value: string | null } {
  const others: string[] = [];
  let value: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      others.push(...args.slice(i));
      break;
    }
    if (arg === OPTION) value = args[++i] ?? '';
    else if (arg.startsWith(`${OPTION}=`)) value = arg.slice(OPTION.length + 1);
    else others.push(arg);
  }
  return { others, value };
}

/** All messages in Chinese. */
export function wordsOfChinese(): Words {
  const read = (name: string): Words =>
    JSON.parse(readOwn(say('the Chinese words'), join(__dirname, '..', 'l10n', `${name}.zh-cn.json`)));
  return { ...read('engine'), ...read('cli') };
}
