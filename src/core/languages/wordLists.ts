/** The words of languages as patterns. */
import { once } from '../base/once';
import { ofLanguages } from '.';
import type { Language } from './language';

/** Finds the words of a list, which is a regular expression: as whole words where a language parts words. */
export function wordPattern(list: string, isCjk: boolean): RegExp {
  return new RegExp(isCjk ? list : `(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}])`, 'giu');
}

/**
 * @param listsOf the lists of a language
 * @returns the patterns of a language's lists, made once for the languages of a text alone; null for one that has none
 */
export function patternsOfLists<T extends Readonly<Record<keyof T, string>>>(
  listsOf: (language: Language) => T | undefined,
): (language: string) => Readonly<Record<keyof T, RegExp>> | null {
  const known: ReadonlyMap<string, () => Readonly<Record<keyof T, RegExp>>> = new Map(
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
): Readonly<Record<keyof T, RegExp>> {
  const entries = Object.entries<string>(lists).map(([name, list]) => [name, wordPattern(list, isCjk)]);
  return Object.fromEntries(entries);
}
