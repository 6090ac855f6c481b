/** Gathers the declarations of sources from all places, and merges those of one id. */

import { sameList } from '../../base/same';
import type { BibliographyFile, Field, FrontMatter, Passage, Source, SourceDeclaration, SourceText } from '../../brief';
import { sourcesDeclaredIn } from '../../syntax/frontMatter';
import type { DeclarationAt } from '../../syntax/frontMatter/lists';
import type { Definition, FootnoteDraft, Leaf } from '../blocks/drafts';
import type { Declared } from '../resolve';
import { worksByAuthorYear } from './authorYears';
import { type NumberScope, scopeNumbers } from './numberScopes';

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
  readonly works: readonly SourceDeclaration[];
}

/** What declarations are gathered from. */
export interface DeclaringParts {
  readonly frontMatter: FrontMatter | null;
  /** The files that the front matter names. */
  readonly own: readonly BibliographyFile[];
  /** Those that the workspace shares: a declaration of an id that the brief itself declares does not count. */
  readonly shared: readonly BibliographyFile[];
  readonly body: BodyDeclarations;
  /** The text cites in brackets somewhere. */
  readonly brackets: boolean;
  /** The text has authors and years that may cite works. */
  readonly years: boolean;
}

export interface Declarations {
  /** Those of the front matter by themselves, all others where they stand. */
  readonly all: readonly DeclarationAt[];
  readonly declared: Declared & { readonly ids: ReadonlySet<string> };
  /** Entries that are works without a number: lists that count from 1 again, with numbers that nothing cites. */
  readonly unnumbered: readonly SourceDeclaration[];
  /** The lists that count from 1 again, each for its part of the text; else none. */
  readonly scopes: readonly NumberScope[];
}

/**
 * @param leaves the texts of the body
 * @param cites whether some text between two offsets of the document cites a number
 * @param earlier what was gathered of an earlier version: where it is made of the same, it is the result
 */
export function gatherDeclarations(
  parts: DeclaringParts,
  leaves: () => Iterable<LocalLeaf>,
  cites: (start: number, end: number) => boolean,
  earlier?: { readonly parts: DeclaringParts; readonly gathered: Declarations },
): Declarations {
  const { frontMatter, own, shared, body, brackets, years } = parts;
  const isNumber = (id: string) => /^[0-9]+$/.test(id);
  const named = body.definitions.map((definition) => ({ id: definition.label.replace(/^@/, ''), definition }));
  const repeated = repeatedEntries(body.entries);
  const asksText = repeated.length > 0 || named.some(({ id }) => !isNumber(id));
  // A bibliography may have tens of thousands.
  if (earlier && !asksText && areSame(earlier.parts, parts)) return earlier.gathered;
  const remarks = new Map<string, readonly string[]>();
  const all: DeclarationAt[] = [...sourcesDeclaredIn(frontMatter)];
  const add = (origin: SourceDeclaration) => void all.push({ origin, at: 0 });
  for (const { declarations } of own) declarations.forEach(add);
  const keysCited = asksText ? citedKeys(leaves()) : NONE;
  for (const { id, definition } of named) if (isNumber(id) || keysCited.has(id)) add(fromDefinition(id, definition));
  for (const { label, source, cited } of body.footnotes) {
    if (source) add(source);
    else remarks.set(label, cited);
  }
  const cited = repeated.length > 0 ? citedNumbers(leaves()) : NONE;
  const isCited = repeated.some(({ id }) => cited.has(id));
  const scoped = isCited ? scopeNumbers(body.entries, cites) : null;
  const unnumbered = scoped?.unused ?? (isCited ? [] : repeated);
  const isUnnumbered = new Set(unnumbered);
  for (const entry of scoped?.entries ?? body.entries) if (!isUnnumbered.has(entry)) add(entry);
  firstOfEach(body.inline).forEach(add);
  const ids = new Set<string>();
  for (const { origin } of all) ids.add(origin.id);
  const listed = all.map(({ origin }) => origin).filter(({ declaredIn }) => declaredIn !== 'bibliography');
  const byAuthorYear = years ? worksByAuthorYear(listed, [...body.works, ...unnumbered]) : NO_NAMES;
  const others = shared.flatMap(({ declarations }) => declarations.filter(({ id }) => !ids.has(id)));
  others.forEach(add);
  for (const { id } of others) ids.add(id);
  const isKey = ({ origin: { id, declaredIn } }: DeclarationAt) =>
    declaredIn !== 'footnote' && !/^[0-9]+[b-z]?$/.test(id);
  const keyed = all.some(isKey);
  return {
    all,
    declared: { ids, remarks, keyed, brackets, byAuthorYear },
    unnumbered,
    scopes: scoped?.scopes ?? [],
  };
}

const NONE: ReadonlySet<string> = new Set();
const NO_NAMES: ReadonlyMap<string, string | null> = new Map();

function areSame(a: DeclaringParts, b: DeclaringParts): boolean {
  return (
    a.frontMatter === b.frontMatter &&
    a.brackets === b.brackets &&
    a.years === b.years &&
    sameList(a.own, b.own) &&
    sameList(a.shared, b.shared) &&
    sameList(a.body.definitions, b.body.definitions) &&
    sameList(a.body.footnotes, b.body.footnotes) &&
    sameList(a.body.entries, b.body.entries) &&
    sameList(a.body.inline, b.body.inline) &&
    sameList(a.body.works, b.body.works)
  );
}

/**
 * One source for each id, in order of first declaration (see `groupedById`); the first declaration to name a field wins.
 *
 * @param copyOf finds the local copy of a source, as far as it was read
 * @param previous the sources of an earlier version: sources and passages that stay what they were stay the same objects
 */
export function mergeDeclarations(
  all: readonly SourceDeclaration[],
  copyOf: (declarations: readonly SourceDeclaration[]) => SourceText | undefined,
  previous: readonly Source[] = [],
): Source[] {
  const byId = groupedById(all);
  const previousById = new Map(previous.map((source) => [source.id, source]));
  return [...byId].map(([id, declarations]) => {
    const before = previousById.get(id);
    const copy = copyOf(declarations);
    if (before && sameList(before.declarations, declarations) && endsWith(before.passages, copy)) return before;
    const authors = declarations.find((declaration) => declaration.authors.length > 0)?.authors ?? [];
    const passages = passagesOf(declarations, copy, before?.passages ?? []);
    return withFields({ id, declarations, authors, passages });
  });
}

/**
 * The declarations of each id, in order of the first. Where a sources section lists a source of which the front matter says
 * more, it stands where the section lists it: that is the order that readers see.
 */
function groupedById(all: readonly SourceDeclaration[]): ReadonlyMap<string, readonly SourceDeclaration[]> {
  const listed = new Set(all.flatMap(({ declaredIn, id }) => (declaredIn === 'section' ? [id] : [])));
  const byId = new Map<string, SourceDeclaration[]>();
  const waiting = new Map<string, SourceDeclaration[]>();
  for (const declaration of all) {
    const { id, declaredIn } = declaration;
    const same = byId.get(id);
    if (same) same.push(declaration);
    else if (declaredIn === 'front-matter' && listed.has(id))
      waiting.set(id, [...(waiting.get(id) ?? []), declaration]);
    else byId.set(id, [...(waiting.get(id) ?? []), declaration]);
  }
  return byId;
}

const FIELDS = [
  'title',
  'publisher',
  'published',
  'accessed',
  'url',
  'doi',
  'type',
  'language',
  'textPath',
  'notes',
] as const;

/**
 * A source with each field as the first declaration has it that names it. They are set one by one: an object that others
 * are spread into has a shape of its own, which takes as much memory as the source.
 */
function withFields(base: Pick<Source, 'id' | 'declarations' | 'authors' | 'passages'>): Source {
  const source: Pick<Source, keyof typeof base> & Partial<Record<(typeof FIELDS)[number], Field>> = base;
  const [first] = base.declarations;
  for (const declaration of base.declarations) {
    // Two entries with one number that are two works, which is reported.
    const isEntry = declaration.declaredIn === 'section' && first?.declaredIn === 'section';
    if (first && isEntry && isOtherWork(first, declaration)) continue;
    for (const key of FIELDS) {
      const field = declaration[key];
      if (field !== undefined) source[key] ??= field;
    }
  }
  return source;
}

/** Whether the passages of a source end with those of a local copy, which were all made at once. */
function endsWith(passages: readonly Passage[], copy: SourceText | undefined): boolean {
  const first = passages.find(({ from }) => from === 'text');
  return first === copy?.passages[0];
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
    own.unshift(titlePassage(titled.title, titled.uri));
  }
  const copied = text?.passages ?? [];
  const unchanged =
    before.length === own.length + copied.length &&
    own.every((passage, i) => passage === before[i]) &&
    // All passages of a local copy were made at once: the first one stands for them.
    before[own.length] === copied[0];
  return unchanged ? before : [...own, ...copied];
}

const titlePassages = new WeakMap<Field, Passage>();

/** The passage that a title is: the same object as long as the title is. */
function titlePassage(title: Field, uri: string | undefined): Passage {
  const before = titlePassages.get(title);
  if (before) return before;
  const { value, span } = title;
  const passage: Passage = { text: value, from: 'title', span, ...(uri === undefined ? {} : { uri }) };
  titlePassages.set(title, passage);
  return passage;
}

const fromDefinitions = new WeakMap<Definition, SourceDeclaration>();

/** What a definition declares: the same object as long as the definition is. */
function fromDefinition(id: string, definition: Definition): SourceDeclaration {
  const before = fromDefinitions.get(definition);
  if (before) return before;
  const { idSpan, span, url, target, title } = definition;
  const declaration: SourceDeclaration = {
    id,
    idSpan,
    span,
    declaredIn: 'definition',
    authors: [],
    quotes: [],
    // `[1]: <>` waits for its address.
    ...(target === '' ? {} : { url: { value: target, span: url } }),
    ...(title ? { title } : {}),
  };
  fromDefinitions.set(definition, declaration);
  return declaration;
}

/** Numbered entries of lists that begin again: an earlier one has the number, and another address or title. */
function repeatedEntries(entries: readonly SourceDeclaration[]): readonly SourceDeclaration[] {
  const firsts = new Map<string, SourceDeclaration>();
  const repeated: SourceDeclaration[] = [];
  for (const entry of entries) {
    const first = firsts.get(entry.id);
    if (!first) firsts.set(entry.id, entry);
    else if (isOtherWork(first, entry)) repeated.push(entry);
  }
  // One number twice is a slip, but for one with which a list begins again.
  const begins = firsts.size > 1 && repeated.some(({ id }) => id === entries[0]?.id);
  return begins ? repeated : [];
}

function isOtherWork(a: SourceDeclaration, b: SourceDeclaration): boolean {
  return a.url?.value !== b.url?.value && a.title?.value !== b.title?.value;
}

/** The numbers that texts cite. */
function citedNumbers(leaves: Iterable<LocalLeaf>): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { leaf } of leaves)
    for (const mark of leaf.facts.marks)
      if (mark.kind === 'citation' && !leaf.entryContent) for (const { id } of mark.items) numbers.add(id);
  return numbers;
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
