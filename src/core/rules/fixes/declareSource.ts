import { derive } from '../../base/derive';
import { isNumber, isUsualNumber } from '../../base/messages';
import { insert, lineBreakOf, type TextEdit } from '../../base/text';
import { isOfBrief } from '../../brief/queries/citedSources';
import type { Brief, SourceDeclaration } from '../../brief/types';
import { trimEnd } from '../../document/moved';
import { sourcesHeading } from './sources/heading';
import { footnote, inDefinitions, inFootnotes } from './sources/inDefinitions';
import { emptyTable, rowOf, tableOfEntry } from './sources/inTable';
import type { NewSource } from './sources/newSource';
import { wordsLike } from './sources/sourceInWords';
import { inFlowList, inList, inNewList } from './sources/sourceInYaml';

export type { NewSource } from './sources/newSource';

/**
 * Adds an entry for a source in the place and form of the brief's other sources: the list in the front matter, the sources
 * section with its list or table, or link definitions. Without any of these, it makes a sources section at the end. A source
 * with a key goes to the front matter, which is made if needed, unless other keys are in the body. A footnote goes after the
 * other footnotes.
 *
 * @returns null if no place would be read as an entry.
 */
export function declareSource(brief: Brief, source: NewSource): TextEdit | null {
  if (source.id.startsWith('^')) return inFootnotes(brief, source) ?? atEnd(brief, footnote(brief, source));
  if (brief.frontMatter?.sourcesList && !listsAllInSection(brief)) return inList(brief, { title: '', ...source });
  const inLine = hasOtherList(brief) ? inFlowList(brief, source) : null;
  if (inLine) return inLine;
  const entries = sectionEntries(brief);
  const defined = entries.length === 0 ? inDefinitions(brief, source) : null;
  if (defined) return defined;
  const inBody = isNumber(source.id) || hasOtherList(brief) || entries.some((entry) => !isNumber(entry.id));
  return inBody ? declareInSection(brief, source) : inNewList(brief, { title: '', ...source });
}

/** Adds an entry in the sources section, which is made if needed; null if nobody would read it there as an entry. */
export function declareInSection(brief: Brief, source: NewSource): TextEdit | null {
  return inSection(brief, source) ?? inNewSection(brief, source);
}

/** True if a sources section lists all entries of the front matter, which only add to it. */
const listsAllInSection = derive((brief: Brief) => {
  const listed = new Set(sectionEntries(brief).map(({ id }) => id));
  const entries = brief.frontMatter?.sources ?? [];
  return entries.length > 0 && entries.every(({ id }) => listed.has(id));
});

/** True if the front matter has a list of sources that isn't written as a block, such as `sources: []`. */
function hasOtherList({ frontMatter, text }: Brief): boolean {
  if (!frontMatter) return false;
  return /^(?:sources|references)[ \t]*:/m.test(text.slice(frontMatter.yaml.start, frontMatter.yaml.end));
}

/**
 * Returns an id for a new source: a number or a key, like most of the brief's own sources. Without any, its citations
 * decide, and then its bibliography.
 *
 * @param name the words for a key, or a function that makes a free key
 */
export function newSourceId(brief: Brief, name: string | ((taken: ReadonlySet<string>) => string) = 'source'): string {
  const { ids, keyed, highest } = idsOf(brief);
  if (!keyed) return String(highest + 1);
  if (typeof name === 'function') return name(ids);
  if (!ids.has(name)) return name;
  let suffix = 2;
  while (ids.has(`${name}-${suffix}`)) suffix++;
  return `${name}-${suffix}`;
}

/** Returns the declared and cited ids, whether a new id is a key, and the highest usual number, labels of footnotes among them. */
const idsOf = derive((brief: Brief) => {
  const declared = brief.sources.map(({ id }) => id);
  const own = brief.sources.filter(isOfBrief).map(({ id }) => id);
  const cited = brief.citations.flatMap(({ items }) => items.map(({ id }) => id));
  const ids = new Set([...declared, ...cited]);
  const balance = [own, cited, declared].map(numbersAgainstKeys).find((one) => one !== 0) ?? 0;
  let highest = 0;
  // A number without an entry cites the footnote with this label.
  for (const id of ids) {
    const number = id.replace(/^\^/, '');
    if (isUsualNumber(number)) highest = Math.max(highest, Number(number));
  }
  return { ids, keyed: balance < 0, highest };
});

/** Returns how many more ids are numbers than keys; negative if more are keys. Footnotes don't count. */
function numbersAgainstKeys(ids: readonly string[]): number {
  let numbers = 0;
  for (const id of new Set(ids)) if (!id.startsWith('^')) numbers += isNumber(id) ? 1 : -1;
  return numbers;
}

/** Adds an entry after the last one of a sources section, in the same form; without one, right below the section's heading. */
function inSection(brief: Brief, source: NewSource): TextEdit | null {
  const { text, lines } = brief;
  const newLine = lineBreakOf(text);
  const entries = sectionEntries(brief);
  const last = entries.at(-1);
  const table = lastTable(brief);
  if (table) return insert(table.end, `${newLine}${rowOf(brief, table, source)}`);
  if (last) {
    const at = lines.endOf(lines.lineAt(trimEnd(text, last.span.start, last.span.end)));
    const marker = markerAfter(brief, last, source.id);
    const previous = entries.at(-2);
    const isLoose =
      headingOf(brief, last) !== null ||
      (previous !== undefined &&
        /\n[ \t>]*\r?\n/.test(text.slice(trimEnd(text, previous.span.start, previous.span.end), last.span.start)));
    return insert(at, `${newLine}${isLoose ? newLine : ''}${marker}${wordsLike(brief, entries, source)}`);
  }
  const section = brief.sections.findLast((candidate) => candidate.kind === 'sources');
  if (!section) return null;
  const at = lines.endOf(lines.lineAt(section.headingSpan.end));
  const follows =
    lines.lineAt(at) + 1 < lines.count &&
    /\S/.test(text.slice(lines.startOf(lines.lineAt(at) + 1), lines.endOf(lines.lineAt(at) + 1)));
  return insert(at, `${newLine}${newLine}- ${labelOf(source)}${wordsLike(brief, [], source)}${follows ? newLine : ''}`);
}

/** Returns the table for new sources: the one with the last entry, or one without rows. */
const lastTable = derive((brief: Brief) => {
  const last = sectionEntries(brief).at(-1);
  if (last) return tableOfEntry(brief, last);
  const section = brief.sections.findLast(({ kind }) => kind === 'sources');
  return section ? emptyTable(brief, section) : null;
});

/** Returns the entries of sources sections, in document order. */
export const sectionEntries = derive((brief: Brief): readonly SourceDeclaration[] =>
  brief.sources
    .flatMap((source) => source.declarations.filter((declaration) => declaration.declaredIn === 'section'))
    .sort((a, b) => a.span.start - b.span.start),
);

/**
 * Returns the start of an entry after `last`. An ordered list is continued only if readers see the right number. After `[1]:
 * …`, the new entry is an item of a list.
 */
function markerAfter(brief: Brief, last: SourceDeclaration, id: string): string {
  const heading = headingOf(brief, last);
  if (heading !== null) return `${heading}${labelOf({ id })}`;
  const lineStart = brief.lines.startOf(brief.lines.lineAt(last.span.start));
  const line = brief.content.slice(lineStart, lineStart + 200);
  const margin = /^[ \t>]*/.exec(line)?.[0] ?? '';
  const rest = line.slice(margin.length);
  const ordered = /^(\d{1,9})([.)])[ \t]+/.exec(rest);
  const isShown = last.shownNumber === undefined || String(last.shownNumber) === last.id;
  if (ordered && isShown && Number(last.id) + 1 === Number(id)) {
    // A list written as "1. 1. 1." is continued in the same way.
    return `${margin}${ordered[1] === last.id ? id : ordered[1]}${ordered[2]}`;
  }
  const bullet = /^([-*+][ \t]+)\[/.exec(rest);
  if (bullet) return `${margin}${bullet[1]}${labelOf({ id })}`;
  // In a quotation, a line of a paragraph isn't an entry.
  return /^\[[^\]]+\](?!:)/.test(rest) && !margin.includes('>')
    ? `${margin}${labelOf({ id })}`
    : `${margin}- ${labelOf({ id })}`;
}

/** Returns the marks of the heading or bold line that an entry is, such as `### `; null if it isn't one. */
export function headingOf({ content }: Brief, { span }: SourceDeclaration): string | null {
  const line = content.slice(span.start, span.end).split('\n', 1)[0] ?? '';
  return /^#{1,6}[ \t]+/.exec(line)?.[0] ?? (/^(\*\*|__)\S.*\1\s*$/.test(line) ? '' : null);
}

function inNewSection(brief: Brief, source: NewSource): TextEdit | null {
  const newLine = lineBreakOf(brief.text);
  const level = brief.sections.reduce(
    (least, section) => Math.min(least, section.level),
    brief.sections.length === 0 ? 2 : 6,
  );
  const heading = `${'#'.repeat(level)} ${sourcesHeading(brief)}`;
  return atEnd(brief, `${heading}${newLine}${newLine}- ${labelOf(source)}${wordsLike(brief, [], source)}`);
}

/** Adds a block at the end of the text; null if an unclosed block there would include it. */
function atEnd(brief: Brief, block: string): TextEdit | null {
  const { text } = brief;
  if (endsInOpenBlock(brief)) return null;
  const newLine = lineBreakOf(text);
  const tail = text.slice(-200);
  const gap = /\n[ \t]*\r?\n$/.test(tail) ? '' : /[\r\n]$/.test(tail) ? newLine : `${newLine}${newLine}`;
  return insert(text.length, `${text === '' ? '' : gap}${block}${newLine}`);
}

/** True if the text ends in an unclosed fence or comment, which would include the text after it. */
const endsInOpenBlock = derive((brief: Brief) => {
  if (brief.frontMatter?.closed === false) return true;
  const block = brief.blocks.at(-1);
  if (!block || (block.kind !== 'code' && block.kind !== 'figure' && block.kind !== 'html')) return false;
  const written = brief.content.slice(block.span.start).trim();
  if (block.kind === 'html') return written.lastIndexOf('<!--') > written.lastIndexOf('-->');
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
  if (fence === undefined) return false;
  const lastLine = written.slice(written.lastIndexOf('\n') + 1);
  return !written.includes('\n') || !lastLine.trim().startsWith(fence);
});

/** Returns `[3]` or `[@usgs]`, the start of an entry of a sources section. */
export function labelOf({ id }: { readonly id: string }): string {
  return `[${isNumber(id) ? '' : '@'}${id}]`;
}
