/** Finds the marks of the brief format in a body, and writes them as plain Markdown. */

import { safeUrl } from '../../base/safeUrl';
import type { Span } from '../../base/text';
import { type LayoutBlock, layoutOf, verbatimIn } from '../../brief/blocks/layout';
import { writesIds } from '../../brief/citations';
import { ownComments } from '../../brief/comments/idleMarks';
import { threadsOf } from '../../brief/comments/threads';
import { formulasInDollars } from '../../brief/queries/formulas';
import { footnotesOf, ownMarksOf } from '../../brief/queries/targets';
import { authorsOf } from '../../brief/sources/sourceLabel';
import type { Citation, FigureReference, Slip } from '../../brief/types';
import { hiddenIn } from '../../document/inline/htmlTags';
import { formatValue } from '../formats';
import type { Page } from '../page';
import { escapeMarkdown, targetOf } from './escape';
import { writeFigure } from './figures';
import type { Notes } from './notes';

/** A stretch of the text, and a function that writes its replacement once it is reached; null: it stays. */
export interface Mark {
  readonly span: Span;
  readonly write: () => string | null;
}

/** Returns the label of a footnote that isn't a source. It can't be a number of a source. */
export const remarkName = (label: string): string => `note-${label}`;

/** Returns the marks of the body, in document order. If some overlap, the first of them counts. */
export function marksOf(page: Page, notes: Notes): Mark[] {
  const { brief, placement, words } = page;
  const definitions = new Set(footnotesOf(brief).map(({ span }) => span.start));
  const marks: Mark[] = [
    ...commentsIn(page),
    ...hiddenStretches(page).map((span) => ({ span, write: () => '' })),
    ...threadComments(page),
    ...[...placement.atOffset.values()].map((figure) => ({
      span: figure.span,
      write: () => indented(writeFigure(figure, page, notes), figure.span.start, page),
    })),
    ...brief.figureReferences.map((reference) => ({
      span: reference.span,
      write: () => writeReference(reference, page, notes),
    })),
    ...brief.citations
      .filter((citation) => writesIds(citation) && !isRemark(citation, page))
      .map((citation) => clinging(citation.span, page, () => writeCitation(citation, page, notes))),
    ...ownMarksOf(brief).map((span) => ({ span, write: () => `(${words.ownJudgement})` })),
    ...formulasInDollars(brief).map(({ span, newText }) => ({ span, write: () => newText })),
    ...brief.slips.map((slip) => ({ span: slip.span, write: () => writeSlip(slip, page) })),
    ...remarkReferences(page, definitions),
  ];
  return marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Returns the stretches that elements of HTML hide. In code they hide nothing. */
function hiddenStretches({ brief }: Page): Span[] {
  const hidden = hiddenIn(brief.text);
  if (hidden.length === 0) return [];
  const tags = new Set(verbatimIn(brief).map(({ start }) => start));
  return hidden.filter(({ start }) => tags.has(start));
}

// ── Citations ───────────────────────────────────────────────────────────────────────────────────────────────

function writeCitation({ form, items }: Citation, page: Page, notes: Notes): string | null {
  const marks = notes.mark(items);
  const [first] = items;
  if (marks === null || !first) return null;
  const source = page.sources.get(first.id);
  if (form === 'narrative') {
    return escapeMarkdown((source && authorsOf(source)) ?? first.id) + marks;
  }
  // The address replaces the label of `[text][1]`.
  const href = form === 'reference-link' && source?.url ? safeUrl(source.url.value) : null;
  return href === null ? marks : `(${targetOf(href)})${marks}`;
}

/** True for a reference to a footnote that isn't a source. It stands for the citations in that footnote. */
function isRemark({ form, span }: Citation, { brief, remarks }: Page): boolean {
  return form === 'footnote' && remarks.has(brief.content.slice(span.start + 2, span.end - 1));
}

/** Takes away the space before the mark of a footnote, because the mark belongs to the word before it. */
function clinging(span: Span, { brief: { text, lines } }: Page, write: Mark['write']): Mark {
  const { start, end } = span;
  if (text[start - 1] !== ' ' || text[start] === '@' || !/[\p{L}\p{N}\p{P}]/u.test(text[start - 2] ?? '')) {
    return { span, write };
  }
  const line = lines.startOf(lines.lineAt(start));
  const isMarker = start - line < 20 && /^[\s>]*(?:[-*+#]+|\d+[.)])$/.test(text.slice(line, start - 1));
  if (isMarker) return { span, write };
  return { span: { start: start - 1, end }, write };
}

const REFERENCE = /\[\^([^\s[\]^]{1,200})\]/g;

/** Returns marks for the references to footnotes that aren't sources. */
function remarkReferences({ brief, remarks }: Page, definitions: ReadonlySet<number>): Mark[] {
  if (remarks.size === 0) return [];
  return [...brief.text.matchAll(REFERENCE)].flatMap(({ 0: written, 1: label = '', index }) => {
    const span = { start: index, end: index + written.length };
    return remarks.has(label) && !definitions.has(index) ? [{ span, write: () => `[^${remarkName(label)}]` }] : [];
  });
}

// ── Figures, slips, comments ────────────────────────────────────────────────────────────────────────────────

function writeReference({ id, kind, shown }: FigureReference, page: Page, notes: Notes): string | null {
  const figure = page.figures.get(id);
  if (!figure) return shown ? escapeMarkdown(shown.value) : null;
  if (kind === 'value' && figure.content?.kind === 'value') {
    const value = formatValue(figure.content.value.value, figure.content.unit?.value);
    return escapeMarkdown(value) + figure.cites.map(({ value: cited }) => notes.mark([{ id: cited }]) ?? '').join('');
  }
  if (shown) return escapeMarkdown(shown.value);
  const number = page.placement.numbers.get(figure);
  return number === undefined ? escapeMarkdown(figure.title?.value ?? id) : `${page.words.figure} ${number}`;
}

function writeSlip({ kind }: Slip, { words }: Page): string | null {
  return kind === 'gap' ? `(${words.sourceNeeded})` : null;
}

/** An empty comment, which keeps a list apart from what follows it and shows nothing. */
const SEPARATOR = '<!-- -->';

/**
 * Takes out all comments, ours and others, because the page has none. They are read from the tree, so that comments in code
 * stay. A comment that marks a section as own judgement becomes words.
 */
function commentsIn({ brief, words }: Page): Mark[] {
  const { text } = brief;
  const owning = ownComments(brief).filter(({ marksSection }) => marksSection);
  const isOwning = new Set(owning.map(({ span }) => span.start));
  const found = verbatimIn(brief)
    .filter(({ start }) => text.startsWith('<!--', start) && !isOwning.has(start))
    .map((span): Mark => ({ span: withItsSpace(commentOf(span, text), text, false), write: () => '' }));
  for (const { span } of owning) found.push({ span, write: () => `(${words.ownJudgement})` });
  const waiting: (readonly LayoutBlock[])[] = [layoutOf(brief)];
  for (let blocks = waiting.pop(); blocks; blocks = waiting.pop())
    for (const [index, { kind, span, children }] of blocks.entries()) {
      const [before, after] = [blocks[index - 1]?.kind, blocks[index + 1]?.kind];
      const isBetween = before === 'paragraph' && after === 'paragraph';
      const separates = before === 'list' && (after === 'list' || after === 'code') && standsAlone(span, text);
      if (kind === 'comment' && separates) found.push({ span: commentOf(span, text), write: () => SEPARATOR });
      else if (kind === 'comment' && !isOwning.has(span.start))
        found.push({ span: withItsSpace(commentOf(span, text), text, isBetween), write: () => '' });
      waiting.push(children);
    }
  return found;
}

/** Returns marks for the comments of people, which stay to the letter if they are wanted. */
function threadComments({ brief, comments }: Page): Mark[] {
  const { text } = brief;
  return threadsOf(brief).flatMap((thread) =>
    thread.comments.map(({ span }) =>
      comments
        ? { span, write: () => text.slice(span.start, span.end) }
        : { span: withSpaceBefore(span, text), write: () => '' },
    ),
  );
}

function withSpaceBefore(span: Span, text: string): Span {
  let { start } = span;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start === 0 || text[start - 1] === '\n' ? withItsSpace(span, text, false) : { start, end: span.end };
}

/** True if there are blank lines around a block. */
function standsAlone({ start, end }: Span, text: string): boolean {
  return (
    /\n[ \t>]*\r?\n[ \t>]*$/.test(text.slice(Math.max(0, start - 100), start)) &&
    /^[ \t]*\r?\n[ \t>]*\r?\n/.test(text.slice(end, end + 100))
  );
}

/** Returns the span of a comment without what follows it in its line. */
function commentOf({ start, end }: Span, text: string): Span {
  const close = text.indexOf('-->', start + 2);
  return { start, end: close < 0 ? end : Math.min(end, close + 3) };
}

/**
 * Returns the span of a comment at the end of a line with the blanks before it, or of its whole line if it is alone there.
 *
 * @param keepsLine leaves an empty line, so that the paragraphs around the comment are not joined
 */
function withItsSpace({ start, end }: Span, text: string, keepsLine: boolean): Span {
  const after = /[^ \t]/g;
  after.lastIndex = end;
  const next = after.exec(text)?.index ?? text.length;
  if (next < text.length && text[next] !== '\n' && text[next] !== '\r') return { start, end };
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  const ownsLine = from === 0 || text[from - 1] === '\n';
  return { start: from, end: ownsLine && !keepsLine && text[next] === '\n' ? next + 1 : end };
}

/** Indents all lines of a text but the first by the prefix of its first line, in a list or a quotation. */
function indented(written: string, at: number, { brief: { text, lines } }: Page): string {
  const before = text.slice(lines.startOf(lines.lineAt(at)), at).replace(/[^\s>]/g, ' ');
  return written.replace(/\n/g, `\n${before}`);
}
