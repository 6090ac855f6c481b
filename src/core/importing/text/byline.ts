import { findDate } from '../../base/dates';
import type { Header } from '../draft';
import { hasLetter } from './words';

/** Fields of a line such as "Metals Weekly·2025-08-06 03:21". */
export type Byline = Header;

type Role = 'title' | 'publisher' | 'authors' | 'published' | 'updated' | 'tags';

const LABELS: readonly (readonly [Role, RegExp])[] = [
  ['title', /^(?:title|标题|題目)\s*[:：]\s*/i],
  ['publisher', /^(?:source|publisher|published by|来源|來源|出处|媒体|发布机构|出典)\s*[:：]\s*/i],
  ['authors', /^(?:(?:authors?|by|written by|作者|记者|文|撰文)\s*[:：]\s*|by\s+(?=\p{Lu}))/iu],
  [
    'published',
    /^(?:(?:published|posted)(?:\s+on)?\s*[:：]?\s*|date\s*[:：]\s*|(?:发布时间|发布日期|发表时间|发布于|日期|时间)\s*[:：]?\s*)/i,
  ],
  ['updated', /^(?:(?:last\s+)?updated(?:\s+on)?\s*[:：]?\s*|(?:更新时间|更新日期|更新于|更新)\s*[:：]?\s*)/i],
  ['tags', /^(?:category|categories|tags?|topics?|section|栏目|分类|标签|类别)\s*[:：]\s*/i],
];

const PARTS = /\s*[·•|｜]\s*|\s+[-–—/]\s+|\s{2,}|\t/;
const MAX_LINE = 160;
const MAX_NAME = 60;
const MAX_NAME_WORDS = 6;

/**
 * Reads a line that names the publisher, the authors or the date, in any order, separated by `·`, `|`, `•` or spaced dashes.
 * Null if the line says something else, too: a sentence with a date in it isn't a byline.
 *
 * @param first true for the first line of the text, where only a line with separators or labels is one
 */
export function readByline(line: string, first: boolean): Byline | null {
  if (line.length > MAX_LINE) return null;
  const parts = line.split(PARTS).filter((part) => part !== '');
  const read = readParts(parts);
  if (!read || (read.dates === 0 && read.labels === 0)) return null;
  if (first && parts.length === 1 && read.labels === 0 && read.names > 0) return null;
  return read.header;
}

/**
 * Returns the labels and dates of the lines above a body, and the words between names. Front matter doesn't keep this wording.
 */
export function wordingOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const gone: string[] = [];
    for (let rest = line.trim(); rest !== ''; ) {
      const parted = PARTS.exec(rest);
      const part = rest.slice(0, parted?.index ?? rest.length);
      const label = labelOf(part) ?? { length: 0 };
      const date = findDate(part);
      const inner = date ? labelBefore(part.slice(0, date.span.start).replace(/[\s,，(（]+$/, '')) : null;
      gone.push(part.slice(0, label.length), ...(part.match(/\s+and\s+/g) ?? []));
      if (inner && label.length === 0) gone.push(part.slice(inner.name.length, date?.span.start));
      if (date) gone.push(part.slice(date.span.start, date.span.end));
      rest = parted ? rest.slice(parted.index + parted[0].length) : '';
    }
    return gone;
  });
}

interface Parts {
  readonly header: Header;
  readonly dates: number;
  readonly labels: number;
  readonly names: number;
}

function readParts(parts: readonly string[]): Parts | null {
  const found: { title?: string; publisher?: string; published?: string; updated?: string } = {};
  const authors: string[] = [];
  const tags: string[] = [];
  let dates = 0;
  let labels = 0;
  let names = 0;
  for (const part of parts) {
    const pieces = piecesOf(part);
    if (!pieces) return null;
    for (const { role, value, labelled } of pieces) {
      if (labelled) labels++;
      if (role === 'published' || role === 'updated') {
        const key = role === 'published' && found.published !== undefined ? 'updated' : role;
        if (found[key] !== undefined) return null;
        found[key] = value;
        dates++;
      } else if (role === 'authors') {
        for (const name of value.split(/\s*[,，、;；]\s*|\s+and\s+/)) if (name !== '') authors.push(name);
      } else if (role === 'tags') {
        for (const tag of value.split(/\s*[,，、;；]\s*/)) if (tag !== '') tags.push(tag);
      } else {
        names++;
        if (found[role] === undefined) found[role] = value;
        else if (!labelled) tags.push(value);
        else return null;
      }
    }
  }
  return { header: { ...found, authors, tags }, dates, labels, names };
}

interface NamedValue {
  readonly role: Role;
  readonly value: string;
  readonly labelled: boolean;
}

/**
 * Reads a part between separators: a date, a labelled value, a name, or a name with a date on either side. Null for other
 * parts.
 */
function piecesOf(part: string): NamedValue[] | null {
  const labelled = labelOf(part);
  const role = labelled?.role;
  const value = (labelled ? part.slice(labelled.length) : part).trim();
  const date = findDate(value);
  if (!date) {
    if (role === 'published' || role === 'updated' || !isName(value, role === 'title')) return null;
    return [{ role: role ?? 'publisher', value, labelled: labelled !== null }];
  }
  const dated = role === 'updated' ? 'updated' : 'published';
  const before = value.slice(0, date.span.start).replace(/[\s,，(（]+$/, '');
  const after = value.slice(date.span.end).replace(/^[\s,，)）]+/, '');
  if (role === 'title' || role === 'tags') return null;
  // A month without a day is a date only where it stands alone: "Outlook for August 2025" is a title.
  if (date.iso.length < 10 && (before !== '' || after !== '')) return null;
  const pieces: NamedValue[] = [];
  if (before !== '') {
    const inner = role === undefined || role === 'published' || role === 'updated' ? labelBefore(before) : null;
    if (inner) {
      if (inner.name !== '' && !isName(inner.name, false)) return null;
      if (inner.name !== '') pieces.push({ role: 'publisher', value: inner.name, labelled: false });
      pieces.push({ role: inner.role, value: date.iso, labelled: true });
      return after === '' ? pieces : null;
    }
    if (!isName(before, false)) return null;
    const named = role === 'publisher' || role === 'authors' ? role : 'publisher';
    pieces.push({ role: named, value: before, labelled: named === role });
  }
  pieces.push({ role: dated, value: date.iso, labelled: role === dated });
  if (after !== '') {
    const more = piecesOf(after);
    if (!more) return null;
    pieces.push(...more);
  }
  return pieces;
}

function labelOf(text: string): { readonly role: Role; readonly length: number } | null {
  for (const [role, pattern] of LABELS) {
    const match = pattern.exec(text);
    if (match && match[0].length < text.length) return { role, length: match[0].length };
  }
  return null;
}

/** Splits "Reuters, updated" before a date into the name and the label at the end. Null if there is no label. */
function labelBefore(text: string): { readonly role: 'published' | 'updated'; readonly name: string } | null {
  const match =
    /(?:^|[\s,，])(published|posted|updated|发布时间|发布日期|发布于|更新时间|更新于)(?:\s+on)?\s*[:：]?$/i.exec(text);
  if (!match) return null;
  const role = /updated|更新/i.test(match[1] ?? '') ? 'updated' : 'published';
  return { role, name: text.slice(0, match.index).replace(/[\s,，]+$/, '') };
}

/**
 * True if the words could name a publisher, a person or a category: a few words that aren't a piece of a sentence. A title may
 * be any words.
 */
function isName(text: string, isTitle: boolean): boolean {
  if (isTitle) return text !== '';
  if (text === '' || text.length > MAX_NAME || !hasLetter(text) || /[.。!！?？；;，,\]]$/.test(text)) return false;
  const words = text.split(/\s+/);
  return (
    words.length <= MAX_NAME_WORDS &&
    !/^(?:on|in|of|by|at|since|until|from|before|after|and|to)$/i.test(words.at(-1) ?? '')
  );
}
