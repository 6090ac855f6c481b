/** The body of the page, block by block. */

import { contains, type Span } from '../../base/text';
import { isLabel } from '../../brief/needs/sectionWords';
import { startsBold } from '../../brief/needs/wording';
import { noteAnchor } from '../../brief/queries/anchors';
import { listedSources } from '../../brief/queries/citedSources';
import { NUMBERS_BEHIND } from '../../brief/sources/sourceEntries';
import type { Block, Brief, Figure, Section, SourceDeclaration } from '../../brief/types';
import { element, type Html, nothing, text } from '../html';
import { type AuthorPart, groupsOf } from '../markdown/authorHtml';
import { firstFrom } from '../markdown/facts';
import { footnoteLabelOf, lineIn, type Page } from '../page';
import { type Part, partsOf } from '../parts';
import type { BlockReader } from './blocks';
import { firstLineOf, renderFigure } from './figures';
import { renderFreeText } from './freeText';
import { backLinks, renderSources } from './sources';
import { hasFieldsOfEntry, listedInText, unlistedIn } from './unlisted';

/** Renders the heading that is the title; null if the body has none. */
export function renderTitle({ brief }: Page, reader: BlockReader): Html | null {
  const block = brief.blocks.find((candidate) => isTitle(candidate, brief));
  return block ? reader.render(block, { headingShift: 0, first: 0 }) : null;
}

/** Renders the blocks. The list of sources replaces the brief's own, or is at the end. */
export function renderBody(page: Page, reader: BlockReader): Part[] {
  const { brief, placement, words } = page;
  const listed = listedInText(brief);
  const entries = entryStarts(listed);
  const definitions: Block[] = [];
  const before: Part[] = [];
  const after: Part[] = [];
  let sourcesHeading: Part[] | null = null;
  const together = readGroups(brief, entries);
  let group: { readonly first: Block; readonly end: number; readonly parts: AuthorPart[] } | null = null;

  for (const [index, block] of brief.blocks.entries()) {
    const section = block.section === null ? undefined : brief.sections[block.section];
    const parts = sourcesHeading === null ? before : after;
    const end = together.get(index);
    if (end !== undefined) group = { first: block, end, parts: [] };
    if (isTitle(block, brief)) continue;
    if (group !== null && block.kind !== 'definition') {
      const line = reader.lineOf(group.first);
      const html = htmlOf(block, brief);
      group.parts.push(html === null ? { shown: reader.render(block, { first: line }) } : { html });
      for (const figure of placement.afterBlock.get(index) ?? [])
        group.parts.push({ shown: renderFigure(figure, page, false, line) });
    } else if (block.kind === 'definition') {
      definitions.push(block);
    } else if (section?.kind === 'sources' && contains(block.span, section.headingSpan)) {
      sourcesHeading ??= partsOf(
        'body',
        reader.lineOf({ span: section.headingSpan }),
        headingOf(section, page, reader),
      );
      after.push(...partsOf('body', reader.lineOf(block), renderUnlisted(block, page, listed)));
    } else if (section?.kind === 'sources' && headsEntries(index, brief, entries)) {
      // The list of the page is one list: as the headings in it, the label of a part has no place.
    } else if (section?.kind !== 'sources' || !(hasEntry(block.span, entries) || hasFieldsOfEntry(block, listed))) {
      parts.push(...reader.renderParts(block));
    } else {
      parts.push(...partsOf('body', reader.lineOf(block), renderUnlisted(block, page, listed)));
    }
    if (group === null) for (const figure of placement.afterBlock.get(index) ?? []) parts.push(...partOf(figure, page));
    if (group?.end === index + 1) {
      parts.push(...partsOf('body', reader.lineOf(group.first), reader.renderTogether(group.parts, group.first)));
      group = null;
    }
  }

  const tooLong = brief.limits.find(({ why }) => why === 'size');
  if (tooLong) {
    const note = element('p', { class: 'unreadable' }, text(words.tooLong));
    (sourcesHeading === null ? before : after).push(...partsOf('body', reader.lineOf(tooLong), note));
  }
  for (const figure of placement.rest) before.push(...partOf(figure, page));
  // Written after all references to them, since they link back.
  const named = new Set<string>();
  const notes = definitions.flatMap((block) =>
    partsOf('notes', reader.lineOf(block), renderNote(block, page, reader, named)),
  );
  if (notes.length > 0)
    before.push(...partsOf('body', 0, element('h2', { class: 'notes-heading' }, text(words.notes))));
  if (sourcesHeading === null && listedSources(brief).length > 0) {
    const id = reader.nameHeading(words.sources, 2);
    sourcesHeading = partsOf('body', 0, element('h2', { id }, text(words.sources)));
  }
  return [...before, ...notes, ...(sourcesHeading ?? []), ...renderSources(page), ...after];
}

/** Returns the HTML of a block; null for any other block and for a comment. */
function htmlOf({ kind, span }: Block, { content }: Brief): string | null {
  if (kind !== 'html') return null;
  const html = content.slice(span.start, span.end);
  return html.startsWith('<!--') ? null : html.replace(/\r\n?/g, '\n');
}

/**
 * Finds the blocks inside one element of HTML: the end of each group by its start, as indexes of blocks. The title and the
 * list of sources have their own places, so no element may enclose them.
 *
 * @param entries offsets at which the entries of sources start, in order
 */
function readGroups(brief: Brief, entries: readonly number[]): ReadonlyMap<number, number> {
  const { blocks, sections } = brief;
  if (!blocks.some(({ kind }) => kind === 'html')) return new Map();
  const stays = (block: Block) => {
    if (isTitle(block, brief)) return false;
    const section = block.section === null ? undefined : sections[block.section];
    return section?.kind !== 'sources' || !(contains(block.span, section.headingSpan) || hasEntry(block.span, entries));
  };
  const groups = groupsOf(blocks.map((block) => (stays(block) ? htmlOf(block, brief) : null)));
  return new Map([...groups].filter(([start, end]) => blocks.slice(start, end).every(stays)));
}

/** Renders what the page's list doesn't show of a block that declares sources. */
function renderUnlisted(block: Block, page: Page, listed: readonly SourceDeclaration[]): Html {
  const { brief } = page;
  const stretches = unlistedIn(block, brief, listed).map(({ start, end }) => brief.content.slice(start, end));
  if (stretches.length === 0) return nothing;
  // A number after a work is its label, not a citation.
  const lines = stretches.join('\n').split('\n');
  const shown = lines.map((line) => line.replace(NUMBERS_BEHIND, (numbers) => numbers.replaceAll('[', '\\[')));
  return renderFreeText(shown.join('\n'), page);
}

/** Makes a part for a figure that no block of the text places. */
function partOf(figure: Figure, page: Page): Part[] {
  const line = firstLineOf(figure, page);
  return partsOf('body', line, renderFigure(figure, page, false, line));
}

/** True if a block is the title: a heading of the body that starts no section. */
export function isTitle(block: Block, { sections }: Brief): boolean {
  const section = block.section === null ? undefined : sections[block.section];
  return block.kind === 'heading' && section?.span.start !== block.span.start;
}

function headingOf(section: Section, page: Page, reader: BlockReader): Html {
  const level = Math.min(6, Math.max(2, section.level));
  const line = page.brief.lines.lineAt(section.headingSpan.start);
  const id = reader.nameHeading(section.heading, level);
  const attributes = { id, 'data-line': lineIn(line, line, page) };
  return element(`h${level}`, attributes, text(section.heading));
}

/** Returns the offsets at which the entries of sources sections start, in order. */
function entryStarts(listed: readonly SourceDeclaration[]): readonly number[] {
  return listed.filter(({ declaredIn }) => declaredIn === 'section').map(({ span }) => span.start);
}

function hasEntry({ start, end }: Span, entries: readonly number[]): boolean {
  return (entries[firstFrom(entries, start)] ?? Infinity) < end;
}

/** True for a bold label of a part of the list, `**Reports**`: the next block begins with an entry. A line such as `Read in May:` stays. */
function headsEntries(index: number, { blocks, content }: Brief, entries: readonly number[]): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (block?.kind !== 'paragraph' || !next || next.kind === 'heading' || !hasEntry(next.span, entries)) return false;
  const words = content.slice(block.span.start, block.span.end);
  return !hasEntry(block.span, entries) && startsBold(words) && isLabel(words);
}

/** Renders a footnote that is a remark. The content of other definitions is shown where they are used. */
function renderNote(block: Block, page: Page, reader: BlockReader, named: Set<string>): Html {
  const { start, end } = block.span;
  const definition = page.brief.content.slice(start, end);
  const label = footnoteLabelOf(definition);
  const number = label === null ? undefined : page.remarks.get(label);
  if (label === null || number === undefined) return nothing;
  const id = named.has(label) ? null : noteAnchor(label);
  named.add(label);
  const places = page.places.get(`^${label}`) ?? [];
  const back =
    places.length > 0 ? element('span', { class: 'back' }, backLinks(places, '↑', number, page.words)) : nothing;
  return element(
    'li',
    { id, class: 'note' },
    element('span', { class: 'note-number' }, text(number)),
    element('div', {}, reader.render(block, { part: 'note' }), back),
  );
}
