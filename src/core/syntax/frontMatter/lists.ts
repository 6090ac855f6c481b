import type { EntryList, Field, Figure, SourceDeclaration } from '../../brief';
import type { Span } from '../../text';
import { append, type Findings } from './entry';
import { brokenFigure, readFigure } from './figures';
import { idOfBroken } from './ids';
import type { EntryPieces, KeyPiece, Piece } from './pieces';
import { readSource } from './sources';
import { readYaml, type YamlNode } from './yamlTree';

/** An entry of `sources` or `figures`. */
export interface Item {
  readonly span: Span;
  readonly node: YamlNode | null;
  /** Set where its YAML is broken: what its `id:` line says, null where it has none. */
  readonly broken?: Field | null;
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
    items.push(readItem(text, entry, pieces.indent, findings));
  }
  return items;
}

export function sourcesOf(items: readonly Item[], findings: Findings): SourceDeclaration[] {
  const sources: SourceDeclaration[] = [];
  for (const { span, node, broken } of items) {
    const source = broken === undefined ? readSource(node, span, findings) : brokenSource(broken, span);
    if (source !== null) sources.push(source);
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

function readItem(text: string, entry: Piece, indent: number, findings: Findings): Item {
  const { node, broken, errors } = readYaml(text.slice(entry.start, entry.end), entry.start);
  append(findings.errors, errors);
  if (broken) return { span: entry.span, node: null, broken: idOfBroken(text, entry.lines) };
  const found = entry.span.start - entry.start;
  if (found !== indent) {
    const columns = indent === 0 ? 'no spaces' : indent === 1 ? 'one space' : `${indent} spaces`;
    const message = `This entry does not line up with the first: put ${columns} before its "-", and move its keys along.`;
    findings.errors.push({ span: { start: entry.span.start, end: entry.span.start + 1 }, message });
  }
  return { span: entry.span, node: node?.kind === 'list' ? (node.items[0] ?? null) : node };
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
