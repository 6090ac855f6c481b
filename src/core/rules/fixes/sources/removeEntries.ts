import type { Span, TextEdit } from '../../../base/text';
import type { Brief } from '../../../brief/types';
import type { Entry } from './entries';

/**
 * Removes entries, each with its lines. If the list in the front matter becomes empty, its key goes too. If the front matter
 * or the sources section becomes empty, its fences or its heading go too.
 */
export function removeEntries(brief: Brief, entries: readonly Entry[]): TextEdit[] {
  const { frontMatter, sections, text } = brief;
  const whole: Span[] = [];
  const isGone = (span: Span) => /^[\s>]*$/.test(without(text, span, entries));
  if (frontMatter?.closed && entries.some(({ span }) => span.start < frontMatter.span.end)) {
    const { sourcesList, yaml, span } = frontMatter;
    const key = sourcesList?.key;
    const gone = new Set(entries.map(({ idSpan }) => idSpan));
    if (key && frontMatter.sources.every(({ idSpan }) => gone.has(idSpan))) {
      const list = { start: key.start, end: entries.reduce((last, { span }) => Math.max(last, span.end), key.end) };
      const isAll = /^\s*$/.test(text.slice(yaml.start, list.start)) && /^\s*$/.test(text.slice(list.end, yaml.end));
      whole.push(isAll ? { start: span.start, end: skipBlank(text, span.end) } : withLineBreak(text, list));
    }
  }
  for (const { kind, span, headingSpan } of sections) {
    if (kind !== 'sources' || !entries.some((entry) => inside(entry.span, span))) continue;
    const end = brief.lines.endOf(brief.lines.lineAt(headingSpan.end));
    if (isGone({ start: end, end: span.end })) whole.push(sectionWithGap(text, span));
  }
  const parts = entries.filter(({ span }) => !whole.some((outer) => inside(span, outer)));
  return [...whole, ...parts.map(({ span }) => withLineBreak(text, span))].map((span) => ({ span, newText: '' }));
}

function inside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Returns what is left of a stretch of text without the entries. */
function without(text: string, { start, end }: Span, entries: readonly Entry[]): string {
  let left = '';
  let at = start;
  for (const { span } of [...entries].sort((a, b) => a.span.start - b.span.start)) {
    if (span.end <= at || span.start >= end) continue;
    left += text.slice(at, Math.max(at, span.start));
    at = Math.min(span.end, end);
  }
  return left + text.slice(at, end);
}

/** Extends a span of whole lines by the line break after it, or at the end of the text by the one before. */
function withLineBreak(text: string, { start, end }: Span): Span {
  const after = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(end, end + 200))?.[0].length;
  if (after !== undefined) return { start, end: end + after };
  const before = /(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return { start: start - before, end };
}

/** Extends a section by the blank lines after it; at the end of the text, by the blank lines before it. */
function sectionWithGap(text: string, { start, end }: Span): Span {
  const next = skipBlank(text, end);
  if (next < text.length) return { start, end: next };
  const before = /[ \t\r\n]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const kept = /^[ \t]*(?:\r\n|\n|\r)?/.exec(before)?.[0].length ?? 0;
  return { start: start - before.length + kept, end: text.length };
}

/** Returns the start of the next line that isn't blank. */
function skipBlank(text: string, from: number): number {
  const blank = /^[ \t]*(?:\r\n|\n|\r|$)(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(from))?.[0] ?? '';
  return from + blank.length;
}
