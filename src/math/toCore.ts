/**
 * What KaTeX writes is MathML of old, of which browsers draw a part: letters lose their style, columns their side, boxes
 * their lines. This says the same in MathML Core, and in classes for which the page has styles.
 *
 * Colours and sizes of an author's are left out: no author knows in which theme, and how large, a page is read.
 */
import type { FormulaNode } from '../core/page/sections/formulas';
import { inAlphabet } from './alphabets';
import { tableToCore } from './tables';

type Node = FormulaNode | string;

/** Reads as "of" between a function and what it is applied to, and is not seen. */
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

/** One letter is italic by itself, unless it is told not to be. */
function letters(node: FormulaNode): FormulaNode {
  const { name, attributes, children } = node;
  const { mathvariant: variant, ...others } = attributes;
  if (variant === undefined || variant === 'normal') return node;
  // Words are to be found, read out and copied as words.
  if (name === 'mtext') return { name, attributes: { ...others, class: `math-${variant}` }, children };
  const styled = children.map((child) => (typeof child === 'string' ? inAlphabet(child, variant) : child));
  return { name, attributes: others, children: styled };
}

function operator(node: FormulaNode): FormulaNode {
  const { attributes, children } = node;
  const inner = children.filter((child): child is FormulaNode => typeof child !== 'string');
  // An operator holds text only; one of several parts is the row of them.
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

/** A line over or under everything is drawn by the page, as few fonts have one that grows. */
function lineOf(mark: Node, name: string): string | null {
  if (typeof mark === 'string' || mark.attributes['stretchy'] !== 'true') return null;
  if (name === 'mover' && mark.children[0] === '‾') return 'math-top';
  return name === 'munder' && mark.children[0] === '‾' ? 'math-bottom' : null;
}

/** Accents that grow with what is under them are other characters than those that do not. */
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

/** The lines of a box, or through what stands in it, as classes. */
function enclosed({ attributes, children }: FormulaNode): FormulaNode {
  const lines = (attributes['notation'] ?? '').split(' ').filter((line) => /^[a-z]+$/.test(line));
  return {
    name: 'mrow',
    attributes: { class: lines.map((line) => `math-${line}`).join(' ') },
    children: toCore(children),
  };
}

/** TeX sets names of functions off from what stands beside them. */
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

/** The name of a function with something above or below it. */
function isName(node: Node): boolean {
  if (typeof node === 'string' || !/^m(?:sub|sup|under|over)/.test(node.name)) return false;
  const [base] = node.children;
  return typeof base === 'object' && base.name === 'mrow' && isApplied(base.children.at(-1));
}

/** No sign that brings its own space, and no bracket. */
function isOrdinary(node: Node): boolean {
  if (typeof node === 'string' || node.name === 'mo' || node.name === 'mspace') return false;
  const [first] = node.children;
  return !(node.name === 'mrow' && typeof first === 'object' && first.attributes['fence'] === 'true');
}
