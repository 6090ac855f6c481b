/** Formulas: turns the MathML of the page into that of Word, where Word has the parts for it. */
import {
  type MathComponent,
  MathFraction,
  MathLimitLower,
  MathLimitUpper,
  MathRadical,
  MathRun,
  MathSubScript,
  MathSubSuperScript,
  MathSuperScript,
} from 'docx';
import { type Element, findIn, hasClass, isElement, type Node, textOf } from './page';

/** Returns the parts of a formula; null if it has one that isn't written here. Its TeX then stands for it. */
export function formulaOf(math: Element): readonly MathComponent[] | null {
  const semantics = findIn(math, ({ name }) => name === 'semantics');
  const content = semantics?.children[0];
  const parts = content === undefined ? null : partsOf(content);
  return parts && parts.length > 0 ? parts : null;
}

export function texOf(math: Element): string {
  const annotation = findIn(math, ({ name }) => name === 'annotation');
  return annotation ? textOf(annotation) : textOf(math);
}

type Parts = readonly MathComponent[] | null;

/** Invisible signs, such as the one for "applied to", which are left out. */
const UNSEEN = /[\u2061-\u2064]/g;

function partsOf(node: Node): Parts {
  if (!isElement(node)) return node.trim() === '' ? [] : [new MathRun(node)];
  switch (node.name) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
      return runOf(node);
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return node.attributes['class'] === undefined || hasClass(node, 'math-padded') ? allOf(node.children) : null;
    case 'mspace':
      return [];
    case 'msqrt': {
      const children = allOf(node.children);
      return children && [new MathRadical({ children })];
    }
    default:
      return composed(node);
  }
}

function runOf(node: Element): Parts {
  const text = textOf(node).replace(UNSEEN, '');
  if (text === '') return [];
  if (node.name === 'mtext') return [new MathRun({ text, normalText: true })];
  const upright = node.name === 'mi' && (text.length > 1 || node.attributes['mathvariant'] === 'normal');
  return [new MathRun(upright ? { text, style: 'plain' } : text)];
}

/**
 * Returns the parts of a fraction, a root, a script or a limit; null for others, and if one of its parts isn't written here.
 */
function composed(node: Element): Parts {
  const parts = node.children.filter(isElement).map(partsOf);
  const [first, second, third] = parts;
  if (!first || !second || parts.some((part) => part === null)) return null;
  switch (node.name) {
    case 'mfrac':
      return node.attributes['linethickness'] === undefined
        ? [new MathFraction({ numerator: first, denominator: second })]
        : null;
    case 'mroot':
      return [new MathRadical({ children: first, degree: second })];
    case 'msub':
      return [new MathSubScript({ children: first, subScript: second })];
    case 'msup':
      return [new MathSuperScript({ children: first, superScript: second })];
    case 'msubsup':
      return third ? [new MathSubSuperScript({ children: first, subScript: second, superScript: third })] : null;
    case 'munder':
      return [new MathLimitLower({ children: first, limit: second })];
    case 'mover':
      return [new MathLimitUpper({ children: first, limit: second })];
    case 'munderover':
      return third
        ? [new MathLimitUpper({ children: [new MathLimitLower({ children: first, limit: second })], limit: third })]
        : null;
    default:
      return null;
  }
}

function allOf(nodes: readonly Node[]): Parts {
  const parts: MathComponent[] = [];
  for (const node of nodes) {
    const more = partsOf(node);
    if (more === null) return null;
    parts.push(...more);
  }
  return parts;
}
