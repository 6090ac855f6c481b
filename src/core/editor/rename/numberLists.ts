/** Splits the numbers of a citation at one of them. */

import type { Span } from '../../base/text';
import type { Citation, CitationItem } from '../../brief/types';

/** A number with its locator, or a range. */
export interface Group {
  readonly items: readonly CitationItem[];
  /** The number or the range alone. */
  readonly range: Span;
  /** The number or the range with its locator. */
  readonly span: Span;
}

/** A part that stays together when a number is taken out: that number, or a run of others as they will be written. */
export type Chunk =
  | { readonly kind: 'one'; readonly locator?: string }
  | { readonly kind: 'others'; readonly text: string };

/** Groups the items: `1`, `5-7` and `9` of `[1, 5-7, 9]`; of `[1]–[3]`, everything between its outer brackets. */
export function groupsOf(text: string, { items }: Pick<Citation, 'items'>): Group[] {
  const groups: CitationItem[][] = [];
  let end = -1;
  for (const item of items) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const goesOn = last && (item.span.start < end || isRangeEnd(text, last, item));
    if (group && goesOn) group.push(item);
    else groups.push([item]);
    end = goesOn ? Math.max(end, item.span.end) : item.span.end;
  }
  return groups.map((group) => {
    const start = group[0]?.span.start ?? 0;
    const range = { start, end: group.at(-1)?.span.end ?? start };
    const locator = group.at(-1)?.locator;
    const span = { start, end: locator ? text.indexOf(locator, range.end) + locator.length : range.end };
    return { items: group, range, span };
  });
}

/** True if a dash joins two numbers to a range; between superscripts it joins nothing. */
function isRangeEnd(text: string, { span: from }: CitationItem, { span: to }: CitationItem): boolean {
  return /[0-9０-９]/.test(text[to.start] ?? '') && DASH.test(text.slice(from.end, to.start));
}

/** Text between the ends of a range, including the brackets of `[1]–[3]`. */
const DASH = /^\]?\s*[-–—−~～]\s*\[?$/;

/**
 * Splits a citation at a number. A range that holds the number becomes the parts before and after it: taken out of `5-8`,
 * 6 leaves `5` and `7-8`.
 */
export function chunksOf(text: string, citation: Pick<Citation, 'items'>, from: string): Chunk[] {
  const groups = groupsOf(text, citation);
  const separator = separatorOf(text, groups);
  const chunks: Chunk[] = [];
  const add = (written: string, joint: string) => {
    const last = chunks.at(-1);
    if (last?.kind === 'others') chunks[chunks.length - 1] = { kind: 'others', text: last.text + joint + written };
    else chunks.push({ kind: 'others', text: written });
  };
  for (const group of groups) {
    if (!group.items.some(({ id }) => id === from)) {
      add(text.slice(group.span.start, group.span.end), separator);
      continue;
    }
    const dash = dashOf(text, group);
    const joint = dash.startsWith(']') ? '][' : separator;
    for (const run of runsOf(group.items, from)) {
      const last = run.at(-1);
      const locator = last?.locator;
      if (last?.id === from) chunks.push({ kind: 'one', ...(locator ? { locator } : {}) });
      else {
        const numbers = run.length > 1 ? `${run[0]?.id}${dash}${last?.id}` : (last?.id ?? '');
        add(locator ? `${numbers}, ${locator}` : numbers, joint);
      }
    }
  }
  return chunks;
}

/** Writes a range as a list after one of its numbers was replaced: `5-8` as `5, 9, 7-8`. */
export function rangeWith(text: string, citation: Citation, group: Group, from: string, to: string): string {
  const joint = dashOf(text, group).startsWith(']') ? '][' : separatorOf(text, groupsOf(text, citation));
  const withoutLocators = group.items.map(({ id, span }) => ({ id, span }));
  const parts = chunksOf(text, { items: withoutLocators }, from);
  return parts.map((chunk) => (chunk.kind === 'one' ? to : chunk.text)).join(joint);
}

function separatorOf(text: string, [first, second]: readonly Group[]): string {
  return first && second ? text.slice(first.span.end, second.range.start) : ', ';
}

/** Splits items into runs of consecutive numbers; the number to take out is a run by itself. */
function runsOf(items: readonly CitationItem[], from: string): CitationItem[][] {
  const runs: CitationItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last && last.id !== from && item.id !== from && Number(item.id) === Number(last.id) + 1;
    if (run && follows) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** The text between the ends of a range: `-`, ` – `, `]–[`. */
function dashOf(text: string, { items, range }: Group): string {
  const first = items[0]?.span.end ?? range.start;
  const last = items.at(-1)?.span.start ?? range.end;
  return text.slice(first, Math.max(first, last));
}
