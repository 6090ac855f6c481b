/** The languages that the engine knows: a line for each in a list. */
import { arabic, arabicPage } from './ar';
import { german, germanPage } from './de';
import { english, englishPage } from './en';
import { spanish, spanishPage } from './es';
import { persian, persianPage } from './fa';
import { french, frenchPage } from './fr';
import { hebrew, hebrewPage } from './he';
import { italian } from './it';
import { japanese, japanesePage } from './ja';
import { korean, koreanPage } from './ko';
import type { Language } from './language';
import { OTHER_LANGUAGES } from './others';
import type { Words } from './pageWords';
import { portuguese } from './pt';
import { chinese, chinesePage, traditionalChinese, traditionalChinesePage } from './zh';

/** English is the first. Of two that may be meant, the earlier one is. */
export const LANGUAGES: readonly Language[] = /* @__PURE__ */ [
  english,
  chinese,
  traditionalChinese,
  japanese,
  korean,
  german,
  french,
  spanish,
  italian,
  portuguese,
  OTHER_LANGUAGES,
  arabic,
  hebrew,
  persian,
].flat();

/** The language of a tag in lower case, as the list has it. */
export function languageOf(tag: string): Language | undefined {
  return LANGUAGES.find((language) => language.tag === tag);
}

/** One value of each language that has it. */
export function ofLanguages<T>(value: (language: Language) => T | undefined): T[] {
  return LANGUAGES.map(value).filter((each) => each !== undefined);
}

/** Lists of all languages whose items stand behind a `|`, as one. */
export function wordsOfLanguages(list: (language: Language) => string | undefined): string[] {
  return ofLanguages(list).flatMap((words) => words.split('|'));
}

/**
 * The words of pages by language. Only `page/words.ts` takes them: the build keeps them out of what checks
 * (`scripts/lib/pageWords.cjs`).
 */
export const PAGE_WORDS: ReadonlyMap<string, Words> = new Map([
  ['en', englishPage],
  ['zh', chinesePage],
  ['zh-hant', traditionalChinesePage],
  ['de', germanPage],
  ['fr', frenchPage],
  ['es', spanishPage],
  ['ja', japanesePage],
  ['ko', koreanPage],
  ['ar', arabicPage],
  ['he', hebrewPage],
  ['fa', persianPage],
]);
