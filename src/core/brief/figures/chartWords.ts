/** Describes a chart in words from its data, for people who can't see it. */

import type { ChartSentences } from '../../languages/pageWords';
import type { Cell, ChartKind, DataRow } from '../types';
import { toNumber } from './data';

export interface ChartOfRows {
  readonly rows: readonly DataRow[];
  readonly x: string;
  readonly y: string;
  readonly series: string | null;
  readonly chart: ChartKind;
}

/** Most numbers that are said one by one. If there are more, only the first, the last and the extremes are said. */
const MOST_SAID = 6;
/** The same limit for numbers without an order in which they rise or fall. */
const MOST_NAMED = 12;
const MOST_SERIES = 8;

interface Point {
  readonly x: Cell;
  readonly y: number;
  readonly said: string;
  readonly place: string;
}

/**
 * Says what a chart shows: `Line chart, output by year: China: from 120 (2018) to 270 (2024), lowest 120 (2018), …`.
 *
 * @param name the name of such a chart: "Line chart"
 * @param format writes a cell of a column
 */
export function chartInWords(
  { rows, x, y, series, chart }: ChartOfRows,
  name: string,
  format: (cell: Cell, column: string) => string,
  sentences: ChartSentences,
): string {
  const groups = new Map<string, Point[]>();
  for (const row of rows) {
    const number = toNumber(row[y]);
    if (number === null) continue;
    const group = series === null ? '' : format(row[series] ?? null, series);
    const [said, place] = [format(row[y] ?? null, y), format(row[x] ?? null, x)];
    groups.set(group, [...(groups.get(group) ?? []), { x: row[x] ?? null, y: number, said, place }]);
  }
  const { comma, semicolon, colon, stop } = sentences;
  const all = [...groups];
  const parts = all.slice(0, MOST_SERIES).map(([group, points]) => {
    const said = saysOf(points, chart, { x, y }, sentences).join(comma);
    return group === '' ? said : `${group}${colon}${said}`;
  });
  if (all.length > MOST_SERIES) parts.push(sentences.more(all.length - MOST_SERIES));
  const title = [name, sentences.of(y, x)].join(comma);
  return `${title}${colon}${parts.join(semicolon)}${stop}`;
}

function saysOf(
  points: readonly Point[],
  chart: ChartKind,
  names: { readonly x: string; readonly y: string },
  sentences: ChartSentences,
): string[] {
  const ordered = chart === 'pie' ? null : inOrder(points);
  const each = (some: readonly Point[]) => some.map(({ said, place }) => sentences.at(said, place));
  if (points.length <= (ordered ? MOST_SAID : MOST_NAMED)) return each(ordered ?? points);
  const byValue = [...points].sort((a, b) => a.y - b.y);
  const [least, most] = [byValue[0], byValue.at(-1)];
  const [first, last] = [ordered?.[0], ordered?.at(-1)];
  if (!least || !most) return [];
  if (chart === 'pie') {
    const shown = byValue.slice(-MOST_NAMED).reverse();
    return [...each(shown), sentences.more(points.length - shown.length)];
  }
  const at = ({ said, place }: Point) => sentences.at(said, place);
  const extremes = [sentences.lowest(at(least)), sentences.highest(at(most))];
  if (!first || !last) return extremes;
  // Points have no start and no end, only ranges.
  if (chart === 'point') {
    return [
      `${names.x} ${sentences.fromTo(first.place, last.place)}`,
      `${names.y} ${sentences.fromTo(least.said, most.said)}`,
    ];
  }
  return [sentences.fromTo(at(first), at(last)), ...extremes];
}

/** Sorts points along an axis of numbers, years or dates; null for an axis of names, which stay in the author's order. */
function inOrder(points: readonly Point[]): Point[] | null {
  const places = points.map(({ x }) => (typeof x === 'number' ? x : placeOf(x)));
  if (places.some((place) => place === null)) return null;
  return points
    .map((point, index) => ({ point, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ point }) => point);
}

/** Reads a number or an ISO 8601 date as a number; null if it is neither. */
function placeOf(x: Cell): number | null {
  const text = String(x ?? '').trim();
  if (/^\d{4}-\d{2}(?:-\d{2})?(?:[T ].{1,30})?$/.test(text)) {
    const time = Date.parse(text.replace(' ', 'T'));
    return Number.isNaN(time) ? null : time;
  }
  return toNumber(text);
}
