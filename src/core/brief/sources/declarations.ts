/** Gathers the declarations of sources from all places, and merges declarations of one id. */

import { derive, steadyLists } from '../../base/derive';
import { canonical } from '../../base/runs';
import { SOURCE_TEXTS } from '../../base/sourceFields';
import type { Local, Unplaced } from '../../base/text';
import { comparablePlace } from '../../base/urls';
import { sourcesDeclaredIn } from '../../document/frontMatter';
import type { DeclarationAt } from '../../document/frontMatter/cachedEntries';
import { asLocal } from '../../document/moved';
import type { Definition, Leaf, PlacedReading } from '../blocks/drafts';
import type { Declared } from '../blocks/resolve';
import type { BibliographyFile, Field, FrontMatter, Passage, Source, SourceDeclaration, SourceText } from '../types';
import { worksByAuthorYear } from './authorYears';
import { type NumberScope, scopeNumbers } from './numberScopes';
import { namesOfSources } from './otherNames';
import { type EntryParts, joinHeaded, joinWrapped } from './wrappedEntries';

/** A leaf block, and the text of the top-level block that its offsets count in. */
export interface LocalLeaf {
  readonly text: string;
  readonly leaf: Leaf;
}

/** Declarations of the body, in document order. */
export type BodyDeclarations = Pick<PlacedReading, 'definitions' | 'footnotes' | 'entries' | 'inline' | 'works'>;

/** The parts of a brief from which declarations are gathered. */
export interface DeclaringParts {
  readonly frontMatter: FrontMatter | null;
  /** The files that the front matter names: the same list as long as the files are the same. */
  readonly own: readonly BibliographyFile[];
  /** The files that the workspace shares, likewise. Their declarations of an id don't count if the brief itself has one. */
  readonly shared: readonly BibliographyFile[];
  readonly body: BodyDeclarations & Pick<PlacedReading, 'heads' | 'fields'>;
  /** True if the text cites in brackets somewhere. */
  readonly brackets: boolean;
  /** True if the text cites by numbers without brackets in several places. */
  readonly glued: boolean;
  /** True if the text has authors and years that may cite works. */
  readonly years: boolean;
  /** True if the text has links whose words are the number of a source. */
  readonly links: boolean;
  /** The plain numbers that the text cites, if a list without numbers may be meant; in order, with commas. */
  readonly numbers: string;
}

export interface Declarations {
  /** All declarations. Spans of the front matter's declarations count from a start of their own, which `at` gives. */
  readonly all: readonly DeclarationAt[];
  readonly declared: Declared & { readonly ids: ReadonlySet<string> };
  /** Works without a number: those of lists without numbers, and of lists with numbers that nothing cites. */
  readonly works: readonly SourceDeclaration[];
  /** Lists that count from 1 again, each for its part of the text; empty without such lists. */
  readonly scopes: readonly NumberScope[];
}

/** Answers questions about the text of the body. */
export interface BodyTexts {
  /** Gives its texts, in document order. */
  leaves(): Iterable<LocalLeaf>;
  /** Returns the numbers that the text between two offsets of the document cites. */
  numbersIn(start: number, end: number): ReadonlySet<string>;
}

/**
 * Gathers the declarations of a document. Returns the same object as for the version before, if that declares the same.
 *
 * @param lineage the lineage of the document
 */
export function gatherDeclarations(lineage: object, parts: DeclaringParts, text: BodyTexts): Declarations {
  const { definitions, footnotes, inline } = parts.body;
  const { heads, fields } = parts.body;
  const { entries, works } = joined(
    sameParts(lineage, { entries: parts.body.entries, works: parts.body.works, heads, fields }),
  );
  const body = sameBody(lineage, byPlace({ definitions, footnotes, entries, inline, works }, parts.numbers));
  const asksText = repeatedIn(body.entries).length > 0 || definitions.some((one) => !isNumber(nameOf(one)));
  const { frontMatter, own, shared, brackets, glued, years, links } = parts;
  return gathered(lineage, frontMatter, own, shared, body, brackets, glued, years, links, asksText ? text : null);
}

/** True if a list of sources without numbers may be cited by the places of its works. */
export function mayCountByPlace({ entries, works, definitions, inline }: BodyDeclarations): boolean {
  const isBare = entries.length + definitions.length + inline.length === 0 && !works.some(({ numbers }) => numbers);
  return isBare && works.length >= LEAST_BY_PLACE;
}

/** Fewest works that are cited by their places. */
const LEAST_BY_PLACE = 3;
/** The share of the cited numbers that must be places of works. */
const MOST_PLACES = 0.9;
/** The share of the works that must be cited. */
const LEAST_CITED = 0.5;

/**
 * Numbers the works of a list without numbers by their places, if the text cites these. So it is in a report that lost its
 * numbers on its way through the clipboard.
 */
function byPlace(body: BodyDeclarations, numbers: string): BodyDeclarations {
  if (numbers === '') return body;
  const cited = numbers.split(',').map(Number);
  const count = body.works.length;
  const places = cited.filter((number) => number >= 1 && number <= count).length;
  if (places < count * LEAST_CITED || places < cited.length * MOST_PLACES) return body;
  return { ...body, entries: body.works.map((work, index) => atPlace(work, index)), works: [] };
}

const atPlace = derive(
  (work: SourceDeclaration, index: number): SourceDeclaration => ({ ...work, id: String(index + 1), byPlace: true }),
);

const sameBody = steadyLists<BodyDeclarations>();
const sameParts = steadyLists<EntryParts>();
const joined = derive((parts: EntryParts): EntryParts => joinWrapped(joinHeaded(parts)));

/** The result is remembered, as a bibliography may have tens of thousands of entries. */
const gathered = derive(
  (
    _lineage: object,
    frontMatter: FrontMatter | null,
    own: readonly BibliographyFile[],
    shared: readonly BibliographyFile[],
    { definitions, footnotes, entries, inline, works }: BodyDeclarations,
    brackets: boolean,
    glued: boolean,
    years: boolean,
    links: boolean,
    text: BodyTexts | null,
  ): Declarations => {
    const repeated = repeatedIn(entries);
    const remarks = new Map<string, readonly string[]>();
    const all: DeclarationAt[] = [...sourcesDeclaredIn(frontMatter)];
    const add = (origin: SourceDeclaration) => void all.push({ origin: asLocal(origin), at: 0 });
    for (const { declarations } of own) declarations.forEach(add);
    const keysCited = text ? citedKeys(text.leaves()) : NONE;
    for (const definition of definitions) {
      const id = nameOf(definition);
      if (isNumber(id) || keysCited.has(id)) add(fromDefinition(definition, id));
    }
    // Of several footnotes with one label, readers see the first.
    const named = new Set<string>();
    for (const { label, source, cited } of footnotes) {
      if (source && !remarks.has(label)) add(source);
      else if (!named.has(label)) remarks.set(label, cited);
      named.add(label);
    }
    const cited = text && repeated.length > 0 ? citedNumbers(text.leaves()) : NONE;
    const isCited = repeated.some(({ id }) => cited.has(id));
    const scoped = isCited && text ? scopeNumbers(entries, text.numbersIn) : null;
    const unnumbered = scoped?.unused ?? (isCited ? [] : repeated);
    const isUnnumbered = new Set(unnumbered);
    for (const entry of scoped?.entries ?? entries) if (!isUnnumbered.has(entry)) add(entry);
    const { names, inline: linked } = namesOfSources(
      all.map(({ origin }) => origin).filter(({ declaredIn }) => declaredIn !== 'bibliography'),
      firstOfEach(inline),
      links,
    );
    linked.forEach(add);
    const ids = new Set<string>();
    for (const { origin } of all) ids.add(origin.id);
    const listed = all.map(({ origin }) => origin).filter(({ declaredIn }) => declaredIn !== 'bibliography');
    const byAuthorYear = years ? worksByAuthorYear(listed, [...works, ...unnumbered]) : NO_NAMES;
    const others = shared.flatMap(({ declarations }) => declarations.filter(({ id }) => !ids.has(id)));
    others.forEach(add);
    for (const { id } of others) ids.add(id);
    const isKey = ({ origin: { id, declaredIn } }: DeclarationAt) =>
      declaredIn !== 'footnote' && !/^[0-9]+[b-z]?$/.test(id);
    const keyed = all.some(isKey);
    return {
      all,
      declared: { ids, remarks, keyed, brackets, glued, byAuthorYear, names },
      works: unnumbered.length === 0 ? works : [...works, ...unnumbered],
      scopes: scoped?.scopes ?? [],
    };
  },
);

function isNumber(id: string): boolean {
  return /^[0-9]+$/.test(id);
}

/** Returns the id that a definition `[@key]: …` or `[1]: …` declares. */
function nameOf({ label }: Definition): string {
  return label.replace(/^@/, '');
}

const NONE: ReadonlySet<string> = new Set();
const NO_NAMES: ReadonlyMap<string, string | null> = new Map();

/**
 * Makes one source for each id, in order of first declaration (see `groupedById`). The first declaration to name a field
 * wins. Sources and passages that say the same stay the same objects.
 *
 * @param copyOf finds the local copy of a source, as far as it was read
 */
export function mergeDeclarations(all: readonly SourceDeclaration[], copyOf: CopyOf): Source[];
export function mergeDeclarations(all: readonly Local<SourceDeclaration>[], copyOf: CopyOf): Local<Source>[];
export function mergeDeclarations(all: readonly Unplaced<SourceDeclaration>[], copyOf: CopyOf): Unplaced<Source>[] {
  return [...groupedById(all).values()].map((group) => {
    const declarations = sameGroup(group);
    return sourceOf(declarations, copyOf(declarations)?.passages ?? NO_PASSAGES);
  });
}

type CopyOf = (declarations: readonly Unplaced<SourceDeclaration>[]) => SourceText | undefined;

const sameGroup = canonical<Unplaced<SourceDeclaration>>();
const samePassages = canonical<Unplaced<Passage>>();
const NO_PASSAGES: readonly Unplaced<Passage>[] = [];

/** @param copied the passages of its local copy */
const sourceOf = derive(
  (declarations: readonly Unplaced<SourceDeclaration>[], copied: readonly Unplaced<Passage>[]): Unplaced<Source> => {
    const authors = declarations.find((declaration) => declaration.authors.length > 0)?.authors ?? [];
    const passages = samePassages(passagesOf(declarations, copied));
    return withFields({ id: declarations[0]?.id ?? '', declarations, authors, passages });
  },
);

/**
 * Groups declarations by id, in order of the first declaration. A source of the front matter that a sources section lists
 * has its place in that list, because readers see that order.
 */
function groupedById(
  all: readonly Unplaced<SourceDeclaration>[],
): ReadonlyMap<string, readonly Unplaced<SourceDeclaration>[]> {
  const listed = new Set(all.flatMap(({ declaredIn, id }) => (declaredIn === 'section' ? [id] : [])));
  const byId = new Map<string, Unplaced<SourceDeclaration>[]>();
  const waiting = new Map<string, Unplaced<SourceDeclaration>[]>();
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

const FIELDS = [...SOURCE_TEXTS, 'textPath', 'cite', 'copy', 'notes'] as const;

/**
 * Makes a source. Each field is from the first declaration that names it. Fields are set one by one: an object that others
 * are spread into has a shape of its own, which takes as much memory as the source.
 */
function withFields(base: Pick<Unplaced<Source>, 'id' | 'declarations' | 'authors' | 'passages'>): Unplaced<Source> {
  const source: typeof base & Partial<Record<(typeof FIELDS)[number], Unplaced<Field>>> = base;
  const [first] = base.declarations;
  for (const declaration of base.declarations) {
    // Two entries with one number may be two works, which a rule reports.
    const isEntry = declaration.declaredIn === 'section' && first?.declaredIn === 'section';
    if (first && isEntry && isOtherWork(first, declaration)) continue;
    for (const key of FIELDS) {
      const field = declaration[key];
      if (field !== undefined) source[key] ??= field;
    }
  }
  return source;
}

/** Returns the passages of a source: its title, its quotes, and the passages of its local copy. */
function passagesOf(
  declarations: readonly Unplaced<SourceDeclaration>[],
  copied: readonly Unplaced<Passage>[],
): readonly Unplaced<Passage>[] {
  const own = declarations.flatMap(({ quotes }) => quotes);
  const titled = declarations.find(({ title }) => title !== undefined);
  return titled?.title ? [titlePassage(titled.title, titled.uri), ...own, ...copied] : [...own, ...copied];
}

/** The title of a source as a passage. */
const titlePassage = derive(
  ({ value, span }: Unplaced<Field>, uri: string | undefined): Unplaced<Passage> => ({
    text: value,
    from: 'title',
    span,
    ...(uri === undefined ? {} : { uri }),
  }),
);

/** The source that a link definition declares. */
const fromDefinition = derive((definition: Definition, id: string): SourceDeclaration => {
  const { idSpan, span, url, target, title } = definition;
  return {
    id,
    idSpan,
    span,
    declaredIn: 'definition',
    authors: [],
    quotes: [],
    // `[1]: <>` has no address yet.
    ...(target === '' ? {} : { url: { value: target, span: url } }),
    ...(title ? { title } : {}),
  };
});

/** Numbered entries of lists that begin again. An earlier entry has the same number, and another address and title. */
const repeatedIn = derive((entries: readonly SourceDeclaration[]): readonly SourceDeclaration[] => {
  const firsts = new Map<string, SourceDeclaration>();
  const repeated: SourceDeclaration[] = [];
  for (const entry of entries) {
    const first = firsts.get(entry.id);
    if (!first) firsts.set(entry.id, entry);
    else if (isOtherWork(first, entry)) repeated.push(entry);
  }
  // A number that comes twice is a slip, unless the first number does too, even for the same work: then a list begins again.
  const [first] = entries;
  const begins = firsts.size > 1 && entries.some((entry) => entry.id === first?.id && entry !== first);
  return begins ? repeated : [];
});

/**
 * True if two entries of one number are two works: their addresses lead to different places. If one has no address, their titles
 * tell.
 */
export function isOtherWork(a: Unplaced<SourceDeclaration>, b: Unplaced<SourceDeclaration>): boolean {
  if (a.url && b.url) return comparablePlace(a.url.value) !== comparablePlace(b.url.value);
  const differsInTitle = a.title?.value !== b.title?.value || (!a.title && !b.title);
  return a.url?.value !== b.url?.value && differsInTitle;
}

/** Returns the numbers and other ids that texts cite. */
function citedNumbers(leaves: Iterable<LocalLeaf>): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { leaf } of leaves)
    for (const mark of leaf.facts.marks)
      if (mark.kind === 'citation' && !leaf.entryContent) for (const { id } of mark.items) numbers.add(id);
  return numbers;
}

/** Returns the keys in `[@key]`, `@key` and `[text][@key]`, which make a link definition of that label a source. */
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

/** Returns the first of all links that declare one id with one address. */
function firstOfEach(inline: readonly SourceDeclaration[]): SourceDeclaration[] {
  const seen = new Set<string>();
  return inline.filter(({ id, url }) => {
    const key = `${id}\n${url?.value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
