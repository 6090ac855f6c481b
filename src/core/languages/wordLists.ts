/** Makes patterns of the words of languages. */
import { once } from '../base/once';
import { ofLanguages } from '.';
import type { Language } from './language';

/** Members of a regular expression that a pattern has. */
export type Pattern = Pick<RegExp, 'exec' | 'lastIndex' | 'test'>;

/**
 * Makes a pattern that finds the words of a list, which is a regular expression. It finds only whole words, unless the language
 * is CJK.
 *
 * @param before characters, as in a class, that can't stand right before a word; `behind`: right behind it
 */
export function wordPattern(
  list: string,
  isCjk: boolean,
  before = String.raw`\p{L}\p{N}`,
  behind = String.raw`\p{L}`,
): Pattern {
  if (isCjk) return new RegExp(quickToCompile(list), 'giu');
  // No word starts behind a letter. V8 tells ASCII letters much faster than all letters.
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
 * Groups the alternatives of a list by their first letter, so that V8 doesn't try each of a hundred at each word. The result
 * finds words at the same places, but not always the same one of two words that start alike.
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

/** A first letter that can't be missing. */
const FIRST_LETTER = /^\p{L}(?![?*+{])/u;
/** Signs that group and separate alternatives. Escapes and classes match as a whole, because signs in them mean nothing. */
const SIGNS = /\\.|\[(?:\\.|[^\]])*\]|[()|]/gu;

/**
 * A global pattern that is compiled only when a text has its words, even inside other words. V8 takes a third of a millisecond
 * for each pattern to tell letters in any case, and most lists have no word in a brief.
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

  /** True if the pattern matches anywhere in the text, wherever the last match was. */
  test(text: string): boolean {
    this.lastIndex = 0;
    const found = this.exec(text);
    this.lastIndex = 0;
    return found !== null;
  }
}

/**
 * @param listsOf returns the lists of a language
 * @returns a function that gives the patterns of a language, made when first needed; null for a language without lists
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

/**
 * Parts of a regular expression: an escape, a class, the start of a group, a bar, or the end of a group with its quantifier.
 */
const PARTS = /\\.|\[(?:\\.|[^\]])*\]|\((?:\?(?:[:=!]|<[=!]))?|\||\)(?:[?*+]|\{\d+,?\d*\})?\??/g;

/**
 * Rewrites a regular expression so that it means the same, but takes a fraction of the time to compile: a first check compiles
 * hundreds. V8 repeats what follows a group for each of its alternatives, up to ten times, and behind several groups a hundred
 * times. Behind an empty lookahead, V8 writes it once.
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

/** Escapes and large letters of a regular expression. */
const ESCAPES_OR_LARGE = /\\[pP]\{[^}]*\}|\\.|\p{Lu}+/gu;

/**
 * Turns a regular expression for texts in any case into one for texts in small letters. V8 takes three times as long to compile
 * a pattern that ignores case, and a first check compiles hundreds.
 */
export function inSmallLetters(source: string): string {
  return source.replace(ESCAPES_OR_LARGE, (part) => (part.startsWith('\\') ? part : part.toLowerCase()));
}
