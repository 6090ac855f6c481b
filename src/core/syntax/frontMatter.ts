import type {
  EntryList,
  Figure,
  FrontMatter,
  FrontMatterError,
  RuleOverride,
  SourceDeclaration,
  UnknownKey,
} from '../brief';
import type { Span } from '../text';
import { append, type Entry, type Findings, fieldsOf, readEntry, textsOf } from './frontMatter/entry';
import { type Fences, findFences } from './frontMatter/fences';
import { brokenFigure, readFigure } from './frontMatter/figures';
import { idOfBroken } from './frontMatter/ids';
import { knownKey } from './frontMatter/keys';
import { linesOf } from './frontMatter/lines';
import { entryListOf, figuresOf, readItems, sourcesOf } from './frontMatter/lists';
import { cutEntries, cutKeys, type KeyPiece, type Piece } from './frontMatter/pieces';
import { headerSchema, RULE_SETTINGS } from './frontMatter/schemas';
import { readSuppressions } from './frontMatter/suppressions';
import { givenTwice, readYaml, type YamlMap, type YamlPair } from './frontMatter/yamlTree';

/** In UTF-16 units. What follows in larger front matter is left out. */
const MAX_LENGTH = 1 << 20;

/**
 * Reads the front matter of a document, or gives null where it has none. All spans are UTF-16 offsets of the
 * document; those of values are without quotes. Never throws: what is wrong becomes an error on its place.
 *
 * The YAML is cut apart at the top-level keys, and `sources` and `figures` at their entries, before any of it is
 * parsed. So a broken entry costs itself only, and its `id:` line still declares it. The work grows linearly.
 */
export function parseFrontMatter(text: string): FrontMatter | null {
  const fences = findFences(text);
  if (fences === null) return null;
  const findings: Findings = {
    slice: ({ start, end }) => text.slice(start, end),
    errors: fenceErrors(fences),
    unknownKeys: [],
  };
  const limit = fences.yaml.start + MAX_LENGTH;
  const lines = linesOf(text, fences.yaml);
  const { keys, strays } = cutKeys(text, lines);
  for (const stray of strays) if (stray.end <= limit) reportStray(stray, findings);

  const starts = new Map<number, Span>();
  const pairs: YamlPair[] = [];
  const sources: SourceDeclaration[] = [];
  const figures: Figure[] = [];
  const lists = new Map<string, EntryList | null>();
  const seen = new Set<string>();
  for (const piece of keys) {
    starts.set(piece.start, piece.span);
    const name = knownKey('front matter', piece.key.name);
    if (name !== 'sources' && name !== 'figures') {
      if (seen.has(piece.key.name)) findings.errors.push(givenTwice(piece.key.name, piece.key.span));
      else if (piece.end <= limit) append(pairs, readPairs(piece, findings));
      seen.add(piece.key.name);
      continue;
    }
    reportList(piece, lists.has(name), findings);
    const entries = cutEntries(text, piece);
    for (const entry of entries?.entries ?? []) starts.set(entry.start, entry.span);
    const items = readItems(text, piece, entries, limit, findings);
    if (name === 'sources') append(sources, sourcesOf(items, findings));
    else append(figures, figuresOf(items, findings));
    if (!lists.has(name)) lists.set(name, entryListOf(piece, entries));
  }

  const map: YamlMap = { kind: 'map', pairs, span: fences.yaml };
  const header = readEntry('front matter', map, headerSchema, fences.opening, findings);
  return {
    span: fences.span,
    yaml: fences.yaml,
    closed: fences.closed,
    ...fieldsOf(header, ['title', 'subtitle', 'publisher', 'url', 'summary', 'published', 'updated', 'language']),
    authors: textsOf(header, 'authors'),
    tags: textsOf(header, 'tags'),
    bibliography: textsOf(header, 'bibliography'),
    rules: rulesOf(header),
    sources,
    sourcesList: lists.get('sources') ?? null,
    figures,
    errors: inOrder(findings.errors),
    unknownKeys: inOrder(findings.unknownKeys),
    suppressions: readSuppressions(text, lines, starts),
  };
}

/** A figure that a fenced block declares, and what is wrong with it. */
export interface FigureEntry {
  readonly figure: Figure;
  readonly errors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
}

/**
 * Reads the YAML of a fenced code block with the info word `figure`. Never throws.
 *
 * @param yaml the content of the block, as it stands in the document.
 * @param offset where `yaml` starts in the document.
 * @param whole the block, fences included: the figure's span.
 */
export function parseFigureEntry(yaml: string, offset: number, whole: Span): FigureEntry {
  if (yaml.length > MAX_LENGTH) {
    const message = 'This figure is larger than 1 MB and is not read: put its data in a file, and the path in "data".';
    const errors = [{ span: { start: offset, end: offset }, message }];
    return { figure: brokenFigure(null, whole, 'block'), errors, unknownKeys: [] };
  }
  const findings: Findings = {
    slice: ({ start, end }) => yaml.slice(start - offset, end - offset),
    errors: [],
    unknownKeys: [],
  };
  const figure = readBlock(yaml, offset, whole, findings);
  return { figure, errors: inOrder(findings.errors), unknownKeys: findings.unknownKeys };
}

function readBlock(yaml: string, offset: number, whole: Span, findings: Findings): Figure {
  const { node, broken, errors } = readYaml(yaml, offset);
  append(findings.errors, errors);
  if (!broken) {
    // Where the block is empty, its opening fence is what can be shown.
    const place = node?.span ?? { start: whole.start, end: offset };
    return { ...readFigure(node, place, 'block', findings), span: whole };
  }
  const id = idOfBroken(yaml, linesOf(yaml, { start: 0, end: yaml.length }));
  const { start = 0, end = 0 } = id?.span ?? {};
  return brokenFigure(id && { ...id, span: { start: start + offset, end: end + offset } }, whole, 'block');
}

function fenceErrors({ opening, closed, yaml }: Fences): FrontMatterError[] {
  const errors: FrontMatterError[] = [];
  if (!closed) {
    errors.push({ span: opening, message: 'The front matter is not closed: add a line --- after its last key.' });
  }
  if (yaml.end - yaml.start > MAX_LENGTH) {
    const message =
      'The front matter is larger than 1 MB; what is past that is not read. Move sources to a bibliography.';
    errors.push({ span: opening, message });
  }
  return errors;
}

function reportStray(stray: Piece, { slice, errors }: Findings): void {
  const [line] = stray.lines;
  const span = { start: stray.span.start, end: line?.end ?? stray.end };
  const message = /^[\w-]{1,40}:[^\s/]/.test(slice(span))
    ? 'Put a space after the colon.'
    : 'This line is no key: value. Add the colon, or indent the line if it goes on with what is above.';
  errors.push({ span, message });
}

function reportList(piece: KeyPiece, again: boolean, { errors }: Findings): void {
  const { name, span } = piece.key;
  if (piece.colonMissing) errors.push({ span, message: `Put a colon after "${name}".` });
  if (again) errors.push({ span, message: `"${name}" is given twice. Both lists are read: join them.` });
}

/** The key and the value of a piece that is no list of entries. */
function readPairs(piece: KeyPiece, findings: Findings): readonly YamlPair[] {
  const { node, errors } = readYaml(findings.slice(piece), piece.start);
  append(findings.errors, errors);
  return node?.kind === 'map' ? node.pairs : [];
}

function rulesOf(header: Entry): RuleOverride[] {
  const value = header.pairs.get('rules')?.value;
  const rules: RuleOverride[] = [];
  for (const { key, keySpan, value: written } of value?.kind === 'map' ? value.pairs : []) {
    const setting = written?.kind === 'text' ? RULE_SETTINGS.find((known) => known === written.value) : undefined;
    if (setting === undefined || written === null) continue;
    rules.push({ code: { value: key, span: keySpan }, setting: { value: setting, span: written.span } });
  }
  return rules;
}

function inOrder<T extends { readonly span: Span }>(found: readonly T[]): T[] {
  return found.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
