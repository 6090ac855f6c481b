/**
 * What is known of the briefs of a workspace without having them open: few facts of each, so that thousands can be
 * kept.
 */

import type { Range, Span } from '../../base/text';
import { comparableUrl } from '../../base/urls';
import { threadsOf } from '../comments/threads';
import { declaredFiguresOf } from '../queries/blocks';
import { timesCitedById } from '../queries/citedSources';
import { type SourcesById, sourcesById } from '../queries/sources';
import type { Brief, Figure, Source } from '../types';

/** A number of a brief that another brief may give otherwise: a key number (`figure/conflict`), or one of an insight (`number/conflict`). */
export interface NumberFact {
  readonly uri: string;
  /** That of a key number; of an insight's number equal for two that may be of the same thing, and no id of a figure. */
  readonly id: string;
  /** Where the id of a key number stands, or the number of an insight. */
  readonly range: Range;
  /** As written, with its unit. */
  readonly value: string;
  /** BCP 47: how the value is read. */
  readonly language: string;
  /** The date of a key number. */
  readonly asOf: string;
  /** What a key number cites, in a form in which two briefs name one work alike. */
  readonly works: readonly string[];
  /** The sentence of an insight, as it is read; empty for a key number. */
  readonly sentence: string;
  /** What the title of its brief names, of a number of an insight; empty for a key number. */
  readonly names: string;
}

/** The numbers of one id in the other briefs of the workspace. */
export type NumbersElsewhere = (id: string) => readonly NumberFact[];

/** A part of a brief that can be gone to by its name. */
export interface BriefSymbol {
  readonly kind: 'brief' | 'section' | 'figure' | 'source';
  /** One line, never empty. */
  readonly name: string;
  readonly range: Range;
}

/** A source that a brief cites. */
export interface CitedWork {
  /** In a form in which two briefs name one work alike; never empty. */
  readonly keys: readonly string[];
  /** As the brief cites it: its id. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Of its first citation. */
  readonly range: Range;
  readonly times: number;
}

/** What is kept of a brief. */
export interface BriefSummary {
  readonly uri: string;
  readonly title: string;
  readonly symbols: readonly BriefSymbol[];
  readonly figures: readonly NumberFact[];
  readonly works: readonly CitedWork[];
  readonly threads: readonly ToldThread[];
}

/** A thread as a list of them shows it. */
export interface ToldThread {
  /** What it is about: an insight, or where it stands itself. */
  readonly range: Range;
  readonly resolved: boolean;
  readonly comments: readonly ToldComment[];
}

export interface ToldComment {
  readonly range: Range;
  readonly text: string;
  /** Initials or a name; null: it is not signed. */
  readonly author: string | null;
  /** A day, as ISO 8601. */
  readonly date: string | null;
}

/** The threads of a brief, in document order. @param rangeOf gives the range of a span */
export function toldThreads(brief: Brief, rangeOf: (span: Span) => Range): ToldThread[] {
  return threadsOf(brief).map(({ comments, span, resolved, insight }) => ({
    range: rangeOf(brief.insights[insight ?? -1]?.span ?? span),
    resolved,
    comments: comments.map(({ span: own, text, author, date }) => ({ range: rangeOf(own), text, author, date })),
  }));
}

/** A brief with more parts than this is found by its first ones. */
const MOST_SYMBOLS = 500;
const LONGEST_NAME = 100;
/** Of a brief with more threads the first ones are listed. */
const MOST_THREADS = 500;

/**
 * Summarizes a brief. Ranges are in lines and UTF-16 units.
 *
 * @returns copies alone: nothing in it keeps the text of the brief
 */
export function summarize(brief: Brief, uri: string): BriefSummary {
  // What is cut out of a string may hold all of it.
  return JSON.parse(JSON.stringify(summaryOf(brief, uri)));
}

function summaryOf(brief: Brief, uri: string): BriefSummary {
  const { title, sections, figures, sources, lines } = brief;
  const symbols: BriefSymbol[] = [];
  const add = (kind: BriefSymbol['kind'], name: string, span: Span) => {
    if (symbols.length >= MOST_SYMBOLS || name.trim() === '') return;
    const line = name.slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim();
    symbols.push({ kind, name: line, range: lines.rangeOf(span) });
  };
  if (title) add('brief', title.value, title.span);
  for (const { heading, headingSpan } of sections) add('section', heading, headingSpan);
  for (const { id, title: name } of figures) if (id) add('figure', name?.value ?? id.value, id.span);
  for (const { id, title: name, declarations } of sources) {
    const own = declarations.find(({ uri: file, declaredIn }) => file === undefined && declaredIn !== 'inline');
    if (own) add('source', name ? `${id}: ${name.value}` : id, own.idSpan);
  }
  return {
    uri,
    title: title?.value ?? '',
    symbols,
    figures: keyNumbersOf(brief, uri),
    works: citedWorksOf(brief),
    threads: toldThreads(brief, lines.rangeOf).slice(0, MOST_THREADS),
  };
}

/** The sources that a brief cites, in its order; those that nothing names but an id are known by that brief alone. */
function citedWorksOf(brief: Brief): CitedWork[] {
  const times = timesCitedById(brief);
  const firsts = new Map<string, Span>();
  for (const { items, span } of brief.citations) {
    for (const { id } of items) if (!firsts.has(id)) firsts.set(id, span);
  }
  return brief.sources.flatMap((source): CitedWork[] => {
    const { id, publisher, declarations } = source;
    const count = times.get(id) ?? 0;
    const place = firsts.get(id) ?? declarations.find(({ uri }) => uri === undefined)?.idSpan;
    const named = nameOf(source);
    const keys = keysOfWork(source);
    if (count === 0 || !place || keys.length === 0) return [];
    return [
      {
        keys,
        id,
        title: named.slice(0, LONGEST_NAME),
        publisher: (publisher?.value ?? '').slice(0, LONGEST_NAME),
        range: brief.lines.rangeOf(place),
        times: count,
      },
    ];
  });
}

/** The key numbers that say of when they are and where they come from; others cannot contradict each other. */
export function keyNumbersOf(brief: Brief, uri: string): NumberFact[] {
  // Tables of the body say no date.
  const figures = declaredFiguresOf(brief);
  if (!figures.some(({ asOf }) => asOf)) return [];
  const sources = sourcesById(brief);
  return figures.flatMap((figure) => figureFact(brief, figure, sources, uri) ?? []);
}

/** @returns null for a figure without an id, a value, a date, or a source that another brief could name too */
export function figureFact(
  { lines, language }: Brief,
  { id, content, asOf, cites }: Figure,
  sources: Pick<SourcesById, 'get'>,
  uri: string,
): NumberFact | null {
  if (!id || content?.kind !== 'value' || !asOf) return null;
  const works = cites.flatMap(({ value }) => worksOf(sources.get(value)));
  if (works.length === 0) return null;
  const value = [content.value.value, content.unit?.value ?? ''].join(' ').trim();
  return {
    uri,
    id: id.value,
    range: lines.rangeOf(id.span),
    value,
    asOf: asOf.value.trim(),
    language,
    works,
    sentence: '',
    names: '',
  };
}

/** What a source is called, on one line. */
export function nameOf({ title }: Pick<Source, 'title'>): string {
  return title?.value.replace(/\s+/g, ' ').trim() ?? '';
}

/** What a source has that two briefs name one work by. */
export function keysOfWork(source: Pick<Source, 'url' | 'doi' | 'title' | 'declarations'>): string[] {
  const named = nameOf(source);
  return [...worksOf(source), ...(named === '' ? [] : [`title\n${named.toLowerCase()}`])];
}

/** Whether a key of {@link keysOfWork} is a title, which several works may have. */
export function isTitleKey(key: string): boolean {
  return key.startsWith('title\n');
}

/** An address of a web page, or a DOI: a work has one of each. */
export type AddressKind = 'url' | 'doi';

/** The kinds of addresses among the keys of a work. */
export function addressKinds(keys: readonly string[]): AddressKind[] {
  return keys.flatMap((key) => (key.includes('\n') ? [] : [key.startsWith('doi.org/') ? 'doi' : 'url']));
}

/** The names of a source that are the same in every brief: its address, its DOI, its entry of a shared file. */
function worksOf(source: Pick<Source, 'url' | 'doi' | 'declarations'> | undefined): string[] {
  if (!source) return [];
  const { url, doi, declarations } = source;
  return [
    ...(url ? [comparableUrl(url.value)] : []),
    ...(doi ? [comparableUrl(`doi.org/${doi.value.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`)] : []),
    ...declarations.flatMap(({ uri, id }) => (uri === undefined ? [] : [`${uri}\n${id}`])),
  ];
}
