/** The words of a claim that need its source the most, for an alarm that underlines them and not all of its text. */
import type { Span } from '../text';

/** A sentence of a text, and how much it looks like a claim: more than 0 is one. */
export interface Weighed {
  readonly span: Span;
  readonly weight: number;
}

/**
 * In the sentence that states most: its first amount, else a number, else a name, else its last words.
 *
 * @param text Markdown
 * @param sentences of the text, in offsets of it
 * @returns a span of the text, on one line; empty only where it has no words
 */
export function pointOfClaim(text: string, sentences: readonly Weighed[]): Span {
  let strongest = sentences[0];
  for (const sentence of sentences) if (sentence.weight > (strongest?.weight ?? 0)) strongest = sentence;
  const { start, end } = strongest?.span ?? { start: 0, end: text.length };
  const sentence = text.slice(start, Math.min(end, start + LONGEST_READ));
  const match = AMOUNT.exec(sentence) ?? NUMBER.exec(sentence) ?? NAME.exec(sentence) ?? LAST_WORDS.exec(sentence);
  const words = match?.[0].trimEnd() ?? '';
  const at = start + (match?.index ?? 0);
  return { start: at, end: at + words.length };
}

/** What a sentence has behind so many characters is not looked at. */
const LONGEST_READ = 2000;

/** A number with what makes an amount of it: `$4.2 billion`, `37 %`, `约 3.2 亿元`. */
const AMOUNT =
  /(?<![\p{L}\p{N}/._#-])(?:[$€£¥￥₹]|(?:US|A|C|HK)\$|(?:USD|EUR|GBP|CNY|RMB|JPY) ?)\s?\p{Nd}[\p{Nd}.,]*(?: ?(?:million|billion|trillion|thousand|[mb]n|[kmbt]|万|亿|萬|億|万亿)(?![\p{L}\p{N}]))?|(?<![\p{L}\p{N}/._#-])\p{Nd}[\p{Nd}.,  ]{0,12}(?:[-–]\p{Nd}[\p{Nd}.,]*)? ?(?:[%％‰]|(?:percent|per cent|percentage points|million|billion|trillion|thousand|[mb]n|tons?|tonnes?|kt|kg|km|[kMGT]Wh?|GB|MB|TB|times|Prozent|Millionen|Milliarden|millions?|milliards?|millones)(?![\p{L}\p{N}])|[万亿萬億]?(?:元|美元|欧元|人|吨|噸|倍|円|個|个|年|月)|[万亿萬億])/u;
const NUMBER = /(?<![\p{L}\p{N}/._#[(-])\p{Nd}[\p{Nd}.,:]*\p{Nd}|(?<![\p{L}\p{N}/._#[(-])\p{Nd}(?![\p{L}\p{N}.)\]])/u;
/** A word with a capital that does not start the sentence, and those like it behind it; a title in Chinese marks. */
const NAME =
  /(?<=[\p{Ll}\p{N},;:)”’"'] )(?!I\b)\p{Lu}[\p{L}\p{N}&.’'-]*[\p{L}\p{N}](?: \p{Lu}[\p{L}\p{N}&’'-]*){0,4}|《[^》\n]{1,60}》/u;
/** The last three words, or the last eight characters of Chinese or Japanese. */
const LAST_WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,8}(?=[^\p{L}\p{N}]*$)|(?:[\p{L}\p{N}][^\s]* +){0,2}[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*(?=[^\p{L}\p{N}]*$)/u;
