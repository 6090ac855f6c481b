/** Writes a brief as plain Markdown that any viewer shows: citations are footnotes, and nothing of the brief format is left. */

import { contains, lineBreakOf, type Span, startingIn } from '../../base/text';
import { listedSources } from '../../brief/queries/citedSources';
import type { Block, Brief, Section, SourceDeclaration } from '../../brief/types';
import { formatDate } from '../formats';
import { createPage, footnoteLabelOf, type Page } from '../page';
import { isTitle } from '../sections/body';
import type { StyledList } from '../sections/entries';
import { listedInText, unlistedIn } from '../sections/unlisted';
import { escapeMarkdown, linked } from './escape';
import { writeFigure, writeKeyNumber } from './figures';
import { harmless } from './harmless';
import { type Mark, marksOf, remarkName } from './marks';
import { createNotes, describeSource, type Notes } from './notes';

/**
 * Writes a brief as CommonMark with the tables and footnotes of GitHub's Markdown. The front matter becomes a heading and a
 * byline, key numbers are put in, figures are tables or images, and comments are gone. Paths of images stay as they are,
 * relative to the brief. Nothing in it does in another viewer what it may not do on the page ({@link harmless}).
 *
 * @param styled the list of sources in a style, for the notes; null: in our own style
 * @param comments whether it keeps the comments of people, as CriticMarkup
 */
export function exportMarkdown(brief: Brief, styled: StyledList | null = null, comments = false): string {
  const page = createPage(brief, false, 'none', { styled, comments });
  const notes = createNotes(page);
  const marks = marksOf(page, notes);
  const title = brief.blocks.find((block) => isTitle(block, brief));
  const head = [
    title ? writeBlock(title, brief, marks) : brief.title ? `# ${escapeMarkdown(brief.title.value)}` : '',
    ...writeHeader(page, notes),
  ];
  const body = writeBody(page, notes, marks);
  const remarks = brief.blocks
    .filter((block) => isRemark(block, page))
    .map((block) => writeRemark(block, brief, marks));
  // A source that nothing cites has no footnote, and is listed.
  const uncited = listedSources(brief)
    .filter(({ id }) => !notes.has(id))
    .map((source) => `- ${describeSource(source, page)}`);
  const parts = [
    ...head,
    ...body,
    ...(uncited.length > 0 ? [`## ${page.words.sources}`, uncited.join('\n')] : []),
    [...notes.definitions(), ...remarks].join('\n'),
  ];
  const whole = harmless(`${parts.filter((part) => part !== '').join('\n\n')}\n`.replace(/\r\n?/g, '\n'));
  // A line at the top would be taken for the fence of a front matter.
  return whole
    .replace(/^-{3,}(?=[ \t]*\n)/, '***')
    .replace(/^\uFEFF+(?=-{3,}[ \t]*\n)/, '\\')
    .replaceAll('\n', lineBreakOf(brief.text));
}

function writeHeader(page: Page, notes: Notes): string[] {
  const { brief, placement, words } = page;
  const { language, frontMatter } = brief;
  if (!frontMatter) return [];
  const { subtitle, publisher, url, authors, published, updated, summary } = frontMatter;
  const dateOf = (date: string) => escapeMarkdown(formatDate(date, language) ?? date);
  const name = publisher && escapeMarkdown(publisher.value);
  const byline = [
    ...(name ? [url ? linked(name, url.value) : name] : []),
    ...(authors.length > 0 ? [authors.map(({ value }) => escapeMarkdown(value)).join(', ')] : []),
    ...(published ? [dateOf(published.value)] : []),
    ...(updated ? [`${words.updated} ${dateOf(updated.value)}`] : []),
  ];
  return [
    subtitle ? `*${notes.inText(subtitle.value).trim()}*` : '',
    byline.join(' · '),
    summary ? notes.inText(summary.value).trim() : '',
    placement.tiles.map((figure) => `- ${writeKeyNumber(figure, page, notes)}`).join('\n'),
  ];
}

function writeBody(page: Page, notes: Notes, marks: readonly Mark[]): string[] {
  const { brief, placement } = page;
  const entries = listedInText(brief);
  const hasEntry = (span: Span) => startingIn(entries, span).length > 0;
  const written = sectionsWithText(brief);
  const declares = (block: Block) => {
    const section = block.section === null ? undefined : brief.sections[block.section];
    if (block.kind !== 'definition' && section?.kind !== 'sources') return false;
    // Works without a number stay where they are, and so do the headings over them.
    if (section?.kind === 'sources' && contains(block.span, section.headingSpan))
      return hasEntry(section.span) || !written.has(section);
    return hasEntry(block.span);
  };
  const parts: string[] = [];
  for (const [index, block] of brief.blocks.entries()) {
    if (!isTitle(block, brief) && !isRemark(block, page))
      parts.push(declares(block) ? writeUnlisted(block, page, entries, marks) : writeBlock(block, brief, marks));
    for (const figure of placement.afterBlock.get(index) ?? []) parts.push(writeFigure(figure, page, notes));
  }
  for (const figure of placement.rest) parts.push(writeFigure(figure, page, notes));
  return parts;
}

/** Returns the sections that have more than their heading, definitions and HTML. */
function sectionsWithText({ blocks, sections }: Brief): ReadonlySet<Section> {
  const found = new Set<Section>();
  for (const { kind, span, section: index } of blocks) {
    const section = index === null ? undefined : sections[index];
    if (section && kind !== 'definition' && kind !== 'html' && !contains(span, section.headingSpan)) found.add(section);
  }
  return found;
}

/** Writes the parts of a block with declarations that the page's list of sources doesn't have. */
function writeUnlisted(
  block: Block,
  { brief }: Page,
  entries: readonly SourceDeclaration[],
  marks: readonly Mark[],
): string {
  return unlistedIn(block, brief, entries)
    .map((span) => writeSpan(span, brief, marks))
    .join('\n');
}

/** Writes a block of the body with its marks rewritten; empty if nothing of it is left. */
function writeBlock({ span }: Block, brief: Brief, marks: readonly Mark[]): string {
  const start = brief.lines.startOf(brief.lines.lineAt(span.start));
  return writeSpan({ start, end: span.end }, brief, marks).trimEnd();
}

function writeSpan(span: Span, { text }: Brief, marks: readonly Mark[]): string {
  let result = '';
  let at = span.start;
  for (const mark of startingIn(marks, span)) {
    if (mark.span.start < at) continue;
    const written = mark.write();
    if (written === null) continue;
    result += text.slice(at, mark.span.start) + written;
    // A comment goes with its line break, which may be that of the block.
    at = Math.min(mark.span.end, span.end);
  }
  return result + text.slice(at, span.end);
}

/** Writes the definition of a footnote that isn't a source. */
function writeRemark(block: Block, brief: Brief, marks: readonly Mark[]): string {
  const written = writeBlock(block, brief, marks);
  const label = footnoteLabelOf(written);
  return label === null ? written : written.replace(`[^${label}]`, () => `[^${remarkName(label)}]`);
}

function isRemark({ kind, span }: Block, { brief, remarks }: Page): boolean {
  if (kind !== 'definition') return false;
  const label = footnoteLabelOf(brief.content.slice(span.start, span.end));
  return label !== null && remarks.has(label);
}
