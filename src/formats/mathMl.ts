/** Reads formulas of web pages, in MathML: their TeX if the page has it, else their words. */

/** Elements that hold another form of the formula. */
export const MATH_FORMS: ReadonlySet<string> = new Set(['annotation', 'annotation-xml']);

const TEX = /(?:^|[/-])(?:la)?tex$/i;

/** Signs between parts that are above, below or over each other, so that `10^5` doesn't become 105. */
const SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['msup', ['', '^']],
  ['msub', ['', '_']],
  ['msubsup', ['', '_', '^']],
  ['munderover', ['', '_', '^']],
  ['mfrac', ['', '/']],
  ['msqrt', ['√']],
]);

/** Returns the sign before a child of a MathML element in a formula's words; children count from 0. */
export function signBefore(parent: string, child: number): string {
  return SIGNS.get(parent)?.[child] ?? '';
}

/**
 * True if an element shows a formula again that the page has in MathML: directly behind it in KaTeX, around it in MathJax 2.
 */
export function isShownAgain(classes: string, isBehindFormula: boolean): boolean {
  return isBehindFormula ? /(?:^|\s)katex-html(?:\s|$)/.test(classes) : /(?:^|\s)MJX_Assistive_MathML\b/.test(classes);
}

/** True if an element is hidden only because a picture of its formula is shown, as on Wikipedia. */
export function isHiddenFormula(classes: string): boolean {
  return /(?:^|\s)mwe-math-mathml-/.test(classes);
}

/** A formula while it is read. Its elements end in the order in which they began. */
export class OpenFormula {
  private readonly open: { readonly name: string; children: number }[] = [{ name: 'math', children: 0 }];
  private readonly alttext: string;
  private readonly dollars: string;
  private words = '';
  private annotation: string | null = null;
  /** Index in `open` of the element that holds another form of the formula; 0 if there is none. */
  private formAt = 0;
  private isTex = false;

  constructor({ alttext = '', display }: Readonly<Record<string, string>>) {
    this.alttext = alttext;
    this.dollars = display === 'block' ? '$$' : '$';
  }

  begin(name: string, { encoding = '' }: Readonly<Record<string, string>>): void {
    const parent = this.open.at(-1);
    if (parent && this.formAt === 0) this.words += signBefore(parent.name, parent.children++);
    this.open.push({ name, children: 0 });
    if (this.formAt > 0 || !MATH_FORMS.has(name)) return;
    this.formAt = this.open.length - 1;
    this.isTex = name === 'annotation' && TEX.test(encoding.trim());
    if (this.isTex) this.annotation = '';
  }

  text(text: string): void {
    if (this.formAt > 0) {
      if (this.isTex) this.annotation += text;
    } else if (text.trim() !== '') this.words += text;
  }

  /** @returns false when the formula itself ends */
  end(): boolean {
    this.open.pop();
    if (this.formAt >= this.open.length) this.formAt = 0;
    return this.open.length > 0;
  }

  /** Returns its words as plain text. */
  plain(): string {
    return this.words.replace(/\s+/g, ' ').trim();
  }

  /** Returns its TeX as a page of ours has it; null if it has no TeX. */
  own(): string | null {
    if (this.annotation === null) return null;
    return this.dollars === '$' ? `$${this.annotation}$` : `$$\n${this.annotation}\n$$`;
  }

  /**
   * Returns its TeX as a brief writes it.
   *
   * @param before the character before it
   * @returns null if it has no TeX, if a brief would not read a formula there, or if it is only a number
   */
  tex(before: string): string | null {
    const tex = (this.annotation ?? (isTex(this.alttext) ? this.alttext : ''))
      .replace(/\s+/g, ' ')
      .trim()
      // Wikipedia wraps all of its formulas like this.
      .replace(/^\{\\(?:display|text)style (.*)\}$/, '$1')
      // A formula can't contain a tag or a comment.
      .replace(/<(?=[a-z/!?])/gi, '< ')
      .trim();
    if (/^[\d.,\s%+−-]*$/.test(this.plain()) || !isFormula(tex, before)) return null;
    return this.dollars + tex + this.dollars;
  }
}

/** Longest TeX, in UTF-16 units. A brief reads no longer formula within a line. */
const LONGEST_TEX = 990;

/**
 * True if a brief reads this between dollar signs as a formula. It must have no other dollar sign, no comment and no code in
 * it. No letter or digit may come before it, and it may not be only an amount with words.
 */
function isFormula(tex: string, before: string): boolean {
  const isAmount = /^[\d.,]/.test(tex) && !/[\\^_={}<>]/.test(tex);
  const isOdd = /[$`]|(?<!\\)%|\\$/.test(tex);
  return tex !== '' && tex.length <= LONGEST_TEX && !isAmount && !isOdd && !/[A-Za-z0-9$\\]/.test(before);
}

/** True if a text beside a formula is TeX. It may also be the formula's words: "the energy of a body". */
function isTex(text: string): boolean {
  return /[\\^_{}]/.test(text) || !/\p{L}{2}/u.test(text);
}
