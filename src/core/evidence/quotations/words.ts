import { once } from '../../base/once';
import type { TextSpan } from '../../base/text';

/** The words of a text, as they are compared, and where they stand. */
export interface Words {
  /** Text that the spans refer to. */
  readonly text: string;
  /**
   * Words in lower case and compatibility form (NFKC). Each CJK character is a word, and so is each `%`, `$` or similar sign.
   */
  readonly forms: readonly string[];
  readonly spans: readonly TextSpan[];
  /** All forms, with a space before and after each. */
  readonly line: string;
  /** For each word, the offset in `line` of the space before it. */
  readonly lineStarts: readonly number[];
}

/** A passage made ready for many quotations. */
export interface PreparedPassage {
  readonly text: string;
  readonly words: Words;
  /** Words in which a hyphen at the end of a line only breaks a word; null if the text has none. */
  readonly joined: Words | null;
}

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** Invisible characters: soft hyphens, and marks of zero width. */
const UNSEEN = String.raw`\u00AD\u200B-\u200D\u2060\uFEFF`;
const LETTER = String.raw`(?![${CJK}])[\p{L}\p{M}\p{N}${UNSEEN}]`;

/** Patterns that are made for the first text: each takes a millisecond. */
const wordOf = once(() => wordPattern(`${LETTER}`));
const joinedWordOf = once(() => wordPattern(String.raw`(?:[-‐\u00AD]\s{0,8}[\r\n]\s{0,8}(?=\p{L}))?${LETTER}`));

/** A CJK character; a number with its sign, separators and digits; a word with its apostrophes; a sign. */
function wordPattern(next: string): RegExp {
  return new RegExp(
    [
      String.raw`[${CJK}]\p{M}*`,
      String.raw`(?<![\p{L}\p{N}])[-−]\p{Nd}+(?:[.,．，]\p{Nd}+)*`,
      String.raw`\p{Nd}+(?:[.,．，]\p{Nd}+)*`,
      String.raw`(?![${CJK}])[\p{L}\p{N}](?:${next})*(?:['’ʼ](?=\p{L})(?:${next})+)*`,
      String.raw`[\p{Sc}%％‰°+=<>≤≥±×]`,
    ].join('|'),
    'gu',
  );
}

/** @param options `join`: a hyphen at the end of a line only breaks a word */
export function readWords(text: string, options: { readonly join?: boolean } = {}): Words {
  const forms: string[] = [];
  const spans: TextSpan[] = [];
  const lineStarts: number[] = [];
  let length = 0;
  for (const { 0: word, index } of text.matchAll(options.join ? joinedWordOf() : wordOf())) {
    const form = formOf(word);
    if (form === '') continue;
    forms.push(form);
    spans.push({ start: index, end: index + word.length });
    lineStarts.push(length);
    length += form.length + 1;
  }
  return { text, forms, spans, line: ` ${forms.join(' ')} `, lineStarts };
}

function formOf(word: string): string {
  const lower = word.toLowerCase();
  // Most words are as they should be.
  if (/^(?:[a-z\d]+|[\u3400-\u9FFF])$/.test(lower)) return lower;
  return lower
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF\s‐]|-(?!\d)/g, '')
    .replace(/[’ʼ]/g, "'")
    .replace('−', '-');
}
