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
  const start = START[languageOf(language) ?? 'other'] + lengthWeight(plain);
  return signalsOf(plain, language).reduce((sum, signal) => sum + signal.weight, start) > 0;
}

/** The signs that a sentence shows, in the order of the table: why it is a claim, or is none. */
export function claimSignals(sentence: string, language: string): ClaimSignal[] {
  return signalsOf(plainText(sentence), language);
}

function signalsOf(plain: string, language: string): ClaimSignal[] {
  const known = languageOf(language);
  return SIGNALS.filter(({ patterns }) => {
    const own = known && patterns[known];
    return patterns.any?.test(plain) || own?.test(plain);
  });
}

const LANGUAGES: ReadonlyMap<string, SignalLanguage> = new Map(
  (['en', 'zh', 'ja', 'de', 'fr', 'es'] as const).map((language) => [language, language]),
);

function languageOf(tag: string): SignalLanguage | null {
  return LANGUAGES.get(tag.slice(0, 2).toLowerCase()) ?? null;
}

function lengthWeight(plain: string): number {
  const words = wordCount(plain);
  return LENGTHS.find((length) => words >= length.words)?.weight ?? 0;
}

/** How many words a text has. Two characters of Han or Kana count as one. */
export function wordCount(text: string): number {
  let cjk = 0;
  let others = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (CJK.test(word)) cjk += [...word].length;
    else others++;
  }
  return others + Math.ceil(cjk / 2);
}

const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}'’.-])*/gu;

/** Without citations, code, comments, addresses and marks of emphasis, whose digits and names state nothing; in
 * compatibility form (NFKC) and with straight apostrophes, so that the patterns need to know one form only. */
export function plainText(sentence: string): string {
  return sentence
    .replace(/<!--[\s\S]*?-->|<[/a-z][^<>]{0,200}>/gi, ' ')
    .replace(/`[^`\n]*`/g, ' x ')
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
    .replace(/\s+([.,;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
