/**
 * Finds every place of a name: its declarations and its uses. Navigation, highlighting and renaming all ask here.
 */

import { derive } from '../../base/derive';
import { type Span, touches } from '../../base/text';
import { writesIds } from '../citations';
import type { Brief, Citation, CitationItem, Field, Figure, FigureReference, SourceDeclaration } from '../types';
import { fragmentAnchor, headingAnchor, headingSlug } from './anchors';
import { footnotesOf, linkTargetsOf } from './targets';

export type NameKind = 'source' | 'footnote' | 'figure' | 'section';

/** A thing with a name. The id of a footnote has its `^`. The id of a section is its anchor in the page. */
export interface Name {
  readonly kind: NameKind;
  readonly id: string;
}

/** A place where a name stands, and the kind of text that it is part of. */
export type Occurrence = {
  readonly name: Name;
  readonly declares: boolean;
  /** The whole of that text: `[@usgs, p. 3]`, the entry of a source. */
  readonly span: Span;
  /**
   * The name in it, without signs around it; for the 6 of `[5-7]`, the whole range.
   *
   *     [see @usgs-2024, p. 3]      {{share}}      [words](#key-points)
   *           ^^^^^^^^^               ^^^^^               ^^^^^^^^^^
   */
  readonly nameSpan: Span;
} & (
  | { readonly in: 'citation'; readonly citation: Citation; readonly item: CitationItem }
  | { readonly in: 'declaration'; readonly declaration: SourceDeclaration }
  /** A value of YAML: the id of a figure, or an id in its `cites`. */
  | { readonly in: 'figure'; readonly figure: Figure }
  | { readonly in: 'figure-reference'; readonly reference: FigureReference }
  | { readonly in: 'footnote' }
  | { readonly in: 'heading' }
  | { readonly in: 'link' }
);

/** The name at an offset. */
export interface NameAt {
  readonly name: Name;
  /** The text to show for the name: the id, or the brackets around it if the offset is in these. */
  readonly span: Span;
  readonly occurrence: Occurrence;
}

interface Index {
  readonly all: readonly Occurrence[];
  readonly byName: ReadonlyMap<string, readonly Occurrence[]>;
}

/**
 * Returns the places of a name, in document order. Places in bibliographies come last, with offsets in these files. A name
 * that nothing declares has only its uses.
 */
export function occurrencesOf(brief: Brief, name: Name): readonly Occurrence[] {
  return indexOf(brief).byName.get(keyOf(name)) ?? [];
}

/** Moves an offset at the sign of a key, `@` or `@{`, to the start of the key, so that both give the same. */
export function pastSign({ content }: Brief, offset: number): number {
  const around = content.slice(Math.max(0, offset - 1), offset + 2);
  const here = around.slice(Math.min(1, offset));
  if (here[0] === '{' && around[0] === '@') return offset + 1;
  return offset + (/^@\{?/.exec(here)?.[0].length ?? 0);
}

/** Returns the narrowest name at an offset; between two names, the one that begins there. Null without a name. */
export function nameAt(brief: Brief, offset: number): NameAt | null {
  const key = pastSign(brief, offset);
  const ofSign = key === offset ? null : nameTouching(brief, key);
  return ofSign?.span.start === key ? ofSign : nameTouching(brief, offset);
}

function nameTouching(brief: Brief, offset: number): NameAt | null {
  let best: NameAt | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  const consider = (occurrence: Occurrence, span: Span, handicap: number) => {
    if (!touches(span, offset)) return;
    const size = span.end - span.start + (offset === span.end ? WIDE : 0) + handicap;
    if (size >= smallest) return;
    smallest = size;
    best = { name: occurrence.name, span, occurrence };
  };
  for (const occurrence of indexOf(brief).all) {
    if (isElsewhere(occurrence) || !touches(occurrence.span, offset)) continue;
    consider(occurrence, occurrence.nameSpan, 0);
    if (isAlone(occurrence)) consider(occurrence, occurrence.span, 2 * WIDE);
  }
  return best;
}

/** A length greater than any text has. */
const WIDE = 1e9;

/** True if an occurrence is in another file: a bibliography. */
export function isElsewhere(occurrence: Occurrence): boolean {
  return occurrence.in === 'declaration' && occurrence.declaration.uri !== undefined;
}

/** True if the whole text of an occurrence is about one name: `[3]`, `{{share}}`, `[words](#key-points)`. */
function isAlone(occurrence: Occurrence): boolean {
  if (occurrence.in === 'citation') return occurrence.citation.items.length === 1;
  return !occurrence.declares && occurrence.in !== 'figure';
}

const indexOf = derive((brief: Brief): Index => {
  const all = allOccurrences(brief);
  const byName = new Map<string, Occurrence[]>();
  for (const occurrence of all) {
    const key = keyOf(occurrence.name);
    const same = byName.get(key);
    if (same) same.push(occurrence);
    else byName.set(key, [occurrence]);
  }
  return { all, byName };
});

function keyOf({ kind, id }: Name): string {
  return `${kind} ${id}`;
}

function allOccurrences(brief: Brief): Occurrence[] {
  const cited = citationOccurrences(brief);
  const here = [...cited, ...figureOccurrences(brief), ...footnoteOccurrences(brief), ...sectionOccurrences(brief)];
  const declared = declarationOccurrences(brief, new Set(cited.map(({ nameSpan }) => nameSpan.start)));
  const byPlace = (a: Occurrence, b: Occurrence) => a.nameSpan.start - b.nameSpan.start;
  return [
    ...[...here, ...declared.filter((occurrence) => !isElsewhere(occurrence))].sort(byPlace),
    ...declared.filter(isElsewhere),
  ];
}

function citationOccurrences({ text, citations }: Brief): Occurrence[] {
  const found: Occurrence[] = [];
  for (const citation of citations) {
    const { form, span, items } = citation;
    if (!writesIds(citation)) continue;
    if (form === 'footnote') {
      const nameSpan = { start: span.start + 1, end: span.end - 1 };
      const name: Name = { kind: 'footnote', id: text.slice(nameSpan.start, nameSpan.end) };
      found.push({ name, declares: false, span, nameSpan, in: 'footnote' });
      continue;
    }
    for (const item of items) {
      const name: Name = { kind: 'source', id: item.id };
      found.push({ name, declares: false, span, nameSpan: item.span, in: 'citation', citation, item });
    }
  }
  return found;
}

/** @param cited the offsets of names in citations: `[1](https://…)` is there already */
function declarationOccurrences({ text, sources }: Brief, cited: ReadonlySet<number>): Occurrence[] {
  const declarations = sources.flatMap((source) => source.declarations);
  const entries = new Set(
    declarations.flatMap(({ declaredIn, idSpan }) => (declaredIn === 'section' ? idSpan.start : [])),
  );
  return declarations.flatMap((declaration): Occurrence[] => {
    const { id, idSpan, span, declaredIn, uri } = declaration;
    // Footnotes are gathered separately, also if they aren't sources.
    if (declaredIn === 'footnote') return [];
    if (declaredIn === 'inline' && (cited.has(idSpan.start) || entries.has(idSpan.start))) return [];
    const signed = uri === undefined && text[idSpan.start] === '@' && !id.startsWith('@') ? 1 : 0;
    const nameSpan = { start: idSpan.start + signed, end: idSpan.end };
    return [{ name: { kind: 'source', id }, declares: true, span, nameSpan, in: 'declaration', declaration }];
  });
}

function figureOccurrences({ figures, figureReferences }: Brief): Occurrence[] {
  const found: Occurrence[] = [];
  for (const figure of figures) {
    const { id, span, cites, declaredIn } = figure;
    // Sources of a table are citations of the text.
    if (declaredIn === 'table') continue;
    const inFigure = ({ value, span: nameSpan }: Field, kind: NameKind, declares: boolean): Occurrence => ({
      name: { kind, id: value },
      declares,
      span: declares ? span : nameSpan,
      nameSpan,
      in: 'figure',
      figure,
    });
    if (id) found.push(inFigure(id, 'figure', true));
    for (const cited of cites) found.push(inFigure(cited, cited.value.startsWith('^') ? 'footnote' : 'source', false));
  }
  for (const reference of figureReferences) {
    const { id, idSpan: nameSpan, span } = reference;
    found.push({ name: { kind: 'figure', id }, declares: false, span, nameSpan, in: 'figure-reference', reference });
  }
  return found;
}

function footnoteOccurrences(brief: Brief): Occurrence[] {
  return footnotesOf(brief).map(({ label, idSpan, span }) => ({
    name: { kind: 'footnote', id: label },
    declares: true,
    span,
    nameSpan: idSpan,
    in: 'footnote',
  }));
}

/** Gives the sections that links can lead to, with their anchors and slugs. Equal words get a number. */
function* linkableSections({ blocks, sections }: Brief): Iterable<{ id: string; slug: string; span: Span }> {
  const headings = new Set(blocks.flatMap(({ kind, span }) => (kind === 'heading' ? span.start : [])));
  const counts = new Map<string, number>();
  for (const { heading, headingSpan, span } of sections) {
    if (!headings.has(span.start)) continue;
    const anchor = headingAnchor(heading);
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    const suffix = count === 0 ? '' : `-${count}`;
    yield { id: anchor + suffix, slug: headingSlug(heading) + suffix, span: headingSpan };
  }
}

/** Returns the ids of the sections with a heading, in order, each with the text that links to it have behind `#`. */
export function sectionSlugs(brief: Brief): ReadonlyMap<string, string> {
  return new Map([...linkableSections(brief)].map(({ id, slug }) => [id, slug]));
}

function sectionOccurrences(brief: Brief): Occurrence[] {
  const found = [...linkableSections(brief)].map(
    ({ id, span }): Occurrence => ({
      name: { kind: 'section', id },
      declares: true,
      span,
      nameSpan: span,
      in: 'heading',
    }),
  );
  for (const { kind, span, target } of linkTargetsOf(brief)) {
    if (kind !== 'link' || !/^#./.test(target.value)) continue;
    const nameSpan = { start: target.span.start + 1, end: target.span.end };
    const name: Name = { kind: 'section', id: fragmentAnchor(target.value) };
    found.push({ name, declares: false, span, nameSpan, in: 'link' });
  }
  return found;
}
