/**
 * Renames a source in one citation. Only the id is replaced if the form can still hold it. Otherwise the bracket is written
 * again, and split if numbers and keys cannot be in one bracket:
 *
 *     [1]        [@usgs]              [@usgs; @doe]   [7][@doe]
 *     [1, 7]     [@usgs][7]           [@usgs, p. 3]   [7, p. 3]
 *     [5-7]      [5][@usgs][7]        [see @usgs]     [see @7]
 */

import type { Span, TextEdit } from '../../base/text';
import { declaredIds, resolveCitation } from '../../brief/blocks/resolve';
import type { Citation, CitationItem } from '../../brief/types';
import { readCitation } from '../../document/citations';
import { isSuperscript, MOST_SUPERSCRIPTS, superscriptOf } from '../../document/citations/superscripts';
import { citationText, isNumeral, isPlainKey, keyText, type Renaming } from './newNames';
import { type Chunk, chunksOf, groupsOf, rangeWith } from './numberLists';

/** The edits of one citation that has the source to be renamed among its items. */
export function renameInCitation(text: string, citation: Citation, renaming: Renaming): TextEdit[] {
  const { to } = renaming;
  const items = citation.items.filter(({ id }) => id === renaming.from);
  switch (citation.form) {
    case 'reference-link':
      return items.map(({ span }) => renameLabel(text, span, to));
    case 'inline-link':
      return items.map(({ span }) => renameLinked(text, span, to));
    case 'narrative':
      return items.map((item) => renameMention(text, citation.span, item, renaming));
    case 'keyed':
      return isNumeral(to) && !isNumeral(renaming.from)
        ? keysToNumber(text, citation, renaming)
        : items.map(({ span }) => renameKey(text, span, to));
    case 'superscript':
    case 'numbered':
    case 'full-width':
      return renameNumber(text, citation, items, renaming);
    case 'footnote':
    case 'author-year':
    case 'key-number':
      return [];
  }
}

/** `[text][1]`, and `[1]: …`: the label of a link, with `@` before a key. */
export function renameLabel(text: string, span: Span, to: string): TextEdit {
  const start = text[span.start - 1] === '@' ? span.start - 1 : span.start;
  return { span: { start, end: span.end }, newText: isNumeral(to) ? to : `@${to}` };
}

/** `[1](https://…)` takes numbers only: a key is cited in the words of the link, `[[@usgs]](https://…)`. */
function renameLinked(text: string, span: Span, to: string): TextEdit {
  if (isNumeral(to)) return { span, newText: to };
  const nested = text[span.start - 2] === '[';
  return { span, newText: nested ? keyText(to) : citationText(to) };
}

/** `[1]`, `[1, 5-7]`, `[1]–[3]`, `【1】`, `<sup>1</sup>` and `¹`. */
function renameNumber(
  text: string,
  citation: Citation,
  items: readonly CitationItem[],
  { from, to }: Renaming,
): TextEdit[] {
  const { span } = citation;
  const groups = groupsOf(text, citation);
  const signs = isSuperscript(text[span.start] ?? '');
  if (isNumeral(to) && (!signs || to.length <= MOST_SUPERSCRIPTS)) {
    const newText = signs ? superscriptOf(to) : to;
    const ranges = groups.filter((group) => group.items.length > 1 && group.items.some(({ id }) => id === from));
    const inRange = new Set(ranges.flatMap((group) => group.items));
    return [
      ...items.filter((item) => !inRange.has(item)).map((item) => ({ span: item.span, newText })),
      ...ranges.map((group) => ({ span: group.range, newText: rangeWith(text, citation, group, from, to) })),
    ];
  }
  const only = items.length === citation.items.length && items.length === 1 ? items[0] : undefined;
  if (only && citation.form === 'numbered' && !only.locator && text[span.start + 1] !== '[')
    return [settled(text, span, { span: only.span, newText: keyText(to) })];
  const first = groups[0];
  const last = groups.at(-1);
  if (!first || !last) return [];
  const open = text.slice(span.start, first.span.start);
  const close = text.slice(last.span.end, span.end);
  const pieces = chunksOf(text, citation, from).map((chunk) => writeChunk(chunk, open, close, to));
  return [settled(text, span, { span, newText: pieces.join('') })];
}

function writeChunk(chunk: Chunk, open: string, close: string, to: string): string {
  if (chunk.kind === 'others') return `${open}${chunk.text}${close}`;
  return chunk.locator ? `[${isNumeral(to) ? to : keyText(to)}, ${chunk.locator}]` : citationText(to);
}

/** Takes a key that becomes a number out of its bracket, unless words around it need the form that it has. */
function keysToNumber(text: string, { span, items }: Citation, { from, to }: Renaming): TextEdit[] {
  const pieces: string[] = [];
  let others: string[] = [];
  const flush = () => {
    if (others.length > 0) pieces.push(`[${others.join(';').trim()}]`);
    others = [];
  };
  let start = span.start + 1;
  items.forEach((item, i) => {
    const end = i === items.length - 1 ? span.end - 1 : text.indexOf(';', item.span.end);
    const numbered = item.id === from ? asNumber(text, start, item, to) : null;
    if (numbered) {
      flush();
      pieces.push(numbered);
    } else if (item.id === from) {
      const edit = renameKey(text, item.span, to);
      others.push(text.slice(start, edit.span.start) + edit.newText + text.slice(edit.span.end, end));
    } else others.push(text.slice(start, end));
    start = end + 1;
  });
  flush();
  return [settled(text, span, { span, newText: pieces.join('') })];
}

/** `[7]` or `[7, p. 3]` for a part of a keyed citation; null where the grammar would not read that so. */
function asNumber(text: string, start: number, { span, locator, prefix }: CitationItem, to: string): string | null {
  if (prefix || /-@\{?$/.test(text.slice(start, span.start))) return null;
  const written = locator ? `[${to}, ${locator}]` : `[${to}]`;
  const read = readCitation(written, 0);
  const only = read?.kind === 'citation' && read.items.length === 1 ? read.items[0] : undefined;
  return only?.id === to && only.locator === locator ? written : null;
}

/**
 * Keeps an edit at the end or the start of a citation apart from its neighbours where these would join: `[@usgs](` would
 * be a link, `![@usgs]` an image.
 *
 * @param whole the citation as it is
 */
function settled(text: string, whole: Span, edit: TextEdit): TextEdit {
  const inner = text.slice(whole.start, edit.span.start) + edit.newText + text.slice(edit.span.end, whole.end);
  const after = text.slice(whole.end, whole.end + 2);
  const opens = text[whole.start] === '[';
  const keyed = /@[^[\]]*\]$/.test(inner);
  const joinsNext = keyed ? /^(?:[({]|\[(?![@0-9]))/.test(after) : inner.endsWith(']') && /^(?:\(|\{\{)/.test(after);
  const joinsLast = inner.startsWith('[') && !opens && /[!\]\\]/.test(text[whole.start - 1] ?? '');
  if (!joinsNext && !joinsLast) return edit;
  return { span: whole, newText: `${joinsLast ? ' ' : ''}${inner}${joinsNext ? ' ' : ''}` };
}

/**
 * Renames a key within its form, with braces around it where it needs them.
 *
 * @param span the key as it stands there, without `@` and braces
 */
function renameKey(text: string, span: Span, to: string): TextEdit {
  const braced = text[span.start - 1] === '{' && text[span.end] === '}';
  return { span, newText: braced || isPlainKey(to) ? to : `{${to}}` };
}

/**
 * Renames a source that is named in the sentence: `@usgs` becomes `@doe`, or `[7]`. What follows without a space must not
 * become a part of the name, nor the bracket a part of what stands beside it.
 */
function renameMention(text: string, whole: Span, item: CitationItem, { to, declared }: Renaming): TextEdit {
  if (isNumeral(to)) {
    const beside = `${text[whole.start - 1] ?? ''} ${text[whole.end] ?? ''}`;
    if (!/^[!\]\\]| [({[:]$/.test(beside)) return { span: whole, newText: citationText(to) };
  }
  const edit = renameKey(text, item.span, to);
  if (edit.newText !== to) return edit;
  const before = text.slice(Math.max(0, whole.start - 1), edit.span.start);
  const read = readCitation(before + to + text.slice(edit.span.end, edit.span.end + 210), whole.start > 0 ? 1 : 0);
  if (read?.kind !== 'citation') return { ...edit, newText: `{${to}}` };
  const meant = resolveCitation(read, declaredIds(declared, true));
  const isRead = meant.kind === 'citation' && meant.items[0]?.id === to;
  return isRead ? edit : { ...edit, newText: `{${to}}` };
}
