/** The half-typed citation that a place is in. */

import { isEscaped } from '../../base/text';
/** The kinds of text that may be put in there. */
export type Wanted =
  /** Anything is possible yet: any source, or a mark. */
  | 'anything'
  /** A number in a list of numbers. */
  | 'number'
  /** A key after its `@`. */
  | 'key'
  /** A key in a list of keys, whose `@` is missing. */
  | 'at-key'
  /** A footnote after its `^`. */
  | 'footnote'
  /** A figure after `@fig:`. */
  | 'figure';

export interface Bracket {
  /** `[`, `【` or `［`, and where it stands. */
  readonly opening: string;
  readonly start: number;
  readonly wants: Wanted;
  /** Offset of the word that is being typed, its `@`, `@fig:` or `^` included. */
  readonly wordStart: number;
  /** Offset of the end of the word, also of its part behind the place. */
  readonly wordEnd: number;
  /** True if nothing but that word is in the bracket. */
  readonly alone: boolean;
  /** The ids that it names besides that word. */
  readonly others: readonly string[];
  /** The offset behind its closing bracket, where only white space is between that and the word; else null. */
  readonly closedAt: number | null;
  /** True if a closing bracket stands further on. */
  readonly closes: boolean;
  /** True if a space is due before the word, as in `[1,|`. */
  readonly space: boolean;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['【', '】'],
  ['［', '］'],
]);
/** No citation is longer than this. */
const LONGEST = 600;

const NUMBERS = /^(?:[\d\s,，、–—-]*[,，、–—-]\s*)?(\d*)$/;
const KEYS = /^(?:[^;]*@[^;]*;)*[^;@]*(@(?:\{[^\s{}]*|[\p{L}\p{N}_][^\s;,{}@]*)?)$/u;
const AFTER_KEYS = /^(?:[^;]*@[^;]*;)+\s*([^\s;,@]*)$/u;

/**
 * Reads the bracket that is open at an offset.
 *
 * @param from the start of the inline text that holds the offset; the bracket isn't looked for before it
 * @returns null where it can't be a bracket of ours: in the text of a link, say
 */
export function openBracket(text: string, from: number, offset: number): Bracket | null {
  const start = openingBefore(text, Math.max(from, offset - LONGEST), offset);
  if (start < 0 || isEscaped(text, start) || /[![]/.test(text[start - 1] ?? '')) return null;
  const opening = text[start] ?? '';
  const rest = text.slice(offset, offset + LONGEST);
  const until = /^[^[\]【】［］\r\n]*/.exec(rest)?.[0] ?? '';
  const closes = rest[until.length] === CLOSING.get(opening);
  // `[text](…)` is a link, `[text]: …` a definition.
  if (closes && /^[(:]/.test(rest.slice(until.length + 1))) return null;
  const word = wordIn(text.slice(start + 1, offset));
  if (!word) return null;
  const behind = (word.wants === 'number' ? /^\d*/ : /^[^\s,，、;；\]】］[{}]*\}?/).exec(until)?.[0] ?? '';
  const wordStart = offset - word.text.length;
  const wordEnd = offset + behind.length;
  const gap = /^[ \t]*/.exec(until.slice(behind.length))?.[0] ?? '';
  return {
    opening,
    start,
    wants: word.wants,
    wordStart,
    wordEnd,
    alone: wordStart === start + 1 && (!closes || behind.length + gap.length === until.length),
    others: idsIn(`${text.slice(start + 1, wordStart)} ${until.slice(behind.length)}`),
    closedAt: closes && behind.length + gap.length === until.length ? offset + until.length + 1 : null,
    closes,
    space: /[,;]/.test(text[wordStart - 1] ?? ''),
  };
}

function wordIn(inside: string): { readonly wants: Wanted; readonly text: string } | null {
  if (inside.startsWith('^')) return /^\^[^\s[\]^]*$/.test(inside) ? { wants: 'footnote', text: inside } : null;
  const numbers = NUMBERS.exec(inside);
  if (numbers) return { wants: inside.trim() === (numbers[1] ?? '') ? 'anything' : 'number', text: numbers[1] ?? '' };
  const key = KEYS.exec(inside)?.[1];
  if (key !== undefined) return { wants: key.startsWith('@fig:') ? 'figure' : 'key', text: key };
  const next = AFTER_KEYS.exec(inside)?.[1];
  if (next !== undefined) return { wants: 'at-key', text: next };
  // Words, by which a source may be found.
  return /^[^\s@,;:()[\]{}|<>*`\\][^@,;:()[\]{}|<>*`\\]{0,60}$/.test(inside)
    ? { wants: 'anything', text: inside }
    : null;
}

function idsIn(list: string): string[] {
  return [...list.matchAll(/@\{([^\s{}]+)\}|@([^\s;,{}@]+)|(?<![\p{L}\p{N}])(\d{1,4})(?![\p{L}\p{N}])/gu)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

function openingBefore(text: string, from: number, offset: number): number {
  for (let at = offset - 1; at >= from; at--) {
    const c = text[at] ?? '';
    if (CLOSING.has(c)) return at;
    if (c === ']' || c === '】' || c === '］' || c === '\n' || c === '\r') return -1;
  }
  return -1;
}

/** Returns the bracket that closes `opening`. */
export function closingOf(opening: string): string {
  return CLOSING.get(opening) ?? ']';
}
