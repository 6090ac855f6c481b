/**
 * Summaries of the briefs of a workspace, for use without opening the briefs. Each has few facts, so that thousands can
 * be kept.
 */

import type { Range, Span } from '../../base/text';
import { comparableUrl } from '../../base/urls';
import { threadsOf } from '../comments/threads';
import { declaredFiguresOf } from '../queries/blocks';
import { timesCitedById } from '../queries/citedSources';
import { type SourcesById, sourcesById } from '../queries/sources';
import type { Brief, Figure, Source } from '../types';

/** A number that another brief may contradict: a key number (`figure/conflict`), or an insight's number (`number/conflict`). */
export interface NumberFact {
  readonly uri: string;
  /**
   * Id of a key number. For a number of an insight, a text that is equal for two numbers that may be about one thing. It is
   * never the id of a figure.
   */
  readonly id: string;
  /** Range of a key number's id, or of an insight's number. */
  readonly range: Range;
  /** The value as written, with its unit. */
  readonly value: string;
  /** Language by which the value is read, as BCP 47. */
  readonly language: string;
  /** The date of a key number; empty for a number of an insight. */
  readonly asOf: string;
  /** Keys of the works that a key number cites. Two briefs have the same key for one work. */
  readonly works: readonly string[];
  /** The sentence of an insight, as it is read; empty for a key number. */
  readonly sentence: string;
  /** The names in the title of its brief, for a number of an insight; empty for a key number. */
  readonly names: string;
}

/** The numbers of one id in the other briefs of the workspace. */
export type NumbersElsewhere = (id: string) => readonly NumberFact[];

/** A part of a brief that people can go to by its name. */
export interface BriefSymbol {
  readonly kind: 'brief' | 'section' | 'figure' | 'source';
  /** One line, never empty. */
  readonly name: string;
  readonly range: Range;
}

/** A source that a brief cites. */
export interface CitedWork {
  /** Keys of the work, the same in two briefs for one work; never empty. */
  readonly keys: readonly string[];
  /** The id by which the brief cites it. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Range of its first citation, or else of the id in its declaration. */
  readonly range: Range;
  readonly times: number;
}

/** The facts of a brief that are kept without its text. */
export interface BriefSummary {
  readonly uri: string;
  readonly title: string;
  readonly symbols: readonly BriefSymbol[];
  readonly figures: readonly NumberFact[];
  readonly works: readonly CitedWork[];
  readonly threads: readonly ToldThread[];
}

/** A thread as a list of threads shows it. */
export interface ToldThread {
  /** Range of the insight that it is about, or else of the thread itself. */
  readonly range: Range;
  readonly resolved: boolean;
  readonly comments: readonly ToldComment[];
}

export interface ToldComment {
  readonly range: Range;
  readonly text: string;
  /** Initials or a name; null if the comment isn't signed. */
  readonly author: string | null;
  /** A day, as ISO 8601. */
  readonly date: string | null;
}

/** Returns the threads of a brief, in document order. @param rangeOf gives the range of a span */
export function toldThreads(brief: Brief, rangeOf: (span: Span) => Range): ToldThread[] {
  return threadsOf(brief).map(({ comments, span, resolved, insight }) => ({
    range: rangeOf(brief.insights[insight ?? -1]?.span ?? span),
    resolved,
    comments: comments.map(({ span: own, text, author, date }) => ({ range: rangeOf(own), text, author, date })),
  }));
}

/** Most symbols that are kept of one brief: its first ones. */
const MOST_SYMBOLS = 500;
const LONGEST_NAME = 100;
/** Most threads that are kept of one brief: its first ones. */
const MOST_THREADS = 500;

/**
 * Summarizes a brief. Ranges are in lines and UTF-16 units.
 *
 * @returns copies only, so that the text of the brief isn't kept
 */
export function summarize(brief: Brief, uri: string): BriefSummary {
  // A part cut out of a string may keep the whole string in memory.
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

/** Returns the sources that a brief cites, in its order. Leaves out sources with an id alone, which other briefs can't know. */
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

/** Returns the key numbers with a date and a source that other briefs can name. Others can't contradict each other. */
export function keyNumbersOf(brief: Brief, uri: string): NumberFact[] {
  // Tables of the body have no date.
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

/** Returns the title of a source on one line; empty without a title. */
export function nameOf({ title }: Pick<Source, 'title'>): string {
  return title?.value.replace(/\s+/g, ' ').trim() ?? '';
}

/** Returns the keys by which two briefs know one work: addresses, entries of shared files, and the title. */
export function keysOfWork(source: Pick<Source, 'url' | 'doi' | 'title' | 'declarations'>): string[] {
  const named = nameOf(source);
  return [...worksOf(source), ...(named === '' ? [] : [`title\n${named.toLowerCase()}`])];
}

/** True if a key of {@link keysOfWork} is a title, which several works may have. */
export function isTitleKey(key: string): boolean {
  return key.startsWith('title\n');
}

/** An address of a web page, or a DOI: a work has one of each. */
export type AddressKind = 'url' | 'doi';

/** Returns the addresses among the keys of a work, without schemes, each with its kind. */
export function addressesIn(keys: readonly string[]): (readonly [AddressKind, string])[] {
  return keys.flatMap((key) => (key.includes('\n') ? [] : [[key.startsWith('doi.org/') ? 'doi' : 'url', key]]));
}

/** Returns the keys of a source that are the same in every brief: its address, its DOI, its entry in a shared file. */
function worksOf(source: Pick<Source, 'url' | 'doi' | 'declarations'> | undefined): string[] {
  if (!source) return [];
  const { url, doi, declarations } = source;
  return [
    ...(url ? [comparableUrl(url.value)] : []),
    ...(doi ? [comparableUrl(`doi.org/${doi.value.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`)] : []),
    ...declarations.flatMap(({ uri, id }) => (uri === undefined ? [] : [`${uri}\n${id}`])),
  ];
}
