import type { Span, TextEdit } from '../base/text';
import { indexWithin } from './citations/numbers';

/**
 * Inline math, by Pandoc's rules: the opening `$` has no space after it, the closing one none before it and no digit after it.
 * Money isn't math: "$5 and $6", "between US$5 and HK$6".
 */

/** The most characters of all formulas on a page. They are written while a reader waits. */
export const MOST_TEX = 50_000;

/**
 * Reads the inline math that starts at `at`.
 *
 * @returns the offset of its end, or -1 where the `$` is an ordinary sign.
 */
export function mathEnd(text: string, at: number): number {
  if (text[at] !== '$' || /[A-Za-z0-9$\\]/.test(text[at - 1] ?? ' ')) return -1;
  if (text[at + 1] === '$') return displayEnd(text, at);
  if (/\s/.test(text[at + 1] ?? ' ')) return -1;
  const limit = Math.min(text.length, at + 1000);
  for (let i = at + 1; i < limit; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '\n' && /^\s*\n/.test(text.slice(i + 1, i + 40))) return -1;
    else if (c === '$') {
      if (/\s/.test(text[i - 1] ?? ' ') || /[0-9$]/.test(text[i + 1] ?? '')) return -1;
      const inside = text.slice(at + 1, i);
      return isMoney(inside) || isCode(inside) ? -1 : i + 1;
    }
  }
  return -1;
}

/**
 * Reads a formula in `\(…\)` or `\[…\]`, as assistants write them, that starts at `at`.
 *
 * @returns the offset of its end, or -1 for escaped brackets around a number or words, such as `\[1\]`
 */
export function texEnd(text: string, at: number): number {
  const isInline = text[at + 1] === '(';
  if (text[at] !== '\\' || !(isInline || text[at + 1] === '[')) return -1;
  const close = indexWithin(text, isInline ? '\\)' : '\\]', at + 2, at + 1000);
  if (close < 0) return -1;
  const inside = text.slice(at + 2, close);
  return holdsTex(inside) || (isInline && isTerm(inside, text[at - 1] ?? '\n')) ? close + 2 : -1;
}

/** A command of TeX, an escaped brace, a power, an equation, or the index of a variable. */
const TEX = /\\(?:[a-z]|[{}])|[\^=]|(?<=(?:^|[^\p{L}])\p{L}{1,2}|[\d)}])_/iu;
const WORDS = /\p{L}{3,}\s+\p{L}{2,}|\p{Script=Han}{2}/u;
const COMMAND = /\\[a-z]{2}/i;

function holdsTex(inside: string): boolean {
  return TEX.test(inside) && (COMMAND.test(inside) || !WORDS.test(inside)) && !inside.includes('://');
}

/** A letter, or letters with operators and numbers between them: `n`, `x + 2`, `f(x)`. */
const TERM = /^(?=.*\p{L})(?!.*\p{L}{2})[\p{L}\d\s+\-*/<>|(),.'!:≤≥±×·]+$/u;

/** True for a term of mathematics in `\(…\)`. A letter that starts a line numbers it: `\(a\)`. */
function isTerm(inside: string, before: string): boolean {
  const isLetter = inside.trim().length === 1;
  return TERM.test(inside) && !/[\p{L}\p{N}]/u.test(before) && !(isLetter && before === '\n');
}

/** A formula without the marks around it. */
export interface Formula {
  readonly tex: string;
  /** True for a formula on a line of its own. */
  readonly display: boolean;
  /** The mark that ends it, and whether it is there. */
  readonly closing: string;
  readonly isClosed: boolean;
}

const MARKS = [
  { opening: '$$', closing: '$$', display: true },
  { opening: '\\[', closing: '\\]', display: true },
  { opening: '\\(', closing: '\\)', display: false },
  { opening: '$', closing: '$', display: false },
] as const;

/** Takes a formula out of its marks. */
export function formulaIn(source: string): Formula {
  const { opening, closing, display } = MARKS.find((marks) => source.startsWith(marks.opening)) ?? MARKS[3];
  const whole = display ? withoutLabel(source) : source;
  const isClosed = whole.length >= opening.length + closing.length && whole.endsWith(closing);
  const tex = whole.slice(opening.length, isClosed ? -closing.length : undefined).trim();
  return { tex, display, closing, isClosed };
}

/**
 * Returns edits that put a formula in `\(…\)` or `\[…\]` into dollar signs, which other programs know.
 *
 * @returns no edits if it has dollar signs, is empty or has no end, or if the text beside it would make these signs money
 */
export function inDollars(text: string, { start, end }: Span): TextEdit[] {
  const source = text.slice(start, end);
  const { tex, display, isClosed } = formulaIn(source);
  if (!source.startsWith('\\') || !isClosed || tex === '') return [];
  const mark = display ? '$$' : '$';
  const inside = display ? source.slice(2, -2) : tex;
  const [before, after] = [text[start - 1] ?? '', text[end] ?? ''];
  const written = `${mark}${inside}${mark}`;
  const isMath = mathEnd(before + written + after, before.length) === before.length + written.length;
  return isMath || (display && source.includes('\n')) ? [{ span: { start, end }, newText: written }] : [];
}

/** A line that starts a formula in lines of its own. */
export interface DisplayStart {
  /** True if all of the formula is on that line. Else it goes on to the line that ends with `closing`, or to a blank line. */
  readonly isWhole: boolean;
  readonly closing: string;
}

/**
 * Tells whether a line starts a formula in lines of its own.
 *
 * @param line without its indentation
 * @returns null if it starts no formula, for example if words follow one
 */
export function displayStart(line: string): DisplayStart | null {
  if (line.startsWith('\\[')) return bracketStart(line);
  if (!line.startsWith('$$')) return null;
  const next = line.indexOf('$$', 2);
  if (next < 0) return { isWhole: OTHER_END.test(line), closing: '$$' };
  return next > 2 && next === withoutLabel(line).length - 2 ? { isWhole: true, closing: '$$' } : null;
}

function bracketStart(line: string): DisplayStart | null {
  const closing = '\\]';
  const inside = line.slice(2);
  const end = inside.indexOf(closing);
  if (end < 0) return inside.trim() === '' || COMMAND.test(inside) ? { isWhole: false, closing } : null;
  const isWhole = end === inside.trimEnd().length - closing.length && holdsTex(inside.slice(0, end));
  return isWhole ? { isWhole, closing } : null;
}

/** True if the line is the last of the formula that was started before it. Writers mix the marks: `$$ … \\]`. */
export function endsDisplay(line: string, closing: string): boolean {
  return withoutLabel(line).endsWith(closing) || OTHER_END.test(line);
}

const OTHER_END = /(?<!\\)\\\]\s*$/;

/** Cuts off the label of a formula, as Quarto writes it: `$$ {#eq-output}`. */
function withoutLabel(line: string): string {
  return line.trimEnd().replace(/(?<=\$\$)\s*\{#[\w:-]{1,100}\}$/, '');
}

function displayEnd(text: string, at: number): number {
  const close = indexWithin(text, '$$', at + 2, at + 5000);
  return close < 0 || close === at + 2 ? -1 : close + 2;
}

/** A text between two dollar signs that starts with an amount and has words in it, and no sign of mathematics. */
function isMoney(inside: string): boolean {
  return /^[\d.,]+\s*\S/.test(inside) && /\s/.test(inside) && !/[\\^_={}<>]/.test(inside);
}

/** True for lines of code between two variables (`$body); … }`): they have no command, and their braces do not pair. */
function isCode(inside: string): boolean {
  if (!inside.includes('\n') || inside.includes('\\')) return false;
  let depth = 0;
  for (const c of inside) {
    if (c === '{') depth++;
    else if (c === '}') depth--;
    if (depth < 0) return true;
  }
  return depth > 0;
}
