/** Turns the lines of a column into paragraphs and rows of tables. */
import type { Column } from './columns';
import type { Line } from './lines';

/** Lines that belong together. */
export interface Paragraph {
  readonly lines: Line[];
  readonly isTable: boolean;
  /** True if the last line is as long as a line of its column can be, so that it may go on elsewhere. */
  readonly isFull: boolean;
  /** True if the first line is indented, or begins an item. */
  readonly opens: boolean;
}

/** Measures of a column's lines, in points. */
interface Shape {
  readonly leading: number;
  readonly left: number;
  readonly right: number;
  /** True if all lines of a paragraph but the first are indented. */
  readonly hangs: boolean;
}

export function paragraphsOf({ lines }: Column): Paragraph[] {
  const shape = shapeOf(lines);
  const groups: Line[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const group = groups.at(-1);
    if (!before || !group || begins(line, before, shape)) groups.push([line]);
    else group.push(line);
  });
  return groups.map((group) => ({
    lines: group,
    isTable: group.some(({ isRow }) => isRow),
    isFull: (group.at(-1)?.right ?? 0) > shape.right - 0.15 * (shape.right - shape.left),
    opens: isItem(group[0]?.text ?? '') || isIndented(group[0], shape),
  }));
}

const LONGEST_REST = 12;

function begins(line: Line, above: Line, shape: Shape): boolean {
  const gap = line.base - above.base;
  if (line.isRow !== above.isRow) return true;
  // Lines of one paragraph are at most set with double space.
  const most = Math.min(Math.max(1.35 * shape.leading, 1.2 * line.size), 2.4 * line.size);
  if (gap > (line.isRow ? 3.2 * line.size : most) || gap < 0) return true;
  if (line.isRow) return false;
  // The rest of a line may be a raised number or a mark, in smaller letters.
  const isRest = line.size < above.size && line.text.length <= LONGEST_REST;
  if ((!isRest && Math.abs(line.size - above.size) > 0.12 * above.size) || isItem(line.text)) return true;
  const [isIn, wasIn] = [isIndented(line, shape), isIndented(above, shape)];
  if (shape.hangs ? wasIn && !isIn : isIn && !wasIn) return true;
  const width = shape.right - shape.left;
  const isShort = above.right < shape.right - 0.2 * width;
  return isShort && (/[.!?:;。！？：；]["”’)）」』]?[⁰¹²³⁴-⁹]*$/.test(above.text) || line.font !== above.font);
}

const ITEM =
  /^(?:[•▪●○■□◦‣·]\s?|[–—-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/i;

function isItem(text: string): boolean {
  return ITEM.test(text);
}

function isIndented(line: Line | undefined, { left }: Shape): boolean {
  return line !== undefined && line.left > left + 0.8 * line.size;
}

function shapeOf(lines: readonly Line[]): Shape {
  const prose = lines.filter(({ isRow }) => !isRow);
  const left = quantile(
    prose.map((line) => line.left),
    0.05,
  );
  const right = quantile(
    prose.map((line) => line.right),
    0.9,
  );
  const gaps = lines.slice(1).flatMap(({ base }, i) => {
    const gap = base - (lines[i]?.base ?? base);
    return gap > 0 ? [gap] : [];
  });
  const indented = prose.filter((line) => line.left > left + 0.8 * line.size).length;
  return { leading: quantile(gaps, 0.4), left, right, hangs: prose.length > 3 && indented > 0.5 * prose.length };
}

/** Returns the number that this share of the numbers is below; 0 if there are no numbers. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(share * Math.max(0, sorted.length - 1))] ?? 0;
}
