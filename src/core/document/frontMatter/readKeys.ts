import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { EntryList } from '../types/frontMatter';
import type { DeclarationAt, KnownEntries, ReadEntry } from './cachedEntries';
import { append, type Findings } from './entry';
import { knownKey, type Owner } from './keys';
import type { Line } from './lines';
import { entryListOf, type Item, readItems, readSources } from './lists';
import { cutEntries, cutKeys, type KeyPiece, type Piece } from './pieces';
import { readYaml } from './yaml/plainYaml';
import { givenTwice, type YamlPair } from './yaml/yamlTree';

/** The top-level keys of a piece of YAML: those with a list of entries, read entry by entry, and all others. */
export interface Keys {
  readonly pairs: readonly YamlPair[];
  readonly sources: readonly DeclarationAt[];
  /** The entries of `sources`, by their text. */
  readonly entries: KnownEntries;
  readonly figures: readonly Item[];
  /** Places for a new entry, by the name of the list; null if the list has no place for one. */
  readonly lists: ReadonlyMap<string, EntryList | null>;
  /** The keys and entries, by the start of their first line. */
  readonly starts: ReadonlyMap<number, Span>;
}

/**
 * Cuts YAML apart at its top-level keys, and some of its lists at their entries, before parsing. So a broken part does not
 * affect the others. The work grows linearly.
 *
 * @param isList whether the value of a key is a list of entries; `inline` is its part on the key's own line
 * @param limit the offset past which nothing is read
 * @param known entries of an earlier version, by their text: they aren't read again
 */
export function readKeys(
  text: string,
  lines: readonly Line[],
  owner: Owner,
  isList: (key: string, inline: string) => boolean,
  limit: number,
  findings: Findings,
  known: KnownEntries = new Map(),
): Keys {
  const { keys, strays } = cutKeys(text, lines);
  for (const stray of strays) if (stray.end <= limit) reportStray(stray, findings);
  const starts = new Map<number, Span>();
  const pairs: YamlPair[] = [];
  const sources: DeclarationAt[] = [];
  const figures: Item[] = [];
  const entriesByText = new Map<string, ReadEntry>();
  const places = new Map<string, EntryList | null>();
  const seen = new Set<string>();
  for (const piece of keys) {
    starts.set(piece.start, piece.span);
    const name = knownKey(owner, piece.key.name) ?? '';
    if (isOfOthers(text, piece)) continue;
    if (!isList(name, findings.slice(piece.inline))) {
      if (seen.has(piece.key.name)) findings.errors.push(givenTwice(piece.key.name, piece.key.span));
      else if (piece.end <= limit) append(pairs, readPairs(piece, findings));
      seen.add(piece.key.name);
      continue;
    }
    reportList(piece, places.has(name), findings);
    const entries = cutEntries(text, piece);
    for (const entry of entries?.entries ?? []) starts.set(entry.start, entry.span);
    if (name === 'sources') append(sources, readSources(text, piece, entries, limit, findings, known, entriesByText));
    else append(figures, readItems(text, piece, entries, limit, findings));
    if (!places.has(name)) places.set(name, entryListOf(piece, entries));
  }
  return { pairs, sources, entries: entriesByText, figures, lists: places, starts };
}

/**
 * True for a list `references` that other programs read: addresses, or labels with addresses. No line of it has a key of a source.
 */
function isOfOthers(text: string, { key, lines, inline }: KeyPiece): boolean {
  if (key.name !== 'references' || inline.end > inline.start || lines.length === 1) return false;
  return !lines.some((line, i) => i > 0 && namesSourceKey(text.slice(line.start, line.end)));
}

function namesSourceKey(line: string): boolean {
  const name = /^[ \t]*(?:-[ \t]+)?[[{]{0,2}["']?([\w-]{1,40})["']?[ \t]*:/.exec(line)?.[1];
  return name !== undefined && knownKey('source', name.toLowerCase()) !== null;
}

function reportStray(stray: Piece, { slice, errors }: Findings): void {
  const [line] = stray.lines;
  const span = { start: stray.span.start, end: line?.end ?? stray.end };
  const message = /^[\w-]{1,40}:[^\s/]/.test(slice(span))
    ? say('Put a space after the colon.')
    : say('This line is not a key: value pair. Add the colon, or indent the line if it continues the text above.');
  errors.push({ span, message });
}

function reportList(piece: KeyPiece, again: boolean, { errors }: Findings): void {
  const { name, span } = piece.key;
  if (piece.colonMissing) errors.push({ span, message: say('Put a colon after "{0}".', name) });
  if (again) errors.push({ span, message: say('"{0}" is given twice, and both lists are read. Join them.', name) });
}

/** The key and the value of a piece that is not a list of entries. */
function readPairs(piece: KeyPiece, findings: Findings): readonly YamlPair[] {
  const { node, errors } = readYaml(findings.slice(piece), piece.start);
  append(findings.errors, errors);
  return node?.kind === 'map' ? node.pairs : [];
}
