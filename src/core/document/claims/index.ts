/**
 * Whether a sentence states something checkable. A question, an instruction, an opinion in the author's name, a
 * definition of terms and a transition do not. The signs and their weights are explained in `claimSignals.ts`.
 */
import { withoutHidden } from '../inline/htmlTags';
import { type ClaimSignal, LENGTHS, SIGNS_OF_A_CLAIM, SIGNS_OF_NONE, START } from './claimSignals';

/** What speaks for a claim adds to the sum, all else takes away from it. */
const SIGNALS: readonly ClaimSignal[] = [...SIGNS_OF_A_CLAIM, ...SIGNS_OF_NONE];
/** Those of an amount. */
export const SIGNS_OF_AMOUNT = SIGNALS.filter(({ name }) => name === 'amount');
/** Those of a sentence of which nobody asks for a source. */
export const EXEMPTING_SIGNS = SIGNALS.filter(({ exempts }) => exempts);

/**
 * How much a sentence looks like a claim: the sum of its signs.
 *
 * @param sentence one sentence as Markdown, citations included
 * @param language a BCP 47 tag
 * @returns more than 0 where a careful reader would ask for its source
 */
export function claimWeight(sentence: string, language: string): number {
  const plain = plainText(sentence);
  if (!/\p{L}/u.test(plain)) return 0;
  const known = spokenIn(plain, language);
  const start = (START.get(known) ?? 0) + lengthWeight(plain);
  const said = inBothCases(plain);
  const most = weighed(start, SIGNS_OF_A_CLAIM, said, known);
  return most > 0 ? weighed(most, SIGNS_OF_NONE, said, known) : 0;
}

/**
 * The signs that a sentence shows, in the order of the table: why it is a claim, or is none.
 *
 * @param among those that are looked for
 */
export function claimSignals(sentence: string, language: string, among = SIGNALS): ClaimSignal[] {
  const plain = plainText(sentence);
  const known = spokenIn(plain, language);
  const said = inBothCases(plain);
  return among.filter((signal) => shows(said, signal, known));
}

/** A sentence as it is, and in small letters. */
interface Said {
  readonly plain: string;
  readonly small: string;
}

const inBothCases = (plain: string): Said => ({ plain, small: plain.toLowerCase() });

function weighed(start: number, signals: readonly ClaimSignal[], said: Said, known: string): number {
  let sum = start;
  for (const signal of signals) if (shows(said, signal, known)) sum += signal.weight;
  return sum;
}

function shows({ plain, small }: Said, { everywhere, patterns }: ClaimSignal, known: string): boolean {
  if (everywhere?.test(plain)) return true;
  const sought = patterns.get(known)?.();
  return sought?.pattern.test(sought.isSmall ? small : plain) ?? false;
}

/**
 * The language whose words are looked for in a text: that of the tag, unless the script says otherwise, as in a Chinese
 * item of an English brief. `other` is one whose words we do not know.
 */
export function spokenIn(plain: string, tag: string): string {
  const primary = /^[a-z]+/i.exec(tag)?.[0].toLowerCase() ?? '';
  const language = START.has(primary) ? primary : CHINESE.has(primary) ? 'zh' : 'other';
  const cjk = countCjk(plain) * 4 > plain.length;
  if (cjk === (language === 'zh' || language === 'ja')) return language;
  if (!cjk) return 'en';
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain) ? 'ja' : 'zh';
}

/** Written as Chinese is, and near enough to be read with its words. */
const CHINESE: ReadonlySet<string> = new Set(['yue', 'wuu', 'cmn', 'lzh', 'hak', 'nan']);

function lengthWeight(plain: string): number {
  const words = wordCount(plain);
  return LENGTHS.find((length) => words >= length.words)?.weight ?? 0;
}

/** How many words a text has. Two characters of Han or Kana count as one. */
export function wordCount(text: string): number {
  let cjk = 0;
  let others = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isCjk(code)) {
      cjk++;
      inWord = false;
    } else if (code < 0x80) {
      const starts = isLetterOrDigit(code);
      if (starts && !inWord) others++;
      inWord = starts || (inWord && (code === APOSTROPHE || code === FULL_STOP || code === HYPHEN));
    } else if (code === IDEOGRAPHIC_COMMA || code === IDEOGRAPHIC_STOP) inWord = false;
    else return wordCountOfAny(text);
  }
  return others + Math.ceil(cjk / 2);
}

/** The same of a text in any script. */
function wordCountOfAny(text: string): number {
  return (text.replace(CJK, ' ').match(WORD)?.length ?? 0) + Math.ceil(countCjk(text) / 2);
}

/** Of ASCII. */
function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;

const IDEOGRAPHIC_COMMA = 0x3001;
const IDEOGRAPHIC_STOP = 0x3002;

function countCjk(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isCjk(text.charCodeAt(i))) count++;
  return count;
}

/** Of Han and Kana, characters outside the basic plane aside. */
function isCjk(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff);
}

const CJK = /[\u3040-\u30FF\u3400-\u9FFF]/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'.-]*/gu;

/** All but letters, digits and marks that mean themselves, with single spaces between them: what `plainText` may change. */
const MARKED = /[^ A-Za-z\d,.;:!?'"()%&+\u4E00-\u9FFF\u3001\u3002-]| (?=[ .,;:!?])|^ | $/;

/** Without citations, code, comments, addresses and marks of emphasis, whose digits and names state nothing; in
 * compatibility form (NFKC) and with straight apostrophes, so that the patterns need to know one form only. */
export function plainText(sentence: string): string {
  if (!MARKED.test(sentence)) return sentence;
  return withoutHidden(sentence)
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
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
}
