import type { Span, TextEdit, Unplaced } from '../../base/text';
import { leadsAsFar } from '../../base/urls';
import type { Citation, CitationItem, Source } from '../../brief/types';
import { trimmed } from '../../document/moved';

/** A part of a bracket that can be moved or removed: one source with its prefix and locator, or a whole range. */
export interface Part {
  readonly span: Span;
  readonly items: readonly CitationItem[];
}

/**
 * True if the address of a citation such as `[1](https://…)` can go: it has none, or its number leads there without it. Of equal
 * citations the first keeps its address, as all of them may be fixed at once.
 */
export function isAddressKept(source: Source | undefined, { url, span }: Citation): boolean {
  if (!url) return true;
  const others = source?.declarations.filter((one) => one.span.start !== span.start && one.url) ?? [];
  const isSame = others.every((other) => other.url && leadsAsFar(other.url.value, url.value));
  return isSame && others.some((other) => other.declaredIn !== 'inline' || other.span.start < span.start);
}

/**
 * Removes one source and its separator from a cluster.
 *
 * @returns null if the source is part of a range and can't be removed alone.
 */
export function removeItem(
  text: string,
  cluster: readonly Citation[],
  citation: Citation,
  item: CitationItem,
): TextEdit | null {
  const parts = partsOf(text, citation);
  const at = parts.findIndex((part) => part.items.includes(item));
  const part = parts[at];
  if (part?.items.length !== 1) return null;
  if (parts.length === 1) {
    // The white space or comma before a citation goes with it, but not the text before the cluster.
    const before = cluster[cluster.indexOf(citation) - 1];
    const after = cluster[cluster.indexOf(citation) + 1];
    if (before) return { span: { start: before.span.end, end: citation.span.end }, newText: '' };
    return { span: { start: citation.span.start, end: after ? after.span.start : citation.span.end }, newText: '' };
  }
  const previous = parts[at - 1];
  const next = parts[at + 1];
  if (previous) return { span: { start: previous.span.end, end: part.span.end }, newText: '' };
  return next ? { span: { start: part.span.start, end: next.span.start }, newText: '' } : null;
}

/**
 * Sorts the numbers of a cluster. Brackets and separators stay where they are; the sources change places, together with
 * their prefixes and locators.
 *
 * @returns null if a part has numbers from before and after another, so that no order is right.
 */
export function sortItems(text: string, cluster: readonly Citation[]): TextEdit[] | null {
  // `[1](https://…)` and `[[1]]` can only change places as a whole, and only with citations of one source.
  const whole = cluster.some(
    ({ form, span }) =>
      (form !== 'numbered' && form !== 'full-width') || !ONE_BRACKET.test(text.slice(span.start, span.end)),
  );
  if (whole && cluster.some((citation) => citation.items.length !== 1)) return null;
  const slots = whole
    ? cluster.map(({ span, items }): Part => ({ span, items }))
    : cluster.flatMap((citation) => partsOf(text, citation));
  const sorted = [...slots].sort((a, b) => lowest(a) - lowest(b));
  for (let i = 1; i < sorted.length; i++) {
    const before = sorted[i - 1];
    const part = sorted[i];
    if (before && part && highest(before) > lowest(part)) return null;
  }
  return slots.flatMap((slot, i): TextEdit[] => {
    const part = sorted[i];
    if (!part || part === slot) return [];
    return [{ span: slot.span, newText: text.slice(part.span.start, part.span.end) }];
  });
}

const ONE_BRACKET = /^[[［【][^[\]［］【】]*[\]］】]$/;

/**
 * Returns the parts of a citation, without its brackets and separators:
 *
 *     [1, 5-7, 9]        [see @usgs, p. 3; @doe]
 *      ^  ^^^  ^          ^^^^^^^^^^^^^^^  ^^^^
 *
 * A citation that isn't one bracket (`[1]–[3]`, `¹˒²`) is one part with all its sources.
 */
export function partsOf(text: string, citation: Citation): Part[] {
  const { span, items } = citation;
  const written = text.slice(span.start, span.end);
  if (!ONE_BRACKET.test(written)) return [{ span, items }];
  const inside = { start: span.start + 1, end: span.end - 1 };
  const groups: CitationItem[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group?.some((other) => item.span.start < other.span.end || isRangeEnd(text, other, item))) group.push(item);
    else groups.push([item]);
  }
  const starts = groups.map((group, i) => {
    const from = groups[i - 1];
    if (!from) return inside.start;
    const gapStart = Math.max(...from.map((item) => item.span.end));
    const gap = text.slice(gapStart, Math.min(...group.map((item) => item.span.start)));
    const semicolon = Math.max(gap.lastIndexOf(';'), gap.lastIndexOf('；'));
    const comma = Math.max(gap.lastIndexOf(','), gap.lastIndexOf('，'), gap.lastIndexOf('、'));
    return gapStart + (semicolon >= 0 ? semicolon : Math.max(comma, 0)) + 1;
  });
  return groups.map((group, i) => {
    const next = starts[i + 1];
    return {
      span: trimmed(text, { start: starts[i] ?? inside.start, end: next === undefined ? inside.end : next - 1 }),
      items: group,
    };
  });
}

/** True if only a dash is between two numbers. */
function isRangeEnd(text: string, from: CitationItem, to: CitationItem): boolean {
  return /^\s*[-–—−~～]\s*$/.test(text.slice(from.span.end, to.span.start));
}

function lowest(part: Part): number {
  return Math.min(...part.items.map((item) => Number(item.id)));
}

function highest(part: Part): number {
  return Math.max(...part.items.map((item) => Number(item.id)));
}

/** True if the citations in one place name more than one source. */
export function namesSeveral(cluster: readonly Unplaced<Citation>[]): boolean {
  return cluster.length > 1 || (cluster[0]?.items.length ?? 0) > 1;
}
