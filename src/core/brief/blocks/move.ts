/** Copies of parts of the model at another place: all their spans moved by the same number of UTF-16 units. */

import { eachSourceText } from '../../base/sourceFields';
import type { Span } from '../../base/text';
import type { OurComment } from '../comments';
import type {
  Citation,
  CitationItem,
  Field,
  Figure,
  FigureContent,
  FigureReference,
  FrontMatterError,
  Sentence,
  Slip,
  SourceDeclaration,
} from '../types';
import type { Definition, FootnoteDraft } from './drafts';

export function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/**
 * A span as it is counted from some place. To move it by the negative of a place would not be the same: of a place of 0 that is -0, and
 * V8 keeps what it is added to, and the places of all other spans from then on, as fractions in objects of their own.
 */
export function spanFrom({ start, end }: Span, place: number): Span {
  return { start: start - place, end: end - place };
}

export function movedField<T>({ value, span }: Field<T>, by: number): Field<T> {
  return { value, span: movedSpan(span, by) };
}

/** Anything that has no place in it but its span. */
export function movedPlain<T extends { readonly span: Span }>(part: T, by: number): T {
  return { ...part, span: movedSpan(part.span, by) };
}

/**
 * A keystroke moves thousands of these, most of which have neither words before nor a page after them. An object that is
 * spread into another has a hidden class of its own, which is larger than the object.
 */
export function movedItem(item: CitationItem, by: number): CitationItem {
  const { id, span, prefix, locator } = item;
  return prefix === undefined && locator === undefined ? { id, span: movedSpan(span, by) } : movedPlain(item, by);
}

/** @param insight the index that its insight has at the new place */
export function movedCitation(citation: Citation, by: number, insight: number | null): Citation {
  const { form, span, items, url } = citation;
  const moved = { form, span: movedSpan(span, by), items: items.map((item) => movedItem(item, by)), insight };
  return url ? { ...moved, url: movedField(url, by) } : moved;
}

export function movedSentence({ span, text, cites, needsCitation, computed }: Sentence, by: number): Sentence {
  return { span: movedSpan(span, by), text, cites, needsCitation, computed };
}

/** @param insight the index that its insight has at the new place */
export function movedReference(reference: FigureReference, by: number, insight: number | null): FigureReference {
  const { span, idSpan, shown } = reference;
  return {
    ...reference,
    span: movedSpan(span, by),
    idSpan: movedSpan(idSpan, by),
    ...(shown ? { shown: movedField(shown, by) } : {}),
    insight,
  };
}

/** @param insight the index that its insight has at the new place */
export function movedSlip(slip: Slip, by: number, insight: number | null): Slip {
  return { ...slip, span: movedSpan(slip.span, by), insight };
}

export function movedDeclaration(declaration: SourceDeclaration, by: number): SourceDeclaration {
  const { idSpan, authors, besides } = declaration;
  return {
    ...movedPlain(declaration, by),
    idSpan: movedSpan(idSpan, by),
    ...(authors.length > 0 ? { authors: authors.map((author) => movedField(author, by)) } : {}),
    ...(besides ? { besides: besides.map((field) => movedField(field, by)) } : {}),
    ...eachSourceText((name) => declaration[name] && movedField(declaration[name], by)),
  };
}

export function movedFootnote(footnote: FootnoteDraft, by: number): FootnoteDraft {
  const { idSpan, source } = footnote;
  return {
    ...movedPlain(footnote, by),
    idSpan: movedSpan(idSpan, by),
    source: source && movedDeclaration(source, by),
  };
}

export function movedDefinition(definition: Definition, by: number): Definition {
  const { idSpan, url, title } = definition;
  return {
    ...movedPlain(definition, by),
    idSpan: movedSpan(idSpan, by),
    url: movedSpan(url, by),
    title: title && movedField(title, by),
  };
}

export function movedComment(comment: OurComment, by: number): OurComment {
  const moved = movedPlain(comment, by);
  return 'codes' in moved ? { ...moved, codes: moved.codes.map((code) => movedField(code, by)) } : moved;
}

export function movedError(error: FrontMatterError, by: number): FrontMatterError {
  const { quote } = error;
  return { ...movedPlain(error, by), ...(quote ? { quote: movedPlain(quote, by) } : {}) };
}

/** @param section index of the section that the new place is in */
export function movedFigure(figure: Figure, by: number, section: number | null): Figure {
  const { id, title, caption, alt, asOf, cites, content } = figure;
  return {
    ...movedPlain(figure, by),
    id: id && movedField(id, by),
    ...(title ? { title: movedField(title, by) } : {}),
    ...(caption ? { caption: movedField(caption, by) } : {}),
    ...(alt ? { alt: movedField(alt, by) } : {}),
    ...(asOf ? { asOf: movedField(asOf, by) } : {}),
    cites: cites.map((field) => movedField(field, by)),
    content: content && movedContent(content, by),
    section,
  };
}

function movedContent(content: FigureContent, by: number): FigureContent {
  switch (content.kind) {
    case 'value': {
      const { value, unit } = content;
      return { ...content, value: movedField(value, by), ...(unit ? { unit: movedField(unit, by) } : {}) };
    }
    case 'data': {
      const { x, y, series, data } = content;
      return {
        ...content,
        ...(x ? { x: movedField(x, by) } : {}),
        ...(y ? { y: movedField(y, by) } : {}),
        ...(series ? { series: movedField(series, by) } : {}),
        data: 'path' in data ? { path: movedField(data.path, by) } : data,
      };
    }
    case 'vega-lite':
      return movedPlain(content, by);
    case 'image':
      return { ...content, path: movedField(content.path, by) };
    case 'table':
      return content;
  }
}
