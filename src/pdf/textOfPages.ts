/** Pages to one text: a paragraph on a line, rows of tables below each other, pages parted by form feeds. */
import { type Column, columnsOf } from './columns';
import type { Page } from './extracted';
import { jointOf, type Words, wordsOf } from './joinLines';
import type { Line } from './lines';
import { type Paragraph, paragraphsOf } from './paragraphs';

/** A paragraph with the index of the page that each of its lines stands on. */
interface Placed extends Omit<Paragraph, 'lines'> {
  readonly page: number;
  readonly lines: { readonly line: Line; readonly page: number }[];
}

/**
 * The text of some pages as a local copy has it (docs/format.md). A paragraph that goes on over the end of a column or a page is
 * one; there the form feed stands within its line.
 */
export function textOfPages(pages: readonly Page[]): string {
  const columns = withoutRunningLines(pages.map(({ pieces }) => columnsOf(pieces)));
  const size = usualSize(columns.flat().flatMap(({ lines }) => lines));
  const paragraphs: Placed[] = [];
  columns.forEach((page, number) => {
    for (const column of page) addColumn(paragraphs, paragraphsOf(column), number, size);
  });
  const words = wordsOf(paragraphs.flatMap(({ lines }) => lines.map(({ line }) => line.text)));
  return write(paragraphs, words, pages.length);
}

/** The size that most letters have. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** @param size of the running text: what is smaller at the end of a page is a note */
function addColumn(all: Placed[], column: readonly Paragraph[], page: number, size: number): void {
  const placed = column.map(
    (paragraph): Placed => ({ ...paragraph, page, lines: paragraph.lines.map((line) => ({ line, page })) }),
  );
  const [first] = placed;
  const open = all.findLastIndex(({ lines }) => (lines[0]?.line.size ?? 0) > 0.93 * size);
  const last = all[open];
  if (first && last && goesOn(last, first)) {
    // Notes at the foot of the page come before the paragraph that goes on after it.
    const notes = all.splice(open + 1);
    all.splice(open, 0, ...notes);
    last.lines.push(...first.lines);
    all[all.length - 1] = { ...last, isFull: first.isFull };
    all.push(...placed.slice(1));
  } else all.push(...placed);
}

function goesOn(last: Placed, first: Placed): boolean {
  const [end, start] = [last.lines.at(-1)?.line, first.lines[0]?.line];
  if (!end || !start || last.isTable || first.isTable || first.opens) return false;
  if (Math.abs(end.size - start.size) > 0.08 * end.size) return false;
  if (/[.!?:;。！？：；]["”’)）」』]?[⁰¹²³⁴-⁹]*$/.test(end.text)) return false;
  return last.isFull || /[-\u2010\u00AD]$/.test(end.text) || /^\p{Ll}/u.test(start.text);
}

function write(paragraphs: readonly Placed[], words: Words, pages: number): string {
  let text = '';
  let page = 0;
  const turnTo = (to: number) => {
    if (to > page) text += '\f'.repeat(to - page);
    page = Math.max(page, to);
  };
  for (const { lines, isTable } of paragraphs) {
    const [first] = lines;
    if (!first) continue;
    if (first.page > page) {
      if (text !== '') text += '\n';
      turnTo(first.page);
    } else if (text !== '') text += '\n\n';
    lines.forEach(({ line, page: at }, i) => {
      const next = lines[i + 1];
      if (!next) text += isTable ? line.text : withoutSoftHyphens(line.text);
      else if (isTable) text += `${line.text}\n`;
      else {
        const { before, between } = jointOf(line.text, next.line.text, words);
        text += withoutSoftHyphens(before);
        if (next.page === at) text += between;
        else {
          // A word that the end of the page parts stays on this one.
          if (between === '' && /[\p{Script=Latin}\p{N}-]$/u.test(before)) moveWord(lines, i);
          if (!text.endsWith(' ')) text += ' ';
          turnTo(next.page);
        }
      }
    });
  }
  if (text === '' || pages === 0) return '';
  return `${text}\n${'\f'.repeat(Math.max(0, pages - 1 - page))}`;

  /** Writes the rest of a word that the end of a page parts. */
  function moveWord(lines: Placed['lines'], i: number): void {
    const next = lines[i + 1];
    const rest = /^[\p{Script=Latin}\p{N}\p{P}]+/u.exec(next?.line.text ?? '')?.[0] ?? '';
    if (!next || rest === '') return;
    text += rest;
    lines[i + 1] = { ...next, line: { ...next.line, text: next.line.text.slice(rest.length).trimStart() } };
  }
}

function withoutSoftHyphens(text: string): string {
  return text.replaceAll('\u00AD', '');
}

/** Lines at the upper and lower edge of a page that may be running ones. */
const AT_EDGE = 3;
const LEAST_PAGES = 3;
/** Left and right pages have headers of their own, and chapters, too. */
const LEAST_SHARE = 0.3;

/** The pages without the lines that certainly are headers and footers. */
function withoutRunningLines(pages: readonly (readonly Column[])[]): (readonly Column[])[] {
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
