/** The words of a claim that need its source the most, for an alarm that underlines them and not all of its text. */
import type { TextSpan } from '../../base/text';

/** A sentence of a text, and how much it looks like a claim: more than 0 is one. */
export interface Weighed {
  readonly span: TextSpan;
  readonly weight: number;
}

/**
 * Finds the words in the sentence that states most: its first amount, else a number, else a name, else its last words.
 *
 * @param text Markdown
 * @returns a span of the text, on one line; empty only where it has no words
 */
export function pointOfClaim(text: string, sentences: readonly Weighed[]): TextSpan {
  let strongest = sentences[0];
  for (const sentence of sentences) if (sentence.weight > (strongest?.weight ?? 0)) strongest = sentence;
  const { start, end } = strongest?.span ?? { start: 0, end: text.length };
  const written = text.slice(start, Math.min(end, start + LONGEST_READ));
  const sentence = /[<`]/.test(written) ? written.replace(NO_WORDS, (part) => ' '.repeat(part.length)) : written;
  const number = DIGIT.test(sentence) ? (AMOUNT.exec(sentence) ?? NUMBER.exec(sentence)) : null;
  const match = number ?? NAME.exec(sentence) ?? LAST_WORDS.exec(sentence) ?? LAST_WORDS.exec(written);
  const words = match?.[0].trimEnd() ?? '';
  const at = start + (match?.index ?? 0);
  return { start: at, end: at + words.length };
}

/** A tag of HTML, and code with the parentheses around it: the claim is in the words beside them. */
const NO_WORDS = /<\/?[a-z][\w-]*(?:\s[^<>]*)?>|\([^()`\n]*`[^`\n]*`[^()\n]*\)|`[^`\n]*`/gi;

/** The most characters of a sentence that are read. */
const LONGEST_READ = 2000;

const DIGIT = /\p{Nd}/u;
/** Characters that a number may not follow, because it is part of a word, a path or a citation there. */
const BEHIND = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}/._#[(-])`;
/** A number with what makes an amount of it: `$4.2 billion`, `37 %`, `约 3.2 亿元`. */
const AMOUNT = new RegExp(
  [
    String.raw`${BEHIND}(?:(?:US|HK|[AC])?[$€£¥￥₹]|(?:USD|EUR|GBP|CNY|RMB|JPY) ?)\s?\p{Nd}(?:[.,]?\p{Nd})*(?: ?(?:million|billion|trillion|thousand|[mb]n|[kmbt])(?![\p{L}\p{N}])| ?[万亿萬億]+)?`,
    String.raw`${BEHIND}\p{Nd}(?:[.,]?\p{Nd})*(?:[-–~～]\p{Nd}(?:[.,]?\p{Nd})*)?(?: ?(?:[%％‰]|(?:percent|per cent|percentage points|million|billion|trillion|thousand|[mb]n|tons?|tonnes?|kt|kg|km|[kMGT]Wh?|[KMGT]i?B|times|Prozent|Millionen|Milliarden|millions|milliards?|millones)(?![\p{L}\p{N}]))| ?[万亿萬億]*(?:美元|欧元|元|人|吨|噸|倍|円|ドル)| ?[万亿萬億]+)`,
  ].join('|'),
  'u',
);
const NUMBER = new RegExp(String.raw`${BEHIND}(?:\p{Nd}[\p{Nd}.,:]*\p{Nd}|\p{Nd}(?![\p{Script=Latin}\p{N}.)\]]))`, 'u');
/** A word with a capital that doesn't start a sentence or the part behind a colon, and such words behind it; or a title in Chinese marks. */
const NAME =
  /(?<=[\p{Ll}\p{N},;)”’"'] )(?!I\b)\p{Lu}[\p{L}\p{N}&.’'-]*[\p{L}\p{N}](?: \p{Lu}[\p{L}\p{N}&’'-]*){0,4}|《[^》\n]{1,60}》/u;
/** The last eight characters of Chinese or Japanese, or the last three words. */
const LAST_WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,8}(?=[^\p{L}\p{N}]*$)|(?:[^\s\p{P}\p{Sk}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+ ){0,2}[^\s\p{P}\p{Sk}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+(?=[^\p{L}\p{N}]*$)/u;
