import { isCaption } from '../../brief/needs/captions';
import { EMPTY_HEADER, type Header } from '../draft';
import { type Byline, readByline } from './byline';
import { claimEnds } from './claimEnds';
import { isItemLine, isVerbatimLine } from './lineKinds';
import { isRunOn } from './runOn';
import {
  bareHeading,
  endsPlainly,
  hasLetter,
  isCjk,
  isHeadingLike,
  isSourcesHeading,
  isUsualHeading,
  startsSmall,
} from './words';

/** Header from the first lines of a text, and the index of the line at which the rest starts. */
export interface ReadHeader {
  readonly header: Header;
  /** Lines among the first that have no place in a header, in order: they open the body. */
  readonly left: readonly string[];
  readonly next: number;
}

const MAX_HEADER_LINES = 10;
const MAX_TITLE = 200;

/**
 * Reads the title, the category, the publisher, the authors and the dates from the lines above the body:
 *
 *     Metals                          ← tag: a short line above the title
 *     Who will make the magnets?      ← title
 *     Metals Weekly·2025-08-06 03:21  ← byline: publisher, author and date, in any order
 *
 * Without a byline the first line is the title only where it stands apart from what follows.
 */
export function readHeader(lines: readonly string[]): ReadHeader {
  const top = linesAboveBody(lines);
  const first = top.findIndex(({ text }, i) => readByline(text, i === 0) !== null);
  return first === -1 ? withoutByline(lines, top) : withByline(lines, top, first);
}

interface TopLine {
  readonly text: string;
  /** Index of the line in the text, from 0. */
  readonly at: number;
}

function linesAboveBody(lines: readonly string[]): TopLine[] {
  const top: TopLine[] = [];
  for (let at = 0; at < lines.length && top.length < MAX_HEADER_LINES; at++) {
    const text = (lines[at] ?? '').trim();
    if (text === '') continue;
    if (isBodyLine(text) || (isStatement(text) && !isAboveByline(lines, at))) break;
    top.push({ text, at });
  }
  return top;
}

function isBodyLine(text: string): boolean {
  return isItemLine(text) || isVerbatimLine(text) || isSourcesHeading(text) || text.length > MAX_TITLE || isRunOn(text);
}

/** True if the line ends as a sentence does, or has a citation. Such a line is a title only above a byline. */
function isStatement(text: string): boolean {
  if (readByline(text, false)) return false;
  return /[.。；;，,]$/.test(text) || claimEnds(text).some(({ cited }) => cited);
}

function isAboveByline(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1, at + 3).find((line) => line.trim() !== '');
  const byline = next === undefined ? null : readByline(next.trim(), false);
  return byline?.published !== undefined || byline?.updated !== undefined;
}

function withByline(lines: readonly string[], top: readonly TopLine[], first: number): ReadHeader {
  let header: Header = EMPTY_HEADER;
  let end = first;
  for (; end < top.length; end++) {
    const line = top[end];
    const byline = line ? readByline(line.text, end === 0) : null;
    if (!byline || (end > first && overwrites(header, byline))) break;
    header = merge(header, byline);
  }
  if (first === 0 && header.title === undefined) {
    const below = top[end];
    if (below && isTitleLike(below.text) && hasBody(lines, below.at + 1)) {
      return { header: { ...header, title: bareHeading(below.text) }, left: [], next: below.at + 1 };
    }
  }
  const above = top.slice(0, first).map(({ text }) => text);
  const named = nameLines(above, header.title !== undefined);
  return { header: merge(named.header, header), left: named.left, next: (top[end - 1]?.at ?? 0) + 1 };
}

/** True if a byline repeats a field that the header has. Then its line belongs to the text. */
function overwrites(header: Header, byline: Byline): boolean {
  return (['title', 'subtitle', 'publisher', 'url', 'published', 'updated'] as const).some(
    (key) => header[key] !== undefined && byline[key] !== undefined,
  );
}

function merge(a: Header, b: Header): Header {
  return { ...a, ...b, authors: [...a.authors, ...b.authors], tags: [...a.tags, ...b.tags] };
}

/** Sorts the lines above a byline into categories, the title, a subtitle and other lines. */
function nameLines(above: readonly string[], hasTitle: boolean): { header: Header; left: readonly string[] } {
  let at = 0;
  const tags: string[] = [];
  while (at < above.length - 1 && isCategory(above[at] ?? '', above[at + 1] ?? '')) tags.push(above[at++] ?? '');
  const title = hasTitle ? undefined : above[at++];
  const rest = above.slice(at);
  const subtitle = rest.length === 1 ? rest[0] : undefined;
  return {
    header: {
      ...EMPTY_HEADER,
      tags,
      ...(title !== undefined && { title: bareHeading(title) }),
      ...(subtitle !== undefined && { subtitle }),
    },
    left: subtitle === undefined ? rest : [],
  };
}

/** A category is a few words above a longer title: "Metals", "Company news", 行业动态. */
function isCategory(line: string, next: string): boolean {
  const short = isCjk(line.charAt(0)) ? line.length <= 10 : line.length <= 30 && line.split(/\s+/).length <= 3;
  return short && line.length < next.length && hasLetter(line) && !/[.!?。！？:：,，]$/.test(line);
}

function isTitleLike(text: string): boolean {
  return (
    text.length <= MAX_TITLE &&
    hasLetter(text) &&
    !startsSmall(text) &&
    !/[.。,，;；:：]$/.test(text) &&
    !/^https?:\/\/\S+$/.test(text)
  );
}

/** Reads a header without a byline: the lines up to the first blank one or the body, if they look like a title. */
function withoutByline(lines: readonly string[], top: readonly TopLine[]): ReadHeader {
  const none: ReadHeader = { header: EMPTY_HEADER, left: [], next: 0 };
  const group = top.filter(({ at }, i) => at === (top[0]?.at ?? 0) + i);
  const end = (group.at(-1)?.at ?? -1) + 1;
  if (group.length === 0 || group.length > 3 || !hasBody(lines, end)) return none;
  if (!group.every(({ text }) => isTitleLike(text))) return none;
  const below = lines[end]?.trim() ?? '';
  const following =
    lines
      .slice(end)
      .find((line) => line.trim() !== '')
      ?.trim() ?? '';
  if (startsSmall(following) || (below !== '' && !isItemLine(below) && isWrapped(group.at(-1)?.text ?? '')))
    return none;
  const last = group.at(-1)?.text ?? '';
  // "Table 1: Sales" or "Sales (thousands)" above a table is its caption.
  if (group.length === 1 && following.startsWith('|') && (isCaption(last) || /[)）]$/.test(last))) return none;
  // A line right above a list, or a usual heading, opens a section.
  const opensSection =
    isUsualHeading(last) ||
    (isItemLine(following) && !opensNumbered(lines, end) && isHeadingLike(last) && hasMoreHeadings(lines, end));
  const names = opensSection ? group.slice(0, -1) : group;
  if (names.length === 0) return none;
  const named = nameLines(
    names.map(({ text }) => text),
    false,
  );
  return { header: named.header, left: named.left, next: (names.at(-1)?.at ?? 0) + 1 };
}

/** True if a line looks cut at a margin rather than ended. */
function isWrapped(text: string): boolean {
  return text.length >= 60 && endsPlainly(text);
}

function hasBody(lines: readonly string[], from: number): boolean {
  return lines.slice(from).some((line) => line.trim() !== '');
}

/** True if the next lines aren't a list, but begin with a numbered heading: "1. Market" above a paragraph. */
function opensNumbered(lines: readonly string[], from: number): boolean {
  const [first = '', second = ''] = lines.slice(from).flatMap((line) => line.trim() || []);
  const words = /^1[.)、]\s+(.*)/.exec(first)?.[1] ?? '';
  return isHeadingLike(words) && second !== '' && !isItemLine(second);
}

/** True if another line below has the form of a heading and stands right above a list item. */
function hasMoreHeadings(lines: readonly string[], from: number): boolean {
  let before = '';
  for (const raw of lines.slice(from)) {
    const line = raw.trim();
    if (line === '') continue;
    if (isItemLine(line) && before !== '' && !isItemLine(before) && isHeadingLike(before)) return true;
    before = line;
  }
  return false;
}
