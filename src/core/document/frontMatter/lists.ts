import type { FrontMatterError, UnknownKey } from '../../base/problem';
import { detached } from '../../base/same';
import { say } from '../../base/say';
import type { Field, Span } from '../../base/text';
import { asLocal, placed } from '../moved';
import type { Figure } from '../types/figure';
import type { EntryList } from '../types/frontMatter';
import type { SourceDeclaration } from '../types/source';
import type { DeclarationAt, KnownEntries, ReadEntry } from './cachedEntries';
import { append, type Findings } from './entry';
import { brokenFigure, readFigure } from './figures';
import { idOfBroken } from './ids';
import { linesOf } from './lines';
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
  return entriesWithin(pieces, limit, findings).map((entry) => {
    const yaml = text.slice(entry.start, entry.end);
    const { node, broken, errors } = readItem(yaml, entry.start, entry, pieces.indent);
    append(findings.errors, errors);
    return { span: entry.span, node, ...(broken ? { broken: idOfBroken(text, entry.lines) } : {}) };
  });
}

/**
 * Reads sources as {@link readItems} reads items.
 *
 * @param known entries that need not be read
 * @param entries gets the entries by their text
 */
export function readSources(
  text: string,
  piece: KeyPiece,
  pieces: EntryPieces | null,
  limit: number,
  findings: Findings,
  known: KnownEntries,
  entries: Map<string, ReadEntry>,
): DeclarationAt[] {
  if (pieces === null)
    return readItems(text, piece, null, limit, findings).flatMap(({ node, span }) => {
      const source = readSource(node, span, findings);
      return source === null ? [] : { origin: asLocal(source), at: 0 };
    });
  return entriesWithin(pieces, limit, findings).flatMap((entry) => {
    const at = entry.start;
    const yaml = text.slice(at, entry.end);
    // The error of an entry that is out of line depends on others, and of two entries alike each is an object of its own.
    const isKept = entry.span.start - at === pieces.indent && !entries.has(yaml);
    const read = (isKept ? known.get(yaml) : undefined) ?? readSourceEntry(detached(yaml), entry, pieces.indent);
    if (isKept) entries.set(read.yaml, read);
    for (const error of read.errors) findings.errors.push(placed<FrontMatterError>(error, at));
    for (const key of read.unknownKeys) findings.unknownKeys.push(placed<UnknownKey>(key, at));
    return read.source === null ? [] : { origin: read.source, at };
  });
}

/** Returns the entries that are read: as many as a list may have, up to an offset. */
function entriesWithin({ entries }: EntryPieces, limit: number, { errors }: Findings): readonly Piece[] {
  const within = entries.filter(({ end }) => end <= limit);
  const next = within[MOST_ENTRIES];
  if (next) errors.push(tooManyEntries(next.span));
  return within.slice(0, MOST_ENTRIES);
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

/** @param yaml a copy of the entry's text: the values of a source are slices, which keep their whole string in memory */
function readSourceEntry(yaml: string, entry: Piece, indent: number): ReadEntry {
  const { node, broken, errors } = readItem(yaml, 0, entry, indent);
  const span = { start: entry.span.start - entry.start, end: entry.end - entry.start };
  if (broken) {
    const id = idOfBroken(yaml, linesOf(yaml, { start: 0, end: yaml.length }));
    return asLocal({ yaml, source: brokenSource(id, span), errors, unknownKeys: [] });
  }
  const findings: Findings = { slice: ({ start, end }) => yaml.slice(start, end), errors, unknownKeys: [] };
  return asLocal({ yaml, source: readSource(node, span, findings), errors, unknownKeys: findings.unknownKeys });
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
