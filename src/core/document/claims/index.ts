/**
 * Decides whether a sentence states something checkable. A question, an instruction, an opinion in the author's name, a
 * definition of terms and a transition don't. The signs and their weights are explained in `claimSignals.ts`.
 */
import { GAPS } from '../citations/brackets';
import { withoutHidden } from '../inline/htmlTags';
import { type ClaimSignal, LENGTHS, SIGNS_OF_A_CLAIM, SIGNS_OF_NONE, START } from './claimSignals';

/** All signs. The first group adds to the sum, the second takes away from it. */
const SIGNALS: readonly ClaimSignal[] = [...SIGNS_OF_A_CLAIM, ...SIGNS_OF_NONE];
/** The sign of an amount, as a list. */
export const SIGNS_OF_AMOUNT = SIGNALS.filter(({ name }) => name === 'amount');
/** The signs of a sentence that tells its reader to do something, and of one that says what ought to be done. */
export const SIGNS_OF_INSTRUCTION = SIGNALS.filter(({ name }) => name === 'instruction' || name === 'how to');
export const SIGNS_OF_ADVICE = SIGNALS.filter(({ name }) => name === 'duty').concat(SIGNS_OF_INSTRUCTION);
/** The signs of a sentence that needs no source, whatever else is in it. */
export const EXEMPTING_SIGNS = SIGNALS.filter(({ exempts }) => exempts);

/**
 * Returns how much a sentence looks like a claim: the sum of its signs.
 *
 * @param sentence one sentence as Markdown, citations included
 * @param language a BCP 47 tag
 * @returns more than 0 where a careful reader would ask for its source
 */
export function claimWeight(sentence: string, language: string): number {
  const plain = plainText(sentence);
  if (!/\p{L}/u.test(plain)) return 0;
  const said = new Said(plain, language);
  const start = (START.get(said.known) ?? 0) + lengthWeight(plain);
  const most = weighed(start, SIGNS_OF_A_CLAIM, said);
  return most > 0 ? weighed(most, SIGNS_OF_NONE, said) : 0;
}

/**
 * Returns the signs that a sentence shows, in the order of the table. They explain why it is a claim, or why not.
 *
 * @param among the signs to look for
 */
export function claimSignals(sentence: string, language: string, among = SIGNALS): ClaimSignal[] {
  const said = new Said(plainText(sentence), language);
  return among.filter((signal) => shows(said, signal));
}

/** A sentence, with its lower-case form and its language. Both are worked out once, when a sign needs them. */
class Said {
  readonly plain: string;
  readonly #tag: string;
  #small: string | null = null;
  #known: string | null = null;

  constructor(plain: string, tag: string) {
    this.plain = plain;
    this.#tag = tag;
  }

  /** The sentence in lower case. */
  get small(): string {
    this.#small ??= this.plain.toLowerCase();
    return this.#small;
  }

  /** The language whose words are looked for. */
  get known(): string {
    this.#known ??= spokenIn(this.plain, this.#tag);
    return this.#known;
  }
}

function weighed(start: number, signals: readonly ClaimSignal[], said: Said): number {
  let sum = start;
  for (const signal of signals) if (shows(said, signal)) sum += signal.weight;
  return sum;
}

function shows(said: Said, { everywhere, patterns }: ClaimSignal): boolean {
  if (everywhere?.test(said.plain)) return true;
  const sought = patterns.size > 0 ? patterns.get(said.known)?.() : undefined;
  return sought?.pattern.test(sought.isSmall ? said.small : said.plain) ?? false;
}

/**
 * Returns the language whose words are looked for in a text. It is the tag's language, unless the script says otherwise, as in
 * a Chinese item of an English brief. `other` stands for a language without word lists.
 */
export function spokenIn(plain: string, tag: string): string {
  const primary = /^[a-z]+/i.exec(tag)?.[0].toLowerCase() ?? '';
  const language = START.has(primary) ? primary : CHINESE.has(primary) ? 'zh' : 'other';
  const cjk = CJK.test(plain) && countCjk(plain) * 4 > plain.length;
  if (cjk === (language === 'zh' || language === 'ja')) return language;
  if (!cjk) return 'en';
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain) ? 'ja' : 'zh';
}

/** Languages that are written as Chinese is, and are close enough to be read with its words. */
const CHINESE: ReadonlySet<string> = new Set(['yue', 'wuu', 'cmn', 'lzh', 'hak', 'nan']);

function lengthWeight(plain: string): number {
  const words = wordCount(plain);
  return LENGTHS.find((length) => words >= length.words)?.weight ?? 0;
}

/** Counts the words of a text. Two characters of Han or Kana count as one word. */
export function wordCount(text: string): number {
  let cjk = 0;
  let others = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < PARTS.length) {
      const part = PARTS[code];
      if (part === IN_WORD) {
        if (!inWord) others++;
        inWord = true;
      } else if (part !== GOES_ON) inWord = false;
    } else if (isCjk(code)) {
      cjk++;
      inWord = false;
    } else if (isMark(code)) inWord = false;
    else return wordCountOfAny(text);
  }
  return others + Math.ceil(cjk / 2);
}

/** Counts the words of a text in any script, as `wordCount` does. */
function wordCountOfAny(text: string): number {
  return (text.replace(EACH_CJK, ' ').match(WORD)?.length ?? 0) + Math.ceil(countCjk(text) / 2);
}

/** Counts the characters of Han or Kana in a text, except those outside the basic plane. */
export function countCjk(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isCjk(text.charCodeAt(i))) count++;
  return count;
}

/** True for the code of a Han or Kana character, except those outside the basic plane. */
function isCjk(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff);
}

/** True for general punctuation, and for the two commonest marks of Chinese and Japanese. */
function isMark(code: number): boolean {
  return (code >= 0x2000 && code <= 0x206f) || code === 0x3001 || code === 0x3002;
}

const CJK = /[\u3040-\u30FF\u3400-\u9FFF]/;
const EACH_CJK = new RegExp(CJK, 'g');
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'.-]*/gu;

/** Kinds of the characters up to U+024F: letters and digits, and marks that continue a word behind one. */
const IN_WORD = 1;
const GOES_ON = 2;
const PARTS = new Uint8Array(0x250);
for (const [from, to] of [
  ['0', '9'],
  ['A', 'Z'],
  ['a', 'z'],
  ['À', 'ɏ'],
] as const)
  PARTS.fill(IN_WORD, from.charCodeAt(0), to.charCodeAt(0) + 1);
for (const sign of 'ªµº²³¹¼½¾') PARTS[sign.charCodeAt(0)] = IN_WORD;
for (const sign of '×÷') PARTS[sign.charCodeAt(0)] = 0;
for (const sign of "'.-") PARTS[sign.charCodeAt(0)] = GOES_ON;

/** Text that `plainText` may change: all but letters, digits, plain marks, and single spaces between them. */
const MARKED = /[^ A-Za-z\d,.;:!?'"()%&+\u4E00-\u9FFF\u3001\u3002-]| (?=[ .,;:!?])|^ | $/;

/**
 * Removes citations, code, comments, addresses and marks of emphasis, whose digits and names state nothing. The result is in
 * compatibility form (NFKC) with straight apostrophes, so that the patterns need to know one form only.
 */
export function plainText(sentence: string): string {
  if (!MARKED.test(sentence)) return sentence;
  // Most sentences have only one kind of these marks.
  let plain = withoutHidden(sentence);
  if (plain.includes('<')) plain = plain.replace(TAGS, ' ');
  if (/[`$]/.test(plain)) plain = plain.replace(CODE, ' x ');
  if (plain.includes('{{')) plain = plain.replace(VALUES, ' 1 ');
  if (plain.includes('](')) plain = plain.replace(LINKS, (_, words: string) => (/^\d*$/.test(words) ? ' ' : words));
  if (plain.includes('[')) plain = plain.replace(BRACKETS, ' ');
  const isAscii = !BEYOND_ASCII.test(plain);
  if (!isAscii || plain.includes('@{')) plain = plain.replace(OTHER_CITATIONS, ' ');
  if (plain.includes('://')) plain = plain.replace(ADDRESSES, ' ');
  if (/[*_~]/.test(plain)) plain = plain.replace(EMPHASIS, '');
  if (!isAscii) plain = plain.normalize('NFKC').replace(/[‘’]/g, "'");
  return plain
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .replace(/ (?=[.,;:!?。、])/g, '')
    .trim();
}

const TAGS = /<!--(?:(?!<!--)[\s\S])*?-->|<sup>[^<>]{0,60}<\/sup>|<[/a-z][^<>]{0,200}>/gi;
const CODE = /`[^`\n]*`|\$(?! )[^$\n]{1,200}(?<! )\$(?!\p{Nd})/gu;
const VALUES = /\{\{[^{}\n]*\}\}/g;
const LINKS = /!?\[([^[\]\n]*)\]\([^()\s]*(?:\s"[^"\n]*")?\)/g;
const BRACKETS = new RegExp(
  String.raw`\[(?:[\d\s,，、;–-]+|\d+, [^[\]\n]{0,60}|\^[^[\]\n]+|[^[\]\n]{0,100}@[^[\]\n]*|own|\?|${GAPS})\]`,
  'g',
);
const OTHER_CITATIONS = /[【［]\d[^【】［］\n]{0,60}[】］]|[¹²³⁰⁴-⁹]+|@\{[^{}\n]+\}/g;
const ADDRESSES = /https?:\/\/\S+/g;
const EMPHASIS = /[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;
