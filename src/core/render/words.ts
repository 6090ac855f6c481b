/** The few words that the page adds to the brief's own, in the brief's language. */
import { arabic } from './words/arabic';
import { chinese } from './words/chinese';
import { english } from './words/english';
import { french } from './words/french';
import { german } from './words/german';
import { hebrew } from './words/hebrew';
import { japanese } from './words/japanese';
import { korean } from './words/korean';
import { persian } from './words/persian';
import { spanish } from './words/spanish';
import { traditionalChinese } from './words/traditionalChinese';
import type { Words } from './words/types';

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['zh', chinese],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['ja', japanese],
  ['ko', korean],
  ['ar', arabic],
  ['he', hebrew],
  ['iw', hebrew],
  ['fa', persian],
]);

/** The words for a language tag (BCP 47); English where we have none of its own. */
export function wordsFor(language: string): Words {
  if (/^zh[-_](?:.+[-_])?(?:hant|tw|hk|mo)\b/i.test(language)) return traditionalChinese;
  return languages.get(language.toLowerCase().split(/[-_]/)[0] ?? '') ?? english;
}
