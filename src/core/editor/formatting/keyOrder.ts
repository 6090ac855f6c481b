import type { LineIndex, Span, TextEdit } from '../../base/text';
import type { Brief, FrontMatter } from '../../brief/types';
import { frontMatterLayout, type KeyLayout, readLaidOut } from '../../document/frontMatter/layout';
import type { YamlNode } from '../../document/frontMatter/yaml/yamlTree';

/** Keys of front matter in the order of docs/format.md. */
export const KEY_ORDER: readonly string[] = [
  'title',
  'subtitle',
  'publisher',
  'url',
  'summary',
  'authors',
  'tags',
  'published',
  'updated',
  'language',
  'sources',
  'figures',
  'bibliography',
  'style',
  'rules',
];

/** A stretch of whole lines that goes to another place. */
export interface Move {
  readonly span: Span;
  readonly to: number;
}

/** Planned changes to the keys of front matter, and the spans of its text that must stay as they are. */
export interface FrontMatterPlan {
  readonly moves: readonly Move[];
  readonly edits: readonly TextEdit[];
  readonly verbatim: readonly Span[];
}

/**
 * Puts the keys of front matter in order, comments along with their key, and `id` first in each entry. Keys of other
 * programs stay where they are, no key passes a comment that stands by itself, and front matter that does not parse
 * is left alone.
 */
export function planFrontMatter({ text, lines }: Brief, frontMatter: FrontMatter): FrontMatterPlan {
  const { keys, hasStrays } = frontMatterLayout(text, frontMatter);
  const parts = keys.flatMap(({ span, entries }) => (entries.length > 0 ? entries : [span]));
  const read = parts.map((part) => ({ part, node: readLaidOut(text, part) }));
  const readable = frontMatter.closed && !hasStrays && read.every(({ node }) => node !== null);
  const withIds = new Set(
    keys.flatMap(({ name, entries }) => (name === 'sources' || name === 'figures' ? entries : [])),
  );
  const edits = read.flatMap(({ part, node }) => (node && withIds.has(part) ? idFirst(text, lines, node) : []));
  const verbatim = read.flatMap(({ part, node }) => (node ? textsOfLines(text, node) : [part]));
  const names = keys.flatMap(({ name }) => name ?? []);
  const namedOnce = new Set(names).size === names.length;
  return { moves: readable && namedOnce ? movesOf(keys) : [], edits, verbatim };
}

function movesOf(keys: readonly KeyLayout[]): Move[] {
  const moves: Move[] = [];
  let group: Ranked[] = [];
  for (const key of keys) {
    if (key.afterComment) {
      moves.push(...movesIn(group));
      group = [];
    }
    const rank = key.name === null ? -1 : KEY_ORDER.indexOf(key.name);
    if (rank >= 0) group.push({ rank, whole: key.whole });
  }
  return [...moves, ...movesIn(group)];
}

interface Ranked {
  readonly rank: number;
  readonly whole: Span;
}

/** The fewest moves that sort a group of keys. */
function movesIn(group: readonly Ranked[]): Move[] {
  const staying = new Set(longestRising(group));
  const moves: Move[] = [];
  let to = group[0]?.whole.start ?? 0;
  for (const key of [...group].sort((a, b) => a.rank - b.rank)) {
    if (staying.has(key)) to = key.whole.end;
    else moves.push({ span: key.whole, to });
  }
  return moves;
}

/** The longest run of keys, not all neighbours, that are in order already. The group is at most as long as `KEY_ORDER`. */
function longestRising(group: readonly Ranked[]): readonly Ranked[] {
  const runs: Ranked[][] = [];
  for (const [i, key] of group.entries()) {
    const before = runs.slice(0, i).filter((run) => (run.at(-1)?.rank ?? 0) < key.rank);
    const longest = before.reduce<Ranked[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, key]);
  }
  return runs.reduce<Ranked[]>((best, run) => (run.length > best.length ? run : best), []);
}

/** Moves the line `id: …` to the start of its entry, unless a comment stands above it. */
function idFirst(text: string, lines: LineIndex, node: YamlNode): TextEdit[] {
  const entry = node.kind === 'list' ? node.items[0] : node;
  if (entry?.kind !== 'map' || text[entry.span.start] === '{') return [];
  const id = entry.pairs.find(({ key }) => key === 'id');
  if (!id || id === entry.pairs[0] || id.value?.kind !== 'text') return [];
  const line = lines.lineAt(id.keySpan.start);
  const start = lines.startOf(line);
  const indent = text.slice(start, id.keySpan.start);
  const column = entry.span.start - lines.startOf(lines.lineAt(entry.span.start));
  const isOneLine = id.value.span.end <= lines.endOf(line);
  const isBelowComment = /^[ \t]*#/.test(text.slice(lines.startOf(line - 1), lines.endOf(line - 1)));
  if (indent.length !== column || indent.trim() !== '' || !isOneLine || isBelowComment) return [];
  const end = lines.startOf(line + 1);
  const written = text.slice(id.keySpan.start, lines.endOf(line)).trimEnd();
  return [
    {
      span: { start: entry.span.start, end: entry.span.start },
      newText: written + text.slice(lines.endOf(line), end) + indent,
    },
    { span: { start, end }, newText: '' },
  ];
}

/** Returns the spans of block texts, and of quoted texts over several lines, with the blank lines after them. */
function textsOfLines(text: string, node: YamlNode): Span[] {
  if (node.kind === 'map') return node.pairs.flatMap(({ value }) => (value ? textsOfLines(text, value) : []));
  if (node.kind === 'list') return node.items.flatMap((item) => (item ? textsOfLines(text, item) : []));
  const { start, end } = node.span;
  const isQuoted = text[start - 1] === '"' || text[start - 1] === "'";
  if (node.plain || (isQuoted && !/[\r\n]/.test(text.slice(start, end)))) return [];
  let last = end;
  while (/\s/.test(text[last] ?? '')) last++;
  return [{ start, end: last }];
}
