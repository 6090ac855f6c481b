import type { Piece } from '../draft';
import { endsClaim } from './claimEnds';
import { isCjk, isHeadingLike, startsSmall } from './words';

const BULLET = /^[-–—•●▪■◦‣*+·]\s+(?=\S)/;
/** `1. `, `1) `, `1、`, `(1)`, `①`. */
const NUMBER = /^(?:(\d{1,3})(?:[.)]\s+|、\s*)|[（(](\d{1,2})[)）]\s*|([①-⑳])\s*)(?=\S)/;
const VERBATIM = /^(?:\||>|<!--|<\/?[a-z][^>]*>$|\$\$|(?:[-*_]\s*){3,}$|\[\^?[^\]\n]{1,80}\]:\s)/i;
const FENCE = /^(`{3,}|~{3,})/;
const ENTRY = /^\[\d{1,4}\](?::|\s|[^\s[({])/;

/** True if the line starts with a bullet or a number of a list. */
export function isItemLine(line: string): boolean {
  const text = line.trimStart();
  return (BULLET.test(text) || NUMBER.test(text)) && !VERBATIM.test(text);
}

/** True if the line is Markdown that a rewriting would break: a fence, a table row, a quotation, a rule, HTML. */
export function isVerbatimLine(line: string): boolean {
  const text = line.trimStart();
  return VERBATIM.test(text) || FENCE.test(text);
}

/** True if the line opens with `[n]` as an entry of a list of sources does. */
export function isEntryLine(line: string): boolean {
  return ENTRY.test(line);
}

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
    if (text === '') {
      close();
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

/** Returns the column at which the words of a line start, with tabs to every fourth column. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === '\t') columns += 4 - (columns % 4);
    else if (/\s/.test(char)) columns++;
    else break;
  }
  return columns;
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
