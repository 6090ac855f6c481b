/** Tables of formulas: matrices, cases, aligned equations. MathML Core has them without sides, gaps and lines. */
import type { FormulaNode } from '../core/page/sections/formulas';

type Node = FormulaNode | string;

/** @param contentToCore does the same for what stands in a cell */
export function tableToCore(
  table: FormulaNode,
  contentToCore: (nodes: readonly Node[]) => readonly Node[],
): FormulaNode {
  const { attributes, children } = table;
  const list = (name: string) => (attributes[name] ?? '').split(' ').filter(Boolean);
  const sides = list('columnalign');
  const gaps = list('columnspacing');
  const columnLines = list('columnlines');
  const rowLines = list('rowlines');
  const rows = children.map((row, y) => {
    if (typeof row === 'string') return row;
    const line = isLine(rowLines[y - 1] ?? rowLines.at(-1)) && y > 0 ? 'math-top' : '';
    const cells = row.children.map((cell, x) => {
      if (typeof cell === 'string') return cell;
      const isRuled = x > 0 && isLine(columnLines[x - 1] ?? columnLines.at(-1));
      const classes = [sideOf(sides[x] ?? sides.at(-1)), x > 0 ? gapOf(gaps, x) : '', isRuled ? 'math-left' : '', line];
      return cellOf(classes.filter(Boolean).join(' '), contentToCore(cell.children));
    });
    return { name: 'mtr', attributes: {}, children: cells };
  });
  // That is how KaTeX writes an equation with a tag of its author's at the side.
  const isTagged = attributes['width'] === '100%';
  return { name: 'mtable', attributes: isTagged ? { class: 'math-tagged' } : {}, children: rows };
}

function cellOf(classes: string, children: readonly Node[]): FormulaNode {
  return { name: 'mtd', attributes: classes === '' ? {} : { class: classes }, children };
}

const isLine = (line: string | undefined): boolean => line === 'solid' || line === 'dashed';

function sideOf(side: string | undefined): string {
  return side === 'left' ? 'math-start' : side === 'right' ? 'math-end' : '';
}

/** The gap before a column. */
function gapOf(gaps: readonly string[], column: number): string {
  const width = Number.parseFloat(gaps[column - 1] ?? gaps.at(-1) ?? '1');
  return width < 0.1 ? '' : width > 1.5 ? 'math-far' : 'math-apart';
}
