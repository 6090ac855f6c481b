import type { Piece } from '../draft';
import { endsClaim } from './claimEnds';
import { BULLET, FENCE, indentOf, isEntryLine, isItemLine, isVerbatimLine, NUMBER } from './lineKinds';
import { endOfNested } from './outline';
import { isCjk, isHeadingLike, isSourcesHeading, startsSmall } from './words';

/**
 * Joins lines to paragraphs and list items. A line continues the one above it if nothing separates them and the upper one
 * doesn't end a sentence. A line that is indented below an item continues the item.
 */
export function readPieces(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let open: { kind: 'paragraph' | 'item'; parts: string[]; marker: string; indent: number } | null = null;
  const close = () => {
    if (open?.kind === 'item') {
      pieces.push({ kind: 'item', text: joinLines(open.parts), marker: open.marker, indent: open.indent });
    } else if (open) {
      pieces.push({ kind: 'paragraph', text: joinLines(open.parts) });
    }
    open = null;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const text = line.trim();
    const listed = isSourcesHeading(text) ? entryLines(lines, i + 1) : null;
    if (text === '') {
      close();
    } else if (listed) {
      close();
      pieces.push({ kind: 'paragraph', text }, { kind: 'verbatim', lines: listed.entries });
      i = listed.end - 1;
    } else if (isVerbatimLine(text)) {
      close();
      const end = endOfVerbatim(lines, i);
      pieces.push({ kind: 'verbatim', lines: lines.slice(i, end) });
      i = end - 1;
    } else if (isItemLine(text)) {
      close();
      const number = NUMBER.exec(text);
      const marker = number ?? BULLET.exec(text);
      const rest = text.slice(marker?.[0].length ?? 0);
      const end = indentOf(line) === 0 ? endOfNested(lines, i) : null;
      if (end !== null) {
        const below = lines.slice(i + 1, end);
        pieces.push({ kind: 'item', text: rest, marker: number ? numberOf(number) : '-', indent: 0, below });
        i = end - 1;
        continue;
      }
      open = { kind: 'item', parts: [rest], marker: number ? numberOf(number) : '-', indent: indentOf(line) };
    } else if (open && continues(open, line, lines[i + 1])) {
      open.parts.push(text);
    } else {
      close();
      open = { kind: 'paragraph', parts: [text], marker: '', indent: 0 };
    }
  }
  close();
  return pieces;
}

const ADDRESS = /https?:\/\/\S/i;

/**
 * Reads a list of sources without marks, one on each line: most lines have an address. A line without one belongs to the entry
 * above. Null for other lines.
 *
 * @returns the entries as items, and the index of the line behind the last
 */
function entryLines(
  lines: readonly string[],
  from: number,
): { readonly entries: string[]; readonly end: number } | null {
  const entries: string[] = [];
  let without = 0;
  let at = from;
  for (; at < lines.length; at++) {
    const text = (lines[at] ?? '').trim();
    if (text === '') continue;
    if (isItemLine(text) || isVerbatimLine(text) || isEntryLine(text)) return null;
    if (ADDRESS.test(text)) entries.push(`- ${text}`);
    else if (++without * LEAST_PER_ODD > entries.length) return null;
    else entries[entries.length - 1] += ` ${text}`;
  }
  return entries.length < 2 ? null : { entries, end: at };
}

/** A list has at least so many entries with an address for each line without one. */
const LEAST_PER_ODD = 4;

function numberOf([, plain, bracketed, circled]: RegExpExecArray): string {
  if (circled !== undefined) return `${circled.charCodeAt(0) - '①'.charCodeAt(0) + 1}.`;
  return `${plain ?? bracketed}.`;
}

function continues(
  open: { kind: 'paragraph' | 'item'; parts: string[]; indent: number },
  line: string,
  next: string | undefined,
): boolean {
  const text = line.trim();
  const above = open.parts.at(-1) ?? '';
  if (isEntryLine(text)) return false;
  if (open.kind === 'item' && indentOf(line) > open.indent + 1) return true;
  if (endsClaim(above) || /[:：]$/.test(above)) return false;
  if (next !== undefined && isItemLine(next) && isHeadingLike(text)) return false;
  if (open.kind === 'item') return startsSmall(text) || /[,，、]$/.test(above);
  return !(isHeadingLike(above) && open.parts.length === 1 && !startsSmall(text));
}

/** Joins the lines of a paragraph by spaces, and without one between two CJK characters. */
function joinLines(parts: readonly string[]): string {
  const joined: string[] = [];
  let last: string | undefined;
  for (const part of parts) {
    if (part === '') continue;
    if (last !== undefined && !(isCjk(last) && isCjk(part.charAt(0)))) joined.push(' ');
    joined.push(part);
    last = part.at(-1);
  }
  return joined.join('');
}

/** Returns the index of the line after a fenced block, a table, a quotation or the like that starts at line `start`. */
function endOfVerbatim(lines: readonly string[], start: number): number {
  const fence = FENCE.exec((lines[start] ?? '').trimStart())?.[1];
  let at = start + 1;
  if (fence === undefined) {
    while (at < lines.length && isVerbatimLine(lines[at] ?? '') && !FENCE.test((lines[at] ?? '').trimStart())) at++;
    return at;
  }
  while (at < lines.length && !(lines[at] ?? '').trimStart().startsWith(fence)) at++;
  if (at < lines.length) return at + 1;
  // An unclosed fence goes on to the end of the text, but without the blank lines there.
  while (at > start + 1 && (lines[at - 1] ?? '').trim() === '') at--;
  return at;
}
