/** Writes the entries of lists of sources in our form, `- [n] Title. https://…`, each with a number. */

import { isNumber, isUsualNumber } from '../../base/messages';
import { once } from '../../base/once';
import { applyEdits, type Span, type TextEdit } from '../../base/text';
import { comparablePlace, siteOf } from '../../base/urls';
import { type LayoutBlock, type LayoutKind, layoutOf, verbatimIn } from '../../brief/blocks/layout';
import { readEntryStart, readReference } from '../../brief/sources/sourceEntries';
import type { Brief, Section, SourceDeclaration } from '../../brief/types';
import { headingOf, sectionEntries } from '../../rules/fixes/declareSource';
import { edited } from '../../rules/fixes/edited';
import { addressesIn, cleanAddress } from '../../rules/fixes/sources/addresses';
import type { Notes } from '../report';
import { isIn } from '../text/spans';
import { breakEntries, tidyLinkDump } from './entriesApart';
import { listedSources } from './listed';
import { numberColumn, type SourceRow, sourceRows } from './sourceRows';

/** Gives numbers to entries that have none, and cleans the addresses of all. */
export function tidySourceLists(brief: Brief, notes: Notes): Brief {
  const apart = tidyLinkDump(breakEntries(brief), notes);
  const numbered = edited(apart, numberEdits(apart, notes));
  return edited(numbered, [...entryEdits(numbered, notes), ...addressEdits(numbered, notes)]);
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines of a sources section that name a source without a number. The words may stand on the line above the address. */
interface Unnumbered {
  /** Span of the list mark or white space before the words. */
  readonly prefix: Span;
  readonly url: string;
  readonly lineBreak?: Span;
  /** True for the words of a heading or a bold line over the fields of the source. */
  readonly isHead?: true;
}

function numberEdits(brief: Brief, notes: Notes): TextEdit[] {
  const headed = [...sectionEntries(brief), ...brief.works].filter((entry) => headingOf(brief, entry) !== null);
  const isSkipped = once(() => withoutEntries(brief, headed));
  const found = brief.sections.flatMap((section, i) =>
    section.kind === 'sources' ? unnumberedIn(brief, linesOf(brief, section, brief.sections[i + 1], isSkipped())) : [],
  );
  found.push(...headed.flatMap(unnumberedHead));
  const rows = sourceRows(brief);
  if (found.length + rows.length === 0) return [];
  const declared = listedSources(brief);
  const known = new Set(declared.flatMap(({ url }) => (url === undefined ? [] : [comparablePlace(url)])));
  let next = firstNumber(brief, declared.length, found.length + rows.length);
  const numberOf = (url: string): number | null => {
    const key = comparablePlace(url);
    if (known.has(key)) return null;
    known.add(key);
    notes.numbered++;
    return next++;
  };
  const edits: TextEdit[] = [];
  const cells = new Map<Span, Map<number, number>>();
  const all = [...found, ...rows].sort((a, b) => startOf(a) - startOf(b));
  for (const one of all) {
    const number = numberOf('work' in one ? (one.work.url?.value ?? '') : one.url);
    if (number === null) continue;
    if ('work' in one) {
      const numbers = cells.get(one.table) ?? new Map<number, number>();
      cells.set(one.table, numbers.set(one.at, number));
    } else {
      edits.push({ span: one.prefix, newText: `${one.isHead ? '' : '- '}[${number}] ` });
      if (one.lineBreak) edits.push({ span: one.lineBreak, newText: ' ' });
    }
  }
  return [...edits, ...[...cells].flatMap(([table, numbers]) => numberColumn(brief, table, numbers))];
}

function unnumberedHead({ idSpan, url }: SourceDeclaration): Unnumbered[] {
  return url && idSpan.start === idSpan.end ? [{ prefix: idSpan, url: url.value, isHead: true }] : [];
}

function startOf(one: Unnumbered | SourceRow): number {
  return 'work' in one ? one.at : one.prefix.start;
}

/** Returns the first number to give. If no entry has a number yet, cited numbers count the entries in their order, from 1. */
function firstNumber(brief: Brief, declared: number, entries: number): number {
  const highest = highestOf(brief.citations.flatMap(({ items }) => items.map(({ id }) => id)));
  if (declared === 0 && highest <= entries) return 1;
  return Math.max(highest, highestOf(brief.sources.map(({ id }) => id))) + 1;
}

function highestOf(ids: readonly string[]): number {
  return ids.filter(isUsualNumber).reduce((highest, id) => Math.max(highest, Number(id)), 0);
}

/** Blocks with lines, but without an entry. */
const WITHOUT_ENTRIES: ReadonlySet<LayoutKind> = new Set(['fence', 'table', 'math', 'html', 'comment']);

/**
 * Tells whether a line is part of something that holds no entry of its own, by the offset where the line's words start.
 *
 * @param headed the entries under headings, which are whole
 */
function withoutEntries(brief: Brief, headed: readonly SourceDeclaration[]): (at: number) => boolean {
  const inBlocks = (blocks: readonly LayoutBlock[]): Span[] =>
    blocks.flatMap(({ kind, span, children }) => (WITHOUT_ENTRIES.has(kind) ? [span] : inBlocks(children)));
  const blocks = inBlocks(layoutOf(brief));
  const inline = verbatimIn(brief);
  const entries = headed.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return (at) =>
    [blocks, entries].some((spans) => isIn(spans, { start: at, end: at + 1 })) ||
    isIn(inline, { start: at - 1, end: at + 1 });
}

/** Returns the lines of a section, up to the next heading, that may be entries. */
function linesOf(
  { text, lines }: Brief,
  { headingSpan, span }: Section,
  next: Section | undefined,
  isSkipped: (at: number) => boolean,
): Line[] {
  const found: Line[] = [];
  const sectionEnd = Math.min(span.end, next?.headingSpan.start ?? span.end);
  for (let line = lines.lineAt(headingSpan.end) + 1; line < lines.count && lines.startOf(line) < sectionEnd; line++) {
    const [start, end] = [lines.startOf(line), lines.endOf(line)];
    const content = text.slice(start, end);
    if (isSkipped(start + Math.max(0, content.search(/\S/)))) continue;
    if (/^\s*(?:[|>#]|<!--|\[[^\]\n]{1,200}\]:|-{3,}\s*$)/.test(content)) continue;
    found.push({ start, end, text: content });
  }
  return found;
}

/** Nothing behind an address, or a remark in brackets, such as the day of access. */
const ONLY_A_REMARK = /^\s*(?:[[(（［][^[\]()（）［］]{1,60}[\])）］])?\s*$/;

function unnumberedIn(brief: Brief, lines: readonly Line[]): Unnumbered[] {
  const declared = new Set(sectionEntries(brief).map(({ idSpan }) => idSpan.start));
  const starts = lines.map(({ start }) => readEntryStart(brief.text, start));
  const isEntry = (i: number) => declared.has(starts[i]?.idSpan.start ?? -1);
  const hasEntries = lines.some((_, i) => isEntry(i));
  const found: Unnumbered[] = [];
  /** A line of words alone, which the address on the next line may belong to. */
  let above: Line | null = null;
  /** An item of words alone, whose further lines may have the address. */
  let open: { readonly line: Line; readonly mark: string } | null = null;
  lines.forEach((line, i) => {
    const item = /^ {0,3}[-*+•–][ \t]+/.exec(line.text)?.[0];
    const address = addressesIn(line.text)[0];
    const url = address?.url;
    // In a list with numbers, other lines continue the entry above.
    const isMore = item === undefined && /^[ \t]+\S/.test(line.text);
    if (item !== undefined && !isEntry(i) && url === undefined) open = { line, mark: item };
    else if (!isMore) open = null;
    if (open && isMore && url !== undefined) {
      found.push({ prefix: { start: open.line.start, end: open.line.start + open.mark.length }, url });
      open = null;
      above = null;
    } else if (isEntry(i) || (hasEntries && item === undefined) || line.text.trim() === '') above = null;
    else if (url === undefined) above = /^\S/.test(line.text) && item === undefined ? line : null;
    else {
      const isAlone =
        item === undefined &&
        line.text.slice(0, address?.span.start).trim() === '' &&
        ONLY_A_REMARK.test(line.text.slice(address?.span.end)) &&
        above?.end === line.start - 1;
      const first: Line = isAlone && above ? above : line;
      found.push({
        prefix: { start: first.start, end: first.start + (item ?? /^\s*/.exec(first.text)?.[0] ?? '').length },
        url,
        ...(first === line ? {} : { lineBreak: { start: first.end, end: line.start } }),
      });
      above = null;
    }
  });
  return found;
}

/**
 * Turns entries that are lines of a paragraph into items. The text of an entry gets plain addresses, and a name if it has none.
 */
function entryEdits(brief: Brief, notes: Notes): TextEdit[] {
  return sectionEntries(brief).flatMap((entry): TextEdit[] => {
    const { text, lines } = brief;
    const lineStart = lines.startOf(lines.lineAt(entry.span.start));
    const start = readEntryStart(text, lineStart);
    if (!start || start.url || start.idSpan.start !== entry.idSpan.start || headingOf(brief, entry) !== null) return [];
    const prefix = text.slice(lineStart, start.contentStart);
    const isParagraph = /^[ \t]*(?:[[［【<⁰¹²³⁴-⁹]|\*\*\[)/.test(prefix) && isNumber(entry.id);
    const content = { start: start.contentStart, end: Math.max(start.contentStart, entry.span.end) };
    const before = text.slice(content.start, content.end);
    const after = named(entry, cleaned(before, notes), notes);
    return [
      ...(isParagraph ? [{ span: { start: lineStart, end: content.start }, newText: `- [${entry.id}]` }] : []),
      ...(after === before ? [] : [{ span: content, newText: after }]),
    ];
  });
}

const SELF_LINK = /<?\[(https?:\/\/[^\]\s]+)\]\((https?:\/\/[^()\s]+)\)>?/gi;

function cleaned(text: string, notes: Notes): string {
  const bare = text.replace(SELF_LINK, (link, label: string, url: string) =>
    label.replace(/\\/g, '') === url ? url : link,
  );
  return applyEdits(
    bare,
    addressesIn(bare).flatMap(({ url, span }): TextEdit[] => {
      const clean = cleanAddress(url);
      if (clean === url || bare.slice(span.start, span.end) !== url) return [];
      notes.shortened++;
      return [{ span, newText: clean }];
    }),
  );
}

/** Adds the name of the site to an entry that is an address alone. */
function named({ id, url, title }: SourceDeclaration, text: string, notes: Notes): string {
  const site = url && siteOf(url.value);
  if (!site || title?.value || readReference(text, { start: 0, end: text.length }).title) return text;
  notes.untitled.add(id);
  return text.replace(/^\s*(?:[-–—:：]\s*)?/, (lead) => `${lead === '' ? ' ' : lead}${site}. `);
}

/**
 * Cleans the addresses of footnotes and definitions that are sources. A footnote that is an address alone gets the name of its
 * site, too.
 */
function addressEdits(brief: Brief, notes: Notes): TextEdit[] {
  return brief.sources.flatMap(({ id, declarations }) =>
    declarations.flatMap(({ declaredIn, url, idSpan, span }): TextEdit[] => {
      if (!url || (declaredIn !== 'footnote' && declaredIn !== 'definition') || !/^https?:/i.test(url.value)) return [];
      const written = brief.content.slice(url.span.start, url.span.end);
      const clean = cleanAddress(url.value);
      const isShorter = clean !== url.value && written.includes(url.value);
      const content = brief.content.slice(idSpan.end + ']:'.length, span.end);
      const isAlone = declaredIn === 'footnote' && content.trim().replace(/^<|>$/g, '') === written;
      const site = isAlone ? siteOf(url.value) : null;
      if (isShorter) notes.shortened++;
      if (site) notes.untitled.add(id);
      const at = url.span.start - (brief.text[url.span.start - 1] === '<' ? 1 : 0);
      return [
        ...(site ? [{ span: { start: at, end: at }, newText: `${site}. ` }] : []),
        ...(isShorter ? [{ span: url.span, newText: written.replace(url.value, () => clean) }] : []),
      ];
    }),
  );
}
