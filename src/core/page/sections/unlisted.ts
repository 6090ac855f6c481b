/** The parts of the author's list of sources that the list of the page doesn't have: they stay in their place. */

import { contains, firstFrom, type Span, startingIn } from '../../base/text';
import { listedSources } from '../../brief/queries/citedSources';
import { isOtherWork } from '../../brief/sources/declarations';
import type { Block, Brief, SourceDeclaration } from '../../brief/types';

/**
 * Returns the declarations in the text that the list of the page has, in order. If entries share a number, only the first
 * work counts.
 */
export function listedInText(brief: Brief): SourceDeclaration[] {
  return listedSources(brief)
    .flatMap(({ declarations }) => {
      const [first] = declarations;
      return declarations.filter(
        (one) => first?.declaredIn !== 'section' || one.declaredIn !== 'section' || !isOtherWork(first, one),
      );
    })
    .filter(({ declaredIn, uri }) => uri === undefined && declaredIn !== 'front-matter' && declaredIn !== 'inline')
    .toSorted((a, b) => a.span.start - b.span.start);
}

/**
 * True if a block has the fields of an entry that stands above it, such as `- **URL**: https://…`. The list of the page shows them.
 *
 * @param listed in order of their starts
 */
export function hasFieldsOfEntry({ span }: Block, listed: readonly SourceDeclaration[]): boolean {
  const entry = listed[firstFrom(listed, span.start) - 1];
  return entry?.url !== undefined && contains(entry.span, span) && contains(span, entry.url.span);
}

/**
 * Returns the stretches of a block that stay: items, lines and rows without an entry of the list. A table keeps its header
 * with the first such row.
 *
 * @param listed in order of their starts
 */
export function unlistedIn(block: Block, brief: Brief, listed: readonly SourceDeclaration[]): Span[] {
  const span = belowHeading(block, brief);
  if (block.kind === 'heading' || block.kind === 'definition' || hasFieldsOfEntry(block, listed)) return [];
  if (block.kind === 'table') return unlistedRows(span, brief, listed);
  const stretches: Span[] = [];
  let at = span.start;
  for (let i = firstFrom(listed, span.start); ; i++) {
    const next = listed[i]?.span;
    const end = Math.min(span.end, next?.start ?? span.end);
    if (at < end) stretches.push({ start: at, end });
    if (!next || next.start >= span.end) break;
    at = Math.max(at, next.end);
  }
  return stretches.filter((stretch) => saysSomething(brief, stretch)).map((stretch) => wholeLines(stretch, brief));
}

/** Returns the span of a block without the line that heads the list, such as `**Sources:**`. */
function belowHeading({ section, span }: Block, { lines, sections }: Brief): Span {
  const heading = section === null ? undefined : sections[section]?.headingSpan;
  if (!heading || !contains(span, heading)) return span;
  return { start: Math.min(span.end, lines.endOf(lines.lineAt(heading.end))), end: span.end };
}

function unlistedRows(span: Span, { lines }: Brief, listed: readonly SourceDeclaration[]): Span[] {
  const first = lines.lineAt(span.start);
  const last = lines.lineAt(span.end);
  const rows: Span[] = [];
  for (let line = first + 2; line <= last; line++) {
    const row = { start: lines.startOf(line), end: Math.min(span.end, lines.endOf(line)) };
    if (row.start < row.end && startingIn(listed, row).length === 0) rows.push(row);
  }
  return rows.length === 0 ? [] : [{ start: lines.startOf(first), end: lines.endOf(first + 1) }, ...rows];
}

/** True if a stretch has words that a reader sees. */
function saysSomething({ content }: Brief, { start, end }: Span): boolean {
  const shown = content.slice(start, end).replace(/<!--(?:(?!-->)[\s\S])*-->|<\/?[a-z][^<>]{0,200}>/gi, '');
  return /[\p{L}\p{N}]/u.test(shown);
}

/** Returns a span without the blank lines around it. */
function wholeLines({ start, end }: Span, { content }: Brief): Span {
  const written = content.slice(start, end);
  const blank = /^(?:[ \t]*\r?\n)*/.exec(written)?.[0].length ?? 0;
  return { start: start + blank, end: start + written.trimEnd().length };
}
