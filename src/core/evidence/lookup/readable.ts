import { firstWhere } from '../../base/ordered';
import { type TextSpan, withBlanks } from '../../base/text';
import type { Quantity } from '../numbers';
import { matches } from '../numbers/matches';

/** A text as it is read, without its marks. */
export interface Readable {
  readonly text: string;
  /** Returns the span of the marked text that a span of `text` comes from, both in UTF-16 offsets. */
  spanOf(span: TextSpan): TextSpan;
}

/**
 * Takes the marks out of Markdown. Emphasis and backslashes are removed: `**5** million` is one number. Text that states
 * nothing becomes blanks: code, math, comments, tags, addresses, and the spans in `blanked`.
 *
 * @param blanked in order, such as citations
 */
export function readable(marked: string, blanked: readonly TextSpan[]): Readable {
  let text = withBlanks(marked, blanked);
  for (const [hint, pattern] of UNREAD) {
    if (text.includes(hint)) text = text.replace(pattern, (all) => ' '.repeat(all.length));
  }
  if (!/[*_~\\]/.test(text)) return { text, spanOf: (span) => span };
  const cuts: Cut[] = [];
  let cut = 0;
  for (const { 0: mark, index } of matches(text, MARKS)) {
    const at = index - cut;
    cut += mark.length;
    cuts.push({ at, length: cut });
  }
  return { text: text.replace(MARKS, ''), spanOf: (span) => shifted(span, cuts) };
}

const UNREAD: readonly (readonly [hint: string, pattern: RegExp])[] = [
  ['<!--', /<!--(?:(?!<!--)[\s\S])*?-->/g],
  ['<', /<[/a-z][^<>]{0,500}>/gi],
  ['`', /(?<!`)(`{1,3})(?!`)[^`\n]+\1(?!`)/g],
  ['$', /\$\$[^$]{1,500}\$\$|(?<![\\$\p{L}\p{N}])\$(?![\s$])[^$\n]{0,200}[^\s$\\]\$(?![\p{N}$])/gu],
  ['{{', /\{\{[^{}\n]{1,100}\}\}/g],
  ['](', /(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+"[^"\n]*")?\)/g],
];

/** Marks of emphasis beside a letter, digit or punctuation, and a backslash before punctuation. */
const MARKS =
  /(?<![*_~\\])(?:\*{1,3}|~~)(?=\S)|(?<=[^\s\\])(?:\*{1,3}|~~)|(?<![\p{L}\p{N}\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}])|\\(?=[!-/:-@[-`{-~])/gu;

/** Marks that were cut out. */
interface Cut {
  /** Offset of the marks in the text without marks. */
  readonly at: number;
  /** Length of these marks and all before them. */
  readonly length: number;
}

/** Returns a span of the text without marks as a span of the text with them. Marks right before or after it aren't in it. */
function shifted({ start, end }: TextSpan, cuts: readonly Cut[]): TextSpan {
  const cutBefore = (count: number) => cuts[count - 1]?.length ?? 0;
  const upTo = (isAfter: (at: number) => boolean) => firstWhere(cuts.length, (index) => isAfter(cuts[index]?.at ?? 0));
  return {
    start: start + cutBefore(upTo((at) => at > start)),
    end: end + cutBefore(upTo((at) => at >= end)),
  };
}

/** Replaces numbers by blanks: a "million" says nothing about the topic of a text. */
export function withoutNumbers(text: string, numbers: readonly Quantity[]): string {
  const spans = numbers.map(({ span }) => span);
  return withBlanks(
    text,
    spans.sort((one, other) => one.start - other.start),
  );
}
