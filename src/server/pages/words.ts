import { isSimplifiedChinese, spoken, type Words } from '../../core/base/say';
import { isRecord, part } from '../part';

/** Far more than the product has, so that a client cannot fill the server's memory. */
const MOST_TEXTS = 5000;
const LONGEST_TEXT = 2000;

/** A table of texts by English ones; null if it is invalid or too large. */
export function readWords(value: unknown): Words | null {
  if (!isRecord(value)) return null;
  const texts = Object.entries(value).flatMap(([text, said]): [string, string][] =>
    typeof said === 'string' && Math.max(text.length, said.length) <= LONGEST_TEXT ? [[text, said]] : [],
  );
  return texts.length > 0 && texts.length <= MOST_TEXTS && texts.length === Object.keys(value).length
    ? Object.fromEntries(texts)
    : null;
}

/**
 * The words that a client wants: those in its initialization options, as on systems without files, or those of its `locale`.
 * Without either, the language of `brief lsp --language` stays.
 *
 * @param wordsOfChinese reads the table of Simplified Chinese, or gives null
 */
export async function wordsFor(
  { locale, initializationOptions }: { readonly locale?: string; readonly initializationOptions?: unknown },
  wordsOfChinese: (() => Promise<unknown>) | null,
): Promise<Words | null> {
  const given = readWords(part(initializationOptions, 'words'));
  if (!given && locale === undefined) return spoken();
  if (given || !wordsOfChinese || !isSimplifiedChinese(locale)) return given;
  return readWords(await wordsOfChinese());
}

/** The words for the page of a brief, by its language; null: English. */
export type WordsOfPage = (language: string) => Promise<Words | null>;

/** A page is in the language of its brief. Without words in that language, it is in the language of messages. */
export function createWordsOfPage(wordsOfChinese: (() => Promise<unknown>) | null): WordsOfPage {
  let chinese: Promise<Words | null> | null = null;
  return async (language) => {
    if (/^en(?:$|[-_])/i.test(language)) return null;
    if (spoken() !== null || !wordsOfChinese || !isSimplifiedChinese(language)) return spoken();
    chinese ??= wordsOfChinese().then(readWords, () => null);
    return chinese;
  };
}
