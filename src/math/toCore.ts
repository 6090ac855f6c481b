/**
 * Turns the old MathML that KaTeX writes into MathML Core, and into classes that the page has styles for. Browsers draw only a
 * part of the old MathML: letters lose their style, columns their side, boxes their lines.
 *
 * Colours and sizes that an author sets are left out: no author knows in which theme, and how large, a page is read.
 */
import type { FormulaNode } from '../core/page/sections/formulas';
import { inAlphabet } from './alphabets';
import { tableToCore } from './tables';

type Node = FormulaNode | string;

/** Invisible operator between a function and its argument, read aloud as "of". */
const APPLIED = '\u2061';
const THIN = { name: 'mspace', attributes: { width: '0.1667em' }, children: [] } as const;

const ROWS = new Set(['mrow', 'mstyle', 'mtd', 'mpadded', 'mphantom', 'msqrt']);
const LIMITS = new Set(['munder', 'mover', 'munderover']);

export function toCore(nodes: readonly Node[]): readonly Node[] {
  return withSpaces(nodes.map(nodeToCore));
}

function nodeToCore(node: Node): Node {
  if (typeof node === 'string') return node;
  const { name, attributes } = node;
  if (name === 'mi' || name === 'mn' || name === 'mtext') return letters(node);
  if (name === 'mo') return operator(node);
  if (name === 'menclose') return enclosed(node);
  if (name === 'mtable') return tableToCore(node, toCore);
  if (LIMITS.has(name)) return withLimits(node);
  if (name === 'mpadded' && /^\+/.test(attributes['width'] ?? ''))
    return { name: 'mrow', attributes: { class: 'math-padded' }, children: toCore(node.children) };
  const children = node.children.map(nodeToCore);
  return { name, attributes, children: ROWS.has(name) ? withSpaces(children) : children };
}

/** Writes letters in their style. A single letter is italic by default. */
function letters(node: FormulaNode): FormulaNode {
  const { name, attributes, children } = node;
  const { mathvariant: variant, ...others } = attributes;
  if (variant === undefined || variant === 'normal') return node;
  // Words must be found, read out and copied as words.
  if (name === 'mtext') return { name, attributes: { ...others, class: `math-${variant}` }, children };
  const styled = children.map((child) => (typeof child === 'string' ? inAlphabet(child, variant) : child));
  return { name, attributes: others, children: styled };
}

function operator(node: FormulaNode): FormulaNode {
  const { attributes, children } = node;
  const inner = children.filter((child): child is FormulaNode => typeof child !== 'string');
  // An operator may hold only text. Several parts become a row.
  if (inner.length > 0) return { name: 'mrow', attributes: {}, children: toCore(inner) };
  const { mathvariant: _, ...others } = attributes;
  const isFence = attributes['fence'] === 'true' && attributes['stretchy'] === undefined;
  const grows = isFence ? { stretchy: 'true', symmetric: 'true', lspace: '0em', rspace: '0em' } : {};
  return { name: 'mo', attributes: { ...others, ...grows }, children };
}

function withLimits({ name, attributes, children }: FormulaNode): FormulaNode {
  const [base, mark, ...more] = children.map(nodeToCore);
  if (base === undefined || mark === undefined) return { name, attributes, children };
  const line = more.length === 0 ? lineOf(mark, name) : null;
  if (line !== null) return { name: 'mrow', attributes: { class: line }, children: [base] };
  const accent = attributes['accent'] === 'true';
  return {
    name,
    attributes,
    children: [set(base, 'movablelimits', 'false'), accent ? accentOf(mark) : mark, ...more],
  };
}

/** Returns the class for a line over or under everything. The page draws that line, as few fonts have one that grows. */
function lineOf(mark: Node, name: string): string | null {
  if (typeof mark === 'string' || mark.attributes['stretchy'] !== 'true') return null;
  if (name === 'mover' && mark.children[0] === '‾') return 'math-top';
  return name === 'munder' && mark.children[0] === '‾' ? 'math-bottom' : null;
}

/** Characters of accents that grow with what is below them, by the accents that don't grow. */
const GROWING: Readonly<Record<string, string>> = { '^': '\u0302', '~': '\u0303' };

function accentOf(mark: Node): Node {
  if (typeof mark === 'string' || mark.name !== 'mo') return mark;
  if (mark.attributes['stretchy'] !== 'true') return set(mark, 'stretchy', 'false');
  return {
    ...mark,
    children: mark.children.map((child) => (typeof child === 'string' ? (GROWING[child] ?? child) : child)),
  };
}

function set(node: Node, attribute: string, value: string): Node {
  if (typeof node === 'string' || node.name !== 'mo') return node;
  return { ...node, attributes: { ...node.attributes, [attribute]: value } };
}

/** Returns a row with classes for the lines around a box, or through its content. */
function enclosed({ attributes, children }: FormulaNode): FormulaNode {
  const lines = (attributes['notation'] ?? '').split(' ').filter((line) => /^[a-z]+$/.test(line));
  return {
    name: 'mrow',
    attributes: { class: lines.map((line) => `math-${line}`).join(' ') },
    children: toCore(children),
  };
}

/** Adds the space that TeX sets between names of functions and their neighbours. */
function withSpaces(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    const before = nodes[index - 1];
    const startsName = isName(node) || (typeof node !== 'string' && node.name === 'mi' && isApplied(next));
    const spaced = startsName && before !== undefined && isOrdinary(before) ? [THIN, node] : [node];
    return (isApplied(node) || isName(node)) && next !== undefined && isOrdinary(next) ? [...spaced, THIN] : spaced;
  });
}

const isApplied = (node: Node | undefined): boolean =>
  typeof node === 'object' && node.name === 'mo' && node.children[0] === APPLIED;

/** True for the name of a function with something above or below it. */
function isName(node: Node): boolean {
  if (typeof node === 'string' || !/^m(?:sub|sup|under|over)/.test(node.name)) return false;
  const [base] = node.children;
  return typeof base === 'object' && base.name === 'mrow' && isApplied(base.children.at(-1));
}

/** True unless the node is a sign that brings its own space, or a bracket. */
function isOrdinary(node: Node): boolean {
  if (typeof node === 'string' || node.name === 'mo' || node.name === 'mspace') return false;
  const [first] = node.children;
  return !(node.name === 'mrow' && typeof first === 'object' && first.attributes['fence'] === 'true');
}
