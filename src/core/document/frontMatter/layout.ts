/** The layout of front matter: its keys and entries, with the lines and comments that belong to them. */

import { derive } from '../../base/derive';
import type { Span } from '../../base/text';
import type { FrontMatter } from '../types/frontMatter';
import { knownKey } from './keys';
import { type Line, linesOf } from './lines';
import { cutEntries, cutKeys, type KeyPiece, type Piece } from './pieces';
import { readYaml } from './yaml/plainYaml';
import type { YamlNode } from './yaml/yamlTree';

export interface KeyLayout {
  /** The name that we know it by; null for an unknown one. */
  readonly name: string | null;
  /** Span from the key to the end of its value. */
  readonly span: Span;
  /**
   * The whole lines of the key, to the next line's start: also the comments directly above it and the indented ones below it.
   */
  readonly whole: Span;
  /** True if a comment between this key and the one before it belongs to neither. */
  readonly afterComment: boolean;
  /** The entries of a list, from each `-`, where the value is one. */
  readonly entries: readonly Span[];
}

export interface FrontMatterLayout {
  readonly keys: readonly KeyLayout[];
  /** True if there are lines that belong to no key. */
  readonly hasStrays: boolean;
  /** Comments. Lines of comment one below the other are one. */
  readonly comments: readonly Span[];
}

/** @param text the document that the front matter stands in */
export function frontMatterLayout(text: string, frontMatter: FrontMatter): FrontMatterLayout {
  return layoutOf(frontMatter, text.slice(0, frontMatter.span.end));
}

const layoutOf = derive((frontMatter: FrontMatter, text: string): FrontMatterLayout => {
  const lines = linesOf(text, frontMatter.yaml);
  const { keys, strays } = cutKeys(text, lines);
  return { keys: layOut(text, keys, lines), hasStrays: strays.length > 0, comments: commentsIn(lines) };
});

/** Reads the YAML of a key or an entry. Null if it is broken. */
export function readLaidOut(text: string, { start, end }: Span): YamlNode | null {
  // Indentation counts from the start of the line.
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  const { node, errors } = readYaml(text.slice(from, end), from);
  return errors.length > 0 ? null : node;
}

function layOut(text: string, pieces: readonly KeyPiece[], lines: readonly Line[]): KeyLayout[] {
  const indexOf = new Map(lines.map((line, index) => [line.start, index]));
  const first = (piece: Piece) => indexOf.get(piece.start) ?? 0;
  /** The line after the last one that belongs to the piece before. */
  let free = 0;
  return pieces.map((piece, i) => {
    const from = first(piece);
    let lead = from;
    while (lead > free && isLead(lines[lead - 1])) lead--;
    const afterComment = lines.slice(free, lead).some(({ kind }) => kind === 'comment');
    const following = pieces[i + 1];
    const until = following ? first(following) : lines.length;
    const isOwn = ({ kind, indent, start }: Line) => start < piece.end || (kind === 'comment' && indent > 0);
    const last = from + Math.max(0, lines.slice(from, until).findLastIndex(isOwn));
    free = last + 1;
    return {
      name: knownKey('front matter', piece.key.name),
      span: piece.span,
      whole: { start: lines[lead]?.start ?? piece.start, end: lines[last]?.next ?? piece.end },
      afterComment,
      entries: cutEntries(text, piece)?.entries.map(({ span }) => span) ?? [],
    };
  });
}

/** Under a key, an indented comment is about what stands above it. */
function isLead(line: Line | undefined): boolean {
  return line?.kind === 'comment' && line.indent === 0;
}

function commentsIn(lines: readonly Line[]): Span[] {
  const comments: { start: number; end: number }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const open = comments.at(-1);
    if (line.kind === 'comment' && open && before?.kind === 'comment') open.end = line.end;
    else if (line.kind === 'comment') comments.push({ start: line.start + line.indent, end: line.end });
    before = line;
  }
  return comments;
}
