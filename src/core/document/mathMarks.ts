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
      return isMoney(text.slice(at + 1, i)) ? -1 : i + 1;
    }
  }
  return -1;
}

/**
 * Reads a formula in `\(…\)` or `\[…\]`, as assistants write them, that starts at `at`. Markdown shows its signs, so that it is
 * no math. But it cites nothing: in `\(x = [3]\)`, the 3 is a number.
 *
 * @returns the offset of its end, or -1 for an escaped bracket, such as that of `\[1\]`
 */
export function texEnd(text: string, at: number): number {
  const closing = text[at + 1] === '(' ? '\\)' : '\\]';
  const close = indexWithin(text, closing, at + 2, at + 1000);
  return close < 0 || !TEX.test(text.slice(at + 2, close)) ? -1 : close + 2;
}

/** A command of TeX, or a sign that sentences in brackets don't have. */
const TEX = /\\[a-z]|[\^={}]|(?<!\\)_/i;

/**
 * Tells whether a line starts a formula in lines of its own: `whole` if all of it is on that line, `open` if it goes on to the
 * line that ends with `$$`, or to a blank line.
 *
 * @param line without its indentation
 * @returns null if it starts no formula, for example if words follow one
 */
export function displayStart(line: string): 'whole' | 'open' | null {
  if (!line.startsWith('$$')) return null;
  const next = line.indexOf('$$', 2);
  if (next < 0) return 'open';
  return next > 2 && next === withoutLabel(line).length - 2 ? 'whole' : null;
}

/** True if the line is the last of the formula that was started before it. */
export function endsDisplay(line: string): boolean {
  return withoutLabel(line).endsWith('$$');
}

/** Cuts off the label of a formula, as Quarto writes it: `$$ {#eq-output}`. */
export function withoutLabel(line: string): string {
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
