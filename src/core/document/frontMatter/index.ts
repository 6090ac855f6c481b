import { once } from '../../base/once';
import type { FrontMatterError, UnknownKey } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Figure } from '../types/figure';
import type { FrontMatter } from '../types/frontMatter';
import { cachedOf, type DeclarationAt, declarationAt, keep } from './cachedEntries';
import { append, type Entry, type Findings, fieldsOf, readEntry, textsOf } from './entry';
import { type Fences, findFences } from './fences';
import { brokenFigure, readFigure } from './figures';
import { idOfBroken } from './ids';
import { linesOf } from './lines';
import { figuresOf } from './lists';
import { readKeys } from './readKeys';
import { rulesOf } from './rules';
import { headerSchema, NO_DATE } from './schemas';
import { readSuppressions } from './suppressions';
import { readYaml } from './yaml/plainYaml';
import type { YamlMap } from './yaml/yamlTree';

/** The most UTF-16 units of front matter that are read; the rest is left out. A larger `figure` block isn't read at all. */
const MAX_LENGTH = 1 << 20;

/**
 * Reads the front matter of a document, or gives null if it has none. All spans are UTF-16 offsets of the document. Spans of
 * values don't include quotes. Never throws: a problem becomes an error on its place.
 *
 * The YAML is cut apart at the top-level keys, and `sources` and `figures` at their entries, before any of it is parsed. So a
 * broken entry costs itself only, and its `id:` line still declares it. The work grows linearly.
 *
 * @param last another version of the front matter: sources that are in it, too, aren't read again. The result is the same
 */
export function parseFrontMatter(text: string, last: FrontMatter | null = null): FrontMatter | null {
  const fences = findFences(text);
  if (fences === null) return null;
  const findings: Findings = {
    slice: ({ start, end }) => text.slice(start, end),
    errors: fenceErrors(fences),
    unknownKeys: [],
  };
  const limit = fences.yaml.start + MAX_LENGTH;
  const lines = linesOf(text, fences.yaml);
  const keys = readKeys(text, lines, 'front matter', isList, limit, findings, cachedOf(last).entries);
  const sources = once(() => keys.sources.map(({ origin, at }) => declarationAt(origin, at)));
  const figures = figuresOf(keys.figures, findings);

  const map: YamlMap = { kind: 'map', pairs: keys.pairs, span: fences.yaml };
  const header = readEntry('front matter', map, headerSchema, fences.opening, findings);
  const frontMatter: FrontMatter = {
    span: fences.span,
    yaml: fences.yaml,
    closed: fences.closed,
    ...fieldsOf(header, ['title', 'subtitle', 'publisher', 'url', 'summary', 'language', 'style']),
    ...datesOf(header),
    authors: textsOf(header, 'authors'),
    tags: textsOf(header, 'tags'),
    bibliography: textsOf(header, 'bibliography'),
    rules: rulesOf(header),
    get sources() {
      return sources();
    },
    sourcesList: keys.lists.get('sources') ?? null,
    figures,
    errors: inOrder(findings.errors),
    unknownKeys: inOrder(findings.unknownKeys),
    suppressions: readSuppressions(text, lines, keys.starts),
  };
  keep(frontMatter, { declarations: keys.sources, entries: keys.entries });
  return frontMatter;
}

/** Returns the declarations of a front matter's sources, each with the offset to add to its spans. */
export function sourcesDeclaredIn(frontMatter: FrontMatter | null): readonly DeclarationAt[] {
  return cachedOf(frontMatter).declarations;
}

/** Returns the paths of local copies that a front matter's sources name, without moving any declaration's spans. */
export function copiesNamedIn(frontMatter: FrontMatter): string[] {
  return cachedOf(frontMatter).declarations.flatMap(({ origin }) => origin.textPath?.value ?? []);
}

/** Returns the dates when the text was published and updated. A word instead of a date is left out. */
function datesOf(header: Entry): Pick<FrontMatter, 'published' | 'updated'> {
  const { published, updated } = fieldsOf(header, ['published', 'updated']);
  return {
    ...(published && !NO_DATE.test(published.value) ? { published } : {}),
    ...(updated && !NO_DATE.test(updated.value) ? { updated } : {}),
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
    const message = say(
      'This figure is larger than 1 MB and is not read: put its data in a file, and the path in "data".',
    );
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
    // The problems of an empty block are shown on its opening fence.
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
    errors.push({ span: opening, message: say('The front matter is not closed: add a line --- after its last key.') });
  }
  if (yaml.end - yaml.start > MAX_LENGTH) {
    const message = say(
      'The front matter is larger than 1 MB, and the rest is not read. Move sources to a bibliography.',
    );
    errors.push({ span: opening, message });
  }
  return errors;
}

function isList(key: string): boolean {
  return key === 'sources' || key === 'figures';
}

function inOrder<T extends { readonly span: Span }>(found: readonly T[]): T[] {
  return found.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
