import type { FrontMatterError, UnknownKey } from '../../base/problem';
import { say } from '../../base/say';
import type { Field, Span } from '../../base/text';
import { asLocal, placed } from '../moved';
import type { Figure } from '../types/figure';
import type { EntryList } from '../types/frontMatter';
import type { SourceDeclaration } from '../types/source';
import { type DeclarationAt, entriesToKeep } from './cachedEntries';
import { append, type Findings } from './entry';
import { brokenFigure, readFigure } from './figures';
import { idOfBroken } from './ids';
import { type EntryAt, linesOf, type ReadEntry } from './lines';
import type { EntryPieces, KeyPiece, Piece } from './pieces';
import { readSource } from './sources';
import { readYaml } from './yaml/plainYaml';
import type { YamlNode } from './yaml/yamlTree';

/** The most entries of a list that are read. */
const MOST_ENTRIES = 20_000;

/** An entry of `sources` or `figures`. */
export interface Item {
  readonly span: Span;
  readonly node: YamlNode | null;
  /** Set if its YAML is broken: the text of its `id:` line, or null if there is no such line. */
  readonly broken?: Field | null;
}

/** The sources that a list declares, and the entries that the next version may take over. */
export interface ReadSources {
  readonly declared: readonly DeclarationAt[];
  readonly kept: readonly (EntryAt | null)[];
}

/**
 * Reads the entries of a list, each for itself; a list in flow style (`[{id: 1}]`) as a whole.
 *
 * @param limit the offset past which nothing is read.
 */
export function readItems(
  text: string,
  piece: KeyPiece,
  pieces: EntryPieces | null,
  limit: number,
  findings: Findings,
): Item[] {
  if (pieces === null) return piece.end <= limit ? readWholeList(piece, findings) : [];
  const items: Item[] = [];
  for (const entry of pieces.entries) {
    if (entry.end > limit) break;
    if (items.length === MOST_ENTRIES) {
      findings.errors.push(tooManyEntries(entry.span));
      break;
    }
    const yaml = text.slice(entry.start, entry.end);
    const { node, broken, errors } = readItem(yaml, entry.start, entry, pieces.indent);
    append(findings.errors, errors);
    items.push({ span: entry.span, node, ...(broken ? { broken: idOfBroken(text, entry.lines) } : {}) });
  }
  return items;
}

/** Reads sources as {@link readItems} reads items, and takes over the entries of an earlier version. */
export function readSources(
  text: string,
  piece: KeyPiece,
  pieces: EntryPieces | null,
  limit: number,
  findings: Findings,
): ReadSources {
  const declared: DeclarationAt[] = [];
  const take = ({ source, errors, unknownKeys }: ReadEntry, at: number) => {
    if (source !== null) declared.push({ origin: source, at });
    for (const error of errors) findings.errors.push(placed<FrontMatterError>(error, at));
    for (const key of unknownKeys) findings.unknownKeys.push(placed<UnknownKey>(key, at));
  };
  if (pieces === null) {
    if (piece.end > limit) return { declared, kept: [] };
    for (const { node, span } of readWholeList(piece, findings)) {
      const source = readSource(node, span, findings);
      if (source !== null) declared.push({ origin: asLocal(source), at: 0 });
    }
    return { declared, kept: [] };
  }
  const reads: (ReadEntry | null)[] = [];
  let count = 0;
  for (const entry of pieces.entries) {
    if (entry.end > limit) break;
    const known = entry.run?.entries ?? [];
    count += Math.max(1, known.length);
    if (count > MOST_ENTRIES) {
      const left = known.slice(0, MOST_ENTRIES - count);
      for (const one of left) take(one.entry.read, one.at);
      const next = known[left.length];
      const start = next ? next.at + next.entry.indent : entry.span.start;
      findings.errors.push(tooManyEntries({ start, end: next ? next.at + next.entry.length : entry.end }));
      break;
    }
    if (entry.run) {
      for (const one of known) take(one.entry.read, one.at);
      reads.push(null);
      continue;
    }
    const read = readSourceEntry(text, entry, pieces.indent);
    take(read, entry.start);
    reads.push(read);
  }
  return { declared, kept: entriesToKeep(text, pieces, piece.lines, reads) };
}

export function figuresOf(items: readonly Item[], findings: Findings): Figure[] {
  const figures: Figure[] = [];
  for (const { span, node, broken } of items) {
    if (broken === undefined) figures.push(readFigure(node, span, 'front-matter', findings));
    else if (broken !== null) figures.push(brokenFigure(broken, span, 'front-matter'));
  }
  return figures;
}

/** Returns the place for a new entry of a list. Null if the list is in flow style, or the value is no list. */
export function entryListOf(piece: KeyPiece, pieces: EntryPieces | null): EntryList | null {
  const key = piece.key.span;
  if (pieces !== null) return { key, insertAt: piece.end, indent: pieces.indent };
  const [keyLine] = piece.lines;
  const isEmpty = piece.lines.length === 1 && piece.inline.start === piece.inline.end;
  return isEmpty && keyLine !== undefined ? { key, insertAt: keyLine.end, indent: 2 } : null;
}

function readSourceEntry(text: string, entry: Piece, indent: number): ReadEntry {
  // A slice keeps its whole string in memory. Values are slices, so they are cut out of a copy of the entry.
  const yaml = ` ${text.slice(entry.start, entry.end)}`.slice(1);
  const { node, broken, errors } = readItem(yaml, 0, entry, indent);
  const span = { start: entry.span.start - entry.start, end: entry.end - entry.start };
  if (broken) {
    const id = idOfBroken(yaml, linesOf(yaml, { start: 0, end: yaml.length }));
    return asLocal({ source: brokenSource(id, span), errors, unknownKeys: [] });
  }
  const findings: Findings = { slice: ({ start, end }) => yaml.slice(start, end), errors, unknownKeys: [] };
  return asLocal({ source: readSource(node, span, findings), errors, unknownKeys: findings.unknownKeys });
}

/**
 * @param yaml of the entry
 * @param offset where its first line starts, as spans count
 */
function readItem(
  yaml: string,
  offset: number,
  entry: Piece,
  indent: number,
): { readonly node: YamlNode | null; readonly broken: boolean; readonly errors: FrontMatterError[] } {
  const { node, broken, errors: found } = readYaml(yaml, offset);
  const errors = [...found];
  const column = entry.span.start - entry.start;
  if (!broken && column !== indent) {
    errors.push({ span: { start: offset + column, end: offset + column + 1 }, message: outOfLine(indent) });
  }
  return { node: node?.kind === 'list' ? (node.items[0] ?? null) : node, broken, errors };
}

/** @param indent the columns before the first entry */
function outOfLine(indent: number): string {
  switch (indent) {
    case 0:
      return say('Align this entry with the first one: put no spaces before its "-".');
    case 1:
      return say('Align this entry with the first one: put one space before its "-".');
    default:
      return say('Align this entry with the first one: put {0} spaces before its "-".', indent);
  }
}

function tooManyEntries(span: Span): FrontMatterError {
  const message = say(
    'This list has over 20,000 entries, and the rest is not read. Move some to a bibliography or another brief.',
  );
  return { span, message };
}

function readWholeList(piece: KeyPiece, findings: Findings): Item[] {
  const { node, errors } = readYaml(findings.slice(piece), piece.start);
  append(findings.errors, errors);
  const value = node?.kind === 'map' ? node.pairs[0]?.value : undefined;
  if (!value) return [];
  if (value.kind !== 'list') {
    const message = say('"{0}" must be a list. Begin each entry with its id, such as - id: usgs-2024.', piece.key.name);
    findings.errors.push({ span: value.span, message });
    return [];
  }
  return value.items.map((item) => ({ span: item?.span ?? value.span, node: item }));
}

function brokenSource(id: Field | null, span: Span): SourceDeclaration | null {
  if (id === null) return null;
  return {
    id: id.value,
    idSpan: id.span,
    span,
    declaredIn: 'front-matter',
    authors: [],
    quotes: [],
    broken: true,
  };
}
