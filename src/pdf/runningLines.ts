/** Headers and footers: what stands at the same place of many pages, but for the number of the page. */
import type { Column } from './columns';
import type { Line } from './lines';

/** Lines at the upper and lower edge of a page that may be running ones. */
const AT_EDGE = 3;
const LEAST_PAGES = 3;
/** Left and right pages have headers of their own, and chapters, too. */
const LEAST_SHARE = 0.3;

/** The pages without the lines that certainly are headers and footers. */
export function withoutRunningLines(pages: readonly (readonly Column[])[]): (readonly Column[])[] {
  const edges = pages.map((columns) => edgesOf(columns.flatMap(({ lines }) => lines)));
  const counts = new Map<string, number>();
  for (const lines of edges) for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const written = pages.filter((columns) => columns.length > 0).length;
  const least = Math.max(LEAST_PAGES, LEAST_SHARE * written);
  return pages.map((columns, i) => {
    const running = new Set(edges[i]?.filter((line) => (counts.get(keyOf(line)) ?? 0) >= least));
    if (running.size === 0) return columns;
    return columns.map(({ lines }) => ({ lines: lines.filter((line) => !running.has(line)) }));
  });
}

function edgesOf(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.base - b.base);
  return [...new Set([...sorted.slice(0, AT_EDGE), ...sorted.slice(-AT_EDGE)])];
}

/** Lines at one height with the same words, whatever numbers are in them. */
function keyOf({ text, base }: Line): string {
  const words = text
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .replace(/^[ivxlc]{1,7}$/i, '#');
  return `${Math.round(base / 4)} ${words}`;
}
