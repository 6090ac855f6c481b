import type { Range, Span } from '../../base/text';
import { type Name, nameAt, type Occurrence, occurrencesOf } from '../../brief/queries/occurrences';
import { numberedPassagesOf } from '../../brief/queries/sources';
import { bibliographyAt } from '../../brief/sources/fileOf';
import type { Brief } from '../../brief/types';

/** A place where a name stands, in the brief or in a bibliography. */
export interface Reference {
  /** The name itself: `usgs-2024` of `[@usgs-2024]`. */
  readonly span: Span;
  readonly declares: boolean;
  /** The place in another file, where it stands in one; `span` is an offset in that. */
  readonly elsewhere?: { readonly uri: string; readonly range: Range };
}

/**
 * All places of the source, footnote, figure or section whose name stands at an offset, in document order; empty where
 * none does.
 *
 * @param withDeclarations whether the places that declare it are wanted, besides those that use it
 */
export function referencesAt(brief: Brief, offset: number, withDeclarations: boolean): readonly Reference[] {
  const found = nameAt(brief, offset);
  return found ? referencesTo(brief, found.name, withDeclarations) : [];
}

/** All places of a name, in document order. The numbers of its passages are those of a source, too. */
export function referencesTo(brief: Brief, name: Name, withDeclarations: boolean): readonly Reference[] {
  const numbered = name.kind === 'source' ? numberedPassagesOf(brief) : null;
  const numbers = numbered?.source === name.id ? [...numbered.numbers] : [];
  const passages = numbers.flatMap((id) => occurrencesOf(brief, { kind: 'source', id }));
  return [...occurrencesOf(brief, name), ...passages]
    .toSorted((a, b) => (passages.length > 0 ? a.nameSpan.start - b.nameSpan.start : 0))
    .filter(({ declares }) => withDeclarations || !declares)
    .flatMap((occurrence) => referenceOf(brief, occurrence));
}

function referenceOf(brief: Brief, occurrence: Occurrence): Reference[] {
  const { nameSpan: span, declares } = occurrence;
  const uri = occurrence.in === 'declaration' ? occurrence.declaration.uri : undefined;
  if (uri === undefined) return [{ span, declares }];
  const lines = bibliographyAt(brief, uri)?.lines;
  return lines ? [{ span, declares, elsewhere: { uri, range: lines.rangeOf(span) } }] : [];
}
