/**
 * Whether a sentence states something checkable. A question, an instruction, an opinion in the author's name, a
 * definition of terms and a transition do not. The signs and their weights are explained in `claimSignals.ts`.
 */
import { type ClaimSignal, LENGTHS, type SignalLanguage, START } from './claimSignals';
import { SIGNS_OF_A_CLAIM } from './signsOfClaims';
import { SIGNS_OF_NONE } from './signsOfNone';

const SIGNALS: readonly ClaimSignal[] = [...SIGNS_OF_A_CLAIM, ...SIGNS_OF_NONE];

/**
 * @param sentence one sentence as Markdown, citations included
 * @param language a BCP 47 tag
 * @returns whether a careful reader would ask for its source
 */
export function needsCitation(sentence: string, language: string): boolean {
  const plain = plainText(sentence);
  if (!/\p{L}/u.test(plain)) return false;
  const start = START[spokenIn(plain, language)] + lengthWeight(plain);
  return signalsOf(plain, language).reduce((sum, signal) => sum + signal.weight, start) > 0;
}

/** The signs that a sentence shows, in the order of the table: why it is a claim, or is none. */
export function claimSignals(sentence: string, language: string): ClaimSignal[] {
  return signalsOf(plainText(sentence), language);
}

function signalsOf(plain: string, language: string): ClaimSignal[] {
  const known = spokenIn(plain, language);
  return SIGNALS.filter(({ patterns }) => {
    const own = known === 'other' ? undefined : patterns[known];
    return patterns.any?.test(plain) || own?.test(plain);
  });
}

/**
 * The language whose words are looked for in a text: that of the tag, unless the script says otherwise, as in a Chinese
 * item of an English brief.
 */
export function spokenIn(plain: string, tag: string): SignalLanguage | 'other' {
  const primary = /^[a-z]+/i.exec(tag)?.[0].toLowerCase() ?? '';
  const language = LANGUAGES.find((known) => known === primary) ?? (CHINESE.has(primary) ? 'zh' : 'other');
  const cjk = countCjk(plain) * 4 > plain.length;
  if (cjk === (language === 'zh' || language === 'ja')) return language;
  if (!cjk) return 'en';
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain) ? 'ja' : 'zh';
}

const LANGUAGES: readonly SignalLanguage[] = ['en', 'zh', 'ja', 'de', 'fr', 'es'];
/** Written as Chinese is, and near enough to be read with its words. */
const CHINESE: ReadonlySet<string> = new Set(['yue', 'wuu', 'cmn', 'lzh', 'hak', 'nan']);

function lengthWeight(plain: string): number {
  const words = wordCount(plain);
  return LENGTHS.find((length) => words >= length.words)?.weight ?? 0;
}

/** How many words a text has. Two characters of Han or Kana count as one. */
export function wordCount(text: string): number {
  const cjk = countCjk(text);
  const others = (cjk > 0 ? text.replace(CJK, ' ') : text).match(WORD)?.length ?? 0;
  return others + Math.ceil(cjk / 2);
}

/** Characters of Han and Kana, those outside the basic plane aside. */
function countCjk(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)) count++;
  }
  return count;
}

const CJK = /[\u3040-\u30FF\u3400-\u9FFF]/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'.-]*/gu;

/** Without citations, code, comments, addresses and marks of emphasis, whose digits and names state nothing; in
 * compatibility form (NFKC) and with straight apostrophes, so that the patterns need to know one form only. */
export function plainText(sentence: string): string {
  return sentence
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->|<sup>[^<>]{0,60}<\/sup>|<[/a-z][^<>]{0,200}>/gi, ' ')
    .replace(/`[^`\n]*`|\$(?! )[^$\n]{1,200}(?<! )\$(?!\p{Nd})/gu, ' x ')
    .replace(/\{\{[^{}\n]*\}\}/g, ' 1 ')
    .replace(/!?\[([^[\]\n]*)\]\([^()\s]*(?:\s"[^"\n]*")?\)/g, (_, words: string) =>
      /^\d*$/.test(words) ? ' ' : words,
    )
    .replace(
      /\[(?:[\d\s,，、;–-]+|\d+, [^[\]\n]{0,60}|\^[^[\]\n]+|[^[\]\n]{0,100}@[^[\]\n]*|own|\?|citation needed|来源请求)\]/g,
      ' ',
    )
    .replace(/[【［]\d[^【】［］\n]{0,60}[】］]|[¹²³⁰⁴-⁹]+|@\{[^{}\n]+\}/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}/g, '')
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
}
