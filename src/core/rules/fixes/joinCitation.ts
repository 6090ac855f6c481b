import { derive } from '../../base/derive';
import { isNumber } from '../../base/messages';
import { firstWhere } from '../../base/ordered';
import { contains, insert, type Span, type TextEdit } from '../../base/text';
import type { Brief, Citation, CitationForm } from '../../brief/types';
import { citationOf, citeEdit } from './cite';
import { type Part, partsOf } from './items';

/**
 * Cites a source at the end of a sentence or an insight. Citations at that place take in the new one in their own form, a
 * number in order among numbers: `[1][7]` becomes `[1][3][7]`, `[1, 7]` becomes `[1, 3, 7]`, and `[@usgs]` becomes `[@usgs;
 * @doe]`.
 *
 * @returns null if the source is cited there already
 */
export function citeAtEnd(brief: Brief, span: Span, id: string): TextEdit | null {
  const run = citationsAtEnd(brief, span);
  if (run.some(({ items }) => items.some((item) => item.id === id))) return null;
  const among = isNumber(id) ? amongNumbers(brief, run, Number(id)) : null;
  return among ?? behind(brief, run, id) ?? citeEdit(brief, { span }, citationOf(id));
}

/**
 * Returns the citations at the end of a part of the text, before its full stop and comments. Citations in words don't count.
 */
function citationsAtEnd({ text, clusters }: Brief, span: Span): readonly Citation[] {
  const cluster = clusters[lastStartingIn(clusters, span)];
  const last = cluster?.at(-1);
  if (!cluster || !last || !contains(span, last.span)) return [];
  if (!NOTHING_MORE.test(text.slice(last.span.end, span.end))) return [];
  const word = cluster.findLastIndex(({ form, span: own }) => !JOINABLE.has(form) || own.start < span.start);
  return cluster.slice(word + 1);
}

const NOTHING_MORE = /^(?:[\s.!?;:。！？；："'”’»」』）)*_~]|<!--(?:(?!-->)[\s\S])*-->)*$/;

const JOINABLE: ReadonlySet<CitationForm> = new Set([
  'numbered',
  'keyed',
  'superscript',
  'footnote',
  'full-width',
  'inline-link',
  'reference-link',
]);

/** Returns the index of the last cluster that starts before the end of a span; -1 without one. */
function lastStartingIn(clusters: Brief['clusters'], span: Span): number {
  return firstWhere(clusters.length, (index) => (clusters[index]?.[0]?.span.start ?? 0) >= span.end) - 1;
}

/** Inserts a number before the first greater one. Null if there is none, or the numbers aren't in order. */
function amongNumbers({ text }: Brief, run: readonly Citation[], number: number): TextEdit | null {
  if (!run.every(({ items }) => items.every((item) => isNumber(item.id)))) return null;
  const all = run.flatMap((citation) => partsOf(text, citation).map((part) => ({ citation, part })));
  const at = all.findIndex(({ part }) => lowest(part) > number);
  const next = all[at];
  if (!next || all.some(({ part }, i) => (i < at ? highest(part) > number : lowest(part) < number))) return null;
  const { citation, part } = next;
  const parts = partsOf(text, citation);
  const id = String(number);
  if (isList(parts)) return fitsInto(citation, id) ? insert(part.span.start, `${id}${separatorOf(text, parts)}`) : null;
  // A superscript, or the label of `[text][5]`, belongs to the word before it.
  if (citation.form !== 'numbered' && citation.form !== 'full-width' && citation.form !== 'inline-link') return null;
  return insert(citation.span.start, `${citationOf(id)}${separatorOf(text, run)}`);
}

/** Inserts an id after the last citation, or as the last one of its list. */
function behind(brief: Brief, run: readonly Citation[], id: string): TextEdit | null {
  const { text } = brief;
  const last = run.at(-1);
  if (!last) return null;
  const parts = partsOf(text, last);
  const end = parts.at(-1)?.span.end;
  const grows = isList(parts) || (run.length === 1 && parts.length === 1 && makesLists(brief, last.form));
  if (end !== undefined && end < last.span.end && grows && fitsInto(last, id)) {
    const separator = isList(parts) ? separatorOf(text, parts) : last.form === 'keyed' ? '; ' : ', ';
    return insert(end, `${separator}${last.form === 'keyed' ? citationOf(id).slice(1, -1) : id}`);
  }
  return insert(last.span.end, `${separatorOf(text, run)}${citationOf(id)}`);
}

/** True if an id fits into a list. After the page of a numbered source, a number would be another page. */
function fitsInto({ form, items }: Citation, id: string): boolean {
  if (form === 'keyed') return !isNumber(id) && !id.startsWith('^');
  return (form === 'numbered' || form === 'full-width') && isNumber(id) && items.every((item) => !item.locator);
}

/** True if the brief cites several sources in one bracket rather than in several; with keys, that is the default. */
function makesLists(brief: Brief, form: CitationForm): boolean {
  const { lists, rows } = habitOf(brief);
  return form === 'keyed' ? rows <= lists : rows < lists;
}

/** Counts the places that cite several sources in one bracket (`lists`), and in a bracket for each (`rows`). */
const habitOf = derive(({ text, clusters }: Brief) => {
  let lists = 0;
  let rows = 0;
  for (const cluster of clusters) {
    if (cluster.length > 1) rows++;
    for (const citation of cluster) if (citation.items.length > 1 && isList(partsOf(text, citation))) lists++;
  }
  return { lists, rows };
});

function isList(parts: readonly Part[]): boolean {
  return parts.length > 1;
}

/** Returns the text between the first two, on one line; empty with only one. */
function separatorOf(text: string, [first, second]: readonly { readonly span: Span }[]): string {
  return first && second ? text.slice(first.span.end, second.span.start).replace(/\s+/g, ' ') : '';
}

function lowest({ items }: Part): number {
  return Math.min(...items.map((item) => Number(item.id)));
}

function highest({ items }: Part): number {
  return Math.max(...items.map((item) => Number(item.id)));
}
