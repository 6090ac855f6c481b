import type { Span } from '../../base/text';
import { namesOf } from './keys';
import { endOfValue, isDash, type KeyText, keyAt, type Line } from './lines';

/** A top-level key with all that belongs to it, or an entry of a list. From the first line's start. */
export interface Piece extends Span {
  /** The piece without the indentation before it. */
  readonly span: Span;
  readonly lines: readonly Line[];
}

export interface KeyPiece extends Piece {
  readonly key: KeyText;
  /** The text after the colon on the key's own line; empty for a list below it. */
  readonly inline: Span;
  /** True if the line is nothing but the word `sources` or `figures`: its colon was forgotten. */
  readonly colonMissing: boolean;
}

export interface EntryPieces {
  readonly entries: readonly Piece[];
  /** The columns before the `-` of the first one. */
  readonly indent: number;
}

const KNOWN = namesOf('front matter');
const LIST_KEYS: ReadonlySet<string> = new Set(['sources', 'references', 'figures']);

/**
 * Cuts front matter at its `key:` lines in column 0. YAML requires all other content to be indented, save the
 * `- ` of a list and, in practice, a closing `]` or `}`; so this is where the top-level keys are, however broken
 * what they hold may be. Other text in column 0 is `stray` and costs no key.
 */
export function cutKeys(text: string, lines: readonly Line[]): { keys: KeyPiece[]; strays: Piece[] } {
  const keys: KeyPiece[] = [];
  const strays: Piece[] = [];
  let current: Gathering | null = null;
  const finish = () => {
    if (current === null) return;
    const piece = pieceOf(current.lines);
    if (current.key === null) strays.push(piece);
    else keys.push({ ...piece, key: current.key, inline: current.inline, colonMissing: current.colonMissing });
  };
  for (const line of lines) {
    const gathering: Gathering | null = line.kind === 'text' ? startOf(text, line, current) : null;
    if (gathering !== null) {
      finish();
      current = gathering;
    } else current?.lines.push(line);
  }
  finish();
  return { keys, strays };
}

/**
 * Cuts the value of a key into the entries of its list, at each `-` further left than the content of the entry before it. Null
 * if the value is not such a list: it is on the key's line, or starts otherwise.
 */
export function cutEntries(text: string, piece: KeyPiece): EntryPieces | null {
  const below = piece.lines.slice(1);
  const first = below.find((line) => line.kind === 'text');
  if (piece.inline.end > piece.inline.start || first === undefined || !isDash(text, first)) return null;
  const entries: Piece[] = [];
  let lines: Line[] = [];
  let column = Number.POSITIVE_INFINITY;
  const finish = () => {
    if (lines.length > 0) entries.push(pieceOf(lines));
    lines = [];
  };
  for (const line of below) {
    if (line.kind === 'text' && line.indent < column && isDash(text, line)) {
      finish();
      column = contentColumnOf(text, line);
    }
    if (lines.length > 0 || line.kind === 'text') lines.push(line);
  }
  finish();
  return { entries, indent: first.indent };
}

interface Gathering {
  readonly key: KeyText | null;
  readonly inline: Span;
  readonly colonMissing: boolean;
  readonly lines: Line[];
}

/** Returns the piece that a line starts, or null if the line continues `current`. */
function startOf(text: string, line: Line, current: Gathering | null): Gathering | null {
  if (line.indent > 0) return current === null ? stray(line) : null;
  const key = keyAt(text, line.start, line.end);
  if (key !== null) {
    const inline = { start: key.valueAt, end: endOfValue(text, key.valueAt, line.end) };
    return { key, inline, colonMissing: false, lines: [line] };
  }
  if (current !== null) {
    if (text[line.start] === ']' || text[line.start] === '}') return null;
    const open = current.key !== null && current.inline.start === current.inline.end;
    if (open && isDash(text, line)) return null;
  }
  const word = text.slice(line.start, line.end).trimEnd();
  if (LIST_KEYS.has(word) && KNOWN.has(word)) {
    const span = { start: line.start, end: line.start + word.length };
    const inline = { start: span.end, end: span.end };
    return { key: { name: word, span, valueAt: span.end }, inline, colonMissing: true, lines: [line] };
  }
  return stray(line);
}

function stray(line: Line): Gathering {
  return { key: null, inline: { start: line.end, end: line.end }, colonMissing: false, lines: [line] };
}

/** A piece ends with its last line of content. Comments and blank lines after it belong to no piece. */
function pieceOf(lines: readonly Line[]): Piece {
  const last = lines.findLastIndex((line) => line.kind === 'text');
  const kept = lines.slice(0, last + 1);
  const start = kept[0]?.start ?? 0;
  const end = kept[kept.length - 1]?.end ?? start;
  return { start, end, span: { start: start + (kept[0]?.indent ?? 0), end }, lines: kept };
}

function contentColumnOf(text: string, dash: Line): number {
  let column = dash.indent + 1;
  while (dash.start + column < dash.end && /[ \t]/.test(text[dash.start + column] ?? '')) column++;
  return dash.start + column < dash.end && text[dash.start + column] !== '#' ? column : dash.indent + 1;
}
