/**
 * Formulas. The caller passes in a parser of TeX. This file filters its output: it is rebuilt from the few elements and
 * attributes that a formula needs.
 */
import { derive } from '../../base/derive';
import type { FormulaFault } from '../../base/problem';
import { recent } from '../../base/recent';
import { say } from '../../base/say';
import { formulaIn, MOST_TEX, mathEnd, texEnd } from '../../document/mathMarks';
import { element, type Html, join, nothing, text } from '../html';
import { type FormulaNode, leastWidth, WIDTH_OF_PAPER } from './formulaWidth';

export type { FormulaNode };

/** The nodes of a formula, or a sentence with the reason why it can't be read. */
export type WrittenFormula = { readonly nodes: readonly (FormulaNode | string)[] } | { readonly error: string };

/**
 * Writes the TeX of a formula as MathML; `display` is true for a formula on a line of its own. Never throws, and always
 * writes the same for the same TeX.
 */
export type WriteFormula = (tex: string, display: boolean) => WrittenFormula;

/**
 * Estimates whether a text, such as a brief, has formulas. Their marks in code count too. If there are too many formulas
 * for a page, {@link TOO_MANY_FORMULAS} writes them.
 */
export function weighFormulas(source: string): 'none' | 'some' | 'too many' {
  let weight = 0;
  let end = 0;
  for (const { 0: mark, index: at } of source.matchAll(MARKS)) {
    if (at < end || mark === '\\\\') continue;
    end = mark === '$' ? mathEnd(source, at) : texEnd(source, at);
    if (end < 0 && OPENS_LINES.test(source.slice(at, at + 100))) end = at + 2;
    weight += Math.max(0, end - at);
    if (weight > MOST_TEX) return 'too many';
  }
  return weight === 0 ? 'none' : 'some';
}

/** The marks that start formulas, and an escaped backslash, which starts none. */
const MARKS = /\\\\|\\[([]|\$/g;
/** The start of a formula that goes on in the next lines. */
const OPENS_LINES = /^(?:\$\$|\\\[\s*(?:\n|\\[a-z]{2}))/;

/** Returns the error "too many" for every formula. */
export const TOO_MANY_FORMULAS: WriteFormula = () => ({
  error: say('The brief has more formulas than a page can show. Split it up.'),
});

const formulasOf = derive((_write: WriteFormula) => recent<{ readonly html: Html }>());

/**
 * @param source the formula with the marks around it
 * @param write null if TeX can't be read (yet): the source is shown instead
 */
export function renderFormula(source: string, write: WriteFormula | null): Html {
  if (write === null) return element('span', { class: 'math' }, text(source));
  return formulasOf(write).take(source, (kept) => kept ?? { html: writeAnew(source, write) }).html;
}

const faultsOf = derive((_write: WriteFormula) => recent<{ readonly fault: FormulaFault | null }>());

/** Returns the fault of a formula: an error, or `wide` if it is wider than paper; null if it is fine. */
export function faultOfFormula(source: string, write: WriteFormula): FormulaFault | null {
  const read = (): { readonly fault: FormulaFault | null } => {
    const formula = readFormula(source, write);
    if ('error' in formula) return { fault: formula };
    return { fault: formula.width() > WIDTH_OF_PAPER ? 'wide' : null };
  };
  return faultsOf(write).take(source, (kept) => kept ?? read()).fault;
}

function writeAnew(source: string, write: WriteFormula): Html {
  const formula = readFormula(source, write);
  return 'error' in formula ? renderBad(source, formula.error) : formula.html;
}

/** @returns the markup of a formula and its least width in ems, or the reason why it can't be shown */
function readFormula(
  source: string,
  write: WriteFormula,
): { readonly html: Html; readonly width: () => number } | { readonly error: string } {
  const { tex, display, closing, isClosed } = formulaIn(source);
  if (!isClosed) return { error: say('The formula has no end. End it with "{0}".', closing) };
  if (tex === '') return { error: say('The formula is empty.') };
  const written = write(tex, display);
  if ('error' in written) return written;
  const html = safeFormula(written.nodes, tex, display);
  if (html === null) return { error: say('The formula has too many parts. Split it up.') };
  return { html, width: () => leastWidth(written.nodes, display) };
}

/** Renders a faulty formula: its source, with the error beside it. */
function renderBad(source: string, reason: string): Html {
  const says = element('span', { class: 'math-error' }, text(reason));
  return element('span', { class: 'math-bad' }, element('code', {}, text(source)), text(' '), says);
}

const ELEMENTS = new Set(
  'mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom'.split(
    ' ',
  ),
);

const SWITCH = /^(?:true|false)$/;
/** Lengths: about 20 times the size of the text at most, which is all the room there is, and back by twice that size. */
const LENGTH = /^(?:\d|1\d|20|-[01])?(?:\.\d{1,6})?(?:em|ex)$|^0?(?:px|pt)$|^-?\d{1,2}(?:\.\d{1,6})?(?:px|pt)$/;
const CLASS = /^math-[a-z-]{1,30}(?: math-[a-z-]{1,30}){0,9}$/;

const ATTRIBUTES: ReadonlyMap<string, RegExp> = new Map([
  ...'stretchy symmetric fence separator accent accentunder movablelimits largeop displaystyle'
    .split(' ')
    .map((name) => [name, SWITCH] as const),
  ...'lspace rspace width height depth voffset minsize maxsize linethickness'
    .split(' ')
    .map((name) => [name, LENGTH] as const),
  ['form', /^(?:prefix|infix|postfix)$/],
  ['mathvariant', /^normal$/],
  ['scriptlevel', /^[+-]?\d$/],
  ['class', CLASS],
]);

const MOST_PARTS = 20_000;
const DEEPEST = 200;

/**
 * Filters the nodes of a formula, and returns its markup.
 *
 * @param tex source of the formula, for those who copy it
 * @returns null if the formula is too large, or has an unknown element
 */
export function safeFormula(nodes: readonly (FormulaNode | string)[], tex: string, display: boolean): Html | null {
  let parts = 0;
  const build = (node: FormulaNode | string, depth: number): Html | null => {
    if (++parts > MOST_PARTS || depth > DEEPEST) return null;
    if (typeof node === 'string') return text(node);
    if (!ELEMENTS.has(node.name)) return null;
    const children: Html[] = [];
    for (const child of node.children) {
      const built = build(child, depth + 1);
      if (built === null) return null;
      children.push(built);
    }
    return element(node.name, safeAttributes(node.attributes), join(children));
  };
  const built = nodes.map((node) => build(node, 0));
  if (built.some((html) => html === null)) return null;
  return element(
    'math',
    // Formulas run from left to right in all languages that we know of.
    { display: display ? 'block' : null, dir: 'ltr' },
    element(
      'semantics',
      {},
      element('mrow', {}, join(built.map((html) => html ?? nothing))),
      element('annotation', { encoding: 'application/x-tex' }, text(tex)),
    ),
  );
}

function safeAttributes(attributes: FormulaNode['attributes']): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name, value]) => ATTRIBUTES.get(name)?.test(value)));
}
