import type { Range, Span } from '../../base/text';
import { sourceOf } from '../../brief/queries/citedSources';
import { type Name, nameAt, occurrencesOf } from '../../brief/queries/occurrences';
import { bibliographyAt } from '../../brief/sources/fileOf';
import type { Brief, SourceDeclaration } from '../../brief/types';
import { citedPassage } from '../../evidence/cards/passage';
import { type Evidence, verdictOf } from '../../evidence/cards/verdict';
import { type Thing, thingsAt } from '../../evidence/claims';
import { placeOfPassage } from '../../evidence/placeOfPassage';
import type { PassagePlace } from '../../evidence/verdicts';

/** The place where a thing is defined, in the brief or in another file. */
export interface Target {
  /** The whole definition: the passage, or the entry of the source. */
  readonly span: Span;
  /** The part to go to, within `span`. */
  readonly nameSpan: Span;
  /** Both as ranges, if the definition is in another file; the spans are offsets in that file. */
  readonly elsewhere?: { readonly uri: string; readonly range: Range; readonly nameRange: Range };
}

export interface Definition {
  /** The thing that was asked about. */
  readonly span: Span;
  /** At least one. */
  readonly targets: readonly Target[];
}

/**
 * Finds the definition of the thing at an offset. A number or a quotation leads to its stretch of a passage (a number that
 * isn't found, to the likeliest one), and a citation to the declarations of its source. `[^1]` leads to the footnote,
 * `{{id}}` and `@fig:id` to the figure, `[words](#key-points)` to the heading. A declared name leads to itself and to all
 * other places that declare it. Null if there is nowhere to go.
 */
export function definitionAt(brief: Brief, offset: number): Definition | null {
  for (const thing of thingsAt(brief, offset)) {
    const targets = targetsOf(brief, thing);
    if (targets.length > 0) return { span: thing.span, targets };
  }
  const named = nameAt(brief, offset);
  if (!named) return null;
  const { name, occurrence, span } = named;
  const targets = nameTargets(brief, name);
  const { start, end } = occurrence.declares ? span : occurrence.span;
  // A sign such as `@` leads to the same place as the key after it.
  return targets.length > 0 ? { span: { start: Math.min(start, offset), end }, targets } : null;
}

function targetsOf(brief: Brief, thing: Thing): Target[] {
  switch (thing.kind) {
    case 'number':
    case 'quotation':
    case 'denial':
      return evidenceTargets(brief, thing);
    case 'citation':
      // A footnote leads to its remark, and not to the sources that the remark cites.
      return thing.citation.form === 'footnote' ? [] : declarationTargets(brief, thing.item.id);
    case 'figure-cites':
      return declarationTargets(brief, thing.id);
    case 'figure-reference':
      return nameTargets(brief, { kind: 'figure', id: thing.reference.id });
  }
}

function nameTargets(brief: Brief, name: Name): Target[] {
  if (name.kind === 'source') return declarationTargets(brief, name.id);
  const places = occurrencesOf(brief, name).filter(({ declares }) => declares);
  return places.map(({ span, nameSpan }) => ({ span, nameSpan }));
}

function evidenceTargets(brief: Brief, evidence: Evidence): Target[] {
  const place = verdictOf(brief, evidence)?.place;
  return place ? passageTargets(brief, place) : [];
}

function passageTargets(brief: Brief, { source, passage: index, start, end }: PassagePlace): Target[] {
  const passage = sourceOf(brief, source)?.passages[index];
  const whole = passage && placeOfPassage(brief, passage);
  const part = passage && placeOfPassage(brief, passage, start, end);
  if (!whole || !part) return [];
  const target = { span: whole.span, nameSpan: part.span };
  if (part.uri === undefined) return [target];
  return [{ ...target, elsewhere: { uri: part.uri, range: whole.range, nameRange: part.range } }];
}

function declarationTargets(brief: Brief, id: string): Target[] {
  const source = sourceOf(brief, id);
  const passage = source && citedPassage(source);
  const targets = passage ? passageTargets(brief, { ...passage, end: Number.POSITIVE_INFINITY }) : [];
  if (targets.length > 0) return targets;
  return (source?.declarations ?? []).flatMap((declaration) => declarationTarget(brief, declaration));
}

function declarationTarget(brief: Brief, { span, idSpan, uri }: SourceDeclaration): Target[] {
  const target = { span, nameSpan: idSpan };
  if (uri === undefined) return [target];
  const lines = bibliographyAt(brief, uri)?.lines;
  if (!lines) return [];
  return [{ ...target, elsewhere: { uri, range: lines.rangeOf(span), nameRange: lines.rangeOf(idSpan) } }];
}
