/** The languages that the engine knows: a line for each in a list. */
import { arabicPage } from './ar';
import { germanPage } from './de';
import { englishPage } from './en';
import { spanishPage } from './es';
import { persianPage } from './fa';
import { frenchPage } from './fr';
import { hebrewPage } from './he';
import { japanesePage } from './ja';
import { koreanPage } from './ko';
import type { Words } from './pageWords';
import { chinesePage, traditionalChinesePage } from './zh';

/**
 * The words of pages by language. Only `render/words.ts` takes them: the build keeps them out of what checks
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
