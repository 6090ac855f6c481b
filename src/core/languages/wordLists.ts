/** The words of languages as patterns. */
import { once } from '../base/once';
import { ofLanguages } from '.';
import type { Language } from './language';

/** What is asked of a pattern. */
export type Pattern = Pick<RegExp, 'exec' | 'lastIndex' | 'test'>;

/**
 * Finds the words of a list, which is a regular expression: as whole words where a language parts words.
 *
 * @param before what goes on a word before it, and `behind` behind it: characters as a class has them
 */
export function wordPattern(
  list: string,
  isCjk: boolean,
  before = String.raw`\p{L}\p{N}`,
  behind = String.raw`\p{L}`,
): Pattern {
  if (isCjk) return new RegExp(quickToCompile(list), 'giu');
  // No word starts behind a letter, and V8 tells those of ASCII much faster than all.
  return new WholeWords(`(?<![a-z])(?:${byFirstLetter(list)})`, `(?<![${before}])(?:${list})(?![${behind}])`);
}

/** Finds marks, and the words of a list as whole words. @param marks a regular expression */
export function marksOrWords(marks: string, list: string): Pattern {
  return new WholeWords(
    `${marks}|(?<![a-z])(?:${byFirstLetter(list)})`,
    String.raw`${marks}|(?<![\p{L}])(?:${list})(?![\p{L}])`,
  );
}

/**
 * The alternatives of a list, those with the same first letter together, so that V8 does not try each of a hundred at each word.
 * They find words at the same places, not always the same of two that start alike.
 */
function byFirstLetter(list: string): string {
  const byLetter = new Map<string, string[]>();
  let depth = 0;
  let from = 0;
  const add = (end: number) => {
    const word = list.slice(from, end);
    const letter = FIRST_LETTER.exec(word)?.[0] ?? '';
    const known = byLetter.get(letter);
    if (known) known.push(word.slice(letter.length));
    else byLetter.set(letter, [word.slice(letter.length)]);
    from = end + 1;
  };
  for (const { 0: sign, index } of list.matchAll(SIGNS)) {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) add(index);
  }
  add(list.length);
  return Array.from(byLetter, ([letter, words]) => `${letter}(?:${words.join('|')})`).join('|');
}

/** Not one that may be missing. */
const FIRST_LETTER = /^\p{L}(?![?*+{])/u;
/** What groups alternatives and parts them; what is escaped and classes whole, as signs in them are none. */
const SIGNS = /\\.|\[(?:\\.|[^\]])*\]|[()|]/gu;

/**
 * A global pattern that is compiled once a text has its words, be it inside of others. To tell letters in any case, V8 takes a third
 * of a millisecond for each pattern, and most lists have no word in a brief.
 */
export class WholeWords implements Pattern {
  lastIndex = 0;
  readonly #words: RegExp;
  readonly #source: string;
  readonly #flags: string;
  #whole: RegExp | null = null;

  /** @param whole matches at no place where `words` does not */
  constructor(words: string, whole: string, flags = 'iu') {
    this.#words = new RegExp(quickToCompile(words), `g${flags}`);
    this.#source = quickToCompile(whole);
    this.#flags = flags;
  }

  exec(text: string): RegExpExecArray | null {
    this.#words.lastIndex = this.lastIndex;
    this.lastIndex = 0;
    for (let words = this.#words.exec(text); words; words = this.#words.exec(text)) {
      this.#whole ??= new RegExp(this.#source, `y${this.#flags}`);
      this.#whole.lastIndex = words.index;
      const found = this.#whole.exec(text);
      if (found) {
        this.lastIndex = this.#whole.lastIndex;
        return found;
      }
      this.#words.lastIndex = words.index + ((text.codePointAt(words.index) ?? 0) > 0xffff ? 2 : 1);
    }
    return null;
  }

  /** From the start, wherever the last match was. */
  test(text: string): boolean {
    this.lastIndex = 0;
    const found = this.exec(text);
    this.lastIndex = 0;
    return found !== null;
  }
}

/**
 * @param listsOf the lists of a language
 * @returns the patterns of a language's lists, made once for the languages of a text alone; null for one that has none
 */
export function patternsOfLists<T extends Readonly<Record<keyof T, string>>>(
  listsOf: (language: Language) => T | undefined,
): (language: string) => Readonly<Record<keyof T, Pattern>> | null {
  const known: ReadonlyMap<string, () => Readonly<Record<keyof T, Pattern>>> = new Map(
    ofLanguages((language) => {
      const lists = listsOf(language);
      return lists && ([language.tag, once(() => patternsIn(lists, language.isCjk ?? false))] as const);
    }),
  );
  return (language) => known.get(language)?.() ?? null;
}

function patternsIn<T extends Readonly<Record<keyof T, string>>>(
  lists: T,
  isCjk: boolean,
): Readonly<Record<keyof T, Pattern>> {
  const entries = Object.entries<string>(lists).map(([name, list]) => [name, wordPattern(list, isCjk)]);
  return Object.fromEntries(entries);
}

/** What a regular expression escapes, a class, the start of a group, a bar, and the end of a group with how often it stands. */
const PARTS = /\\.|\[(?:\\.|[^\]])*\]|\((?:\?(?:[:=!]|<[=!]))?|\||\)(?:[?*+]|\{\d+,?\d*\})?\??/g;

/**
 * The source of a regular expression that means the same and takes a fraction of the time to compile, which a first check does
 * with hundreds. What follows a group of alternatives V8 writes anew for each of them, up to ten times, and for groups that
 * follow each other a hundred times. Behind a look ahead at nothing it writes it once.
 */
export function quickToCompile(source: string): string {
  const groups: ('looks' | 'one' | 'many')[] = [];
  return source.replace(PARTS, (part, at: number) => {
    if (part.startsWith('(')) groups.push(/[=!]$/.test(part) ? 'looks' : 'one');
    else if (part === '|' && groups.at(-1) === 'one') groups[groups.length - 1] = 'many';
    if (!part.startsWith(')')) return part;
    const group = groups.pop();
    const isLast = /^(?:[|)]|$)/.test(source.slice(at + part.length, at + part.length + 1));
    return isLast || group === 'looks' || (group === 'one' && part === ')') ? part : `${part}(?=)`;
  });
}

/** What a regular expression escapes, and its large letters. */
const ESCAPES_OR_LARGE = /\\[pP]\{[^}]*\}|\\.|\p{Lu}+/gu;

/**
 * The source of a regular expression for texts in small letters, of one for texts in any case. V8 takes three times as long to compile
 * one that leaves the case to it, and a first check compiles hundreds.
 */
export function inSmallLetters(source: string): string {
  return source.replace(ESCAPES_OR_LARGE, (part) => (part.startsWith('\\') ? part : part.toLowerCase()));
}
