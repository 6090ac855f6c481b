import { contains, type Span } from '../../base/text';
import { authorYear, withYear } from '../../brief/sources/sourceLabel';
import type { Brief, Citation, CitationForm, Source } from '../../brief/types';
import { lastStarting } from '../formatting/lastStarting';

/** Words shown after a citation that aren't part of the text. */
export interface InlayHint {
  /** Offset after which the words are shown. */
  readonly at: number;
  readonly label: string;
  /** The title of the source; empty if unknown. */
  readonly tooltip: string;
}

/** Forms whose id says nothing about the source. */
const NUMBERED: ReadonlySet<CitationForm> = new Set([
  'numbered',
  'superscript',
  'footnote',
  'full-width',
  'inline-link',
  'reference-link',
]);

const KEYED: ReadonlySet<CitationForm> = new Set(['keyed', 'narrative']);

/** Maximum length of a label, in columns. */
const LONGEST = 16;

/**
 * Names the sources of the citations in a range, in a few words: `[3]` is followed by "USGS 2024". Tables get no hints,
 * which would push the columns out of line.
 *
 * @param which `first`: a number where a paragraph or list item cites its source first; `all`: each number, and keys too
 */
export function inlayHints(brief: Brief, range: Span, which: 'first' | 'all'): InlayHint[] {
  const sources = new Map(brief.sources.map((source) => [source.id, source]));
  const takes = (form: CitationForm) => NUMBERED.has(form) || (which === 'all' && KEYED.has(form));
  const tableBefore = lastStarting(
    brief.figures.filter(({ declaredIn }) => declaredIn === 'table').map(({ span }) => span),
  );
  const named = new Set<Source>();
  let paragraph: number | null = null;
  return brief.citations.flatMap((citation) => {
    const { form, span, insight } = citation;
    const table = tableBefore(span.end);
    if (!takes(form) || (table && contains(table, span))) return [];
    if (which === 'all' || insight === null || insight !== paragraph) named.clear();
    paragraph = insight;
    const shown = namesIn(citation, sources).filter(({ source }) => !named.has(source));
    for (const { source } of shown) named.add(source);
    return contains(range, span) ? shown.flatMap(({ at, source }) => hintAt(at, source)) : [];
  });
}

/** The sources of a citation to name, with the offset of each; of a range, only the ends. */
function namesIn({ items, span }: Citation, sources: ReadonlyMap<string, Source>): { at: number; source: Source }[] {
  const ends = new Map<number, Source>();
  for (const item of items) {
    const source = sources.get(item.id);
    // Sources inside a range end where the last one does, which replaces them.
    if (source) ends.set(items.length === 1 ? span.end : item.span.end, source);
  }
  return [...ends].map(([at, source]) => ({ at, source }));
}

function hintAt(at: number, source: Source): InlayHint[] {
  const title = source.title?.value ?? '';
  const label = authorYear(source, LONGEST) ?? (title === '' ? '' : withYear(title, source, LONGEST));
  return label === '' ? [] : [{ at, label, tooltip: title }];
}
