/** The sources of a brief with the sentences and figures that cite them, for a view of sources. */

import { withEscapes } from '../../base/messages';
import { say } from '../../base/say';
import type { Range, Span } from '../../base/text';
import { comparableUrl } from '../../base/urls';
import { zoteroItem } from '../../base/zotero';
import { originsOf } from '../../brief/queries/blocks';
import { listedSources, worksOf } from '../../brief/queries/citedSources';
import { sourcesById, wholeOf, wholesOf } from '../../brief/queries/sources';
import { bibliographyAt } from '../../brief/sources/fileOf';
import { type TextState, textStateOf } from '../../brief/sources/textState';
import type { Brief, Source } from '../../brief/types';
import { plainText } from '../../document/claims';
import { webAddress } from '../../evidence/cards/original';
import { reviewsOf } from '../../evidence/reviews';
import { citationOf } from '../../rules/fixes/cite';

/** A sentence or a figure that cites a source, or a sentence that lacks one. */
export interface Mention {
  /** Its words on one line, without marks and citations. */
  readonly text: string;
  /** The citation, or the mark of a gap. */
  readonly span: Span;
}

export interface OverviewSource {
  readonly id: string;
  /** The citation as written: `[3]`, `[@usgs-2024]`; empty for a work without a number, which links cite. */
  readonly citation: string;
  /** Title, else publisher, address or DOI. This and the next two fields are on one line each, and empty if unknown. */
  readonly title: string;
  readonly publisher: string;
  readonly year: string;
  /** The web address that may be opened, or null. */
  readonly url: string | null;
  /** Tells how much of the source can be read here. */
  readonly textState: TextState;
  /** The key of its item in Zotero; null if unknown. */
  readonly zotero: string | null;
  /** Its first declaration; null if nothing declares it. */
  readonly declared: {
    readonly span: Span;
    readonly elsewhere?: { readonly uri: string; readonly range: Range };
  } | null;
  /** The mentions of the source, in document order. */
  readonly citedBy: readonly Mention[];
  /** Number of verified claims citing the source that have changed since, or whose sources have. */
  readonly stale: number;
}

export interface SourceOverview {
  /** Declared sources in the order of the brief, then sources that are only cited. Shared sources count only if cited. */
  readonly sources: readonly OverviewSource[];
  /** The places that the author marked as lacking a source. */
  readonly gaps: readonly Mention[];
}

export function sourceOverview(brief: Brief): SourceOverview {
  const mentions = mentionsOf(brief);
  const stale = staleById(brief);
  const declared = listedSources(brief).map((source) =>
    describe(brief, source, mentions.get(source.id) ?? [], stale.get(source.id)),
  );
  const known = sourcesById(brief);
  const undeclared = [...mentions].flatMap(([id, citedBy]): OverviewSource[] =>
    known.has(id) ? [] : [{ ...NOT_DECLARED, id, citation: cited(id), citedBy }],
  );
  const gaps = brief.slips
    .filter(({ kind }) => kind === 'gap')
    .map(({ span, insight }) => ({ text: wordsAt(brief, span, insight), span }));
  return { sources: [...declared, ...worksWithLinks(brief), ...undeclared], gaps };
}

const NOT_DECLARED = {
  title: '',
  publisher: '',
  year: '',
  url: null,
  textState: 'none',
  zotero: null,
  declared: null,
  stale: 0,
} as const;

/** Counts, for each source, the claims citing it that must be verified again. */
function staleById(brief: Brief): Map<string, number> {
  const counts = new Map<string, number>();
  const origins = originsOf(brief);
  for (const index of reviewsOf(brief).stale)
    for (const id of wholesOf(brief, origins[index]?.cites ?? [])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The works without a number, with the links to their addresses. */
function worksWithLinks(brief: Brief): OverviewSource[] {
  const works = worksOf(brief);
  if (works.length === 0) return [];
  const links = new Map<string, Mention[]>();
  for (const { url } of works) if (url) links.set(comparableUrl(url.value), []);
  for (const { url, span, insight } of brief.links)
    links.get(comparableUrl(url.value))?.push({ text: wordsAt(brief, span, insight), span });
  return works.map((work) => ({
    ...describe(brief, work, (work.url && links.get(comparableUrl(work.url.value))) ?? []),
    citation: '',
  }));
}

/** The mentions of each source by its id, in document order: citations of the text, and figures. */
function mentionsOf(brief: Brief): Map<string, Mention[]> {
  const found = new Map<string, Mention[]>();
  const add = (id: string, mention: Mention) => {
    const list = found.get(id);
    if (list) list.push(mention);
    else found.set(id, [mention]);
  };
  for (const { form, items, span, insight } of brief.citations) {
    // A key number brings the citations of its figure along, which are counted there.
    if (form === 'key-number') continue;
    const text = wordsAt(brief, span, insight);
    for (const id of wholesOf(brief, [...new Set(items.map((item) => item.id))])) add(id, { text, span });
  }
  for (const { cites, declaredIn, title, id } of brief.figures) {
    // The citations of a table are citations of the text.
    if (declaredIn === 'table') continue;
    const text = say('Figure: {0}', oneLine((title ?? id)?.value ?? ''));
    for (const { value, span } of cites) add(wholeOf(brief, value), { text, span });
  }
  for (const list of found.values()) list.sort((a, b) => a.span.start - b.span.start);
  return found;
}

/** The sentence around a place; outside insights, such as in a table, the line. */
function wordsAt({ text, lines, insights }: Brief, { start }: Span, insight: number | null): string {
  const whole = insight === null ? undefined : insights[insight];
  const sentence = whole?.sentences.findLast(({ span }) => span.start <= start) ?? whole;
  if (sentence) return oneLine(plainText(sentence.text));
  const line = lines.lineAt(start);
  return oneLine(plainText(text.slice(lines.startOf(line), lines.endOf(line)).replace(/[|#>]/g, ' ')));
}

function describe(brief: Brief, source: Source, citedBy: readonly Mention[], stale = 0): OverviewSource {
  const { id, title, publisher, url, doi, published, declarations } = source;
  return {
    id,
    citation: cited(id),
    title: oneLine((title ?? publisher ?? url ?? doi)?.value ?? ''),
    publisher: title ? oneLine(publisher?.value ?? '') : '',
    year: /^\d{4}/.exec(published?.value ?? '')?.[0] ?? '',
    url: webAddress(source),
    textState: textStateOf(source),
    zotero: source.zotero ? zoteroItem(source.zotero.value) : null,
    declared: declaredAt(brief, declarations[0]),
    citedBy,
    stale,
  };
}

function declaredAt(brief: Brief, declaration: Source['declarations'][number] | undefined): OverviewSource['declared'] {
  if (!declaration) return null;
  const { idSpan: span, uri } = declaration;
  if (uri === undefined) return { span };
  const lines = bibliographyAt(brief, uri)?.lines;
  return lines ? { span, elsewhere: { uri, range: lines.rangeOf(span) } } : null;
}

function cited(id: string): string {
  return oneLine(citationOf(id));
}

/** Maximum length of a line in a view, in UTF-16 units. */
const LONGEST = 200;

/** Puts a text on one line of a view, cut to 200 UTF-16 units. Escapes characters that could change how it's shown. */
export function oneLine(text: string): string {
  return withEscapes(
    text
      .slice(0, LONGEST * 4)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST)
      .replace(/[\ud800-\udbff]$/, ''),
  );
}
