import type { Brief } from '../../../brief/types';
import { guessLanguage } from '../../../document/language';
import { LANGUAGES_OF_WORDS } from '../../../document/languageWords';
import { languageOf } from '../../../languages';

/**
 * The heading of a new sources section: in the language that the front matter names, else in that of the other headings. Where
 * names and addresses are in Latin letters, headings tell the language better than the text does.
 *
 * @returns a word that starts a sources section wherever it is a heading
 */
export function sourcesHeading({ frontMatter, language, sections }: Brief): string {
  const headings = sections.map(({ heading }) => heading).join('\n');
  const tag = (frontMatter?.language?.value ?? languageOfHeadings(headings, language)).toLowerCase();
  const [primary = ''] = tag.split('-');
  return languageOf(/^zh-(?:hant|tw|hk|mo)\b/.test(tag) ? 'zh-hant' : primary)?.headings?.ofSources ?? 'Sources';
}

/** Headings are short: where their words tell nothing, and their script is that of the text, the text tells. */
function languageOfHeadings(headings: string, language: string): string {
  if (!/\p{L}/u.test(headings)) return language;
  const guess = guessLanguage(headings);
  return guess === 'en' && LATIN.has(language) ? language : guess;
}

const LATIN: ReadonlySet<string> = new Set(LANGUAGES_OF_WORDS);
