/** Gathers the declarations of sources from all places, and merges those of one id. */
import type { Field, FrontMatter, Passage, Source, SourceDeclaration, SourceText } from '../brief';
import type { Definition, FootnoteDraft, Leaf } from './drafts';
import { copyFinder } from './localCopies';
import type { Declared } from './resolve';

/** A leaf block, and the text that its offsets are of. */
export interface LocalLeaf {
  readonly text: string;
  readonly leaf: Leaf;
}

/** What the body declares, in document order. */
export interface BodyDeclarations {
  readonly definitions: readonly Definition[];
  readonly footnotes: readonly FootnoteDraft[];
  readonly entries: readonly SourceDeclaration[];
  readonly inline: readonly SourceDeclaration[];
}

export interface Declarations {
  readonly all: readonly SourceDeclaration[];
  readonly declared: Declared;
}

/**
 * @param bibliography declarations read from the files that the front matter names
 * @param shared those that the workspace shares: one of an id that the brief itself declares does not count
 * @param leaves the texts of the body
 */
export function gatherDeclarations(
  frontMatter: FrontMatter | null,
  bibliography: readonly SourceDeclaration[],
  shared: readonly SourceDeclaration[],
  body: BodyDeclarations,
  leaves: () => Iterable<LocalLeaf>,
): Declarations {
  const remarks = new Map<string, readonly string[]>();
  const all: SourceDeclaration[] = [...(frontMatter?.sources ?? []), ...bibliography];
  const isNumber = (id: string) => /^[0-9]+$/.test(id);
  const named = body.definitions.map((definition) => ({ id: definition.label.replace(/^@/, ''), definition }));
  const keysCited = named.every(({ id }) => isNumber(id)) ? NONE : citedKeys(leaves());
  for (const { id, definition } of named)
    if (isNumber(id) || keysCited.has(id)) all.push(fromDefinition(id, definition));
  for (const { label, source, cited } of body.footnotes) {
    if (source) all.push(source);
    else remarks.set(label, cited);
  }
  all.push(...body.entries, ...firstOfEach(body.inline));
  const own = new Set(all.map((declaration) => declaration.id));
  for (const declaration of shared) if (!own.has(declaration.id)) all.push(declaration);
  const ids = new Set(all.map((declaration) => declaration.id));
  const keyed = all.some(({ id, declaredIn }) => declaredIn !== 'footnote' && !isNumber(id));
  return { all, declared: { ids, remarks, keyed } };
}

const NONE: ReadonlySet<string> = new Set();

/**
 * One source for each id, in order of first declaration; the first declaration to name a field wins.
 *
 * @param texts the local copies, as far as they were read
 * @param previous the sources of an earlier version: sources and passages that stay what they were stay the same objects
 */
export function mergeDeclarations(
  all: readonly SourceDeclaration[],
  texts: readonly SourceText[] = [],
  previous: readonly Source[] = [],
): Source[] {
  const byId = new Map<string, SourceDeclaration[]>();
  for (const declaration of all) {
    const same = byId.get(declaration.id);
    if (same) same.push(declaration);
    else byId.set(declaration.id, [declaration]);
  }
  const copyOf = copyFinder(texts);
  const previousById = new Map(previous.map((source) => [source.id, source]));
  return [...byId].map(([id, declarations]) => {
    const before = previousById.get(id);
    const passages = passagesOf(declarations, copyOf(declarations), before?.passages ?? []);
    const isSame =
      before?.passages === passages &&
      before.declarations.length === declarations.length &&
      declarations.every((declaration, i) => declaration === before.declarations[i]);
    if (isSame) return before;
    return {
      id,
      declarations,
      authors: declarations.find((declaration) => declaration.authors.length > 0)?.authors ?? [],
      passages,
      ...fieldsOf(declarations),
    };
  });
}

const FIELDS = ['title', 'publisher', 'published', 'accessed', 'url', 'doi', 'type', 'language', 'textPath'] as const;

/** Each field as the first declaration has it that names it. */
function fieldsOf(declarations: readonly SourceDeclaration[]): Partial<Record<(typeof FIELDS)[number], Field>> {
  const fields: Partial<Record<(typeof FIELDS)[number], Field>> = {};
  for (const declaration of declarations) {
    for (const key of FIELDS) {
      const field = declaration[key];
      if (field !== undefined) fields[key] ??= field;
    }
  }
  return fields;
}

/** Its title, its quotes, and the passages of its local copy; those of an earlier version where they are the same. */
function passagesOf(
  declarations: readonly SourceDeclaration[],
  text: SourceText | undefined,
  before: readonly Passage[],
): readonly Passage[] {
  const own = declarations.flatMap(({ quotes }) => quotes);
  const titled = declarations.find(({ title }) => title !== undefined);
  if (titled?.title) {
    const { title, uri } = titled;
    const passage: Passage = {
      text: title.value,
      from: 'title',
      span: title.span,
      ...(uri === undefined ? {} : { uri }),
    };
    own.unshift(before[0] && isSame(before[0], passage) ? before[0] : passage);
  }
  const copied = text?.passages ?? [];
  const unchanged =
    before.length === own.length + copied.length &&
    own.every((passage, i) => passage === before[i]) &&
    // All passages of a local copy were made at once: the first one stands for them.
    before[own.length] === copied[0];
  return unchanged ? before : [...own, ...copied];
}

function isSame(a: Passage, b: Passage): boolean {
  return (
    a.text === b.text &&
    a.from === b.from &&
    a.uri === b.uri &&
    a.span?.start === b.span?.start &&
    a.span?.end === b.span?.end
  );
}

function fromDefinition(id: string, { idSpan, span, url, target, title }: Definition): SourceDeclaration {
  return {
    id,
    idSpan,
    span,
    declaredIn: 'definition',
    authors: [],
    quotes: [],
    url: { value: target.replace(/^<|>$/g, ''), span: url },
    ...(title ? { title } : {}),
  };
}

/** The keys in `[@key]`, `@key` and `[text][@key]`, which make a link definition of that label a source. */
function citedKeys(leaves: Iterable<LocalLeaf>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { text, leaf } of leaves) {
    for (const { label } of leaf.facts.links) {
      const name = label ? text.slice(leaf.start + label.start + 1, leaf.start + label.end - 1) : '';
      if (name.startsWith('@')) keys.add(name.slice(1));
    }
    for (const mark of leaf.facts.marks) {
      if (mark.kind !== 'citation' || (mark.form !== 'keyed' && mark.form !== 'narrative')) continue;
      for (const item of mark.items) keys.add(item.id);
    }
  }
  return keys;
}

/** Of links that declare one id with one address, the first. */
function firstOfEach(inline: readonly SourceDeclaration[]): SourceDeclaration[] {
  const seen = new Set<string>();
  return inline.filter(({ id, url }) => {
    const key = `${id}\n${url?.value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
