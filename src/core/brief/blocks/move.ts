/** Copies of parts of the model at another place: all their spans moved by the same number of UTF-16 units. */

import type { Local } from '../../base/text';
import { movedDeclaration, movedField, movedPlain, movedSpan } from '../../document/moved';
import type { OurComment } from '../comments';
import type { Citation, CitationItem, Figure, FigureContent, FigureReference, Sentence, Slip } from '../types';
import type { Definition, FootnoteDraft } from './drafts';

/**
 * A keystroke moves thousands of these, most of which have neither words before nor a page after them. An object that is
 * spread into another has a hidden class of its own, which is larger than the object.
 */
export function movedItem(item: Local<CitationItem>, by: number): CitationItem {
  const { id, span, prefix, locator } = item;
  return prefix === undefined && locator === undefined ? { id, span: movedSpan(span, by) } : movedPlain(item, by);
}

/** @param insight the index that its insight has at the new place */
export function movedCitation(citation: Local<Citation>, by: number, insight: number | null): Citation {
  const { form, span, items, url } = citation;
  const moved = { form, span: movedSpan(span, by), items: items.map((item) => movedItem(item, by)), insight };
  return url ? { ...moved, url: movedField(url, by) } : moved;
}

export function movedSentence({ span, text, cites, needsCitation, computed }: Local<Sentence>, by: number): Sentence {
  return { span: movedSpan(span, by), text, cites, needsCitation, computed };
}

/** @param insight the index that its insight has at the new place */
export function movedReference(reference: Local<FigureReference>, by: number, insight: number | null): FigureReference {
  const { id, kind, span, idSpan, shown } = reference;
  return {
    id,
    kind,
    span: movedSpan(span, by),
    idSpan: movedSpan(idSpan, by),
    ...(shown ? { shown: movedField(shown, by) } : {}),
    insight,
  };
}

/** @param insight the index that its insight has at the new place */
export function movedSlip(slip: Local<Slip>, by: number, insight: number | null): Slip {
  return { ...slip, span: movedSpan(slip.span, by), insight };
}

export function movedFootnote(footnote: Local<FootnoteDraft>, by: number): FootnoteDraft {
  const { idSpan, source } = footnote;
  return {
    ...movedPlain(footnote, by),
    idSpan: movedSpan(idSpan, by),
    source: source && movedDeclaration(source, by),
  };
}

export function movedDefinition(definition: Local<Definition>, by: number): Definition {
  const { idSpan, url, title } = definition;
  return {
    ...movedPlain(definition, by),
    idSpan: movedSpan(idSpan, by),
    url: movedSpan(url, by),
    title: title && movedField(title, by),
  };
}

export function movedComment(comment: Local<OurComment>, by: number): OurComment {
  const span = movedSpan(comment.span, by);
  if ('codes' in comment) return { ...comment, span, codes: comment.codes.map((code) => movedField(code, by)) };
  return 'words' in comment ? { ...comment, span, words: movedField(comment.words, by) } : { ...comment, span };
}

/** @param section index of the section that the new place is in */
export function movedFigure(figure: Local<Figure>, by: number, section: number | null): Figure {
  const { id, title, caption, alt, asOf, cites, content, ...rest } = figure;
  return {
    ...rest,
    span: movedSpan(rest.span, by),
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

function movedContent(content: Local<FigureContent>, by: number): FigureContent {
  switch (content.kind) {
    case 'value': {
      const { kind, value, unit } = content;
      return { kind, value: movedField(value, by), ...(unit ? { unit: movedField(unit, by) } : {}) };
    }
    case 'data': {
      const { x, y, series, data, ...rest } = content;
      return {
        ...rest,
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
