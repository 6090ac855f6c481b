/** The few words that the page adds to the brief's own, in the brief's language. */
import { PAGE_WORDS } from '../languages';
import { englishPage } from '../languages/en';
import type { Words } from '../languages/pageWords';

/** The words for a language tag (BCP 47); English where we have none of its own. */
export function wordsFor(language: string): Words {
  const [primary = ''] = language.toLowerCase().split(/[-_]/);
  const isTraditional = /^zh[-_](?:.+[-_])?(?:hant|tw|hk|mo)\b/i.test(language);
  return PAGE_WORDS.get(isTraditional ? 'zh-hant' : primary.replace(/^iw$/, 'he')) ?? englishPage;
}
