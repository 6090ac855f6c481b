/** Compares the sums, averages, changes and shares that a table shows with what they come to. */
import type { Whole } from '../../base/text';
import type { Grid, GridCell, Shown } from './grid';
import { isHeadOf } from './headWords';

/** A number of a table that is not what its head says. */
export interface WrongSum<W extends Whole = 'document'> {
  /** Kind of the expected value: the sum or the average of some cells, their change, their share, or 100 %. */
  readonly kind: 'sum' | 'average' | 'change' | 'share' | 'hundred';
  /** The number, as it is shown. */
  readonly shown: Shown<W>;
  /** Result of the calculation, to the last digit that is shown. */
  readonly right: number;
  /** The cells that it is worked out from. */
  readonly from: readonly Shown<W>[];
  /** The heads of its row and its column, in words. */
  readonly row: string;
  readonly column: string;
}

/** One number with what it should come to. */
interface Line<W extends Whole> {
  readonly shown: Shown<W>;
  readonly from: readonly Shown<W>[];
  readonly right: number;
  /** Largest error that rounding can cause. */
  readonly slack: number;
  readonly row: string;
  readonly column: string;
}

/**
 * Finds the numbers of a table that aren't what their heads say: totals, changes, shares, averages. If most lines under a head
 * come out right, the head means that calculation, and the other lines are wrong. A single line is wrong only if a slip of a
 * digit explains the difference.
 */
export function wrongSums<W extends Whole>(grid: Grid<W>): WrongSum<W>[] {
  const wrong = [...totalRows(grid), ...totalColumns(grid), ...changes(grid), ...shares(grid), ...hundreds(grid)];
  // A number worked out from a wrong one is wrong with it, and isn't reported.
  const numbers = new Set(wrong.map(({ shown }) => shown));
  const first = wrong.filter(({ from }) => !from.some((part) => numbers.has(part)));
  return first.filter(({ shown }, i) => first.findIndex((other) => other.shown === shown) === i);
}

// ── Totals and averages ─────────────────────────────────────────────────────────────────────────────────────

/** Checks rows that are headed "total", "sum" or "average", column by column. */
function totalRows<W extends Whole>(grid: Grid<W>): WrongSum<W>[] {
  const { rows, language } = grid;
  const labels = rows.map(([label]) => label?.text ?? '');
  const isTotal = labels.map((label) => isHeadOf('total', label, language));
  const isAverage = labels.map((label) => isHeadOf('average', label, language));
  return rows.flatMap((row, index): WrongSum<W>[] => {
    const kind = isTotal[index] ? 'sum' : isAverage[index] ? 'average' : null;
    if (!kind) return [];
    const isPart = (at: number) => at !== index && !isTotal[at] && !isAverage[at];
    const ways = partsOfRow(index, labels.length, isTotal, isPart).map((parts) =>
      columnsOf(grid).flatMap((column) => {
        const result = row[column]?.shown;
        if (!result || (kind === 'sum' && !isAddedUp(grid, column, result))) return [];
        const about = { row: labels[index] ?? '', column: grid.heads[column]?.text ?? '' };
        return (
          lineOf(
            kind,
            result,
            parts.map((at) => rows[at]?.[column]),
            about,
          ) ?? []
        );
      }),
    );
    const lines = best(ways)[0] ?? ways[0] ?? [];
    return judged(kind, lines, kind === 'sum');
  });
}

/**
 * Returns the choices of rows that a total may add up: the rows since the last total before it, all rows before it, or the
 * totals before it. A total without rows before it adds up the rows after it.
 */
function partsOfRow(
  index: number,
  count: number,
  isTotal: readonly boolean[],
  isPart: (at: number) => boolean,
): readonly (readonly number[])[] {
  const between = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).filter(isPart);
  if (!between(0, index).length) {
    const next = isTotal.indexOf(true, index + 1);
    return [between(index + 1, next < 0 ? count : next)];
  }
  const last = isTotal.lastIndexOf(true, index - 1);
  const totals = Array.from({ length: index }, (_, at) => at).filter((at) => isTotal[at]);
  return [between(last + 1, index), ...(last >= 0 ? [between(0, index), totals] : [])].filter(
    (some) => some.length > 1,
  );
}

/**
 * Checks columns that are headed "total", row by row: the sum of the columns before, or of those after it if it comes first.
 */
function totalColumns<W extends Whole>(grid: Grid<W>): WrongSum<W>[] {
  const { heads, rows, language } = grid;
  return heads.flatMap(({ text }, column): WrongSum<W>[] => {
    if (column === 0 || !isHeadOf('total', text, language) || isHeadOf('rate', text, language)) return [];
    const isPart = (at: number) => {
      const head = heads[at]?.text ?? '';
      return (
        at !== column && at > 0 && hasNumbers(grid, at) && !NOT_ADDED.some((kind) => isHeadOf(kind, head, language))
      );
    };
    const before = heads.map((_, at) => at).filter((at) => at < column && isPart(at));
    const parts = before.length > 1 ? before : heads.map((_, at) => at).filter((at) => at > column && isPart(at));
    if (parts.length < 2) return [];
    const lines = rows.flatMap((row) => {
      const result = row[column]?.shown;
      const about = { row: row[0]?.text ?? '', column: text };
      return result
        ? (lineOf(
            'sum',
            result,
            parts.map((at) => row[at]),
            about,
          ) ?? [])
        : [];
    });
    return judged('sum', lines, false);
  });
}

const NOT_ADDED = ['total', 'average', 'change', 'share', 'rate'] as const;

/** True if a total of a column can be the sum of its rows. Rates aren't added up, and shares come to 100. */
function isAddedUp<W extends Whole>({ heads, language }: Grid<W>, column: number, { value, unit }: Shown<W>): boolean {
  const head = heads[column]?.text ?? '';
  if (unit === '%' || head.includes('%') || isHeadOf('share', head, language)) return Math.abs(value - 100) < 1;
  return (
    !isHeadOf('average', head, language) && !isHeadOf('change', head, language) && !isHeadOf('rate', head, language)
  );
}

/** @returns null if a cell has no number in the unit of the result, or there is nothing to add up */
function lineOf<W extends Whole>(
  kind: 'sum' | 'average',
  result: Shown<W>,
  cells: readonly (GridCell<W> | undefined)[],
  about: Pick<Line<W>, 'row' | 'column'>,
): Line<W> | null {
  const from: Shown<W>[] = [];
  for (const cell of cells) {
    if (!cell || cell.isEmpty) continue;
    if (!cell.shown || cell.shown.unit !== result.unit) return null;
    from.push(cell.shown);
  }
  if (from.length === 0 || cells.length < 2) return null;
  const sum = from.reduce((all, { value }) => all + value, 0);
  const steps = from.reduce((all, { step }) => all + step, 0);
  const [right, slack] = kind === 'sum' ? [sum, steps / 2] : [sum / from.length, steps / 2 / from.length];
  return { shown: result, from, right, slack: slack + result.step / 2, ...about };
}

// ── Changes and shares ──────────────────────────────────────────────────────────────────────────────────────

/** Checks columns that are headed "change": from the two columns before, in percent or as a difference. */
function changes<W extends Whole>(grid: Grid<W>): WrongSum<W>[] {
  return columnsOf(grid).flatMap((column) => {
    if (!isHeadOf('change', grid.heads[column]?.text ?? '', grid.language)) return [];
    const before = columnsOf(grid)
      .filter((at) => at < column && isPlain(grid, at))
      .slice(-2);
    const [a, b] = before;
    if (a === undefined || b === undefined) return [];
    const ways = [
      linesOf(grid, column, [a, b], (from, to) => to.value - from.value),
      linesOf(grid, column, [a, b], (from, to) => (to.value / from.value - 1) * 100),
      linesOf(grid, column, [b, a], (from, to) => to.value - from.value),
      linesOf(grid, column, [b, a], (from, to) => (to.value / from.value - 1) * 100),
    ];
    // A change in percent of amounts that aren't percentages is relative, whatever the other cells are.
    const isRelative = ({ shown, from }: Line<W>) => shown.unit === '%' && from.every(({ unit }) => unit !== '%');
    return [true, false].flatMap((relative) =>
      best(ways.map((lines) => lines.filter((line) => isRelative(line) === relative))).flatMap((lines) =>
        judged('change', lines, false),
      ),
    );
  });
}

/** Checks columns of shares: each row's part of the column before, in percent of the total of that column. */
function shares<W extends Whole>(grid: Grid<W>): WrongSum<W>[] {
  const { heads, rows, language } = grid;
  return columnsOf(grid).flatMap((column) => {
    const head = heads[column]?.text ?? '';
    if (!isHeadOf('share', head, language) && !head.includes('%')) return [];
    const of = columnsOf(grid).findLast((at) => at < column && isPlain(grid, at));
    if (of === undefined) return [];
    const total = rows.findLast(([label]) => isHeadOf('total', label?.text ?? '', language))?.[of]?.shown;
    const parts = rows.flatMap((row) =>
      isHeadOf('total', row[0]?.text ?? '', language) ? [] : (row[of]?.shown ?? []),
    );
    const sum = total?.value ?? parts.reduce((all, { value }) => all + value, 0);
    if (parts.length < 2 || sum === 0) return [];
    return judged(
      'share',
      linesOf(grid, column, [of, of], ({ value }) => (value / sum) * 100),
      false,
    );
  });
}

/** Checks columns of percentages that have a row for the rest: they come to 100. */
function hundreds<W extends Whole>(grid: Grid<W>): WrongSum<W>[] {
  const { heads, rows, language } = grid;
  const labels = rows.map(([label]) => label?.text ?? '');
  const rest = labels.findLastIndex((label) => isHeadOf('rest', label, language));
  if (rest < 0 || labels.some((label) => isHeadOf('total', label, language))) return [];
  return columnsOf(grid).flatMap((column): WrongSum<W>[] => {
    const head = heads[column]?.text ?? '';
    const cells = rows.map((row) => row[column]?.shown ?? null);
    const shown = cells.flatMap((cell) => cell ?? []);
    const isShare = isHeadOf('share', head, language) || shown.every(({ unit }) => unit === '%');
    if (!isShare || isHeadOf('change', head, language) || shown.length !== rows.length || shown.length < 3) return [];
    const sum = shown.reduce((all, { value }) => all + value, 0);
    const slack = shown.reduce((all, { step }) => all + step, 0) / 2;
    const last = cells[rest];
    // Far from 100 they are shares of something else.
    if (!last || Math.abs(sum - 100) <= slack || Math.abs(sum - 100) > FARTHEST_FROM_100) return [];
    const from = shown.filter((one) => one !== last);
    return [
      { kind: 'hundred', shown: last, right: rounded(sum, last.step), from, row: labels[rest] ?? '', column: head },
    ];
  });
}

const FARTHEST_FROM_100 = 15;

function linesOf<W extends Whole>(
  { heads, rows }: Grid<W>,
  column: number,
  [a, b]: readonly [number, number],
  work: (a: Shown<W>, b: Shown<W>) => number,
): Line<W>[] {
  return rows.flatMap((row): Line<W>[] => {
    const [shown, from, to] = [row[column]?.shown, row[a]?.shown, row[b]?.shown];
    if (!shown || !from || !to || from.value === 0) return [];
    const right = work(from, to);
    const ends = [-1, 1].flatMap((x) =>
      [-1, 1].map((y) =>
        work({ ...from, value: from.value + (x * from.step) / 2 }, { ...to, value: to.value + (y * to.step) / 2 }),
      ),
    );
    const slack = Math.max(...ends.map((end) => Math.abs(end - right))) + shown.step / 2;
    const cells = a === b ? [from] : [from, to];
    return [{ shown, from: cells, right, slack, row: row[0]?.text ?? '', column: heads[column]?.text ?? '' }];
  });
}

/** Returns the way of working out by which most lines come out right; empty if no line does. */
function best<W extends Whole>(ways: readonly (readonly Line<W>[])[]): (readonly Line<W>[])[] {
  const counts = ways.map((lines) => lines.filter(isRight).length);
  const most = Math.max(...counts);
  return most > 0 ? ways.filter((_, i) => counts[i] === most).slice(0, 1) : [];
}

// ── What is wrong ───────────────────────────────────────────────────────────────────────────────────────────

/** Returns the indexes of all columns but the first. */
function columnsOf<W extends Whole>({ heads }: Grid<W>): number[] {
  return heads.flatMap((_, column) => (column > 0 ? [column] : []));
}

/** True if most cells of a column are numbers. Empty cells don't count. */
function hasNumbers<W extends Whole>({ rows }: Grid<W>, column: number): boolean {
  const cells = rows.flatMap((row) => row[column] ?? []).filter(({ isEmpty }) => !isEmpty);
  return cells.filter(({ shown }) => shown).length * 2 > cells.length;
}

/** True if a column has amounts that aren't worked out from others. */
function isPlain<W extends Whole>({ heads, rows, language }: Grid<W>, column: number): boolean {
  const head = heads[column]?.text ?? '';
  const shown = rows.flatMap((row) => row[column]?.shown ?? []);
  return shown.length > 0 && !isHeadOf('change', head, language) && !isHeadOf('share', head, language);
}

/** @param mayBeAlone whether one line without another to show what it means may be wrong */
function judged<W extends Whole>(
  kind: WrongSum['kind'],
  lines: readonly Line<W>[],
  mayBeAlone: boolean,
): WrongSum<W>[] {
  const exact = lines.filter(isExact);
  const isCounted = exact.length >= LEAST_RIGHT && exact.length * 2 > lines.length;
  const wrong = lines.filter((line) => !(isCounted && line.shown.step >= 1 ? isExact(line) : isRight(line)));
  if (wrong.length === 0) return [];
  const right = lines.length - wrong.length;
  const isPair =
    right === 1 &&
    wrong.length === 1 &&
    (mayBeAlone ? wrong.every(mayBeSum) : exact.some(({ from }) => from.length > 2));
  const isShown = right >= LEAST_RIGHT ? right > wrong.length : isPair;
  return wrong
    .filter((line) => (isShown ? kind !== 'sum' || isSumLike(line) : mayBeAlone && right === 0 && isSlip(line)))
    .map(({ shown, from, right: value, row, column }) => ({
      kind,
      shown,
      right: rounded(value, shown.step),
      from,
      row: row.trim(),
      column: column.trim(),
    }));
}

/** Fewest right lines that show what a head means. */
const LEAST_RIGHT = 2;

function isRight<W extends Whole>({ shown, right, slack }: Line<W>): boolean {
  return Math.abs(shown.value - right) <= slack * (1 + EPSILON);
}

/**
 * True if a line is right without rounding. If most lines with whole numbers are, the numbers are counts, and no line is
 * rounded.
 */
function isExact<W extends Whole>({ shown, right }: Line<W>): boolean {
  return Math.abs(shown.value - right) <= EPSILON * Math.max(1, Math.abs(right));
}

const EPSILON = 1e-6;

/** False if a value lies among its parts and is closer to their average than to their sum: an overall price, say. */
function isSumLike<W extends Whole>({ shown, from, right }: Line<W>): boolean {
  const values = from.map(({ value }) => value);
  const isAmong = shown.value >= Math.min(...values) && shown.value <= Math.max(...values);
  const average = right / from.length;
  return !isAmong || Math.abs(shown.value - right) < Math.abs(shown.value - average);
}

/**
 * True if a number may be the sum of positive cells: larger than each, and not far off. A number far off is the sum of other
 * cells.
 */
function mayBeSum<W extends Whole>({ shown, from, right }: Line<W>): boolean {
  const largest = Math.max(...from.map(({ value }) => Math.abs(value)));
  return Math.abs(shown.value) > largest && Math.abs(shown.value) < 2 * Math.abs(right) && right !== 0;
}

/**
 * True if a slip makes the difference between a sum and the number shown: one digit, or two digits that changed places. Almost
 * any difference of a small number looks like a slip, so small numbers don't count. Neither does a number that may be the sum
 * of other cells.
 */
function isSlip<W extends Whole>(line: Line<W>): boolean {
  const { shown, right } = line;
  const digits = Math.round(Math.abs(right) / shown.step);
  const difference = Math.abs(Math.round((shown.value - right) / shown.step));
  const isOneDigit = /^[1-9]0*$/.test(String(difference));
  const isSwapped = difference % 9 === 0 && /^[1-8]0*$/.test(String(difference / 9));
  return digits >= LEAST_DIGITS && (isOneDigit || isSwapped) && mayBeSum(line);
}

const LEAST_DIGITS = 1000;

function rounded(value: number, step: number): number {
  return step > 0 ? Number((Math.round(value / step) * step).toPrecision(12)) : value;
}
