import { derive } from '../base/derive';
import { once } from '../base/once';
import { firstWhere } from '../base/ordered';
import { LANGUAGES_OF_WORDS, LONGEST_WORD, languagesOfWord } from './languageWords';

/** The UTF-16 units at the start of a text that its language is guessed from. */
const SAMPLE = 20_000;

/** Numbers of letters of each script, and of frequent words of each language, in a text. */
interface ScriptCounts {
  /** Letters by the languages of their scripts, in the order of `LANGUAGES`, and of Latin script at the end. */
  readonly scripts: number[];
  /** Frequent words by their languages, in the order of `LANGUAGES_OF_WORDS`. */
  readonly words: number[];
}

/**
 * Guesses a text's language from its scripts and its most frequent words, where the front matter does not tell.
 *
 * @returns a BCP 47 tag: `zh`, `ja`, `ko`, `ru`, `ar`, `he`, `th`, `hi`, `el`, or for Latin script `en`, `de`, `fr`, `es`, `pt`,
 *   `it`, `nl`, `pl` or `sv`; `en` where nothing tells.
 */
export function guessLanguage(text: string): string {
  return languageOf(countScripts(text));
}

/**
 * Returns the language of a part of a text, without script and region. It is the language of the whole, unless the part's
 * script says otherwise. A part with many frequent words of another language is taken for a quotation in that language.
 *
 * @param tag the BCP 47 tag of the whole, if that is known
 */
export function languageOfPart(text: string, tag: string | undefined): string {
  const told = /^[a-z]{2,3}(?![a-z])/i.exec(tag ?? '')?.[0].toLowerCase();
  const counts = countScripts(text);
  const guess = languageOf(counts);
  if (told === undefined || told === guess) return guess;
  // Latin script has many languages. Each other script stands for one language here.
  const [isGuess, isTold] = [guess, told].map((language) => LANGUAGES.includes(language));
  if (isGuess !== isTold) return guess;
  return isGuess ? told : otherByWords(counts.words, told);
}

function otherByWords(words: readonly number[], told: string): string {
  const own = words[LANGUAGES_OF_WORDS.indexOf(told)];
  const most = Math.max(...words);
  if (own === undefined || most < LEAST_OF_ANOTHER || own * TIMES_MORE > most) return told;
  return LANGUAGES_OF_WORDS[words.indexOf(most)] ?? told;
}

/**
 * True if a text has a frequent word of another language, and none of its own. Such a text may be in another language than it
 * is taken for, but it's too short to be sure.
 *
 * @param language the language that it's taken for, without script and region; false for one whose words aren't known
 */
export function mayBeInAnother(text: string, language: string): boolean {
  const { words } = countScripts(text);
  return words[LANGUAGES_OF_WORDS.indexOf(language)] === 0 && words.some((count) => count > 0);
}

/** The fewest frequent words of another language that are more than a title or a name in it. */
const LEAST_OF_ANOTHER = 4;
const TIMES_MORE = 4;

/**
 * Guesses the language of a text that was cut into blocks, from those that start in its sample.
 *
 * @param starts where each block starts, in UTF-16 units
 */
export function guessLanguageOfBlocks(blocks: readonly Text[], starts: Int32Array): string {
  const sum = noCounts();
  const end = firstWhere(starts.length, (index) => (starts[index] ?? 0) >= SAMPLE);
  for (const block of blocks.slice(0, end)) {
    const { scripts, words } = scriptCounts(block);
    add(sum.scripts, scripts);
    add(sum.words, words);
  }
  return languageOf(sum);
}

interface Text {
  readonly text: string;
}

const scriptCounts = derive(({ text }: Text) => countScripts(text));

function add(sum: number[], counts: readonly number[]): void {
  for (let i = 0; i < counts.length; i++) sum[i] = (sum[i] ?? 0) + (counts[i] ?? 0);
}

function noCounts(): ScriptCounts {
  return {
    scripts: new Array<number>(LANGUAGES.length + 1).fill(0),
    words: new Array<number>(LANGUAGES_OF_WORDS.length).fill(0),
  };
}

/** Counts the letters in the sample of a text, and the words that begin in it. */
function countScripts(text: string): ScriptCounts {
  const counts = noCounts();
  const { scripts, words } = counts;
  const scriptOf = scriptsByCode();
  const end = Math.min(SAMPLE, text.length);
  const endOfWords = Math.min(SAMPLE + LONGEST_WORD, text.length);
  for (let at = 0; at < end; ) {
    const start = at++;
    const script = scriptOf[text.charCodeAt(start)] ?? NONE;
    if (script === NONE) continue;
    if (script === LATIN) {
      while (at < endOfWords && scriptOf[text.charCodeAt(at)] === LATIN) at++;
      if (at - start <= LONGEST_WORD)
        for (const language of languagesOfWord(text.slice(start, at))) words[language] = (words[language] ?? 0) + 1;
    }
    scripts[script] = (scripts[script] ?? 0) + Math.min(at, end) - start;
  }
  return counts;
}

/** Numbers of letters of a script that weigh as much as a word of a language with an alphabet. */
const LETTERS_OF_WORD: Readonly<Record<string, number>> = { zh: 1.6, ja: 2.2, ko: 2.6, hi: 4, th: 4, he: 4.5, ar: 4.5 };
const LETTERS_OF_ALPHABET = 6;
/** Number of words in running text for each frequent word. */
const WORDS_BY_FREQUENT = 2.6;
/** Latin letters of names, addresses and code stand in texts of all languages: so many of them count as a word. */
const LETTERS_OF_NAMES = 14;

/** Returns the language that the scripts and the words of a text indicate. */
function languageOf({ scripts, words }: ScriptCounts): string {
  const han = scripts[HAN] ?? 0;
  const kana = scripts[KANA] ?? 0;
  // Japanese is written with Han characters too; a share of kana tells it from Chinese.
  const isJapanese = kana > 0 && kana * 5 >= han;
  const frequent = Math.max(...words);
  let best = '';
  let most = frequent * WORDS_BY_FREQUENT + (scripts[LATIN] ?? 0) / LETTERS_OF_NAMES;
  for (const [index, language] of LANGUAGES.entries()) {
    const letters =
      index === HAN ? (isJapanese ? 0 : han) : index === KANA && isJapanese ? kana + han : (scripts[index] ?? 0);
    const weight = letters / (LETTERS_OF_WORD[language] ?? LETTERS_OF_ALPHABET);
    if (weight <= most) continue;
    most = weight;
    best = language;
  }
  return best === '' ? languageOfWords(words, frequent) : best;
}

/** Few words may be names, and English words stand in quotations and titles. */
const LEAST_WORDS = 2;

function languageOfWords(words: readonly number[], most: number): string {
  const [english = 0] = words;
  return most < LEAST_WORDS || english * 2 >= most ? 'en' : (LANGUAGES_OF_WORDS[words.indexOf(most)] ?? 'en');
}

/** Ranges of UTF-16 code units that belong to the script of one language. */
const SCRIPTS: readonly (readonly [language: string, from: number, to: number])[] = [
  ['zh', 0x4e00, 0x9fff],
  ['zh', 0x3400, 0x4dbf],
  ['ja', 0x3040, 0x30ff],
  ['ko', 0xac00, 0xd7af],
  ['ru', 0x0400, 0x04ff],
  ['el', 0x0370, 0x03ff],
  ['he', 0x0590, 0x05ff],
  ['ar', 0x0600, 0x06ff],
  ['hi', 0x0900, 0x097f],
  ['th', 0x0e00, 0x0e7f],
];
const LATIN_SCRIPT: readonly (readonly [from: number, to: number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
];

const LANGUAGES: readonly string[] = [...new Set(SCRIPTS.map(([language]) => language))];
const HAN = LANGUAGES.indexOf('zh');
const KANA = LANGUAGES.indexOf('ja');
const LATIN = LANGUAGES.length;
const NONE = 0xff;

/**
 * The script of each UTF-16 code unit: an index in `LANGUAGES`, `LATIN` or `NONE`. A search for each character would take too
 * long.
 */
const scriptsByCode = once(() => {
  const scripts = new Uint8Array(0x10000).fill(NONE);
  // Where ranges overlap, the first counts.
  for (const [language, from, to] of SCRIPTS.toReversed()) scripts.fill(LANGUAGES.indexOf(language), from, to + 1);
  for (const [from, to] of LATIN_SCRIPT) scripts.fill(LATIN, from, to + 1);
  return scripts;
});
