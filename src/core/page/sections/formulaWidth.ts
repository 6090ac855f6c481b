/** An untrusted element of MathML Core. */
export interface FormulaNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (FormulaNode | string)[];
}

/** Width of the text on A4 paper, in ems of its formulas. Letter is as wide, with its larger margins. */
export const WIDTH_OF_PAPER = 44;

/** Relative size of scripts, and of fractions within fractions. */
const SMALL = 0.71;
const INVISIBLE = /[\u2061-\u2064\p{M}\s]/u;
const NARROW = /[ijlrtfI!|,.;:'()[\]{}/]/;
const WIDE = /[\p{Lu}mw\p{Sm}]/u;
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Signs with space on both sides. */
const RELATION = /^[=<>≤≥≈≡∼≠∈⊂⊆→⇒⇔↦←+−±×·∪∩∧∨]$/u;

/**
 * Returns the least width of a formula in ems of its font, whatever that font is.
 *
 * @param nodes no deeper than `safeFormula` accepts
 * @param display true if the formula is on a line of its own
 */
export function leastWidth(nodes: readonly (FormulaNode | string)[], display: boolean): number {
  return sum(nodes.map((node) => widthOf(node, display)));
}

function widthOf(node: FormulaNode | string, display: boolean): number {
  if (typeof node === 'string') return sum([...node].map(widthOfCharacter));
  const { name, attributes, children } = node;
  const { width: ownWidth, scriptlevel = 0 } = attributes;
  const widths = (style: boolean) => children.map((child) => widthOf(child, style));
  switch (name) {
    case 'annotation':
      return 0;
    case 'mspace':
      return Number.parseFloat(/^-?[\d.]+(?=em$)/.exec(ownWidth ?? '')?.[0] ?? '0');
    case 'mo':
      return sum(widths(display)) + (RELATION.test(textOf(node)) ? 0.4 : 0);
    case 'mfrac':
      return Math.max(0, ...widths(false)) * (display ? 1 : SMALL);
    case 'msub':
    case 'msup':
    case 'msubsup': {
      const [base = 0, ...scripts] = widths(display);
      return base + Math.max(0, ...scripts) * SMALL;
    }
    case 'munder':
    case 'mover':
    case 'munderover': {
      const [base = 0, ...scripts] = widths(display);
      return Math.max(base, ...scripts.map((width) => width * SMALL));
    }
    case 'mroot':
      return widths(display)[0] ?? 0;
    case 'mtable':
      return widthOfTable(children);
    case 'mpadded':
      return ownWidth === undefined ? sum(widths(display)) : 0;
    case 'mstyle':
      return sum(widths(display)) * (Number(scriptlevel) > 0 ? SMALL : 1);
    default:
      return sum(widths(display));
  }
}

/** Returns the sum of the widest cells of all columns. */
function widthOfTable(rows: readonly (FormulaNode | string)[]): number {
  const columns: number[] = [];
  for (const row of rows) {
    if (typeof row === 'string') continue;
    for (const [i, cell] of row.children.entries()) columns[i] = Math.max(columns[i] ?? 0, widthOf(cell, false));
  }
  return sum(columns);
}

function widthOfCharacter(character: string): number {
  if (INVISIBLE.test(character)) return 0;
  if (SQUARE.test(character)) return 1;
  if (NARROW.test(character)) return 0.25;
  return WIDE.test(character) ? 0.6 : 0.45;
}

function textOf({ children }: FormulaNode): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
