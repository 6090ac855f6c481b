/** Copies of parts of a text at another place: all their spans moved by the same number of UTF-16 units. */

import type { FrontMatterError } from '../base/problem';
import { mapped } from '../base/same';
import { eachSourceText } from '../base/sourceFields';
import type { Field, Local, LocalSpan, Span, SpanIn, TextSpan, Whole } from '../base/text';
import type { Passage, SourceDeclaration } from './types/source';

export function movedSpan({ start, end }: LocalSpan, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Takes a document for a block that starts with it. So an entry is read as a document of its own. */
export function asLocal<T>(value: T): Local<T>;
export function asLocal(value: unknown): unknown {
  return value;
}

/** Gives a value of a block its place in the document, if the block starts with the document. */
export function atStart<T>(value: Local<T>): T;
export function atStart(value: unknown): unknown {
  return value;
}

/** The start of a text in what holds it. */
type Place<W extends Whole> = Pick<SpanIn<W>, 'start' | 'within'>;

/** Gives a place in a text its place in what holds that text. `whole` is the place of the text there. */
export function inside<W extends Whole>({ start, end }: TextSpan, whole: Place<W>): SpanIn<W> {
  return { start: start + whole.start, end: end + whole.start };
}

/** Returns a place as it is counted from the start of `whole`. To add the negative of a start would make -0 of 0. */
export function spanFrom<W extends Whole>({ start, end }: SpanIn<W>, whole: Place<NoInfer<W>>): TextSpan {
  return { start: start - whole.start, end: end - whole.start };
}

export function movedField<T>({ value, span }: { readonly value: T; readonly span: LocalSpan }, by: number): Field<T> {
  return { value, span: movedSpan(span, by) };
}

/** Moves anything that has no place in it but its span. */
export function movedPlain<T extends { readonly span: LocalSpan }>(part: T, by: number): Omit<T, 'span'> & Spanned {
  return { ...part, span: movedSpan(part.span, by) };
}

interface Spanned {
  readonly span: Span;
}

export function movedError(error: Local<FrontMatterError>, by: number): FrontMatterError {
  const { span, message, quote } = error;
  return { span: movedSpan(span, by), message, ...(quote ? { quote: movedPlain(quote, by) } : {}) };
}

export function movedDeclaration(declaration: Local<SourceDeclaration>, by: number): SourceDeclaration {
  const { id, span, idSpan, declaredIn, authors, quotes, besides, textPath, cite, copy, notes } = declaration;
  const { uri, broken, shownNumber, byPlace, numbers } = declaration;
  return {
    id,
    span: movedSpan(span, by),
    idSpan: movedSpan(idSpan, by),
    declaredIn,
    ...(uri === undefined ? {} : { uri }),
    ...(broken === undefined ? {} : { broken }),
    ...(shownNumber === undefined ? {} : { shownNumber }),
    ...(byPlace ? { byPlace } : {}),
    ...(numbers ? { numbers } : {}),
    authors: mapped(authors, (author) => movedField(author, by)),
    quotes: mapped(quotes, (quote) => movedQuote(quote, by)),
    ...(besides ? { besides: besides.map((field) => movedField(field, by)) } : {}),
    ...(textPath ? { textPath: movedField(textPath, by) } : {}),
    ...(cite ? { cite: movedField(cite, by) } : {}),
    ...(copy ? { copy: movedField(copy, by) } : {}),
    ...(notes ? { notes: movedField(notes, by) } : {}),
    ...eachSourceText((name) => declaration[name] && movedField(declaration[name], by)),
  };
}

function movedQuote({ span, pieces, ...quote }: Local<Passage>, by: number): Passage {
  return {
    ...quote,
    ...(span ? { span: movedSpan(span, by) } : {}),
    ...(pieces ? { pieces: pieces.map((piece) => movedPlain(piece, by)) } : {}),
  };
}
