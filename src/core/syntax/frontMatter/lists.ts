import type { EntryList, Field, Figure, FrontMatterError, SourceDeclaration } from '../../brief';
import type { Span } from '../../text';
import { append, type Findings } from './entry';
import { brokenFigure, readFigure } from './figures';
import { idOfBroken } from './ids';
import { type KeptEntry, type KeptLists, keptEntry } from './keptEntries';
import type { EntryPieces, KeyPiece, Piece } from './pieces';
import { readSource } from './sources';
import { readYaml, type YamlNode } from './yamlTree';

/** An entry of `sources` or `figures`. */
export interface Item {
  readonly span: Span;
  readonly node: YamlNode | null;
  /** Set where its YAML is broken: what its `id:` line says, null where it has none. */
  readonly broken?: Field | null;
  /** Set where it was read in an earlier version. */
  readonly kept?: KeptEntry;
  /** Of one that the next version may keep: its text, and what was found wrong in its YAML. */
  readonly toKeep?: Omit<KeptEntry, 'read'> & { readonly errors: readonly FrontMatterError[] };
}

/**
 * Reads the entries of a list, each for itself; a list in flow style (`[{id: 1}]`) as a whole.
 *
 * @param limit the offset past which nothing is read.
 * @param before the entries of the list in an earlier version; null for a list of which none are kept.
 */
export function readItems(
  text: string,
  piece: KeyPiece,
  pieces: EntryPieces | null,
  limit: number,
  findings: Findings,
  before: KeptLists[number] | null,
): Item[] {
  if (pieces === null) return piece.end <= limit ? readWholeList(piece, findings) : [];
  const items: Item[] = [];
  const { entries, indent } = pieces;
  for (const [i, entry] of entries.entries()) {
    if (entry.end > limit) break;
    const kept = before && keptEntry(text, entry, indent, before, i, entries.length);
    items.push(
      kept ? { span: entry.span, node: null, kept } : readItem(text, entry, indent, findings, before !== null),
    );
  }
  return items;
}

/** @param keep takes what the next version may keep of each, in order; null of one that it may not */
export function sourcesOf(
  items: readonly Item[],
  findings: Findings,
  keep: (entry: KeptEntry | null) => void = () => undefined,
): SourceDeclaration[] {
  const sources: SourceDeclaration[] = [];
  for (const item of items) {
    const { span, node, broken, toKeep } = item;
    if (broken !== undefined) {
      const source = brokenSource(broken, span);
      if (source !== null) sources.push(source);
      keep(null);
      continue;
    }
    const kept = item.kept ?? null;
    const own: Findings = { slice: findings.slice, errors: [], unknownKeys: [] };
    const read = kept?.read ?? {
      source: readSource(node, span, own),
      errors: own.errors,
      unknownKeys: own.unknownKeys,
    };
    append(findings.errors, read.errors);
    append(findings.unknownKeys, read.unknownKeys);
    if (read.source !== null) sources.push(read.source);
    if (!toKeep) keep(kept);
    else {
      const { errors, ...place } = toKeep;
      keep({ ...place, read: { ...read, errors: [...errors, ...read.errors] } });
    }
  }
  return sources;
}

export function figuresOf(items: readonly Item[], findings: Findings): Figure[] {
  const figures: Figure[] = [];
  for (const { span, node, broken } of items) {
    if (broken === undefined) figures.push(readFigure(node, span, 'front-matter', findings));
    else if (broken !== null) figures.push(brokenFigure(broken, span, 'front-matter'));
  }
  return figures;
}

/** Where an entry can be added to the list, or null where it is in flow style, or no list. */
export function entryListOf(piece: KeyPiece, pieces: EntryPieces | null): EntryList | null {
  const key = piece.key.span;
  if (pieces !== null) return { key, insertAt: piece.end, indent: pieces.indent };
  const [keyLine] = piece.lines;
  const isEmpty = piece.lines.length === 1 && piece.inline.start === piece.inline.end;
  return isEmpty && keyLine !== undefined ? { key, insertAt: keyLine.end, indent: 2 } : null;
}

/** @param keeps whether the next version may keep it */
function readItem(text: string, entry: Piece, indent: number, findings: Findings, keeps: boolean): Item {
  // What is cut out of a string holds all of it, and values are cut out of this.
  const yaml = ` ${text.slice(entry.start, entry.end)}`.slice(1);
  const { node, broken, errors: found } = readYaml(yaml, entry.start);
  const errors = [...found];
  if (broken) {
    append(findings.errors, errors);
    return { span: entry.span, node: null, broken: idOfBroken(text, entry.lines) };
  }
  if (entry.span.start - entry.start !== indent) {
    const columns = indent === 0 ? 'no spaces' : indent === 1 ? 'one space' : `${indent} spaces`;
    const message = `This entry does not line up with the first: put ${columns} before its "-", and move its keys along.`;
    errors.push({ span: { start: entry.span.start, end: entry.span.start + 1 }, message });
  }
  append(findings.errors, errors);
  return {
    span: entry.span,
    node: node?.kind === 'list' ? (node.items[0] ?? null) : node,
    ...(keeps ? { toKeep: { text: yaml, start: entry.start, indent, errors } } : {}),
  };
}

function readWholeList(piece: KeyPiece, findings: Findings): Item[] {
  const { node, errors } = readYaml(findings.slice(piece), piece.start);
  append(findings.errors, errors);
  const value = node?.kind === 'map' ? node.pairs[0]?.value : undefined;
  if (!value) return [];
  if (value.kind !== 'list') {
    const message = `"${piece.key.name}" takes a list: begin each entry with its id, as in - id: usgs-2024.`;
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
